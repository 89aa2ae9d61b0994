import { z } from "zod";
import { STAFF_DOOR } from "@/app/api/limits";
import { signOut } from "@/domain/staff/sign-in/commands";
import { blankSessionCookie } from "@/lib/auth/lucia";
import { defineRoute } from "@/lib/http/define-route";
import { CookieAnswer } from "@/lib/http/respond";

export const POST = defineRoute({
  summary: "Sign out",
  access: "public",
  limit: STAFF_DOOR,
  answers: z.null(),
  handle: async ({ token }) => {
    await signOut(token);
    return new CookieAnswer(null, [blankSessionCookie()]);
  },
});
