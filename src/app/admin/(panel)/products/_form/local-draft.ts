import type { ProductValues } from "./product-values";

/** What somebody typed and has not saved, with what they started from. */
export interface LocalDraft {
  savedAt: string;
  version: number;
  base: ProductValues;
  values: ProductValues;
}

/** By person: a shop's computer is shared. */
export function getDraftKey(userId: string, productId: string | null): string {
  return `produit-saisie:${userId}:${productId ?? "nouveau"}`;
}

export function readDraft(key: string): LocalDraft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? "null") as LocalDraft | null;
    return draft && isWhole(draft.values) && isWhole(draft.base) ? draft : null;
  } catch {
    return null;
  }
}

/** False for one that an earlier build of this page kept in another shape. */
function isWhole(values: Partial<ProductValues> | undefined): values is ProductValues {
  return (
    typeof values?.name === "string" &&
    Array.isArray(values.images) &&
    Array.isArray(values.variations) &&
    values.variations.every((option) => Array.isArray(option?.values))
  );
}

export function saveDraft(key: string, draft: LocalDraft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Full or refused: the page itself still holds what was typed.
  }
}

export function deleteDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Refused: then nothing was kept either.
  }
}
