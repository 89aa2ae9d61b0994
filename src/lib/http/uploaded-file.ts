import "server-only";
import { AppError } from "@/lib/errors";
import { withBody } from "./body";

export interface UploadedFile {
  name: string;
  bytes: Buffer;
}

/** For the multipart boundaries and part headers around the file. */
const MULTIPART_OVERHEAD_BYTES = 16 * 1024;

/**
 * Passes the multipart field `file`, of at most `maxBytes`, to `use`.
 * @throws PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, VALIDATION_ERROR; SERVICE_UNAVAILABLE as in `withBody`
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
  const limit = {
    maxBytes: maxBytes + MULTIPART_OVERHEAD_BYTES,
    tooLarge: () => fileTooLarge(maxBytes),
  };
  return withBody(request, limit, async (bytes) => {
    const file = await parseFile(bytes, type);
    if (file.bytes.length > maxBytes) throw fileTooLarge(maxBytes);
    return use(file);
  });
}

function fileTooLarge(maxBytes: number): AppError {
  const megabytes = Math.floor(maxBytes / 1024 / 1024);
  const message = `Ce fichier dépasse ${megabytes} Mo. Choisissez une version plus légère.`;
  return new AppError("PAYLOAD_TOO_LARGE", { message, details: { file: message } });
}

async function parseFile(body: Buffer, type: string): Promise<UploadedFile> {
  const headers = { "content-type": type };
  const form = await new Response(new Uint8Array(body), { headers })
    .formData()
    .catch((cause: unknown) => {
      throw missingFile(cause);
    });
  const [entry, ...others] = [...form];
  if (!entry || others.length > 0 || entry[0] !== "file") throw missingFile();
  const [, file] = entry;
  if (typeof file === "string") throw missingFile();
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
}

function missingFile(cause?: unknown): AppError {
  const details = { file: "Joignez un fichier, un seul, dans le champ « file »." };
  return new AppError("VALIDATION_ERROR", { details, cause });
}
