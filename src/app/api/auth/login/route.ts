import { z } from "zod";
import { SIGN_IN_REQUESTS } from "@/app/api/limits";
import { SignedInUser, SignIn } from "@/domain/staff/schema";
import { signIn } from "@/domain/staff/sign-in/commands";
import { KNOWN_DEVICE_SECONDS } from "@/domain/staff/sign-in/known-device";
import { buildChallengeCookie } from "@/lib/auth/challenge-cookie";
import { buildDeviceCookie, getDeviceCookieName } from "@/lib/auth/device-cookie";
import { buildSessionCookie } from "@/lib/auth/lucia";
import { afterResponse } from "@/lib/http/after-response";
import { defineRoute } from "@/lib/http/define-route";
import { ResponseWithCookies } from "@/lib/http/respond";

export const POST = defineRoute({
  summary: "Sign in with name and password; an account with a second factor is asked for it next",
  access: "public",
  limit: SIGN_IN_REQUESTS,
  body: SignIn,
  response: z.union([
    z.object({ user: SignedInUser }),
    z.object({ secondFactor: z.literal(true) }),
  ]),
  handle: async ({ request, body, origin, address, token }) => {
    const deviceToken = (userId: string) => request.cookies.get(getDeviceCookieName(userId))?.value;
    const attempt = { origin, address, token, deviceToken, defer: afterResponse };
    const result = await signIn(body, attempt);
    return "challenge" in result
      ? new ResponseWithCookies({ secondFactor: true }, [buildChallengeCookie(result.challenge)])
      : new ResponseWithCookies({ user: result.user }, [
          buildSessionCookie(result.token),
          buildDeviceCookie(result.user.id, result.device, KNOWN_DEVICE_SECONDS),
        ]);
  },
});
