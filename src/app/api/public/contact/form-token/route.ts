import { FORM_TOKENS } from "@/app/api/limits";
import { createFormToken } from "@/domain/messaging/contact/form-token";
import { FormToken } from "@/domain/messaging/contact/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Get a token with the time of the first interaction with the contact form",
  access: "public",
  limit: FORM_TOKENS,
  response: FormToken,
  handle: async () => ({ token: createFormToken() }),
});
