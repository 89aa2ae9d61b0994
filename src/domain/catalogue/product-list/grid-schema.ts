import { z } from "zod";

/** What the grid edits of a product. */
export const GridProduct = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  sku: z.string().nullable(),
  brand: z.string().nullable(),
  basePrice: z.string().nullable(),
  priceOnRequest: z.boolean(),
  /** It has pending changes, which a save from the grid would publish. */
  hasDraft: z.boolean(),
  variations: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      value: z.string(),
      priceModifier: z.string(),
      stock: z.number().int().nullable(),
      sku: z.string().nullable(),
    }),
  ),
});
export type GridProduct = z.infer<typeof GridProduct>;

export const GridProducts = z.strictObject({
  products: z.array(GridProduct),
  /** The filter finds more products than the grid shows. */
  hasMore: z.boolean(),
});
export type GridProducts = z.infer<typeof GridProducts>;
