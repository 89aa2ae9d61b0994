import { z } from "zod";
import { SIGN_IN_REQUESTS } from "@/app/api/limits";
import { signOut } from "@/domain/staff/sign-in/commands";
import { buildBlankSessionCookie } from "@/lib/auth/lucia";
import { defineRoute } from "@/lib/http/define-route";
import { ResponseWithCookies } from "@/lib/http/respond";

export const POST = defineRoute({
  summary: "Sign out",
  access: "public",
  limit: SIGN_IN_REQUESTS,
  response: z.null(),
  handle: async ({ token }) => {
    await signOut(token);
    return new ResponseWithCookies(null, [buildBlankSessionCookie()]);
  },
});
