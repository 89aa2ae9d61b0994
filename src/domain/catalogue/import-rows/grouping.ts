import { cleanPlain } from "@/lib/input/text";
import { GROUP_KEY, type RowValues } from "../import-sources/source";
import { toSlug } from "../slugs";
import { type RowProblem, toRowProblem } from "./problems";
import { hasVariation, type ImportRow } from "./row-values";
import type { ImportKey } from "./schema";

/** How a row names its product. */
export interface Identity {
  by: "sku" | "id" | "slug" | "variationSku";
  value: string;
}

/** The rows of one product. `item` is the number of the first. */
export interface RowGroup {
  item: number;
  rows: number[];
  identity: Identity | null;
}

const KEY_ORDER: readonly ImportKey[] = ["id", "slug", "sku"];

function findIdentity(values: RowValues, key: ImportKey): Identity | null {
  for (const by of [key, ...KEY_ORDER]) {
    const value = normalizeKey(by, values.get(by) ?? "");
    if (value !== "") return { by, value };
  }
  const variationSku = normalizeKey("sku", values.get("variation.sku") ?? "");
  if (variationSku !== "") return { by: "variationSku", value: variationSku };
  const name = values.get("name") ?? "";
  // The address of a product is made of its name, so a second import of the file finds the product again.
  return key === "slug" && name !== "" ? { by: "slug", value: toSlug(name) } : null;
}

function normalizeKey(by: ImportKey, text: string): string {
  const value = cleanPlain(text);
  if (by === "sku") return value.toUpperCase();
  return by === "slug" ? value.toLowerCase() : value;
}

/** What grouping reads of a row. */
export interface RowIdentity {
  number: number;
  group: string;
  identity: Identity | null;
  hasVariation: boolean;
  /** The unique values of the row: "sku A1" → for messages. */
  unique: { column: string; value: string }[];
}

export function toRowIdentity(row: ImportRow, key: ImportKey): RowIdentity {
  const { number, values } = row;
  const identity = findIdentity(values, key);
  const group = values.get(GROUP_KEY);
  const name = identity === null ? `row ${number}` : `${identity.by} ${identity.value}`;
  const unique = ["sku", "slug", "variation.sku"].flatMap((column) => {
    const value = normalizeKey(column === "slug" ? "slug" : "sku", values.get(column) ?? "");
    return value === "" ? [] : [{ column, value }];
  });
  return {
    number,
    identity,
    group: group === undefined ? name : `group ${group}`,
    hasVariation: hasVariation(row) || group !== undefined,
    unique,
  };
}

/**
 * Groups the rows by product. The rows of a product repeat its key; rows without a variation that repeat a key, and values that two products
 * share, are problems of each of these rows.
 */
export function groupRows(rows: readonly RowIdentity[]): {
  groups: RowGroup[];
  problems: RowProblem[];
} {
  const groups = new Map<string, RowGroup & { plain: number[] }>();
  for (const { number, group, identity, hasVariation: isVariation } of rows) {
    const known = groups.get(group) ?? { item: number, rows: [], identity: null, plain: [] };
    known.rows.push(number);
    known.identity ??= identity;
    if (!isVariation) known.plain.push(number);
    groups.set(group, known);
  }
  const repeated = [...groups.values()].flatMap(({ plain, identity }) =>
    plain.length < 2
      ? []
      : plain.map((number, i) =>
          toDuplicate(number, {
            column: identity?.by ?? "",
            value: identity?.value ?? "",
            other: plain[i === 0 ? 1 : 0] ?? number,
          }),
        ),
  );
  return {
    groups: [...groups.values()].map(({ plain: _, ...group }) => group),
    problems: [...findSharedValues(rows), ...repeated],
  };
}

function findSharedValues(rows: readonly RowIdentity[]): RowProblem[] {
  const owners = new Map<string, { group: string; number: number }>();
  return rows.flatMap(({ number, group, unique }) =>
    unique.flatMap(({ column, value }) => {
      const owner = owners.get(`${column} ${value}`);
      if (owner === undefined) owners.set(`${column} ${value}`, { group, number });
      // The rows of a product repeat its own reference, not those of its variations.
      const isShared = owner && (owner.group !== group || column === "variation.sku");
      return isShared ? toDuplicate(number, { column, value, other: owner.number }) : [];
    }),
  );
}

function toDuplicate(
  number: number,
  { column, value, other }: { column: string; value: string; other: number },
): RowProblem {
  return toRowProblem(number, column, {
    code: "duplicate",
    message: `Cette valeur est deux fois dans le fichier : ligne ${other} aussi.`,
    value,
  });
}
