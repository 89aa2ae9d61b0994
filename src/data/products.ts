import { carrelage } from "./products-by-category/carrelage";
import { luminaire } from "./products-by-category/luminaire";
import { meublesSdb } from "./products-by-category/meubles-sdb";
import { outillage } from "./products-by-category/outillage";
import { sanitaire } from "./products-by-category/sanitaire";
import type { StaticProduct } from "./static-catalogue";

export const products: StaticProduct[] = [
  ...sanitaire,
  ...meublesSdb,
  ...carrelage,
  ...luminaire,
  ...outillage,
];
