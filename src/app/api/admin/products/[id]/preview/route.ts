import { z } from "zod";
import { createPreviewLink, revokePreviewLinks } from "@/domain/catalogue/previews/commands";
import { RecordParams } from "@/domain/catalogue/products/input";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Create a link that shows the product with its draft, for 48 hours",
  access: "products.write",
  isSecret: true,
  params: RecordParams,
  response: z.strictObject({ url: z.url() }),
  handle: ({ actor, params }) => createPreviewLink(actor, params.id),
});

export const DELETE = defineRoute({
  summary: "Revoke every preview link of the product",
  access: "products.write",
  params: RecordParams,
  response: z.null(),
  handle: ({ actor, params }) => revokePreviewLinks(actor, params.id),
});
