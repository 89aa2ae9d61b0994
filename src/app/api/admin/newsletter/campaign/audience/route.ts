import { AudienceCount, AudienceQuery } from "@/domain/campaigns/schema";
import { countAudience } from "@/domain/campaigns/sending/audience-commands";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Count the subscribers who match an audience now",
  access: "newsletter.read",
  query: AudienceQuery,
  response: AudienceCount,
  handle: ({ query: { locale = null, source = [], from = null, to = null, segment = null } }) =>
    countAudience({ locale, sources: [source].flat(), from, to, segment }),
});
