import { FORM_TOKENS } from "@/app/api/limits";
import { createFormToken } from "@/domain/messaging/contact/form-token";
import { FormToken } from "@/domain/messaging/contact/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Say when a form was opened: asked for at its first touch, sent along with the message",
  access: "public",
  limit: FORM_TOKENS,
  response: FormToken,
  handle: async () => ({ token: createFormToken() }),
});
