import { ROUTES } from "@/app/api/route-table";
import { appUrl } from "@/lib/env";
import { describeOperations, listOperations } from "@/lib/http/openapi";

/** What anybody may call; where staff work is told to staff only. */
export function describePublicApi() {
  const operations = listOperations(ROUTES).filter(({ spec }) => spec.access === "public");
  return describeOperations(operations, appUrl);
}

export function describeWholeApi() {
  return describeOperations(listOperations(ROUTES), appUrl);
}
