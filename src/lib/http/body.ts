import "server-only";
import { AppError } from "@/lib/errors";
import { serverBusy } from "@/lib/semaphore";

/** For the bodies of all requests together. */
const MAX_HELD_BYTES = 120 * 1024 * 1024;
let heldBytes = 0;

const read = new WeakSet<Request>();

interface BodyLimit {
  maxBytes: number;
  /** Replaces the default PAYLOAD_TOO_LARGE error. */
  tooLarge?: () => AppError;
}

/** Checks Content-Length before the body is read. @throws PAYLOAD_TOO_LARGE */
export function assertDeclaredSize(request: Request, { maxBytes, tooLarge }: BodyLimit): void {
  if (declaredBytes(request) > maxBytes) throw tooLarge?.() ?? new AppError("PAYLOAD_TOO_LARGE");
}

/** Whether the client may still be sending, because the body was not read to its end. */
export function hasUnreadBody(request: Request): boolean {
  return request.body !== null && !read.has(request);
}

/**
 * Passes the body to `use`. This is the only place that reads a request's body: it stops at `maxBytes`, whatever Content-Length says,
 * and limits the memory of all bodies together, until `use` returns.
 * @throws PAYLOAD_TOO_LARGE; SERVICE_UNAVAILABLE above the memory limit; VALIDATION_ERROR when the client disconnects
 */
export async function withBody<T>(
  request: Request,
  limit: BodyLimit,
  use: (bytes: Buffer) => T | Promise<T>,
): Promise<T> {
  assertDeclaredSize(request, limit);
  if (heldBytes + declaredBytes(request) > MAX_HELD_BYTES) throw serverBusy();
  const body = new BoundedBody();
  try {
    await body.fill(request.body, limit);
    read.add(request);
    return await use(body.toBuffer());
  } finally {
    body.release();
  }
}

function declaredBytes(request: Request): number {
  return Number(request.headers.get("content-length")) || 0;
}

/** Counts its bytes in `heldBytes` until it is released. */
class BoundedBody {
  private readonly chunks: Uint8Array[] = [];
  private length = 0;

  /** Never cancels the stream: that would close the connection before the response is sent. */
  async fill(stream: ReadableStream<Uint8Array> | null, limit: BodyLimit): Promise<void> {
    const reader = stream?.getReader();
    const next = async () => {
      const result = await reader?.read().catch((cause: unknown) => {
        throw toDisconnectError(cause);
      });
      return result?.value;
    };
    for (let chunk = await next(); chunk; chunk = await next()) {
      this.length += chunk.byteLength;
      heldBytes += chunk.byteLength;
      if (this.length > limit.maxBytes) {
        throw limit.tooLarge?.() ?? new AppError("PAYLOAD_TOO_LARGE");
      }
      if (heldBytes > MAX_HELD_BYTES) throw serverBusy();
      this.chunks.push(chunk);
    }
  }

  toBuffer(): Buffer {
    return Buffer.concat(this.chunks.splice(0), this.length);
  }

  release(): void {
    heldBytes -= this.length;
    this.length = 0;
  }
}

/** 400 rather than 500: the client closed the connection. */
function toDisconnectError(cause: unknown): AppError {
  const message = "L'envoi s'est interrompu. Recommencez.";
  return new AppError("VALIDATION_ERROR", { message, details: { _: message }, cause });
}
