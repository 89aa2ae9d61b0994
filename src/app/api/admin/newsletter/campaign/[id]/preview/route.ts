import { CampaignId, CampaignPreview, PreviewInput } from "@/domain/campaigns/schema";
import { previewCampaign } from "@/domain/campaigns/test-commands";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "What is being written, rendered as it would arrive; changes nothing",
  access: "newsletter.write",
  params: CampaignId,
  body: PreviewInput,
  maxBodyBytes: 512 * 1024,
  answers: CampaignPreview,
  handle: ({ params, body }) => previewCampaign(params.id, body),
});
