import { z } from "zod";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/http/define-route";
import { hasCronSecret } from "@/lib/http/request";
import { checkReadiness } from "@/lib/readiness";

export const GET = defineRoute({
  summary: "Readiness check of database and migrations; with details for the bearer of CRON_SECRET",
  access: "public",
  limit: null,
  response: z.strictObject({
    status: z.literal("ready"),
    database: z.boolean().optional(),
    migrations: z.boolean().optional(),
  }),
  handle: async ({ request }) => {
    const readiness = await checkReadiness();
    const details = hasCronSecret(request) ? { ...readiness } : undefined;
    if (!Object.values(readiness).every(Boolean)) {
      throw new AppError("SERVICE_UNAVAILABLE", { retryAfterSeconds: 5, details });
    }
    return { status: "ready", ...details };
  },
});
