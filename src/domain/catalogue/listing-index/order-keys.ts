import type { OrderName } from "./orders";

/** The key of each order in SQL, for a row of `ListingRow`. Equal keys follow the row number, in the same direction. */
const KEYS: Record<OrderName, { key: (row: string) => string; isDescending: boolean }> = {
  newest: { key: (row) => `${row}."publishAt"`, isDescending: true },
  name: { key: (row) => `${row}."sortName" COLLATE "C"`, isDescending: false },
  nameAr: { key: (row) => `${row}."sortNameAr" COLLATE "C"`, isDescending: false },
  price_asc: { key: (row) => `coalesce(${row}."price", 9223372036854775807)`, isDescending: false },
  price_desc: { key: (row) => `coalesce(${row}."price", -1)`, isDescending: true },
  popular: { key: (row) => `${row}."viewCount"`, isDescending: true },
};

/** An index of the same key serves each order. */
export function buildOrderBy(order: OrderName, row: string): string {
  const { key, isDescending } = KEYS[order];
  const direction = isDescending ? " DESC" : "";
  return `${key(row)}${direction}, ${row}."n"${direction}`;
}

/** The number of the listed row that precedes `row` in the order, as a scalar subquery; 0 for the first. */
export function buildPrecedingRow(order: OrderName, row: string): string {
  const { key, isDescending } = KEYS[order];
  const [sign, direction] = isDescending ? [">", ""] : ["<", " DESC"];
  return `coalesce((SELECT b."n" FROM "ListingRow" b WHERE b."isListed" AND (${key("b")}, b."n") ${sign} (${key(row)}, ${row}."n")
    ORDER BY ${key("b")}${direction}, b."n"${direction} LIMIT 1), 0)`;
}
