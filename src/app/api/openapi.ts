import { ROUTES } from "@/app/api/route-table";
import { appUrl } from "@/lib/env";
import { describeOperations, listOperations } from "@/lib/http/openapi";

/** Only the public routes, so that the paths of the admin API are not published. */
export function describePublicApi() {
  const operations = listOperations(ROUTES).filter(({ spec }) => spec.access === "public");
  return describeOperations(operations, appUrl);
}

export function describeWholeApi() {
  return describeOperations(listOperations(ROUTES), appUrl);
}
