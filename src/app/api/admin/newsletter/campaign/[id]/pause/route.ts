import { CampaignId, StaffCampaign } from "@/domain/campaigns/schema";
import { pauseCampaign } from "@/domain/campaigns/sending/transition-commands";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Pause a running campaign after the current batch",
  access: "newsletter.send",
  params: CampaignId,
  response: StaffCampaign,
  handle: ({ actor, params }) => pauseCampaign(actor, params.id),
});
