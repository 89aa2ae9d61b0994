import "server-only";
import type { Transaction } from "@/lib/db";
import type { Identity } from "../import-rows/grouping";
import { type RowProblem, toRowProblem } from "../import-rows/problems";
import type { ImportSpec } from "../import-rows/schema";
import type { Group } from "./group-commands";
import { type FoundProducts, findProducts, findZeroPaddedSkus } from "./references";

export interface IdentifiedGroup {
  group: Group;
  productId: string | null;
  refusal: RowProblem | null;
  /** Why the options leave the product out. */
  skipped: string | null;
}

/** Finds the product that each group of rows names. */
export async function identify(
  tx: Transaction,
  { options }: ImportSpec,
  groups: readonly Group[],
): Promise<IdentifiedGroup[]> {
  const values = groups.flatMap(({ identity }) => identity?.value ?? []);
  const found = await findProducts(tx, values);
  const padded = await findZeroPaddedSkus(tx, values);
  return groups.map((group) => {
    const productId = group.identity && findProductId(group.identity, found);
    const refusal = productId === null ? findUnknownRefusal(group, found, padded) : null;
    const skipped = refusal ? null : findSkipReason(options.mode, productId);
    return { group, productId, refusal, skipped };
  });
}

function findProductId({ by, value }: Identity, found: FoundProducts): string | null {
  if (by === "id") return found.byId.has(value) ? value : null;
  const maps = { sku: found.bySku, slug: found.bySlug, variationSku: found.byVariationSku };
  return maps[by].get(value) ?? null;
}

function findUnknownRefusal(
  { item, identity }: Group,
  found: FoundProducts,
  padded: ReadonlyMap<string, string>,
): RowProblem | null {
  if (identity === null) {
    const message =
      "Il manque ce qui nomme le produit : sa référence, son identifiant ou son adresse.";
    return toRowProblem(item, "", { code: "no-key", message });
  }
  const { by, value } = identity;
  if (by === "id") {
    const message = "Aucun produit n'a cet identifiant. Laissez-le vide pour un nouveau produit.";
    return toRowProblem(item, "id", { code: "unknown-id", message, value });
  }
  const zeros = by === "slug" ? undefined : padded.get(value);
  if (zeros !== undefined) {
    const message = "Cette référence a perdu ses zéros.";
    const hint = `${zeros} existe : vouliez-vous ${zeros} ?`;
    return toRowProblem(item, by === "sku" ? "sku" : "variation.sku", {
      code: "lost-zeros",
      message,
      value: `${value} (${hint})`,
    });
  }
  if (by === "sku" && found.byVariationSku.has(value)) {
    const message =
      "Cette référence est celle d'une variation : mettez-la dans « Référence de la variation ».";
    return toRowProblem(item, "sku", { code: "variation-sku", message, value });
  }
  if (by !== "variationSku") return null;
  const message = "Aucune variation n'a cette référence.";
  return toRowProblem(item, "variation.sku", { code: "unknown-variation-sku", message, value });
}

function findSkipReason(mode: ImportSpec["options"]["mode"], productId: string | null) {
  if (mode === "update" && productId === null)
    return "Ce produit n'existe pas, et l'import ne crée rien.";
  return mode === "create" && productId !== null ? "Ce produit existe déjà." : null;
}
