import type { NextRequest } from "next/server";
import { getImport } from "@/domain/catalogue/import/queries";
import { MAX_IMPORT_BYTES, uploadImport } from "@/domain/catalogue/import/upload-commands";
import { ImportView, SentFile, UploadQuery } from "@/domain/catalogue/import-rows/schema";
import { defineRoute } from "@/lib/http/define-route";
import { readJson } from "@/lib/http/request";
import { type UploadedFile, withUploadedFile } from "@/lib/http/uploaded-file";
import { withSentFile } from "@/lib/storage";

export const POST = defineRoute({
  summary:
    "Read a CSV or Excel file of products, of 10 MB at most, in the multipart field `file` or, on Vercel, sent to the store with a ticket",
  access: "products.import",
  query: UploadQuery,
  response: ImportView,
  status: 201,
  acceptsFile: true,
  handle: async ({ actor, request, query }) => {
    const id = await withFile(request, (file) => uploadImport(actor, file, query));
    return getImport(id);
  },
});

const MAX_JSON_BYTES = 4_096;

async function withFile<T>(
  request: NextRequest,
  use: (file: UploadedFile) => Promise<T>,
): Promise<T> {
  if (!request.headers.get("content-type")?.startsWith("application/json")) {
    return withUploadedFile(request, MAX_IMPORT_BYTES, use);
  }
  const { url, name } = SentFile.parse(await readJson(request, MAX_JSON_BYTES));
  return withSentFile(url, MAX_IMPORT_BYTES, (bytes) => use({ name, bytes }));
}
