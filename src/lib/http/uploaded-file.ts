import "server-only";
import { AppError } from "@/lib/errors";
import { withBody } from "./body";

export interface UploadedFile {
  name: string;
  bytes: Buffer;
}

/** Boundaries and part headers around the file. */
const ENVELOPE_BYTES = 16 * 1024;
/**
 * Hands the multipart field `file`, of at most `maxBytes`, to `use`.
 * @throws PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, VALIDATION_ERROR; SERVICE_UNAVAILABLE when too much is held
 */
export async function withUploadedFile<T>(
  request: Request,
  maxBytes: number,
  use: (file: UploadedFile) => Promise<T>,
): Promise<T> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type)) {
    throw new AppError("UNSUPPORTED_MEDIA_TYPE", {
      message: "Envoyez le fichier dans le champ « file » d'un formulaire.",
    });
  }
  const limit = { maxBytes: maxBytes + ENVELOPE_BYTES, tooLarge: () => tooLarge(maxBytes) };
  return withBody(request, limit, async (bytes) => {
    const file = await findFile(bytes, type);
    if (file.bytes.length > maxBytes) throw tooLarge(maxBytes);
    return use(file);
  });
}

function tooLarge(maxBytes: number): AppError {
  const megabytes = Math.floor(maxBytes / 1024 / 1024);
  const message = `Ce fichier dépasse ${megabytes} Mo. Choisissez une version plus légère.`;
  return new AppError("PAYLOAD_TOO_LARGE", { message, details: { file: message } });
}

async function findFile(body: Buffer, type: string): Promise<UploadedFile> {
  const headers = { "content-type": type };
  const form = await new Response(new Uint8Array(body), { headers })
    .formData()
    .catch((cause: unknown) => {
      throw missing(cause);
    });
  const [entry, ...others] = [...form];
  if (!entry || others.length > 0 || entry[0] !== "file") throw missing();
  const [, file] = entry;
  if (typeof file === "string") throw missing();
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
}

function missing(cause?: unknown): AppError {
  const details = { file: "Joignez une photo, une seule, dans le champ « file »." };
  return new AppError("VALIDATION_ERROR", { details, cause });
}
