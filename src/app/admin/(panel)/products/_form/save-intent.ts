import { isBlankAmount } from "@/lib/input/amount";
import { bodyOf, changedBody, type ProductBody } from "./product-body";
import type { ProductValues } from "./product-values";

/** What a button of the form asks for. */
export type Intent = "create" | "save" | "publish" | "live" | "draft" | "discard";

export const DONE: Record<Intent, string> = {
  create: "Produit créé",
  save: "Produit enregistré",
  publish: "Produit publié",
  live: "Modifications publiées",
  draft: "Brouillon enregistré",
  discard: "Modifications abandonnées",
};

/** The body of a new product. */
export function creationBody(intent: Intent, values: ProductValues): ProductBody {
  return { ...bodyOf(values), ...(intent === "publish" && { status: "ACTIVE" }) };
}

interface EditOf {
  base: ProductValues;
  values: ProductValues;
  version: number;
  withoutRedirect: boolean;
}

/** The body of an edit: what changed and no more. Null where there is nothing to save. */
export function editBody(
  intent: Intent,
  { base, values, version, withoutRedirect }: EditOf,
): Record<string, unknown> | null {
  if (intent === "discard") return { version, discardDraft: true };
  const changed = changedBody(base, values);
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
export function isPublic(intent: Intent, { status }: ProductValues): boolean {
  if (intent === "publish" || intent === "live") return true;
  return intent !== "draft" && intent !== "discard" && status === "ACTIVE";
}

/** Whether customers would read "Prix sur demande" although nobody chose that. */
export function lacksPrice(intent: Intent, values: ProductValues): boolean {
  return isPublic(intent, values) && isBlankAmount(values.basePrice) && !values.priceOnRequest;
}
