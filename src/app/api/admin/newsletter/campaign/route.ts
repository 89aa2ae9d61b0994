import { createCampaign } from "@/domain/campaigns/commands";
import { listCampaigns } from "@/domain/campaigns/queries";
import {
  CampaignInput,
  CampaignQuery,
  CampaignRow,
  StaffCampaign,
} from "@/domain/campaigns/schema";
import { defineRoute } from "@/lib/http/define-route";
import { ListResponse } from "@/lib/http/respond";

export const GET = defineRoute({
  summary: "List campaigns, last changed first",
  access: "newsletter.read",
  query: CampaignQuery,
  response: CampaignRow,
  isList: true,
  handle: async ({ query }) => {
    const { items, pagination } = await listCampaigns(query);
    return new ListResponse(items, pagination);
  },
});

export const POST = defineRoute({
  summary: "Create a draft campaign",
  access: "newsletter.write",
  body: CampaignInput,
  maxBodyBytes: 512 * 1024,
  response: StaffCampaign,
  status: 201,
  handle: ({ actor, body }) => createCampaign(actor, body),
});
