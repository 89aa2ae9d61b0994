import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isMarkedNotFound } from "@/app/(shop)/_components/page/not-found-mark";
import { sendAndStore } from "@/lib/cache/response-cache";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { buildDocumentPolicy, buildNoncePolicy, EMPTY_POLICY } from "./content-policy";

const HEADER = "content-security-policy";

/** Images in Vercel Blob have addresses of their own. */
const OPTIONS = {
  imageOrigin: env.BLOB_READ_WRITE_TOKEN ? "https://*.public.blob.vercel-storage.com" : undefined,
};

/**
 * Sets the policy of every response that is not a page. Removes a policy from the request: Next would take its nonce for the page.
 * The development server evaluates code and gets none.
 */
export function setDefaultPolicy(
  { headers }: IncomingMessage,
  response: ServerResponse,
  { isSelfHosted }: { isSelfHosted: boolean },
): void {
  delete headers[HEADER];
  delete headers[`${HEADER}-report-only`];
  if (isSelfHosted) response.setHeader(HEADER, EMPTY_POLICY);
}

const ADMIN = /^\/admin(?:[/?]|$)/;
/** Streamed, and long. */
const SITEMAP = /^\/sitemaps?[./]/;

/** Pages of the admin are sent while they are rendered, with a nonce. Those of the storefront are the same for every reader. */
export function setPagePolicy(request: IncomingMessage, response: ServerResponse): void {
  if (ADMIN.test(request.url ?? "")) setNoncePolicy(request, response);
  else if (isDocument(request)) sendDocument(request, response);
}

/** Requests of the client router get data, and those for a range a part of a file. */
function isDocument({ url = "", headers }: IncomingMessage): boolean {
  return !headers.rsc && !headers.range && !SITEMAP.test(url);
}

/** Next writes the nonce of the request's policy into the scripts of the page. */
function setNoncePolicy({ headers }: IncomingMessage, response: ServerResponse): void {
  const policy = buildNoncePolicy(randomBytes(16).toString("base64"), OPTIONS);
  headers[HEADER] = policy;
  response.setHeader(HEADER, policy);
}

/** Holds the page back until its scripts are known, which the policy allows by their hashes. */
function sendDocument(request: IncomingMessage, response: ServerResponse): void {
  // The status and headers of a page depend on its body, which Node leaves out of the response.
  request.method = "GET";
  sendAndStore(request, response, (body) => {
    if (!String(response.getHeader("content-type")).startsWith("text/html")) return;
    const html = body.toString("utf8");
    if (isMarkedNotFound(html)) response.statusCode = 404;
    const { policy, foreignScripts } = buildDocumentPolicy(html, OPTIONS);
    response.setHeader(HEADER, policy);
    if (foreignScripts.length === 0) return;
    const scripts = foreignScripts.map((code) => code.slice(0, 200));
    log.error({ url: request.url, scripts }, "a page has inline scripts that its policy refuses");
  });
}

/** The browser uses the policy that it stored with the page. */
export function removePolicyOfUnchanged(response: ServerResponse): void {
  if (response.statusCode === 304) response.removeHeader(HEADER);
}
