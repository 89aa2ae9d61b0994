import { z } from "zod";
import { SIGN_IN_REQUESTS } from "@/app/api/limits";
import { PasswordByLink } from "@/domain/staff/schema";
import { acceptInvitation } from "@/domain/staff/sign-in/password-commands";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Accept an invitation by choosing a password",
  access: "public",
  limit: SIGN_IN_REQUESTS,
  body: PasswordByLink,
  response: z.null(),
  handle: async ({ body, origin }) => {
    await acceptInvitation(body.token, body.password, origin);
    return null;
  },
});
