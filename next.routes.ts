import type { NextConfig } from "next";
import {
  EMBEDDED_HEADERS,
  EMBEDDED_PATH,
  SECURITY_HEADERS,
} from "./src/app/_front/security-headers";
import { twinRewrites } from "./src/app/(shop)/dynamic-twins";
import { variantRewrites } from "./src/app/(shop)/variant-rewrites";
import { env } from "./src/lib/env";
import { ROUTE_SEGMENTS } from "./src/lib/i18n/locale";

const { fr, ar } = ROUTE_SEGMENTS;

/** The API, the admin, routes for files, Next's own paths, and those that name a language. */
const OTHER = `api(?:/|$)|admin(?:/|$)|media/|n/|w/|_next/|${fr}(?:[~/]|$)|ar(?:/|$)|${ar}(?:[~/]|$)`;
/** Every path except these and files. */
const STOREFRONT = `/:path((?!${OTHER}|.*\\.[a-z0-9]+$).+)`;
/** A file that does not exist, like the paths that scanners try. */
const UNKNOWN_FILE = `/:path((?!${OTHER}|sitemaps/).*\\.[a-z0-9]+)`;

const toRule = (source: string, headers: Record<string, string>) => ({
  source,
  headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
});

/** The policy cannot restrict scripts here: the hashes and the nonce are added by the node server, which Vercel does not run. */
const VERCEL_RULES = [
  toRule("/:path*", {
    ...SECURITY_HEADERS,
    "Content-Security-Policy": "object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  }),
  toRule(EMBEDDED_PATH, EMBEDDED_HEADERS),
];

/** The part of Next's configuration that the build writes into its output. */
export const routes: NextConfig = {
  // Without a value the build could not drop the code that an empty key switches off.
  env: {
    NEXT_PUBLIC_APP_URL: env.NEXT_PUBLIC_APP_URL ?? "",
    NEXT_PUBLIC_POSTHOG_KEY: env.NEXT_PUBLIC_POSTHOG_KEY ?? "",
  },
  headers: async () => [
    // Elsewhere the node server sets them, and matching each request against this would only cost time.
    ...(process.env.VERCEL ? VERCEL_RULES : []),
    {
      source: "/fonts/:file*",
      headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
    },
  ],
  redirects: async () => [
    { source: "/fr", destination: "/", permanent: true },
    { source: "/fr/:path*", destination: "/:path*", permanent: true },
    { source: `/${ar}/:path*`, destination: "/ar/:path*", permanent: true },
    { source: `/${fr}~:variants/:path*`, destination: "/:path*", permanent: true },
    { source: `/${ar}~:variants/:path*`, destination: "/ar/:path*", permanent: true },
  ],
  rewrites: async () => ({
    // Each rewrite applies to the result of those before it. Next compiles them again for each request of a route, so they are few.
    beforeFiles: [
      { source: "/ar/:path*", destination: `/${ar}/:path*` },
      { source: "/", destination: `/${fr}` },
      { source: STOREFRONT, destination: `/${fr}/:path` },
      ...twinRewrites(),
      ...variantRewrites(),
    ],
    // They get the 404 page of the storefront.
    afterFiles: [{ source: UNKNOWN_FILE, destination: `/${fr}/:path` }],
    fallback: [],
  }),
};
