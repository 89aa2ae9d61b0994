/** The orders of a list. Each is kept as the row numbers in that order. */
export const ORDER_NAMES = [
  "newest",
  "name",
  "nameAr",
  "price_asc",
  "price_desc",
  "popular",
] as const;
export type OrderName = (typeof ORDER_NAMES)[number];
