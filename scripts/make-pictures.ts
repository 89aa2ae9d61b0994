import { mkdir, writeFile } from "node:fs/promises";
import sharp from "sharp";
import { PICTURES_FOLDER, picturePath } from "../src/data/pictures";
import { carrelageDrawings } from "./drawings/carrelage";
import { luminaireDrawings } from "./drawings/luminaire";
import { meublesSdbDrawings } from "./drawings/meubles-sdb";
import { outillageDrawings } from "./drawings/outillage";
import { sanitaireDrawings } from "./drawings/sanitaire";
import type { Draw, Drawings } from "./drawings/studio";

/**
 * Draws the catalogue's pictures into src/data/pictures: all, or those named. The same on every machine; minutes of
 * work, which is why the results are kept in the repository: `npx tsx scripts/make-pictures.ts [name …]`.
 */
const DRAWINGS: Drawings = {
  ...sanitaireDrawings,
  ...meublesSdbDrawings,
  ...carrelageDrawings,
  ...luminaireDrawings,
  ...outillageDrawings,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in DRAWINGS));
if (unknown.length > 0) throw new Error(`Nobody drew ${unknown.join(", ")}.`);

await mkdir(PICTURES_FOLDER, { recursive: true });
for (const name of asked.length > 0 ? asked : Object.keys(DRAWINGS)) {
  await writeFile(picturePath(name), await develop(DRAWINGS[name] as Draw));
  console.log(name);
}

async function develop(draw: Draw): Promise<Buffer> {
  const picture = await draw();
  return sharp(typeof picture === "string" ? Buffer.from(picture) : picture)
    .removeAlpha()
    .resize(1280, 960)
    .webp({ quality: 90, effort: 6, smartSubsample: true })
    .toBuffer();
}
