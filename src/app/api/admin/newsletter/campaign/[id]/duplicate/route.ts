import { duplicateCampaign } from "@/domain/campaigns/commands";
import { CampaignId, StaffCampaign } from "@/domain/campaigns/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Copy a campaign into a new draft",
  access: "newsletter.write",
  params: CampaignId,
  response: StaffCampaign,
  status: 201,
  handle: ({ actor, params }) => duplicateCampaign(actor, params.id),
});
