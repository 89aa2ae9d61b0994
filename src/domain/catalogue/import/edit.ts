import "server-only";
import { z } from "zod";
import { fromCentimes, toCentimes } from "@/lib/input/amount";
import { isSameJson } from "@/lib/same-json";
import { Price } from "../amount-schema";
import { type RowProblem, toRowProblem } from "../import-rows/problems";
import type { ImportPlan, VariationPlan } from "../import-rows/schema";
import { findImageByAddress } from "../product-file/image-address";
import { inShownOrder } from "../product-file/list-cells";
import { findReferenceProblems, type ResolvedReferences } from "../products/checks";
import { withPublishDate } from "../products/edit";
import { ProductInput, ProductPatch } from "../products/input";
import { getChangedFields } from "../products/merge";
import { normalizeInput, withoutForeignImages } from "../products/normalize";
import { findRuleProblems, mergeProblems } from "../products/problems";
import {
  buildBlankProduct,
  type ProductRecord,
  type ProductSnapshot,
  type StoredImage,
} from "../products/record";
import type { Problems } from "../products/rules";

const FRENCH = { error: z.locales.fr().localeError };

/** The images that the references of a plan stand for. A reference that could not be loaded is absent. */
export type ImagesByRef = ReadonlyMap<string, StoredImage>;

export interface PlannedEdit {
  live: ProductSnapshot;
  isUnchanged: boolean;
  problems: RowProblem[];
}

interface Target {
  /** Null: a new product, whose address is `slug`. */
  record: ProductRecord | null;
  slug: string;
  resolved: ResolvedReferences;
  images: ImagesByRef;
}

/** The product that a plan gives, checked by the schema and the rules of a save. The check and the job both call this. */
export function applyPlan(
  plan: ImportPlan,
  { record, slug, resolved, images }: Target,
): PlannedEdit {
  const before = record?.live ?? null;
  const base = before ?? { ...buildBlankProduct(), slug };
  const input = buildInput(plan, base, images);
  const parsed = record
    ? ProductPatch.safeParse(input, FRENCH)
    : ProductInput.safeParse({ name: "", description: "", categoryId: "", slug, ...input }, FRENCH);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => [path.join("."), message]);
    return {
      live: base,
      isUnchanged: false,
      problems: toRowProblems(plan, base, Object.fromEntries(issues)),
    };
  }
  const own = { images: [...base.images, ...images.values()], variations: base.variations };
  const normalized = normalizeInput(parsed.data, own);
  const changes = record ? withPublishDate(record, normalized.fields) : normalized.fields;
  const live = withoutForeignImages({ ...base, ...changes });
  // As in a save, what is stored already is not checked again.
  if (before !== null && isSameJson(before, live)) return { live, isUnchanged: true, problems: [] };
  const changed = getChangedFields(base, live);
  const found = [
    findReferenceProblems(
      record ? changed : live,
      (changes.variations ?? []).map(({ sku }) => sku),
      resolved,
    ),
    findDraftProblems(record, changed),
    findRuleProblems({
      next: live,
      before,
      live: before,
      draftChanges: null,
      confirmHighPrice: undefined,
      unreadable: new Set(),
    }),
  ].reduce<Problems>(mergeProblems, normalized.problems);
  return {
    live,
    isUnchanged: false,
    problems: toRowProblems(plan, base, found),
  };
}

/** A pending change would take the value back when it is published. */
function findDraftProblems(
  record: ProductRecord | null,
  changed: Partial<ProductSnapshot>,
): Problems {
  const names = Object.keys(changed).filter((name) => name in (record?.draft ?? {}));
  return Object.fromEntries(
    names.map((name) => [
      name,
      "Une modification de ce champ attend dans la fiche : publiez-la ou abandonnez-la d'abord.",
    ]),
  );
}

function buildInput(
  plan: ImportPlan,
  base: ProductSnapshot,
  images: ImagesByRef,
): Record<string, unknown> {
  const input: Record<string, unknown> = { ...plan.fields };
  if (plan.facts || plan.factsAr) input.facts = buildFacts(plan, base);
  if (plan.images) input.images = buildImages(plan.images, base, images);
  if (plan.variations.length > 0) Object.assign(input, buildVariations(plan, base, input, images));
  return input;
}

function buildFacts({ facts, factsAr }: ImportPlan, base: ProductSnapshot) {
  const lines = facts ?? base.facts;
  return lines.map(({ name, value }, i) => {
    const same = base.facts.find((fact) => fact.name === name);
    const arabic = factsAr === null ? undefined : factsAr[i];
    if (arabic !== undefined) {
      return { name, value, nameAr: arabic?.name ?? null, valueAr: arabic?.value ?? null };
    }
    const valueAr = same?.value === value ? same.valueAr : null;
    return factsAr === null
      ? { name, value, nameAr: same?.nameAr ?? null, valueAr: valueAr ?? null }
      : { name, value, nameAr: null, valueAr: null };
  });
}

