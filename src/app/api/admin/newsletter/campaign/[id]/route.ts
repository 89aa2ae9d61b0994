import { z } from "zod";
import { wakeCampaigns } from "@/app/api/wake-campaigns";
import { deleteCampaign, updateCampaign } from "@/domain/campaigns/commands";
import { getCampaign } from "@/domain/campaigns/queries";
import { CampaignId, CampaignPatch, StaffCampaign } from "@/domain/campaigns/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Get a campaign, with its report once it has started",
  access: "newsletter.read",
  params: CampaignId,
  response: StaffCampaign,
  handle: async ({ params }) => {
    const campaign = await getCampaign(params.id);
    // Polling the progress page keeps the campaign running where no cron job is configured.
    if (campaign.status === "RUNNING" || isDue(campaign)) wakeCampaigns();
    return campaign;
  },
});

export const PATCH = defineRoute({
  summary: "Edit a draft; `version` is the version that the editor loaded",
  access: "newsletter.write",
  params: CampaignId,
  body: CampaignPatch,
  maxBodyBytes: 512 * 1024,
  response: StaffCampaign,
  handle: ({ actor, params, body }) => updateCampaign(actor, params.id, body),
});

export const DELETE = defineRoute({
  summary: "Delete a draft",
  access: "newsletter.write",
  params: CampaignId,
  response: z.null(),
  handle: ({ actor, params }) => deleteCampaign(actor, params.id),
});

function isDue({ status, sendAt }: StaffCampaign): boolean {
  return status === "SCHEDULED" && sendAt !== null && Date.parse(sendAt) <= Date.now();
}
