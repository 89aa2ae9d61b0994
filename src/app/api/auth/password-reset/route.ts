import { z } from "zod";
import { MAILED_LINKS } from "@/app/api/limits";
import { sendDueMails } from "@/domain/outbox/sender-commands";
import { PasswordResetRequest } from "@/domain/staff/schema";
import { requestPasswordReset } from "@/domain/staff/sign-in/password-commands";
import { afterResponse } from "@/lib/http/after-response";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Request a password reset mail; the response is the same for an unknown address",
  access: "public",
  limit: MAILED_LINKS,
  status: 202,
  body: PasswordResetRequest,
  response: z.null(),
  handle: async ({ body }) => {
    // Not awaited: the response time would reveal whether the account exists.
    afterResponse(async () => {
      await requestPasswordReset(body.email);
      await sendDueMails();
    });
    return null;
  },
});
