import { z } from "zod";
import { wholeNumber } from "./input/text-schema";
import { lookup } from "./lookup";

/** An unset variable and an empty one (`KEY=` in a file) mean the same. */
const filled = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(filled, schema.optional());
const secret = z.string().min(32, "needs at least 32 characters");
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" });
const webUrl = z.url({ protocol: /^https?$/, error: "must be an http(s):// address" });

const ADDRESSES_WITH_KEY = [
  ["UPSTASH_REDIS_REST_URL", "UPSTASH_REDIS_REST_TOKEN"],
  ["MEILISEARCH_HOST", "MEILISEARCH_API_KEY"],
] as const;

export const Environment = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    DATABASE_URL: z.preprocess(filled, postgresUrl),
    DIRECT_URL: optional(postgresUrl),
    DATABASE_POOL_MAX: z.preprocess(filled, wholeNumber(1, 100).default(10)),
    /** The memory of a process for the columns and words of its lists. Beyond it PostgreSQL lists and searches. */
    LISTING_INDEX_MAX_MB: z.preprocess(filled, wholeNumber(0, 4_096).default(512)),
    SESSION_SECRET: optional(secret),
    CRON_SECRET: optional(secret),
    BLOB_READ_WRITE_TOKEN: optional(z.string().startsWith("vercel_blob_")),
    RESEND_API_KEY: optional(z.string().startsWith("re_")),
    RESEND_WEBHOOK_SECRET: optional(z.string().startsWith("whsec_")),
    RESEND_BASE_URL: optional(webUrl),
    SMTP_URL: optional(z.url({ protocol: /^smtps?$/, error: "must be an smtp(s):// address" })),
    MAIL_FROM: optional(z.email()),
    ADMIN_EMAIL: z.preprocess(filled, z.email().default("equipementouarzazate@gmail.com")),
    NEXT_PUBLIC_POSTHOG_KEY: optional(z.string().startsWith("phc_")),
    NEXT_PUBLIC_POSTHOG_HOST: optional(webUrl),
    NEXT_PUBLIC_APP_URL: optional(webUrl),
    UPSTASH_REDIS_REST_URL: optional(webUrl),
    UPSTASH_REDIS_REST_TOKEN: optional(z.string().min(1)),
    MEILISEARCH_HOST: optional(webUrl),
    MEILISEARCH_API_KEY: optional(z.string().min(1)),
    TRUSTED_PROXIES: z.preprocess(filled, wholeNumber(0, 10).default(0)),
    DATA_DIR: z.preprocess(filled, z.string().default(".data")),
    LOG_LEVEL: z.preprocess(
      filled,
      z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    ),
  })
  .superRefine((env, issues) => {
    if (env.NODE_ENV === "production") {
      for (const name of ["SESSION_SECRET", "CRON_SECRET", "NEXT_PUBLIC_APP_URL"] as const) {
        if (!env[name]) {
          issues.addIssue({ code: "custom", path: [name], message: "is required in production" });
        }
      }
    }
    for (const [address, key] of ADDRESSES_WITH_KEY) {
      if (Boolean(env[address]) !== Boolean(env[key])) {
        issues.addIssue({ code: "custom", path: [key], message: `goes together with ${address}` });
      }
    }
  });

/** @throws an Error that lists every missing or malformed variable */
export function parseEnvironment(source: Record<string, string | undefined>) {
  const result = Environment.safeParse(source);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    (issue) =>
      `  ${issue.path.join(".")}: ${lookup(source, String(issue.path[0])) ? issue.message : `missing (${issue.message})`}`,
  );
  throw new Error(`The environment is not complete (see .env.example):\n${problems.join("\n")}`);
}

export const env = parseEnvironment(process.env);

/** Vercel's shared cache reads cache headers and removes them before the browser. */
export const isOnVercel = Boolean(process.env.VERCEL);

/** Whether requests pass our node server on their way to Next: in production, except on Vercel. */
export const isSelfHosted = process.env.NODE_ENV === "production" && !isOnVercel;

/** The public URL of the shop, without a trailing slash. */
export const appUrl = (env.NEXT_PUBLIC_APP_URL ?? "http://localhost:3000").replace(/\/+$/, "");

/** The key for signatures and encryption. Production does not start without it; elsewhere the first use throws. */
export function sessionSecret(): string {
  if (!env.SESSION_SECRET) throw new Error("SESSION_SECRET is missing (see .env.example).");
  return env.SESSION_SECRET;
}
