import { ERRORS, toAppError } from "@/lib/errors";
import { log } from "@/lib/log";

const XML_HEADERS = {
  "content-type": "application/xml; charset=utf-8",
  "cache-control": "no-cache",
};
const NO_STORE = { "cache-control": "no-store" };

/**
 * Streams XML as it is written. The first chunk decides the status: 404 where `find` returns null, 503 while the database is
 * unavailable. A later failure breaks off the response.
 */
export async function respondWithXml(
  find: () => Promise<AsyncGenerator<string> | null>,
): Promise<Response> {
  try {
    const chunks = await find();
    const first = await chunks?.next();
    if (!chunks || !first) return new Response(null, { status: 404, headers: NO_STORE });
    return new Response(toStream(first.value, chunks), { headers: XML_HEADERS });
  } catch (thrown) {
    const error = toAppError(thrown);
    log.error({ err: error.cause ?? error }, "a sitemap could not be read");
    const headers = new Headers(NO_STORE);
    if (error.retryAfterSeconds) headers.set("retry-after", String(error.retryAfterSeconds));
    return new Response(null, { status: ERRORS[error.code].status, headers });
  }
}

/** Writes a chunk when the client has received the previous one. */
function toStream(first: string, rest: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(first));
    },
    async pull(controller) {
      const { done, value } = await rest.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await rest.return(undefined);
    },
  });
}
