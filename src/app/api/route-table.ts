import type { RouteModule } from "@/lib/http/openapi";
import * as ready from "./health/ready/route";
import * as health from "./health/route";
import * as categories from "./public/categories/route";
import * as product from "./public/products/[slug]/route";
import * as products from "./public/products/route";
import * as search from "./public/products/search/route";

/** Every route by its path. A test walks the folders and fails when one is missing here. */
export const ROUTES: Record<string, RouteModule> = {
  "/api/public/products": products,
  "/api/public/products/search": search,
  "/api/public/products/{slug}": product,
  "/api/public/categories": categories,
  "/api/health": health,
  "/api/health/ready": ready,
};
