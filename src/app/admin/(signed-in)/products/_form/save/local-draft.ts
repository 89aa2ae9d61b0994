import { NEW_PRODUCT, type ProductValues } from "../product-values";

/** Unsaved input of an editor, with the values and the version it started from. */
export interface LocalDraft {
  savedAt: string;
  version: number;
  base: ProductValues;
  values: ProductValues;
}

/** Includes the user because computers in the shop are shared. */
export function getDraftKey(userId: string, productId: string | null): string {
  return `produit-saisie:${userId}:${productId ?? "nouveau"}`;
}

export function readDraft(key: string): LocalDraft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? "null") as LocalDraft | null;
    if (!draft || !isProductValues(draft.values) || !isProductValues(draft.base)) return null;
    // Fields that the form did not have yet get their blank value.
    const complete = (stored: ProductValues) => ({ ...NEW_PRODUCT, ...stored });
    return { ...draft, base: complete(draft.base), values: complete(draft.values) };
  } catch {
    return null;
  }
}

/** Rejects drafts that an earlier version of this form stored in another shape. */
function isProductValues(values: Partial<ProductValues> | undefined): values is ProductValues {
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
    // localStorage is full or unavailable: the form itself still holds the input.
  }
}

export function deleteDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // localStorage is unavailable: no draft was stored either.
  }
}
