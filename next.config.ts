import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import { SECURITY_HEADERS } from "./src/app/_front/security-headers";
import { twinRewrites } from "./src/app/(shop)/dynamic-twins";
import { env } from "./src/lib/env";
import { ROUTE_SEGMENTS } from "./src/lib/i18n/locale";

const { fr, ar } = ROUTE_SEGMENTS;

/** Every path except the API, the admin, files and Next's own paths. */
const STOREFRONT = `/:path((?!api(?:/|$)|admin(?:/|$)|media/|n/|w/|_next/|${fr}(?:/|$)|ar(?:/|$)|${ar}(?:/|$)|.*\\.[a-z0-9]+$).*)`;

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // Images are resized on upload; /_next/image responds 404.
  images: { unoptimized: true },
  // Pages of guessed addresses stay in the bounded memory cache and cannot fill the disk. The CSS chunking keeps admin styles out of the
  // storefront.
  experimental: {
    isrFlushToDisk: false,
    globalNotFound: true,
    authInterrupts: true,
    // Prefetched pages stay in the client cache for the shortest time that Next allows.
    staleTimes: { static: 30, dynamic: 0 },
    cssChunking: { type: "graph", requestCost: 4_000 },
  },
  // Vercel has its own page cache.
  ...(process.env.VERCEL
    ? {}
    : {
        cacheHandler: fileURLToPath(
          new URL("./src/lib/cache/page-cache-handler.mjs", import.meta.url),
        ),
      }),
  // The mail renderer needs the full React, which route bundles replace by a server subset.
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
