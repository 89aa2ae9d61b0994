import type { StaffProductRow } from "@/domain/catalogue/products/schema";
import { apiList } from "@/lib/http/api-client";
import { sortByRelevance } from "./by-relevance";

/** Finds products by name or reference, those with the words in their name first; none for an empty text. */
export async function findProducts(text: string, signal: AbortSignal): Promise<StaffProductRow[]> {
  const q = text.trim();
  if (q === "") return [];
  const query = new URLSearchParams({ q, pageSize: "100" });
  const { items } = await apiList<StaffProductRow>(`/api/admin/products?${query}`, { signal });
  return sortByRelevance(items, q);
}
