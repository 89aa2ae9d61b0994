import { z } from "zod";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Liveness check, without the database",
  access: "public",
  limit: null,
  response: z.strictObject({ status: z.literal("ok") }),
  handle: async () => ({ status: "ok" }),
});
