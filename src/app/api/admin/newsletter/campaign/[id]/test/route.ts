import { z } from "zod";
import { wakeOutbox } from "@/app/api/wake-outbox";
import { sendTestMail } from "@/domain/campaigns/content/test-commands";
import { CampaignId, TestRequest } from "@/domain/campaigns/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Send a test mail to a staff member",
  access: "newsletter.write",
  params: CampaignId,
  body: TestRequest,
  response: z.strictObject({ to: z.string() }),
  handle: async ({ actor, params, body }) => {
    const sent = await sendTestMail(actor, params.id, body);
    wakeOutbox();
    return sent;
  },
});
