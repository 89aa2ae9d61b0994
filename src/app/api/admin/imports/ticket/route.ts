import { MAX_IMPORT_BYTES } from "@/domain/catalogue/import/upload-commands";
import { UploadTicket } from "@/domain/catalogue/import-rows/schema";
import { defineRoute } from "@/lib/http/define-route";
import { createUploadTicket } from "@/lib/storage";

export const POST = defineRoute({
  summary:
    "Get a ticket to send a file to the store, where a request cannot hold it; null elsewhere",
  access: "products.import",
  response: UploadTicket.nullable(),
  isSecret: true,
  handle: () => createUploadTicket(MAX_IMPORT_BYTES),
});
