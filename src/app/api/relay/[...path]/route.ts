import { z } from "zod";
import { RELAYED_EVENTS, RELAYED_SETTINGS } from "@/app/api/limits";
import { findVisitor } from "@/domain/consent/cookies";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/http/define-route";
import { MAX_RELAYED_BYTES, relayToPostHog } from "@/lib/posthog/relay";

const params = z.strictObject({ path: z.array(z.string().max(200)).max(4) });

/** Only for people who accepted PostHog. @throws NOT_FOUND for all others */
function relay(request: Request, method: "GET" | "POST", path: readonly string[]) {
  if (!findVisitor(request.headers, "posthog")) throw new AppError("NOT_FOUND");
  return relayToPostHog(request, method, path.join("/"));
}

export const GET = defineRoute({
  summary: "Read PostHog's settings for the browser, after consent",
  access: "public",
  limit: RELAYED_SETTINGS,
  params,
  response: z.unknown(),
  handle: async ({ request, params: { path } }) => relay(request, "GET", path),
});

export const POST = defineRoute({
  summary: "Pass events of the browser to PostHog, after consent",
  access: "public",
  limit: RELAYED_EVENTS,
  acceptsBeacon: true,
  maxBodyBytes: MAX_RELAYED_BYTES,
  params,
  response: z.unknown(),
  handle: async ({ request, params: { path } }) => relay(request, "POST", path),
});
