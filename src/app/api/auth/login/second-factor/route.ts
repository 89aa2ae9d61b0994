import { z } from "zod";
import { SIGN_IN_REQUESTS } from "@/app/api/limits";
import { SecondFactor, SignedInUser } from "@/domain/staff/schema";
import { signInWithSecondFactor } from "@/domain/staff/sign-in/commands";
import { KNOWN_DEVICE_SECONDS } from "@/domain/staff/sign-in/known-device";
import { buildChallengeCookie, CHALLENGE_COOKIE } from "@/lib/auth/challenge-cookie";
import { buildDeviceCookie, getDeviceCookieName } from "@/lib/auth/device-cookie";
import { buildSessionCookie } from "@/lib/auth/lucia";
import { afterResponse } from "@/lib/http/after-response";
import { defineRoute } from "@/lib/http/define-route";
import { ResponseWithCookies } from "@/lib/http/respond";

export const POST = defineRoute({
  summary: "Second step of signing in: a code of the app, or a recovery code",
  access: "public",
  limit: SIGN_IN_REQUESTS,
  body: SecondFactor,
  response: z.object({ user: SignedInUser }),
  handle: async ({ request, body, origin, address, token: earlier }) => {
    const challenge = request.cookies.get(CHALLENGE_COOKIE)?.value;
    const deviceToken = (userId: string) => request.cookies.get(getDeviceCookieName(userId))?.value;
    const attempt = { origin, address, token: earlier, deviceToken, defer: afterResponse };
    const { token, user, device } = await signInWithSecondFactor(challenge, body.code, attempt);
    return new ResponseWithCookies({ user }, [
      buildSessionCookie(token),
      buildChallengeCookie(null),
      buildDeviceCookie(user.id, device, KNOWN_DEVICE_SECONDS),
    ]);
  },
});
