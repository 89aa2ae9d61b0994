import "server-only";
import { AppError } from "@/lib/errors";
import { serverBusy } from "@/lib/semaphore";

/** What all bodies together may hold while they are read and used. */
const MAX_HELD_BYTES = 120 * 1024 * 1024;
let heldBytes = 0;

const read = new WeakSet<Request>();

interface BodyLimit {
  maxBytes: number;
  /** Instead of the plain 413. */
  tooLarge?: () => AppError;
}

/** Refuses a body by the length that it announces, before anything of it is read. @throws PAYLOAD_TOO_LARGE */
export function assertDeclaredSize(request: Request, { maxBytes, tooLarge }: BodyLimit): void {
  if (declaredBytes(request) > maxBytes) throw tooLarge?.() ?? new AppError("PAYLOAD_TOO_LARGE");
}

/** Whether the sender may still be sending: nobody read this body to its end. */
export function hasUnreadBody(request: Request): boolean {
  return request.body !== null && !read.has(request);
}

/**
 * Hands the body to `use`. This is the one place that reads a request: it stops at `maxBytes`, whatever the sender announced,
 * and bounds what all requests hold at once.
 * @throws PAYLOAD_TOO_LARGE; SERVICE_UNAVAILABLE when too much is held; VALIDATION_ERROR where the sender broke off
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
    return await use(body.takeBytes());
  } finally {
    body.release();
  }
}

function declaredBytes(request: Request): number {
  return Number(request.headers.get("content-length")) || 0;
}

/** Counts towards what all bodies hold, from its first byte until it is released. */
class BoundedBody {
  private readonly chunks: Uint8Array[] = [];
  private length = 0;

  /** Leaves the rest where it is: cancelling the stream would end the connection before the answer is sent. */
  async fill(stream: ReadableStream<Uint8Array> | null, limit: BodyLimit): Promise<void> {
    const reader = stream?.getReader();
    const next = async () => {
      const result = await reader?.read().catch((cause: unknown) => {
        throw brokenOff(cause);
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

  takeBytes(): Buffer {
    return Buffer.concat(this.chunks.splice(0), this.length);
  }

  release(): void {
    heldBytes -= this.length;
    this.length = 0;
  }
}

/** A connection that ended early is the sender's failure, not the shop's. */
function brokenOff(cause: unknown): AppError {
  const message = "L'envoi s'est interrompu. Recommencez.";
  return new AppError("VALIDATION_ERROR", { message, details: { _: message }, cause });
}
