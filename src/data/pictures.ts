import { join } from "node:path";

/** The images of the static catalogue, 1280 × 960. To replace one, store a photo under the same name. */
const PICTURES_FOLDER = join(process.cwd(), "src", "data", "pictures");

export function picturePath(name: string): string {
  return join(PICTURES_FOLDER, `${name}.webp`);
}
