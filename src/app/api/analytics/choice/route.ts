import { z } from "zod";
import { EVENTS } from "@/app/api/limits";
import { buildOptOutCookie } from "@/domain/analytics/client";
import { CountingChoice } from "@/domain/analytics/received/schema";
import { defineRoute } from "@/lib/http/define-route";
import { ResponseWithCookies } from "@/lib/http/respond";

export const POST = defineRoute({
  summary: "Choose whether the visits of this browser are counted; the choice is a cookie",
  access: "public",
  limit: EVENTS,
  body: CountingChoice,
  response: z.null(),
  handle: async ({ body }) => new ResponseWithCookies(null, [buildOptOutCookie(!body.isCounted)]),
});
