import type { ProductValues } from "./product-values";

type Described = Pick<ProductValues, "name" | "nameAr" | "variations">;

/** What a photo most likely shows, in each language: the product, in the variation whose photo it is. Empty without a name. */
export function suggestedDescriptions(
  { name, nameAr, variations }: Described,
  url: string,
): { fr: string; ar: string } {
  const value = variations.flatMap(({ values }) => values).find(({ imageUrl }) => imageUrl === url);
  const described = (product: string, separator: string, part = "") =>
    product.trim() && [product.trim(), part.trim()].filter(Boolean).join(separator);
  return {
    fr: described(name, ", ", value?.value),
    ar: described(nameAr, "، ", value?.valueAr),
  };
}
