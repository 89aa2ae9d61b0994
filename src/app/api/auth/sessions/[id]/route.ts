import { z } from "zod";
import { endOwnSession } from "@/domain/staff/sign-in/session-commands";
import { defineRoute } from "@/lib/http/define-route";

export const DELETE = defineRoute({
  summary: "End one of the user's sessions",
  access: "signed-in",
  params: z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) }),
  response: z.null(),
  handle: ({ actor, params }) => endOwnSession(actor, params.id),
});
