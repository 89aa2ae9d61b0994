import { defineConfig } from "prisma/config";

/** Migrations want a direct connection; the pooled one serves requests. */
const url = process.env.DIRECT_URL ?? process.env.DATABASE_URL;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations", seed: "tsx --conditions=react-server prisma/seed.ts" },
  ...(url && { datasource: { url } }),
});
