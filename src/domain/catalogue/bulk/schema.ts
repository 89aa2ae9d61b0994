import { z } from "zod";
import { toCentimes } from "@/lib/input/amount";
import { moment } from "@/lib/input/date-schema";
import { line, optionalLine } from "@/lib/input/text-schema";
import { buildSelectionSchema } from "@/lib/lists/bulk-selection";
import { Price, PriceModifier, Stock } from "../amount-schema";
import { ChangeLine } from "../operations/schema";
import { PRODUCT_FIELDS as FIELDS } from "../products/fields";
import { FactInput, ProductStatus, RecordId } from "../products/input";
import { Availability, SaleUnit } from "../schema";
import { PRICE_MODES, ROUNDINGS } from "./price";

const MAX_PERCENT = 1_000;

const PriceChange = z
  .strictObject({
    mode: z.enum(PRICE_MODES),
    /** MAD; for PERCENT, per cent with up to two decimals. */
    value: PriceModifier,
    rounding: z.enum(ROUNDINGS).optional(),
    min: Price.optional(),
    max: Price.optional(),
    /** Changes the price of each variation in the same way. Without it, variations keep their difference to the price. */
    variations: z.boolean().optional(),
    confirmHighPrice: z.literal(true).optional(),
  })
  .superRefine(({ mode, value, min, max }, context) => {
    const amount = toCentimes(value);
    const report = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    if (mode === "SET" && amount < 0) report("value", "Un prix ne peut pas être négatif.");
    if (mode === "PERCENT" && (amount < -10_000 || amount > MAX_PERCENT * 100)) {
      report("value", `Indiquez un pourcentage entre -100 et ${MAX_PERCENT}.`);
    }
    if (min !== undefined && max !== undefined && toCentimes(min) > toCentimes(max)) {
      report("max", "Le prix maximal est plus petit que le prix minimal.");
    }
  });

/** ADD changes the stock of variations whose stock is tracked. */
const StockChange = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("SET"), value: Stock }),
  z.strictObject({
    mode: z.literal("ADD"),
    value: z.int("Indiquez un nombre entier.").min(-1_000_000).max(1_000_000),
  }),
]);

/** SET adds the characteristic where it is missing; REPLACE changes it only where it is, with this value if `from` is given. */
const FactChange = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("SET"), fact: FactInput }),
  z.strictObject({
    mode: z.literal("REPLACE"),
    fact: FactInput,
    from: line(FIELDS.facts.parts.value.maxLength).optional(),
  }),
  z.strictObject({
    mode: z.literal("REMOVE"),
    name: line(FIELDS.facts.parts.name.maxLength).min(1, "Donnez un nom, comme Format ou Poids."),
  }),
]);

export const BulkChanges = z
  .strictObject({
    price: PriceChange.optional(),
    categoryId: RecordId.optional(),
    status: ProductStatus.optional(),
    /** Null removes the brand. */
    brand: optionalLine(FIELDS.brand.maxLength).optional(),
    saleUnit: SaleUnit.optional(),
    availability: Availability.optional(),
    stock: StockChange.optional(),
    isFeatured: z.boolean().optional(),
    isNew: z.boolean().optional(),
    facts: FactChange.optional(),
  })
  .refine(
    (changes) => Object.values(changes).some((change) => change !== undefined),
    "Choisissez au moins un changement.",
  );
export type BulkChanges = z.infer<typeof BulkChanges>;

export const BulkChange = z.strictObject({
  selection: buildSelectionSchema(RecordId),
  changes: BulkChanges,
  /** The moment from which the change is applied; without it, at once. */
  scheduledAt: moment({ offset: true }).optional(),
});
export type BulkChange = z.infer<typeof BulkChange>;

const PREVIEW_OUTCOMES = ["CHANGED", "UNCHANGED", "EXCLUDED"] as const;

export const BulkPreviewInput = z.strictObject({
  selection: buildSelectionSchema(RecordId),
  changes: BulkChanges,
  show: z.enum(PREVIEW_OUTCOMES).optional(),
  page: z.int().min(1).max(10_000).optional(),
});
export type BulkPreviewInput = z.infer<typeof BulkPreviewInput>;

const count = z.number().int();

export const BulkPreviewRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  sku: z.string().nullable(),
  outcome: z.enum(PREVIEW_OUTCOMES),
  /** Why the product is excluded, as French sentences. */
  reasons: z.array(z.string()),
  changes: z.array(ChangeLine),
});
export type BulkPreviewRow = z.infer<typeof BulkPreviewRow>;

export const BulkPreview = z.strictObject({
  /** The number of products that the selection finds now; the request that applies the change confirms it. */
  total: count,
  changed: count,
  unchanged: count,
  excluded: count,
  /** Products whose price moves by more than 30 per cent. */
  bigPriceMoves: count,
  /** The reasons for which products are excluded, the most frequent first. */
  reasons: z.array(z.strictObject({ reason: z.string(), count })),
  /** One page of the rows to show. */
  rows: z.array(BulkPreviewRow),
  page: count,
  totalPages: count,
});
export type BulkPreview = z.infer<typeof BulkPreview>;
