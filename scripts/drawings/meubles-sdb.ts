import { vanityCategory, vanityDrawings } from "./meubles-cabinets";
import { mirrorDrawings } from "./meubles-mirrors";
import type { Drawings } from "./studio";

export const meublesSdbDrawings: Drawings = {
  ...vanityDrawings,
  ...mirrorDrawings,
  "categorie-meubles-sdb": vanityCategory,
};
