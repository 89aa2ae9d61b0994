import { NextRequest } from "next/server";
import { z } from "zod";

type Route = (
  request: NextRequest,
  context: { params: Promise<Record<string, string | string[]>> },
) => Promise<Response>;

interface CallOptions {
  method?: string;
  /** The segments of a catch-all route are a list. */
  params?: Record<string, string | string[]>;
  /** The raw query string, without the question mark. */
  query?: string;
  /** Sent as JSON; `FormData` and `URLSearchParams` are sent unchanged, as a page without JavaScript posts them. */
  body?: unknown;
  /** The signed-in user (`buildStaff`). */
  as?: { cookie: string };
  headers?: Record<string, string>;
}

const Envelope = z.looseObject({
  success: z.boolean(),
  data: z.any().optional(),
  pagination: z.any().optional(),
  facets: z.any().optional(),
  error: z.any().optional(),
  meta: z.strictObject({
    timestamp: z.iso.datetime(),
    requestId: z.string().regex(/^req_[0-9a-z]{10,}$/),
  }),
});

/** Calls a route handler in-process as a browser on the shop's own page does, and validates the response envelope. */
export async function call(route: Route, options: CallOptions = {}) {
  const { method = "GET", params = {}, query = "", body, as, headers } = options;
  const isForm = body instanceof FormData || body instanceof URLSearchParams;
  const request = new NextRequest(`http://shop.test/api?${query}`, {
    method,
    headers: {
      host: "shop.test",
      "sec-fetch-site": "same-origin",
      ...(body !== undefined && !isForm && { "content-type": "application/json" }),
      ...(as && { cookie: as.cookie }),
      ...headers,
    },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  });
  const response = await route(request, { params: Promise.resolve(params) });
  const text = await response.text();
  const isPage = response.headers.get("content-type")?.startsWith("text/html");
  const envelope = text && !isPage ? Envelope.parse(JSON.parse(text)) : undefined;
  if (envelope && envelope.meta.requestId !== response.headers.get("x-request-id")) {
    throw new Error("X-Request-Id differs from meta.requestId");
  }
  return { status: response.status, headers: response.headers, body: envelope };
}
