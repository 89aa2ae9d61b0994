import { sweepSessions } from "@/domain/staff/retention-commands";
import { SweptSessions } from "@/domain/staff/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Delete sessions and mailed links past their end",
  access: "cron",
  answers: SweptSessions,
  handle: sweepSessions,
});
