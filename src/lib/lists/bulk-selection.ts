import { z } from "zod";
import { AppError } from "../errors";
import { MAX_COUNTED } from "./pagination";

/** The most rows that a selection names one by one. */
export const MAX_SELECTED_IDS = 100;
const BATCH_SIZE = 100;
/** Share by which the number of rows may differ from the number that the person confirmed. */
const MAX_COUNT_DRIFT = 0.05;

/** Ticked rows, or all rows that match the filter of a list; `total` is the number that the person confirmed. */
export type Selection = { ids: string[] } | { filter: Record<string, string>; total: number };

export function buildSelectionSchema(id: z.ZodType<string>): z.ZodType<Selection> {
  return z.union(
    [
      z.strictObject({ ids: z.array(id).min(1).max(MAX_SELECTED_IDS) }),
      z.strictObject({ filter: z.record(z.string(), z.string()), total: z.int().min(1) }),
    ],
    `Sélectionnez de 1 à ${MAX_SELECTED_IDS} lignes, ou tout ce que trouve le filtre.`,
  );
}

interface SelectableList {
  /** What the rows are, in the French plural: "produits". */
  plural: string;
  /** Lists the ids of the rows that match the filter, at most `maxRows`. @throws for an invalid filter */
  listMatchingIds: (filter: Record<string, string>) => Promise<string[]>;
  /** A filter that finds so many rows is refused. Default: `MAX_COUNTED`. */
  maxRows?: number;
  /** Nothing is changed yet, so the number of rows may differ. */
  isPreview?: boolean;
}

/**
 * Returns the selected ids, each once.
 * @throws VALIDATION_ERROR where a filter matches too many rows; CONFLICT where their number differs too much from the confirmed one
 */
export async function resolveSelection(
  selection: Selection,
  { plural, listMatchingIds, maxRows = MAX_COUNTED, isPreview = false }: SelectableList,
): Promise<string[]> {
  if ("ids" in selection) return [...new Set(selection.ids)];
  const { filter, total } = selection;
  const ids = await listMatchingIds(filter);
  if (ids.length >= maxRows) {
    throw new AppError("VALIDATION_ERROR", {
      message: `Ce filtre trouve trop de ${plural} à la fois. Affinez-le.`,
    });
  }
  if (!isPreview && Math.abs(ids.length - total) / total > MAX_COUNT_DRIFT) {
    throw new AppError("CONFLICT", {
      message: `La liste a changé : ${ids.length} ${plural} au lieu de ${total}. Vérifiez-la avant de recommencer.`,
      details: { total: ids.length },
    });
  }
  return ids;
}

/** Runs `change` on a hundred ids at a time, one batch after the other, so that no transaction locks a whole list. */
export async function changeInBatches<T>(
  ids: readonly string[],
  change: (batch: readonly string[]) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  for (let start = 0; start < ids.length; start += BATCH_SIZE) {
    results.push(await change(ids.slice(start, start + BATCH_SIZE)));
  }
  return results;
}
