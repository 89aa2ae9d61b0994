import { formatPrice } from "@/lib/format/format";
import { toCentimes } from "@/lib/input/amount";
import { type RowProblem, toRowProblem } from "../import-rows/problems";
import type { StoredImage } from "../products/record";
import type { EvaluatedItem } from "./evaluate";
import { isWebAddress, listImageRefs } from "./image-refs";

/** A larger move of a price is more likely a mistake. */
const MAX_PRICE_MOVE = 0.3;

/** Finds what people should look at before they apply a row that has no problem. */
export function findWarnings(
  { plan, record, live }: EvaluatedItem,
  shopImages: ReadonlyMap<string, StoredImage>,
): RowProblem[] {
  const row = plan.rows[0] ?? 0;
  const missing = listImageRefs(plan).filter((ref) => !shopImages.has(ref) && !isWebAddress(ref));
  const warnings = missing.map((ref) =>
    toRowProblem(row, "images", {
      code: "missing-image",
      message: "Cette photo n'est ni une adresse, ni un fichier envoyé avec le tableau.",
      value: ref,
    }),
  );
  const [before, after] = [record?.live.basePrice ?? null, live.basePrice];
  if (before === null || after === null || !isLargeMove(before, after)) return warnings;
  const value = `${formatPrice(before, "fr")} → ${formatPrice(after, "fr")}`;
  const message = "Le prix change de plus de 30 %.";
  return [...warnings, toRowProblem(row, "basePrice", { code: "price-move", message, value })];
}

function isLargeMove(before: string, after: string): boolean {
  const base = toCentimes(before);
  return base > 0 && Math.abs(toCentimes(after) - base) / base > MAX_PRICE_MOVE;
}
