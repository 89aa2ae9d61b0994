import { z } from "zod";
import { STAFF_DOOR } from "@/app/api/limits";
import { PasswordChange } from "@/domain/staff/schema";
import { KNOWN_DEVICE_SECONDS } from "@/domain/staff/sign-in/known-device";
import { changePassword } from "@/domain/staff/sign-in/password-commands";
import { deviceCookie } from "@/lib/auth/device-cookie";
import { createSession, isRemembered, sessionCookie } from "@/lib/auth/lucia";
import { defineRoute } from "@/lib/http/define-route";
import { CookieAnswer } from "@/lib/http/respond";

export const POST = defineRoute({
  summary: "Change one's password; every session ends, and this one is opened anew",
  access: "signed-in",
  limit: STAFF_DOOR,
  isSecret: true,
  body: PasswordChange,
  answers: z.null(),
  handle: async ({ actor, body, origin, token: earlier = "" }) => {
    const device = await changePassword(actor, body);
    const { ipHash: ipAddress, userAgent } = origin;
    const rememberMe = isRemembered(earlier);
    const token = await createSession(actor.id, { ipAddress, userAgent, rememberMe });
    return new CookieAnswer(null, [
      sessionCookie(token),
      deviceCookie(actor.id, device, KNOWN_DEVICE_SECONDS),
    ]);
  },
});
