import { z } from "zod";
import { updateCategory } from "@/domain/catalogue/categories/commands";
import { getStaffCategory } from "@/domain/catalogue/categories/queries";
import {
  CategoryId,
  CategoryPatch,
  CategoryRemoval,
  StaffCategory,
} from "@/domain/catalogue/categories/schema";
import { deleteCategory } from "@/domain/catalogue/categories/tree-commands";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "A category",
  access: "categories.manage",
  params: CategoryId,
  response: StaffCategory,
  handle: ({ params }) => getStaffCategory(params.id),
});

export const PATCH = defineRoute({
  summary: "Edit a category; `version` is the version that the editor loaded",
  access: "categories.manage",
  params: CategoryId,
  body: CategoryPatch,
  response: StaffCategory,
  invalidates: ["catalogue"],
  handle: ({ actor, params, body }) => updateCategory(actor, params.id, body),
});

export const DELETE = defineRoute({
  summary: "Delete a category; its products and subcategories move to `moveTo`",
  access: "categories.manage",
  params: CategoryId,
  query: CategoryRemoval,
  response: z.null(),
  invalidates: ["catalogue"],
  handle: ({ actor, params, query }) => deleteCategory(actor, params.id, query.moveTo),
});
