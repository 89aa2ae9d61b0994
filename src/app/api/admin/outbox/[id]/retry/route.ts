import { z } from "zod";
import { wakeOutbox } from "@/app/api/wake-outbox";
import { retryMail } from "@/domain/outbox/commands";
import { OutboxId, OutboxRetry } from "@/domain/outbox/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Queue a failed mail again, or one of unknown outcome",
  access: "messages.write",
  params: OutboxId,
  body: OutboxRetry,
  response: z.null(),
  handle: async ({ actor, params, body }) => {
    const done = await retryMail(actor, params.id, body);
    wakeOutbox();
    return done;
  },
});
