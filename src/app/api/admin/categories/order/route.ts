import { CategoryOrder, StaffCategory } from "@/domain/catalogue/categories/schema";
import { reorderCategories } from "@/domain/catalogue/categories/tree-commands";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Move several categories at once",
  access: "categories.manage",
  body: CategoryOrder,
  response: StaffCategory.array(),
  invalidates: ["catalogue"],
  handle: ({ actor, body }) => reorderCategories(actor, body),
});
