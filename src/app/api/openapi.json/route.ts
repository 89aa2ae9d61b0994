import { ROUTES } from "@/app/api/route-table";
import { appUrl } from "@/lib/env";
import { describeRoutes } from "@/lib/http/openapi";

export const dynamic = "force-static";

/** The bare document, as tools that read OpenAPI expect it: no envelope. */
export function GET() {
  return Response.json(describeRoutes(ROUTES, appUrl));
}
