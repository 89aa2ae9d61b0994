import { wakeCampaigns } from "@/app/api/wake-campaigns";
import { CampaignId, SendRequest, StaffCampaign } from "@/domain/campaigns/schema";
import { sendCampaign } from "@/domain/campaigns/sending/start-commands";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Send a campaign now; `count` is the number of recipients, typed as a confirmation",
  access: "newsletter.send",
  params: CampaignId,
  body: SendRequest,
  response: StaffCampaign,
  handle: async ({ actor, params, body }) => {
    const campaign = await sendCampaign(actor, params.id, body);
    wakeCampaigns();
    return campaign;
  },
});
