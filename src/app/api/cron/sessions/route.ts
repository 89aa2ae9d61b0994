import { deleteExpiredSessionsAndLinks } from "@/domain/staff/retention-commands";
import { DeletedSessions } from "@/domain/staff/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Delete expired sessions and mailed links",
  access: "cron",
  response: DeletedSessions,
  handle: deleteExpiredSessionsAndLinks,
});
