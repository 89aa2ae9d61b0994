import type { Material } from "./carrelage-layouts";
import { byPiece, glaze } from "./carrelage-textures";

export const STAR = 5.3;
const star = (tones: string[]) => glaze({ tones, half: [99, 99], hand: 0.9, edgeLift: 0.2 });
export const starTones = [
  star(["#1c3a78", "#234a92"]),
  star(["#0f6148", "#16775a"]),
  star(["#b9772d", "#c98a3a"]),
];
export const crossTone = star(["#ece3d2", "#e2d6c0"]);
export const starPattern: Material = byPiece((i, j) => {
  if (i & 1) return crossTone;
  const a = i / 2;
  const b = j / 2;
  const k = (a & 1) === 0 && (b & 1) === 0 ? 0 : (a + b) & 1 ? 1 : 2;
  return starTones[k] ?? crossTone;
});
