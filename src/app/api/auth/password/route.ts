import { z } from "zod";
import { SIGN_IN_REQUESTS } from "@/app/api/limits";
import { PasswordChange } from "@/domain/staff/schema";
import { KNOWN_DEVICE_SECONDS } from "@/domain/staff/sign-in/known-device";
import { changePassword } from "@/domain/staff/sign-in/password-commands";
import { buildDeviceCookie } from "@/lib/auth/device-cookie";
import { buildSessionCookie, createSession, isRemembered } from "@/lib/auth/lucia";
import { defineRoute } from "@/lib/http/define-route";
import { ResponseWithCookies } from "@/lib/http/respond";

export const POST = defineRoute({
  summary: "Change the password; ends every session and opens a new one",
  access: "signed-in",
  limit: SIGN_IN_REQUESTS,
  isSecret: true,
  body: PasswordChange,
  response: z.null(),
  handle: async ({ actor, body, origin, token: earlier = "" }) => {
    const device = await changePassword(actor, body);
    const { ipHash: ipAddress, userAgent } = origin;
    const rememberMe = isRemembered(earlier);
    const token = await createSession(actor.id, { ipAddress, userAgent, rememberMe });
    return new ResponseWithCookies(null, [
      buildSessionCookie(token),
      buildDeviceCookie(actor.id, device, KNOWN_DEVICE_SECONDS),
    ]);
  },
});
