import { z } from "zod";
import { OwnSession } from "@/domain/staff/schema";
import { endOtherSessions, listOwnSessions } from "@/domain/staff/sign-in/session-commands";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "List the user's sessions",
  access: "signed-in",
  response: z.array(OwnSession),
  handle: ({ actor }) => listOwnSessions(actor),
});

export const DELETE = defineRoute({
  summary: "End all sessions but the current one",
  access: "signed-in",
  response: z.object({ ended: z.number().int() }),
  handle: ({ actor }) => endOtherSessions(actor),
});
