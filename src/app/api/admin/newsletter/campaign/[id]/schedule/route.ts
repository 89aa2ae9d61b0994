import { CampaignId, ScheduleRequest, StaffCampaign } from "@/domain/campaigns/schema";
import { scheduleCampaign } from "@/domain/campaigns/sending/start-commands";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Send a campaign at a moment to come; `count` is the typed number of its recipients now",
  access: "newsletter.send",
  params: CampaignId,
  body: ScheduleRequest,
  response: StaffCampaign,
  handle: ({ actor, params, body }) => scheduleCampaign(actor, params.id, body),
});
