import "server-only";
import { AppError } from "@/lib/errors";
import { busy } from "@/lib/slots";

export interface UploadedFile {
  name: string;
  bytes: Buffer;
}

/** Boundaries and part headers around the file. */
const ENVELOPE_BYTES = 16 * 1024;
/** What all uploads together may hold while they are read and wait for their turn. */
const HELD_AT_ONCE = 120 * 1024 * 1024;
let held = 0;

/**
 * Hands the multipart field `file` to `use`. Reads `maxBytes` at most, and holds a bounded amount over all requests.
 * @throws PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, VALIDATION_ERROR; SERVICE_UNAVAILABLE when too much is under way
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
  const most = maxBytes + ENVELOPE_BYTES;
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > most) throw tooLarge(maxBytes);
  if (held + declared > HELD_AT_ONCE) throw busy();
  const body = new BoundedBody();
  try {
    await body.read(request.body, most, () => tooLarge(maxBytes));
    const file = await fileOf(body.bytes(), type);
    if (file.bytes.length > maxBytes) throw tooLarge(maxBytes);
    return await use(file);
  } finally {
    body.release();
  }
}

/** Counts towards what all uploads hold, from the first byte until it is released. */
class BoundedBody {
  private readonly chunks: Uint8Array[] = [];
  private length = 0;

  async read(
    stream: ReadableStream<Uint8Array> | null,
    most: number,
    refusal: () => AppError,
  ): Promise<void> {
    const reader = stream?.getReader();
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      this.length += read.value.byteLength;
      held += read.value.byteLength;
      this.chunks.push(read.value);
      if (this.length > most || held > HELD_AT_ONCE) {
        await reader?.cancel();
        throw this.length > most ? refusal() : busy();
      }
    }
  }

  bytes(): Buffer {
    return Buffer.concat(this.chunks.splice(0), this.length);
  }

  release(): void {
    held -= this.length;
    this.length = 0;
  }
}

function tooLarge(maxBytes: number): AppError {
  const megabytes = Math.floor(maxBytes / 1024 / 1024);
  const message = `Ce fichier dépasse ${megabytes} Mo. Choisissez une version plus légère.`;
  return new AppError("PAYLOAD_TOO_LARGE", { message, details: { file: message } });
}

async function fileOf(body: Buffer, type: string): Promise<UploadedFile> {
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
