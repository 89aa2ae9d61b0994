import { z } from "zod";
import { RecordParams } from "@/domain/catalogue/products/input";
import { VersionEntry } from "@/domain/catalogue/products/schema";
import { listProductVersions } from "@/domain/catalogue/versions/queries";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "The last hundred saves of a product, each with what it changed",
  access: "products.write",
  params: RecordParams,
  response: z.array(VersionEntry),
  handle: ({ params }) => listProductVersions(params.id),
});
