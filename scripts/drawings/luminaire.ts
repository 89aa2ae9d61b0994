import { lanternNight } from "./luminaire-category";
import { hangingDrawings } from "./luminaire-hanging";
import { spotDrawings } from "./luminaire-spots";
import { wallDrawings } from "./luminaire-walls";
import type { Drawings } from "./studio";

export const luminaireDrawings: Drawings = {
  ...hangingDrawings,
  ...spotDrawings,
  ...wallDrawings,
  "categorie-luminaire": lanternNight,
};
