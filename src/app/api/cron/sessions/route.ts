import { deleteExpiredSessionsAndLinks } from "@/domain/staff/retention-commands";
import { DeletedSessions } from "@/domain/staff/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Delete sessions and mailed links past their end",
  access: "cron",
  response: DeletedSessions,
  handle: deleteExpiredSessionsAndLinks,
});
