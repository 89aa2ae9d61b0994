import "server-only";
import type { ResolvedReferences } from "../products/checks";
import { getChangedFields } from "../products/merge";
import type { ProductSnapshot } from "../products/record";
import { findInconsistencies } from "../products/rules";

interface Restorable {
  content: ProductSnapshot;
  /** Field → why it keeps its present value. */
  notRestored: Record<string, string>;
}

/**
 * Builds the content of an earlier version as far as it can be restored. Where the catalogue or the rules changed since that
 * version, the field keeps its present value instead of refusing the whole version.
 */
export function buildRestoredContent(
  present: ProductSnapshot,
  earlier: Partial<ProductSnapshot>,
  { categoryExists, skuTaken, takenVariationSkus }: ResolvedReferences,
): Restorable {
  const content = { ...present, ...earlier };
  const notRestored = new Map<string, string>();
  const keepPresent = (field: keyof ProductSnapshot, reason: string) => {
    Object.assign(content, { [field]: present[field] });
    notRestored.set(field, reason);
  };
  if (!categoryExists) keepPresent("categoryId", "La catégorie d'alors n'existe plus.");
  if (content.sku && skuTaken) {
    keepPresent("sku", `La référence ${content.sku} est maintenant celle d'un autre produit.`);
  }
  const variations = withFreeSkus(present.variations, content.variations, takenVariationSkus);
  if (variations.dropped.length > 0) {
    content.variations = variations.list;
    const skus = variations.dropped.join(", ");
    notRestored.set("variations", `Prises par un autre produit, sans référence : ${skus}.`);
  }
  for (let found = findInconsistency(content); found; found = findInconsistency(content)) {
    const culprits = findCulprits(found.path, content, present);
    for (const field of culprits) keepPresent(field, found.reason);
    if (culprits.length === 0) break;
  }
  return { content, notRestored: Object.fromEntries(notRestored) };
}

/** Replaces a SKU that another product has by the variation's present SKU, or by none. */
function withFreeSkus(
  present: ProductSnapshot["variations"],
  restored: ProductSnapshot["variations"],
  taken: readonly string[],
) {
  const presentSkus = new Map(present.map(({ id, sku }) => [id, sku]));
  const used = new Set(restored.map(({ sku }) => sku));
  const dropped: string[] = [];
  const list = restored.map((variation) => {
    const { id, sku } = variation;
    if (sku === null || !taken.includes(sku)) return variation;
    dropped.push(sku);
    const own = presentSkus.get(id) ?? null;
    return { ...variation, sku: own !== null && !used.has(own) ? own : null };
  });
  return { list, dropped };
}

/** Finds the fields to reset so that the problem at `path` ends: its field or the counterpart, otherwise all changed fields. */
function findCulprits(
  path: string,
  content: ProductSnapshot,
  present: ProductSnapshot,
): (keyof ProductSnapshot)[] {
  const blamed = path.split(".")[0];
  const changed = (
    Object.keys(getChangedFields(present, content)) as (keyof ProductSnapshot)[]
  ).sort((a, b) => Number(b === blamed) - Number(a === blamed));
  const one = changed.find(
    (field) => !(path in findInconsistencies({ ...content, [field]: present[field] })),
  );
  return one === undefined ? changed : [one];
}

function findInconsistency(content: ProductSnapshot): { path: string; reason: string } | null {
  const [first] = Object.entries(findInconsistencies(content));
  return first ? { path: first[0], reason: first[1] } : null;
}
