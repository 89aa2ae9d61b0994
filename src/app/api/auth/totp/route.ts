import { z } from "zod";
import { SIGN_IN_REQUESTS } from "@/app/api/limits";
import { ConfirmSecondFactor, CurrentPassword } from "@/domain/staff/schema";
import {
  confirmSecondFactor,
  prepareSecondFactor,
  removeSecondFactor,
} from "@/domain/staff/sign-in/second-factor-commands";
import { renderQrCode } from "@/lib/format/qr-code";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Prepare a second factor: the secret, and its QR code as an SVG",
  access: "signed-in",
  limit: SIGN_IN_REQUESTS,
  isSecret: true,
  body: CurrentPassword,
  response: z.object({ secret: z.string(), qrCode: z.string() }),
  handle: async ({ actor, body }) => {
    const { secret, uri } = await prepareSecondFactor(actor, body.currentPassword);
    return { secret, qrCode: await renderQrCode(uri) };
  },
});

export const PATCH = defineRoute({
  summary: "Enable the second factor with a first code; returns the recovery codes, once",
  access: "signed-in",
  limit: SIGN_IN_REQUESTS,
  body: ConfirmSecondFactor,
  response: z.object({ recoveryCodes: z.array(z.string()) }),
  handle: async ({ actor, body }) => ({
    recoveryCodes: await confirmSecondFactor(actor, body.code),
  }),
});

export const DELETE = defineRoute({
  summary: "Disable the second factor",
  access: "signed-in",
  limit: SIGN_IN_REQUESTS,
  body: CurrentPassword,
  response: z.null(),
  handle: ({ actor, body }) => removeSecondFactor(actor, body.currentPassword),
});
