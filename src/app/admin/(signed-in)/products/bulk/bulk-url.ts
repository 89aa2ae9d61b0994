import { withParams } from "@/app/admin/_components/lists/list-query";

export const IDS_PARAM = "ids";
/** All products that match the filter, whose parameters are in the address too. */
export const ALL_PARAM = "tous";

const PATH = "/admin/products/bulk";

export function buildBulkUrl(selection: { ids: string[] } | { filter: Record<string, string> }) {
  return "ids" in selection
    ? withParams(PATH, { [IDS_PARAM]: selection.ids.join(".") })
    : withParams(PATH, { ...selection.filter, [ALL_PARAM]: "1" });
}
