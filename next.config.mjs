import { fileURLToPath } from "node:url";
import { PHASE_PRODUCTION_SERVER } from "next/constants.js";

const cacheHandler = fileURLToPath(
  new URL("./src/lib/cache/page-cache-handler.mjs", import.meta.url),
);

/** @type {import("next").NextConfig} */
const settings = {
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
    // Modules that were not asked for yet take 40 MB.
    preloadEntriesOnStart: false,
    // Prefetched pages stay in the client cache for the shortest time that Next allows.
    staleTimes: { static: 30, dynamic: 0 },
    cssChunking: { type: "graph", requestCost: 4_000 },
  },
  // Vercel has its own page cache.
  ...(process.env.VERCEL ? {} : { cacheHandler }),
  // The mail renderer needs the full React, which route bundles replace by a server subset.
  serverExternalPackages: ["pino", "sharp", "@react-email/render", "@react-email/components"],
};

/**
 * A configuration in TypeScript would make the running server load Next's compiler, 24 MB of memory. So only the build and the
 * development server read the part in TypeScript; the build writes it into its output.
 *
 * @param {string} phase
 */
export default async function configure(phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return settings;
  const { tsImport } = await import("tsx/esm/api");
  const { routes } = await tsImport("./next.routes.ts", import.meta.url);
  return { ...settings, ...routes };
}
