import "server-only";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { withBody } from "@/lib/http/body";
import { POSTHOG_HOST } from "./host";

/** Replays are sent in parts of about a megabyte. */
export const MAX_RELAYED_BYTES = 2 * 1024 * 1024;
const MAX_ANSWER_BYTES = 1024 * 1024;
const TIMEOUT_MS = 10_000;

/** What the browser part of PostHog requests with our settings, by method. */
const PATHS = {
  GET: [`array/${env.NEXT_PUBLIC_POSTHOG_KEY}/config`],
  POST: ["e", "i/v0/e", "s", "flags"],
} as const;

/**
 * Passes a request of the browser to PostHog, without cookies and without the client's address.
 * @throws NOT_FOUND for other paths and without a key; PAYLOAD_TOO_LARGE; SERVICE_UNAVAILABLE when PostHog does not answer
 */
export async function relayToPostHog(
  request: Request,
  method: keyof typeof PATHS,
  path: string,
): Promise<Response> {
  const isKnown = PATHS[method].some((known) => known === path);
  if (!env.NEXT_PUBLIC_POSTHOG_KEY || !isKnown) throw new AppError("NOT_FOUND");
  // PostHog's own addresses end with a slash.
  const target = new URL(method === "GET" ? `/${path}` : `/${path}/`, POSTHOG_HOST);
  target.search = new URL(request.url).search;
  const send = (body: Uint8Array<ArrayBuffer> | null) => fetchAnswer(target, request, body);
  if (method === "GET") return send(null);
  return withBody(request, { maxBytes: MAX_RELAYED_BYTES }, (bytes) =>
    send(Uint8Array.from(bytes)),
  );
}

async function fetchAnswer(
  target: URL,
  { method, headers }: Request,
  body: Uint8Array<ArrayBuffer> | null,
): Promise<Response> {
  const type = headers.get("content-type");
  try {
    const answer = await fetch(target, {
      method,
      headers: type ? { "content-type": type } : {},
      body,
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await readText(answer);
    const cause = `PostHog answered ${answer.status}`;
    if (answer.status >= 500) throw new AppError("SERVICE_UNAVAILABLE", { cause });
    return new Response(text, {
      status: answer.status,
      headers: { "content-type": "application/json", "cache-control": "private, no-store" },
    });
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError("SERVICE_UNAVAILABLE", { cause });
  }
}

async function readText(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_ANSWER_BYTES) throw new Error("PostHog's answer is too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
