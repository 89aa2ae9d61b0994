import { z } from "zod";
import { ONE_CLICKS, PUBLIC_READS } from "@/app/api/limits";
import { Unsubscription } from "@/domain/newsletter/schema";
import { unsubscribe } from "@/domain/newsletter/subscriber-commands";
import { defineRoute } from "@/lib/http/define-route";
import { isFormPost } from "@/lib/http/form-post";
import { backTo } from "../form-pages";

/** Read as it comes: a mail program is told that all is well, whatever its link has become. */
const Link = z.object({ token: z.unknown().optional() });

const tokenOf = (token: unknown) => (typeof token === "string" ? token : undefined);

export const GET = defineRoute({
  summary: "Lead to the page that unsubscribes; changes nothing",
  access: "public",
  limit: PUBLIC_READS,
  query: Link,
  answers: z.null(),
  handle: async ({ query }) => {
    const token = encodeURIComponent(tokenOf(query.token) ?? "");
    const headers = {
      location: `/newsletter/desinscription?token=${token}`,
      "cache-control": "private, no-store",
    };
    return new Response(null, { status: 303, headers });
  },
});

export const POST = defineRoute({
  summary: "Unsubscribe, by our page or by a mail program (RFC 8058)",
  access: "public",
  limit: ONE_CLICKS,
  query: Link,
  body: Unsubscription,
  answers: z.null(),
  form: backTo("/newsletter/desinscription", "fait"),
  // With the token in the address it is a mail program's: it has no session and no page of ours.
  fromAnywhere: (request) => isFormPost(request) && request.nextUrl.searchParams.has("token"),
  handle: async ({ query, body }) => {
    if (body["List-Unsubscribe"]) await unsubscribe(tokenOf(query.token), "one-click");
    else await unsubscribe(body.token, "unsubscribe-page");
    return null;
  },
});
