import { previewCampaign } from "@/domain/campaigns/content/test-commands";
import { CampaignId, CampaignPreview, PreviewInput } from "@/domain/campaigns/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Render the unsaved content of a campaign; saves nothing",
  access: "newsletter.write",
  params: CampaignId,
  body: PreviewInput,
  maxBodyBytes: 512 * 1024,
  response: CampaignPreview,
  handle: ({ params, body }) => previewCampaign(params.id, body),
});
