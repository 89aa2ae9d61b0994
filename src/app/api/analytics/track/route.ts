import { z } from "zod";
import { EVENTS } from "@/app/api/limits";
import { trackEvents } from "@/app/api/track-event";
import { toNewEvent } from "@/domain/analytics/received/received-event";
import { MAX_EVENTS_BYTES, TrackedEvents } from "@/domain/analytics/received/schema";
import { appUrl } from "@/lib/env";
import { defineRoute } from "@/lib/http/define-route";

const shopHost = new URL(appUrl).hostname;

export const POST = defineRoute({
  summary: "Record one event of a visitor, or up to fifty; no personal data is stored",
  access: "public",
  limit: EVENTS,
  acceptsBeacon: true,
  maxBodyBytes: MAX_EVENTS_BYTES,
  body: TrackedEvents,
  response: z.null(),
  status: 202,
  handle: async ({ request, address, body }) => {
    const events = [body].flat().map((event) => toNewEvent(event, shopHost));
    trackEvents(request.headers, address, events);
    return null;
  },
});
