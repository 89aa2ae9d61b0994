import { z } from "zod";
import { STAFF_DOOR } from "@/app/api/limits";
import { Person, SignIn } from "@/domain/staff/schema";
import { signIn } from "@/domain/staff/sign-in/commands";
import { KNOWN_DEVICE_SECONDS } from "@/domain/staff/sign-in/known-device";
import { challengeCookie } from "@/lib/auth/challenge-cookie";
import { deviceCookie, deviceCookieName } from "@/lib/auth/device-cookie";
import { sessionCookie } from "@/lib/auth/lucia";
import { afterResponse } from "@/lib/http/after-response";
import { defineRoute } from "@/lib/http/define-route";
import { CookieAnswer } from "@/lib/http/respond";

export const POST = defineRoute({
  summary: "Sign in with name and password; an account with a second factor is asked for it next",
  access: "public",
  limit: STAFF_DOOR,
  body: SignIn,
  answers: z.union([z.object({ user: Person }), z.object({ secondFactor: z.literal(true) })]),
  handle: async ({ request, body, origin, address, token }) => {
    const deviceToken = (userId: string) => request.cookies.get(deviceCookieName(userId))?.value;
    const attempt = { origin, address, token, deviceToken, defer: afterResponse };
    const result = await signIn(body, attempt);
    return "challenge" in result
      ? new CookieAnswer({ secondFactor: true }, [challengeCookie(result.challenge)])
      : new CookieAnswer({ user: result.user }, [
          sessionCookie(result.token),
          deviceCookie(result.user.id, result.device, KNOWN_DEVICE_SECONDS),
        ]);
  },
});
