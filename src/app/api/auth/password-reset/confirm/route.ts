import { z } from "zod";
import { SIGN_IN_REQUESTS } from "@/app/api/limits";
import { PasswordByLink } from "@/domain/staff/schema";
import { resetPassword } from "@/domain/staff/sign-in/password-commands";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Set a new password by the link of a mail, once",
  access: "public",
  limit: SIGN_IN_REQUESTS,
  body: PasswordByLink,
  response: z.null(),
  handle: async ({ body, origin }) => {
    await resetPassword(body.token, body.password, origin);
    return null;
  },
});
