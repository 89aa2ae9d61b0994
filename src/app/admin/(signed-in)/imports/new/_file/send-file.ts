import type { ImportView, UploadTicket } from "@/domain/catalogue/import-rows/schema";
import { AppError } from "@/lib/errors";
import { api } from "@/lib/http/api-client";

/** Serverless hosts reject request bodies over 4.5 MB. */
const MAX_REQUEST_BYTES = 4_000_000;

/** Sends a file to the route or, where a request cannot hold it, to the store. @throws AppError */
export async function sendFile(file: File, query: URLSearchParams): Promise<ImportView> {
  const path = `/api/admin/imports?${query}` as const;
  const ticket =
    file.size > MAX_REQUEST_BYTES
      ? await api<UploadTicket | null>("/api/admin/imports/ticket", { method: "POST" })
      : null;
  if (ticket) {
    const url = await sendToStore(file, ticket);
    return api(path, { method: "POST", body: { url, name: file.name.slice(0, 200) } });
  }
  const body = new FormData();
  body.append("file", file);
  return api(path, { method: "POST", body });
}

async function sendToStore(file: File, { pathname, token }: UploadTicket): Promise<string> {
  const { put } = await import("@vercel/blob/client");
  const { url } = await put(pathname, file, { access: "public", token }).catch((cause: unknown) => {
    throw new AppError("SERVICE_UNAVAILABLE", {
      message: "Ce fichier n'a pas pu être envoyé. Réessayez.",
      cause,
    });
  });
  return url;
}
