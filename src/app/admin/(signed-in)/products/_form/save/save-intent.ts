import { isPriceMissing } from "@/domain/catalogue/products/rules";
import { isBlankAmount } from "@/lib/input/amount";
import type { ProductValues } from "../product-values";
import { getChangedBody, type ProductBody, toProductBody } from "./product-body";

/** What a save button does: "live" publishes changes at once, "draft" stores them beside the published product. */
export type SaveIntent = "create" | "save" | "publish" | "live" | "draft" | "discard";

export const SUCCESS_MESSAGES: Record<SaveIntent, string> = {
  create: "Produit créé",
  save: "Produit enregistré",
  publish: "Produit publié",
  live: "Modifications publiées",
  draft: "Brouillon enregistré",
  discard: "Modifications abandonnées",
};

/** Builds the API body of a new product. */
export function toCreateBody(intent: SaveIntent, values: ProductValues): ProductBody {
  const body = toProductBody(values);
  return intent === "publish" ? { ...body, status: "ACTIVE" } : body;
}

interface EditContext {
  base: ProductValues;
  values: ProductValues;
  version: number;
  withoutRedirect: boolean;
}

const SAVE_AS: Partial<Record<SaveIntent, string>> = { live: "LIVE", draft: "DRAFT" };

/** Builds the API body of an edit from the changed fields. Null if there is nothing to save. */
export function toEditBody(
  intent: SaveIntent,
  { base, values, version, withoutRedirect }: EditContext,
): Record<string, unknown> | null {
  if (intent === "discard") return { version, discardDraft: true };
  const changed = getChangedBody(base, values);
  const isEmpty = Object.keys(changed).length === 0;
  if (isEmpty && (intent === "save" || intent === "draft")) return null;
  return {
    ...changed,
    version,
    ...(intent === "publish" && { status: "ACTIVE" }),
    saveAs: SAVE_AS[intent],
    withoutRedirect: ("slug" in changed && withoutRedirect) || undefined,
  };
}

/** Whether customers will see the saved values. */
export function isPublic(intent: SaveIntent, { status }: ProductValues): boolean {
  if (intent === "publish" || intent === "live") return true;
  return intent !== "draft" && intent !== "discard" && status === "ACTIVE";
}

/** Whether customers would read "Prix sur demande" although `priceOnRequest` is not set. */
export function lacksPrice(intent: SaveIntent, values: ProductValues): boolean {
  const basePrice = isBlankAmount(values.basePrice) ? null : values.basePrice;
  return isPublic(intent, values) && isPriceMissing({ ...values, basePrice });
}
