import { z } from "zod";
import { SignedInUser } from "@/domain/staff/schema";
import { buildSessionCookie, validateSession } from "@/lib/auth/lucia";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/http/define-route";
import { ResponseWithCookies } from "@/lib/http/respond";

export const GET = defineRoute({
  summary: "Get the signed-in user; extends the session and its cookie",
  access: "signed-in",
  response: z.object({ user: SignedInUser }),
  handle: async ({ token }) => {
    const signedIn = await validateSession(token);
    if (!signedIn || !token) throw new AppError("UNAUTHORIZED");
    return new ResponseWithCookies({ user: signedIn.user }, [buildSessionCookie(token)]);
  },
});
