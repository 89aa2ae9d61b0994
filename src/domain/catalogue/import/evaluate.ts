import "server-only";
import type { Transaction } from "@/lib/db";
import { toRowProblem } from "../import-rows/problems";
import type { ImportPlan } from "../import-rows/schema";
import { collectReferences, type ProductReferences } from "../products/checks";
import type { ProductRecord, StoredImage } from "../products/record";
import { listSlugCandidates, toSlug } from "../slugs";
import { applyPlan, type ImagesByRef, type PlannedEdit } from "./edit";
import { listImageRefs } from "./image-refs";
import { resolveManyReferences } from "./references";

export interface PlannedItem {
  number: number;
  /** Null: a new product. */
  productId: string | null;
  plan: ImportPlan;
}

export interface EvaluatedItem extends PlannedItem, PlannedEdit {
  record: ProductRecord | null;
}

interface Evaluation {
  records: ReadonlyMap<string, ProductRecord>;
  images: ImagesByRef;
  /** Path of a category to create → its id. */
  newCategories: ReadonlyMap<string, string>;
  /** Whether the products are about to be saved. */
  claims: boolean;
}

const MAX_SLUG_CANDIDATES = 10;

/** Finds what each plan makes of its product. Statements do not grow with the products. */
export async function evaluate(
  tx: Transaction,
  items: readonly PlannedItem[],
  { records, images, newCategories, claims }: Evaluation,
): Promise<EvaluatedItem[]> {
  const references = items.map(({ plan, productId }) => ({
    id: productId,
    references: toReferences(plan, productId, images),
  }));
  const resolved = await resolveManyReferences(tx, references, { claims });
  const chosen = new Set<string>();
  const createdIds = new Set(newCategories.values());
  return items.map((item, i) => {
    const record = records.get(item.productId ?? "") ?? null;
    const refusal = findRefusal(item, record);
    const found = resolved[i];
    if (refusal !== null || found === undefined)
      return { ...item, ...toRefused(item, record, refusal ?? "") };
    const slug = chooseSlug(
      references[i]?.references.slugs ?? [],
      found.takenSlugs,
      found.redirectedSlugs,
      chosen,
    );
    const newCategory = newCategories.get(item.plan.newCategory ?? "");
    const plan = newCategory === undefined ? item.plan : withCategory(item.plan, newCategory);
    const categoryExists = found.categoryExists || createdIds.has(String(plan.fields.categoryId));
    const edit = applyPlan(plan, {
      record,
      slug,
      resolved: { ...found, categoryExists },
      images: pickImages(plan, images),
    });
    return { ...item, record, ...edit };
  });
}

function findRefusal({ productId }: PlannedItem, record: ProductRecord | null): string | null {
  if (productId === null) return null;
  if (record === null) return "Ce produit n'existe plus.";
  return record.deletedAt === null ? null : "Ce produit est dans la corbeille.";
}

function toRefused({ plan }: PlannedItem, record: ProductRecord | null, message: string) {
  const problem = toRowProblem(plan.rows[0] ?? 0, "", { code: message, message });
  // Not saved, since it has a problem.
  const live = record?.live ?? null;
  return { record, live: live as EvaluatedItem["live"], isUnchanged: false, problems: [problem] };
}

const withCategory = (plan: ImportPlan, categoryId: string): ImportPlan => ({
  ...plan,
  fields: { ...plan.fields, categoryId },
});

function pickImages(plan: ImportPlan, images: ImagesByRef): ImagesByRef {
  const found = listImageRefs(plan).map((ref) => [ref, images.get(ref)] as const);
  return new Map(found.filter((entry): entry is [string, StoredImage] => entry[1] !== undefined));
}

function toReferences(
  plan: ImportPlan,
  productId: string | null,
  images: ImagesByRef,
): ProductReferences {
  const { fields, variations } = plan;
  const read = (value: unknown) => (typeof value === "string" ? value.trim() : undefined);
  const slug = read(fields.slug)?.toLowerCase();
  const name = read(fields.name) ?? "";
  const candidates = listSlugCandidates(toSlug(name)).slice(0, MAX_SLUG_CANDIDATES);
  const references = collectReferences({
    categoryId: read(fields.categoryId),
    sku: read(fields.sku)?.toUpperCase(),
    variations: variations.map((plan) => ({ sku: read(plan.fields.sku)?.toUpperCase() })),
  });
  const slugs = slug !== undefined ? [slug] : productId === null ? candidates : [];
  const imageUrls = [...pickImages(plan, images).values()].map(({ url }) => url);
  return { ...references, slugs, imageUrls };
}

/** A slug that redirects counts as taken: customers still follow it. */
function chooseSlug(
  candidates: readonly string[],
  taken: readonly string[],
  redirected: readonly string[],
  chosen: Set<string>,
): string {
  const refused = new Set([...taken, ...redirected, ...chosen]);
  const slug = candidates.find((candidate) => !refused.has(candidate)) ?? candidates[0] ?? "";
  chosen.add(slug);
  return slug;
}
