import { wakeCampaigns } from "@/app/api/wake-campaigns";
import { CampaignId, StaffCampaign } from "@/domain/campaigns/schema";
import { resumeCampaign } from "@/domain/campaigns/sending/transition-commands";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Resume a paused campaign where it stopped",
  access: "newsletter.send",
  params: CampaignId,
  response: StaffCampaign,
  handle: async ({ actor, params }) => {
    const campaign = await resumeCampaign(actor, params.id);
    wakeCampaigns();
    return campaign;
  },
});
