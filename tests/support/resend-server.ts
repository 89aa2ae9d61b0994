import { type MailApi, startMailApi } from "../../scripts/faults/mail-api";

const API_KEY = "re_test_0123456789";
export const WEBHOOK_SECRET = `whsec_${Buffer.from("a-webhook-secret-for-tests").toString("base64")}`;

/** Starts a loopback copy of Resend's API and sets the environment to it. Import code that sends mail only after this call. */
export async function startResendServer(): Promise<MailApi> {
  const server = await startMailApi();
  process.env.RESEND_API_KEY = API_KEY;
  process.env.RESEND_BASE_URL = server.url;
  process.env.RESEND_WEBHOOK_SECRET = WEBHOOK_SECRET;
  return server;
}
