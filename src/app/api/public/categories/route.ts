import { PUBLIC_READS } from "@/app/api/limits";
import { listCategories } from "@/domain/catalogue/listing/categories-published";
import { CategoryNode } from "@/domain/catalogue/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "The active categories as a tree, with product counts",
  access: "public",
  limit: PUBLIC_READS,
  response: CategoryNode.array(),
  cacheSeconds: 300,
  handle: () => listCategories(),
});
