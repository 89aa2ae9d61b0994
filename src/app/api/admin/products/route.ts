import { z } from "zod";
import { listStaffProducts } from "@/domain/catalogue/product-list/queries";
import { createProduct, findCreationProblems } from "@/domain/catalogue/products/creation-commands";
import { ProductInput } from "@/domain/catalogue/products/input";
import {
  SavedProduct,
  StaffProductQuery,
  StaffProductRow,
  StatusChip,
} from "@/domain/catalogue/products/schema";
import { defineRoute } from "@/lib/http/define-route";
import { ListResponse } from "@/lib/http/respond";

export const GET = defineRoute({
  summary: "All products but the trash, filtered and sorted, with a count for each status",
  access: "products.read",
  query: StaffProductQuery,
  response: StaffProductRow,
  isList: true,
  extra: { counts: z.partialRecord(StatusChip, z.number().int()) },
  handle: async ({ query }) => {
    const { items, pagination, counts } = await listStaffProducts(query);
    return new ListResponse(items, pagination, { counts });
  },
});

export const POST = defineRoute({
  summary: "Create a product, as a draft unless `status` is ACTIVE",
  access: "products.write",
  body: ProductInput,
  maxBodyBytes: 512 * 1024,
  response: SavedProduct,
  status: 201,
  invalidates: ["catalogue"],
  findMoreProblems: ({ refused }) => findCreationProblems(refused),
  handle: ({ actor, body }) => createProduct(actor, body),
});
