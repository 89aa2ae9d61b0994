import { z } from "zod";
import { wakeOutbox } from "@/app/api/wake-outbox";
import { sendTest } from "@/domain/campaigns/content/test-commands";
import { CampaignId, TestOrder } from "@/domain/campaigns/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Send one copy, marked as a test, to somebody of the team",
  access: "newsletter.write",
  params: CampaignId,
  body: TestOrder,
  response: z.strictObject({ to: z.string() }),
  handle: async ({ actor, params, body }) => {
    const sent = await sendTest(actor, params.id, body);
    wakeOutbox();
    return sent;
  },
});
