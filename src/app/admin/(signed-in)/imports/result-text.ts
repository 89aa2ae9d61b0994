import type { OperationRow } from "@/domain/catalogue/operations/schema";
import { formatNumber, plural } from "@/lib/format/format";

type Counter = "changed" | "unchanged" | "skipped" | "failed" | "undone" | "notUndone";

const WORDS: Record<Counter, { one: string; other: string }> = {
  changed: { one: "modifié", other: "modifiés" },
  unchanged: { one: "inchangé", other: "inchangés" },
  skipped: { one: "écarté", other: "écartés" },
  failed: { one: "en erreur", other: "en erreur" },
  undone: { one: "rétabli", other: "rétablis" },
  notUndone: { one: "non rétabli", other: "non rétablis" },
};

const IMPORTED = { one: "importé", other: "importés" };

/** "120 modifiés, 3 écartés"; before the first result, the number of products. */
export function formatResult(operation: Pick<OperationRow, Counter | "total" | "kind">): string {
  const { kind, changed, undone, notUndone } = operation;
  const words = kind === "IMPORT" ? { ...WORDS, changed: IMPORTED } : WORDS;
  const counts = { ...operation, changed: changed - undone - notUndone };
  const parts = (Object.keys(WORDS) as Counter[])
    .filter((counter) => counts[counter] > 0)
    .map((counter) => formatCount(counts[counter], words[counter]));
  return parts.length > 0 ? parts.join(", ") : formatProducts(operation.total);
}

export function formatProducts(count: number): string {
  return formatCount(count, { one: "produit", other: "produits" });
}

function formatCount(count: number, words: { one: string; other: string }): string {
  return `${formatNumber(count)} ${plural(count, "fr", words)}`;
}
