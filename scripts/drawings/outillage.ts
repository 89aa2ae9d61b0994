import { workbench } from "./outillage-category";
import { handDrawings } from "./outillage-hand";
import { powerDrawings } from "./outillage-power";
import { measureDrawings, tilerDrawings } from "./outillage-site";
import type { Drawings } from "./studio";

export const outillageDrawings: Drawings = {
  ...powerDrawings,
  ...handDrawings,
  ...measureDrawings,
  ...tilerDrawings,
  "categorie-outillage": workbench,
};
