import { importSubscribers } from "@/domain/newsletter/subscribers/import-commands";
import { ImportReport, SubscriberImport } from "@/domain/newsletter/subscribers/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Import subscribers with a proof of consent; `preview` writes nothing",
  access: "newsletter.write",
  body: SubscriberImport,
  maxBodyBytes: 4 * 1024 * 1024,
  response: ImportReport,
  handle: ({ actor, body }) => importSubscribers(actor, body),
});
