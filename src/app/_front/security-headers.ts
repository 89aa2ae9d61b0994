/** Set by the node server on every response, and on Vercel, which has none, by `next.routes.ts`. */
export const SECURITY_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
} as const;

/** Images in mails, in link previews and on other sites, and the pixel of a newsletter. */
export const EMBEDDED_HEADERS = { "Cross-Origin-Resource-Policy": "cross-origin" } as const;
const EMBEDDED = "media/.*|n/.*|[^/]+\\.(?:png|jpg|svg|ico)";
/** In the syntax of Next's `headers`. */
export const EMBEDDED_PATH = `/:path(${EMBEDDED})`;

const EMBEDDED_URL = new RegExp(`^/(?:${EMBEDDED})(?:\\?|$)`);

export function listSecurityHeaders(url: string): [name: string, value: string][] {
  return Object.entries({
    ...SECURITY_HEADERS,
    ...(EMBEDDED_URL.test(url) ? EMBEDDED_HEADERS : {}),
  });
}
