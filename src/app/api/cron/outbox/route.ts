import { countDueMails } from "@/domain/outbox/queries";
import { deleteOldMails } from "@/domain/outbox/retention-commands";
import { OutboxCronRun } from "@/domain/outbox/schema";
import { sendDueMails } from "@/domain/outbox/sender-commands";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Send due mails; delete mails older than 90 days",
  access: "cron",
  response: OutboxCronRun,
  handle: async () => {
    const run = await sendDueMails();
    return { ...run, left: await countDueMails(), forgotten: await deleteOldMails() };
  },
});
