import { z } from "zod";
import { Person } from "@/domain/staff/schema";
import { findSignedIn, sessionCookie } from "@/lib/auth/lucia";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/http/define-route";
import { CookieAnswer } from "@/lib/http/respond";

export const GET = defineRoute({
  summary: "Who is signed in; prolongs the cookie with the session",
  access: "signed-in",
  answers: z.object({ user: Person }),
  handle: async ({ token }) => {
    const signedIn = await findSignedIn(token);
    if (!signedIn || !token) throw new AppError("UNAUTHORIZED");
    return new CookieAnswer({ user: signedIn.user }, [sessionCookie(token)]);
  },
});
