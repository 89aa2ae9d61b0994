import { z } from "zod";
import { addImages } from "@/domain/catalogue/import/commands";
import { ImportImages } from "@/domain/catalogue/import-rows/schema";
import { OperationId } from "@/domain/catalogue/operations/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary:
    "Name uploaded images, so that the rows of an import can refer to them by the names of their files",
  access: "products.import",
  params: OperationId,
  body: ImportImages,
  maxBodyBytes: 512 * 1024,
  response: z.array(z.string()),
  handle: ({ actor, params, body }) => addImages(actor, params.id, body),
});
