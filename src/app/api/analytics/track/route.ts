import { z } from "zod";
import { EVENTS } from "@/app/api/limits";
import { recordEvents } from "@/domain/analytics/commands";
import { MAX_EVENTS_BYTES, TrackedEvents } from "@/domain/analytics/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Record one event of a visitor, or up to fifty; no personal data is stored",
  access: "public",
  limit: EVENTS,
  acceptsBeacon: true,
  maxBodyBytes: MAX_EVENTS_BYTES,
  body: TrackedEvents,
  response: z.null(),
  status: 202,
  handle: ({ body }) => recordEvents([body].flat()),
});
