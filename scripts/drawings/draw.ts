import sharp from "sharp";
import { carrelageDrawings } from "./carrelage";
import { luminaireDrawings } from "./luminaire";
import { meublesSdbDrawings } from "./meubles-sdb";
import { outillageDrawings } from "./outillage";
import { sanitaireDrawings } from "./sanitaire";
import type { Drawings } from "./studio";

const DRAWINGS: Drawings = {
  ...sanitaireDrawings,
  ...meublesSdbDrawings,
  ...carrelageDrawings,
  ...luminaireDrawings,
  ...outillageDrawings,
};

export function isDrawn(name: string): boolean {
  return name in DRAWINGS;
}

/** The picture of that name as PNG. Throws for a name nobody drew. */
export async function draw(name: string): Promise<Buffer> {
  const drawing = DRAWINGS[name];
  if (!drawing) throw new Error(`No drawing is called "${name}".`);
  const picture = await drawing();
  const input = typeof picture === "string" ? Buffer.from(picture) : picture;
  return sharp(input).removeAlpha().png({ compressionLevel: 3 }).toBuffer();
}
