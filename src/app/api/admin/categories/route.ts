import { createCategory } from "@/domain/catalogue/categories/commands";
import { listStaffCategories } from "@/domain/catalogue/categories/queries";
import { CategoryInput, StaffCategory } from "@/domain/catalogue/categories/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "All categories, hidden ones too, parents before their children",
  access: "categories.manage",
  response: StaffCategory.array(),
  handle: listStaffCategories,
});

export const POST = defineRoute({
  summary: "Create a category, last among its siblings",
  access: "categories.manage",
  body: CategoryInput,
  response: StaffCategory,
  status: 201,
  invalidates: ["catalogue"],
  handle: ({ actor, body }) => createCategory(actor, body),
});
