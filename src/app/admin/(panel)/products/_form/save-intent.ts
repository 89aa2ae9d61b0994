import { isBlankAmount } from "@/lib/input/amount";
import { getChangedBody, type ProductBody, toProductBody } from "./product-body";
import type { ProductValues } from "./product-values";

/** What a button of the form asks for. */
export type SaveIntent = "create" | "save" | "publish" | "live" | "draft" | "discard";

export const SUCCESS_MESSAGES: Record<SaveIntent, string> = {
  create: "Produit créé",
  save: "Produit enregistré",
  publish: "Produit publié",
  live: "Modifications publiées",
  draft: "Brouillon enregistré",
  discard: "Modifications abandonnées",
};

/** The body of a new product. */
export function toCreateBody(intent: SaveIntent, values: ProductValues): ProductBody {
  return { ...toProductBody(values), ...(intent === "publish" && { status: "ACTIVE" }) };
}

interface EditOf {
  base: ProductValues;
  values: ProductValues;
  version: number;
  withoutRedirect: boolean;
}

/** The body of an edit: what changed and no more. Null where there is nothing to save. */
export function toEditBody(
  intent: SaveIntent,
  { base, values, version, withoutRedirect }: EditOf,
): Record<string, unknown> | null {
  if (intent === "discard") return { version, discardDraft: true };
  const changed = getChangedBody(base, values);
  const isEmpty = Object.keys(changed).length === 0;
  if (isEmpty && (intent === "save" || intent === "draft")) return null;
  return {
    ...changed,
    version,
    ...(intent === "publish" && { status: "ACTIVE" }),
    ...(intent === "live" && { saveAs: "LIVE" }),
    ...(intent === "draft" && { saveAs: "DRAFT" }),
    ...("slug" in changed && withoutRedirect && { withoutRedirect }),
  };
}

/** Whether customers would see what is saved. */
export function isPublic(intent: SaveIntent, { status }: ProductValues): boolean {
  if (intent === "publish" || intent === "live") return true;
  return intent !== "draft" && intent !== "discard" && status === "ACTIVE";
}

/** Whether customers would read "Prix sur demande" although nobody chose that. */
export function lacksPrice(intent: SaveIntent, values: ProductValues): boolean {
  return isPublic(intent, values) && isBlankAmount(values.basePrice) && !values.priceOnRequest;
}
