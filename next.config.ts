import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import { env } from "./src/lib/env";
import { SECURITY_HEADERS } from "./src/lib/http/front/security-headers";
import { ROUTE_SEGMENTS } from "./src/lib/i18n/locale";
import { twinRewrites } from "./src/lib/i18n/paths";

const { fr, ar } = ROUTE_SEGMENTS;

/** Everything but the API, the panel, files and Next's own paths belongs to the storefront. */
const STOREFRONT = `/:path((?!api(?:/|$)|admin(?:/|$)|media/|n/|_next/|${fr}(?:/|$)|ar(?:/|$)|${ar}(?:/|$)|.*\\.[a-z0-9]+$).*)`;

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // Pictures are encoded when they enter; /_next/image answers 404.
  images: { unoptimized: true },
  // Strangers' guesses stay in a bounded memory cache and cannot fill the disk. Customers load no styles of the panel.
  experimental: {
    isrFlushToDisk: false,
    globalNotFound: true,
    authInterrupts: true,
    // A page fetched ahead is kept in the tab for no longer than Next allows at least.
    staleTimes: { static: 30, dynamic: 0 },
    cssChunking: { type: "graph", requestCost: 4_000 },
  },
  // Vercel keeps pages, and forgets them, by itself.
  ...(process.env.VERCEL
    ? {}
    : {
        cacheHandler: fileURLToPath(
          new URL("./src/lib/cache/page-cache-handler.mjs", import.meta.url),
        ),
      }),
  // The mails' renderer needs the whole of React, which the bundle for routes has not.
  serverExternalPackages: ["pino", "sharp", "@react-email/render", "@react-email/components"],
  env: { NEXT_PUBLIC_APP_URL: env.NEXT_PUBLIC_APP_URL ?? "" },
  headers: async () => [
    {
      source: "/:path*",
      headers: Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value })),
    },
    {
      source: "/fonts/:file*",
      headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
    },
  ],
  redirects: async () => [
    { source: "/fr", destination: "/", permanent: true },
    { source: "/fr/:path*", destination: "/:path*", permanent: true },
    { source: `/${ar}/:path*`, destination: "/ar/:path*", permanent: true },
  ],
  rewrites: async () => ({
    beforeFiles: [
      ...twinRewrites(),
      { source: "/ar/:path*", destination: `/${ar}/:path*` },
      { source: STOREFRONT, destination: `/${fr}/:path` },
    ],
    afterFiles: [],
    fallback: [],
  }),
};

export default config;
