import { z } from "zod";
import { SweptMessages } from "@/domain/messaging/contact/schema";
import { sweepMessages } from "@/domain/messaging/retention-commands";
import { sweepNewsletter } from "@/domain/newsletter/retention-commands";
import { SweptNewsletter } from "@/domain/newsletter/subscribers/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Archive and delete personal data that has been kept long enough",
  access: "cron",
  response: z.strictObject({ messages: SweptMessages, newsletter: SweptNewsletter }),
  handle: async () => ({ messages: await sweepMessages(), newsletter: await sweepNewsletter() }),
});
