import { CampaignId, ScheduleRequest, StaffCampaign } from "@/domain/campaigns/schema";
import { scheduleCampaign } from "@/domain/campaigns/sending/start-commands";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary:
    "Schedule a campaign; `count` is the current number of recipients, typed as a confirmation",
  access: "newsletter.send",
  params: CampaignId,
  body: ScheduleRequest,
  response: StaffCampaign,
  handle: ({ actor, params, body }) => scheduleCampaign(actor, params.id, body),
});
