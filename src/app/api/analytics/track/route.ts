import { z } from "zod";
import { EVENTS } from "@/app/api/limits";
import { trackEvents } from "@/app/api/track-event";
import { trackExposures } from "@/app/api/track-exposures";
import { toNewEvent } from "@/domain/analytics/received/received-event";
import { MAX_EVENTS_BYTES, TrackedEvents } from "@/domain/analytics/received/schema";
import { appUrl } from "@/lib/env";
import { defineRoute } from "@/lib/http/define-route";
import { ResponseWithCookies } from "@/lib/http/respond";

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
    const { headers } = request;
    const received = [body].flat();
    const events = received.filter((event) => event.eventType !== "exposure");
    trackEvents(
      headers,
      address,
      events.map((event) => toNewEvent(event, shopHost)),
    );
    const exposures = received.filter((event) => event.eventType === "exposure");
    const cookie = await trackExposures(headers, address, exposures);
    return cookie ? new ResponseWithCookies(null, [cookie]) : null;
  },
});
