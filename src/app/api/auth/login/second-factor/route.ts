import { z } from "zod";
import { STAFF_DOOR } from "@/app/api/limits";
import { Person, SecondFactor } from "@/domain/staff/schema";
import { signInWithSecondFactor } from "@/domain/staff/sign-in/commands";
import { KNOWN_DEVICE_SECONDS } from "@/domain/staff/sign-in/known-device";
import { CHALLENGE_COOKIE, challengeCookie } from "@/lib/auth/challenge-cookie";
import { deviceCookie, deviceCookieName } from "@/lib/auth/device-cookie";
import { sessionCookie } from "@/lib/auth/lucia";
import { afterResponse } from "@/lib/http/after-response";
import { defineRoute } from "@/lib/http/define-route";
import { CookieAnswer } from "@/lib/http/respond";

export const POST = defineRoute({
  summary: "Second step of signing in: a code of the app, or a recovery code",
  access: "public",
  limit: STAFF_DOOR,
  body: SecondFactor,
  answers: z.object({ user: Person }),
  handle: async ({ request, body, origin, address, token: earlier }) => {
    const challenge = request.cookies.get(CHALLENGE_COOKIE)?.value;
    const deviceToken = (userId: string) => request.cookies.get(deviceCookieName(userId))?.value;
    const attempt = { origin, address, token: earlier, deviceToken, defer: afterResponse };
    const { token, user, device } = await signInWithSecondFactor(challenge, body.code, attempt);
    return new CookieAnswer({ user }, [
      sessionCookie(token),
      challengeCookie(null),
      deviceCookie(user.id, device, KNOWN_DEVICE_SECONDS),
    ]);
  },
});
