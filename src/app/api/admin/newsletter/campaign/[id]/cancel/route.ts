import { CampaignId, StaffCampaign } from "@/domain/campaigns/schema";
import { cancelCampaign } from "@/domain/campaigns/sending/transition-commands";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Cancel the unsent messages; a scheduled campaign becomes a draft again",
  access: "newsletter.send",
  params: CampaignId,
  response: StaffCampaign,
  handle: ({ actor, params }) => cancelCampaign(actor, params.id),
});
