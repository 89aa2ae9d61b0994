import { CONSENT_CHOICES } from "@/app/api/limits";
import { buildVariantsCookie, listVariants } from "@/domain/analytics/experiments/visitor-variants";
import {
  buildConsentCookies,
  findVisitor,
  isTrackingRefused,
  newVisitor,
  readVisitor,
} from "@/domain/consent/cookies";
import { ConsentChoice, ConsentRequest } from "@/domain/consent/schema";
import { hasPurpose } from "@/domain/consent/wordings";
import { stopCapturing } from "@/domain/messaging/leads/capture-commands";
import { unlinkVisitors } from "@/domain/newsletter/subscription/visitor-commands";
import { defineRoute } from "@/lib/http/define-route";
import { ResponseWithCookies } from "@/lib/http/respond";

export const POST = defineRoute({
  summary:
    "Store in cookies whether the person accepts the banner's text; Sec-GPC and DNT refuse it. A refusal also deletes the link to a subscription",
  access: "public",
  limit: CONSENT_CHOICES,
  body: ConsentRequest,
  response: ConsentChoice,
  handle: async ({ request: { headers }, body: { personId, wording, choice } }) => {
    const isRefused = isTrackingRefused(headers) || choice === "refused";
    const stored: ConsentChoice = { wording, choice: isRefused ? "refused" : "accepted" };
    const known = [personId, readVisitor(headers)?.personId].filter((id) => id !== undefined);
    if (isRefused) {
      await unlinkVisitors(known);
      await stopCapturing(known);
    }
    const visitor = findVisitor(headers) ?? newVisitor();
    const isAssigned = !isRefused && hasPurpose(wording, "experiments");
    const variants = isAssigned ? await listVariants(visitor.personId) : [];
    const cookie = buildVariantsCookie(headers, variants);
    const cookies = buildConsentCookies(stored, visitor);
    return new ResponseWithCookies(stored, cookie ? [...cookies, cookie] : cookies);
  },
});
