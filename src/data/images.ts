import { join } from "node:path";

/** The images of the static catalogue, 1280 × 960. To replace one, store a photo under the same name. */
const IMAGES_FOLDER = join(process.cwd(), "src", "data", "images");

export function getImagePath(name: string): string {
  return join(IMAGES_FOLDER, `${name}.webp`);
}
