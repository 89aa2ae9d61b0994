import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import { env } from "./src/lib/env";
import { CONTACT_PARAMETERS, FILTER_PARAMETERS } from "./src/lib/http/rendered-pages";
import { SECURITY_HEADERS } from "./src/lib/http/security-headers";

/** Everything but the API, the panel, files and Next's own paths belongs to the storefront. */
const STOREFRONT =
  "/:path((?!api(?:/|$)|admin(?:/|$)|media/|n/|_next/|fr(?:/|$)|ar(?:/|$)|.*\\.[a-z0-9]+$).*)";

const filtered = FILTER_PARAMETERS.flatMap((key) => [
  {
    source: "/catalogue/:slug",
    has: [{ type: "query" as const, key }],
    destination: "/fr/catalogue/:slug/filtres",
  },
  {
    source: "/ar/catalogue/:slug",
    has: [{ type: "query" as const, key }],
    destination: "/ar/catalogue/:slug/filtres",
  },
]);

const contactStates = CONTACT_PARAMETERS.flatMap((key) =>
  ["fr", "ar"].map((locale) => ({
    source: locale === "fr" ? "/contact" : `/${locale}/contact`,
    has: [{ type: "query" as const, key }],
    destination: `/${locale}/contact/formulaire`,
  })),
);

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
        cacheHandler: fileURLToPath(new URL("./src/lib/page-cache-handler.mjs", import.meta.url)),
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
  ],
  rewrites: async () => ({
    beforeFiles: [...filtered, ...contactStates, { source: STOREFRONT, destination: "/fr/:path" }],
    afterFiles: [],
    fallback: [],
  }),
};

export default config;
