import { CampaignId, StaffCampaign } from "@/domain/campaigns/schema";
import { pauseCampaign } from "@/domain/campaigns/sending/transition-commands";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Pause a campaign that runs, after the batch under way",
  access: "newsletter.send",
  params: CampaignId,
  response: StaffCampaign,
  handle: ({ actor, params }) => pauseCampaign(actor, params.id),
});
