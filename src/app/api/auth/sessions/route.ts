import { z } from "zod";
import { OwnSession } from "@/domain/staff/schema";
import { endOtherSessions, listOwnSessions } from "@/domain/staff/sign-in/session-commands";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "The places where one is signed in",
  access: "signed-in",
  response: z.array(OwnSession),
  handle: ({ actor }) => listOwnSessions(actor),
});

export const DELETE = defineRoute({
  summary: "Sign out everywhere but here",
  access: "signed-in",
  response: z.object({ ended: z.number().int() }),
  handle: ({ actor }) => endOtherSessions(actor),
});
