import { z } from "zod";
import { ONE_CLICK_UNSUBSCRIBES, PUBLIC_READS } from "@/app/api/limits";
import { recordUnsubscription } from "@/domain/campaigns/sending/delivery-commands";
import { Unsubscription } from "@/domain/newsletter/schema";
import {
  unsubscribeByOneClick,
  unsubscribeFromPage,
} from "@/domain/newsletter/subscription/commands";
import { defineRoute } from "@/lib/http/define-route";
import { isFormPost } from "@/lib/http/form-post";
import { buildLinkFormResponses } from "../form-pages";

/** Accepts any value, because a mail program gets 200 for an invalid link too. */
const LinkQuery = z.object({ token: z.unknown().optional() });

const toToken = (token: unknown) => (typeof token === "string" ? token : undefined);

export const GET = defineRoute({
  summary: "Redirect to the unsubscribe page; does not unsubscribe",
  access: "public",
  limit: PUBLIC_READS,
  query: LinkQuery,
  response: z.null(),
  handle: async ({ query }) => {
    const token = encodeURIComponent(toToken(query.token) ?? "");
    const headers = {
      location: `/newsletter/desinscription?token=${token}`,
      "cache-control": "private, no-store",
    };
    return new Response(null, { status: 303, headers });
  },
});

export const POST = defineRoute({
  summary: "Unsubscribe from our page or from a mail program (RFC 8058)",
  access: "public",
  limit: ONE_CLICK_UNSUBSCRIBES,
  query: LinkQuery,
  body: Unsubscription,
  response: z.null(),
  form: buildLinkFormResponses("/newsletter/desinscription", "fait", true),
  // A request with the token in the URL comes from a mail program, which has no session and no page on this site.
  allowCrossOrigin: (request) => isFormPost(request) && request.nextUrl.searchParams.has("token"),
  handle: async ({ query, body }) => {
    const ended = body["List-Unsubscribe"]
      ? await unsubscribeByOneClick(toToken(query.token))
      : await unsubscribeFromPage(body.token);
    if (ended !== null) await recordUnsubscription(ended);
    return null;
  },
});
