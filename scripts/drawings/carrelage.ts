import { carrelageMortars } from "./carrelage-mortars";
import { carrelageTiles } from "./carrelage-tiles";
import { category, hero } from "./carrelage-wall";
import type { Drawings } from "./studio";

export const carrelageDrawings: Drawings = {
  ...carrelageTiles,
  ...carrelageMortars,
  "categorie-carrelage": category,
  "categorie-hero": hero,
};