function buildImages(
  { refs, altTexts, altTextsAr }: NonNullable<ImportPlan["images"]>,
  base: ProductSnapshot,
  images: ImagesByRef,
) {
  const shown = inShownOrder(base.images);
  const found = refs?.map((ref) => images.get(ref)) ?? shown;
  // Images that cannot be loaded do not delete those of the product.
  const listed = refs?.length && found.every((image) => image === undefined) ? shown : found;
  const texts = (lines: string[] | null, i: number) =>
    lines === null ? undefined : lines[i] || null;
  const inputs = listed.flatMap((image, i) => {
    if (image === undefined) return [];
    return { url: image.url, altText: texts(altTexts, i), altTextAr: texts(altTextsAr, i) };
  });
  const unique = [...new Map(inputs.map((image) => [image.url, image])).values()];
  return unique.map((image, i) => ({ ...image, isPrimary: i === 0 }));
}

/** Lists all variations of the product: those that the file does not name stay. */
function buildVariations(
  { variations: plans }: ImportPlan,
  base: ProductSnapshot,
  input: Record<string, unknown>,
  images: ImagesByRef,
) {
  const basePrice = getBasePrice(plans, base, input);
  const toInput = (plan: VariationPlan) => ({
    ...plan.fields,
    ...toImageInput(plan, base, images),
    ...toModifierInput(plan, basePrice),
  });
  const changed = new Map(
    plans.flatMap((plan) => (plan.id === null ? [] : [[plan.id, plan] as const])),
  );
  const present = base.variations.map((variation) => {
    const plan = changed.get(variation.id);
    return plan ? { ...variation, ...toInput(plan) } : variation;
  });
  const added = plans.filter(({ id }) => id === null).map(toInput);
  const isNewPrice = base.basePrice === null && basePrice !== null && input.basePrice === undefined;
  return { variations: [...present, ...added], ...(isNewPrice ? { basePrice } : {}) };
}

/** The file has the whole address of an image. */
function toImageInput({ fields }: VariationPlan, base: ProductSnapshot, images: ImagesByRef) {
  const { imageUrl } = fields;
  if (typeof imageUrl !== "string") return {};
  const image =
    images.get(imageUrl) ?? findImageByAddress(imageUrl, [...base.images, ...images.values()]);
  return { imageUrl: image?.url ?? imageUrl };
}

function toModifierInput({ price }: VariationPlan, basePrice: string | null) {
  if (price === null) return {};
  const parsed = Price.safeParse(price).data;
  if (parsed === undefined || basePrice === null) return { priceModifier: price };
  return { priceModifier: fromCentimes(toCentimes(parsed) - toCentimes(basePrice)) };
}

/** Without a price of the product, the lowest price of its variations is the base of theirs. */
function getBasePrice(
  plans: readonly VariationPlan[],
  base: ProductSnapshot,
  input: Record<string, unknown>,
): string | null {
  if (typeof input.basePrice === "string") return Price.safeParse(input.basePrice).data ?? null;
  if (base.basePrice !== null) return base.basePrice;
  const prices = plans.flatMap(({ price }) =>
    price === null ? [] : (Price.safeParse(price).data ?? []),
  );
  return prices.reduce<string | null>(
    (lowest, price) => (lowest === null || toCentimes(price) < toCentimes(lowest) ? price : lowest),
    null,
  );
}

/** Problems by the path of an input → problems of rows and columns of the file. */
function toRowProblems(plan: ImportPlan, base: ProductSnapshot, problems: Problems): RowProblem[] {
  return Object.entries(problems).map(([path, message]) => {
    const { row, column } = locate(plan, base, path);
    const change = plan.changes.find((each) => each.column === column);
    return toRowProblem(row, column, { code: message, message, value: change?.after ?? "" });
  });
}

function locate(
  plan: ImportPlan,
  base: ProductSnapshot,
  path: string,
): { row: number; column: string } {
  const row = plan.rows[0] ?? 0;
  const [head = "", index = "", part = ""] = path.split(".");
  if (head === "confirmHighPrice") return { row, column: "basePrice" };
  if (head !== "variations" || index === "") return { row, column: head };
  const id = base.variations[Number(index)]?.id;
  const added = plan.variations.filter((each) => each.id === null);
  const source =
    id === undefined
      ? added[Number(index) - base.variations.length]
      : plan.variations.find((each) => each.id === id);
  return { row: source?.row ?? row, column: part === "" ? "variation.value" : `variation.${part}` };
}
