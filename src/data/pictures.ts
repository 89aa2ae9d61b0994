import { join } from "node:path";

/** Where the pictures that the static catalogue names are kept: 1280 × 960. A photo replaces one under the same name. */
const PICTURES_FOLDER = join(process.cwd(), "src", "data", "pictures");

export function picturePath(name: string): string {
  return join(PICTURES_FOLDER, `${name}.webp`);
}
