import { CONSENT_CHOICES } from "@/app/api/limits";
import { buildConsentCookies, findVisitor, isTrackingRefused } from "@/domain/consent/cookies";
import { ConsentChoice } from "@/domain/consent/schema";
import { defineRoute } from "@/lib/http/define-route";
import { ResponseWithCookies } from "@/lib/http/respond";

export const POST = defineRoute({
  summary:
    "Store in cookies whether the person accepts the banner's text; Sec-GPC and DNT refuse it",
  access: "public",
  limit: CONSENT_CHOICES,
  body: ConsentChoice,
  response: ConsentChoice,
  handle: async ({ request: { headers }, body }) => {
    const stored: ConsentChoice = isTrackingRefused(headers)
      ? { ...body, choice: "refused" }
      : body;
    return new ResponseWithCookies(stored, buildConsentCookies(stored, findVisitor(headers)));
  },
});
