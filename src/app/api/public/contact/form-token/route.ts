import { FORM_TOKENS } from "@/app/api/limits";
import { FormToken } from "@/domain/messaging/contact-schema";
import { newFormToken } from "@/domain/messaging/form-token";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Say when a form was opened: asked for at its first touch, sent along with the message",
  access: "public",
  limit: FORM_TOKENS,
  answers: FormToken,
  handle: async () => ({ token: newFormToken() }),
});
