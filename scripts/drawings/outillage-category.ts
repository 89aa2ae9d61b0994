import sharp from "sharp";
import { Brush, group, path, times } from "./luminaire-brush";
import { hammer, handSaw, screwdriver, wrench } from "./outillage-hand";
import { drillBody, looseBattery, twist } from "./outillage-power";
import { spiritLevel, tapeMeasure } from "./outillage-site";
import { type Draw, HEIGHT, randomFrom, studio, WIDTH } from "./studio";

/** Grain is computed at this pitch and enlarged. */
const STEP = 2;
const COLUMNS = WIDTH / STEP;
const ROWS = HEIGHT / STEP;

/** Five planks of a worn workbench, grain along x, lit from the upper left. */
function bench(): Buffer {
  const pixels = Buffer.alloc(COLUMNS * ROWS * 3);
  const random = randomFrom(45000);
  const lattice = Float32Array.from({ length: 4096 }, () => random());
  const at = (i: number, j: number) => lattice[((i * 73 + j * 179) & 4095) >>> 0] ?? 0;
  const noise = (x: number, y: number) => {
    const [i, j] = [Math.floor(x), Math.floor(y)];
    const [fx, fy] = [x - i, y - j];
    const [u, v] = [fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)];
    return (
      (at(i, j) * (1 - u) + at(i + 1, j) * u) * (1 - v) +
      (at(i, j + 1) * (1 - u) + at(i + 1, j + 1) * u) * v
    );
  };
  const plank = 240;
  for (let row = 0; row < ROWS; row++) {
    const y = row * STEP;
    const board = Math.floor(y / plank);
    const inside = y % plank;
    const seam = inside < 4 ? 0.42 : inside > plank - 4 ? 0.78 : 1;
    const tint = 0.9 + at(board * 7, 3) * 0.2;
    for (let column = 0; column < COLUMNS; column++) {
      const x = column * STEP;
      const sway = noise(x / 260 + board * 31, y / 90) * 46;
      const rings = 0.5 + 0.5 * Math.sin((inside + sway + board * 97) / 5.2);
      const fibre = noise(x / 42 + board * 11, y * 0.9) * 0.2 + noise(x / 7, y / 1.3) * 0.08;
      const light = 1.08 - Math.hypot(x - 560, y - 400) / 2300;
      const tone = (0.72 + rings * 0.12 + fibre) * seam * tint * light;
      const i = (row * COLUMNS + column) * 3;
      pixels[i] = Math.min(255, 186 * tone);
      pixels[i + 1] = Math.min(255, 133 * tone);
      pixels[i + 2] = Math.min(255, 84 * tone);
    }
  }
  return pixels;
}

export const workbench: Draw = async () => {
  const b = new Brush();
  const tones = [
    "#7d3213 #e08a5c@.25 #c2602f@.5 #7d3213",
    "#18223f #6479a8@.25 #34477a@.5 #18223f",
  ];
  const shapes = [
    group(
      "translate(-40 -24) scale(1.05)",
      group("translate(530 160) rotate(-3) scale(.7)", spiritLevel(b)),
      group("translate(1170 190) rotate(4) scale(.42)", tapeMeasure(b)),
      group("translate(350 560) rotate(24) scale(.56)", handSaw(b)),
      group("translate(400 900) rotate(-12) scale(.6)", hammer(b, -12)),
      group("translate(1090 985) rotate(-9) scale(.6)", wrench(b, -9)),
      times(3, (i) =>
        group(
          `translate(${690 + i * 80} ${570 + i * 16}) rotate(${4 + i * 3}) scale(.72)`,
          screwdriver(b, 1, 250 - i * 20, i === 1, tones[i % 2] ?? ""),
        ),
      ),
      group(
        "translate(716 296) scale(.54)",
        b.cast("M372 296H1350V560H900L730 700V1030H450V904L520 640L372 560Z", 26, 44, 30, 0.5),
        looseBattery(b),
        drillBody(b),
        twist(b, 1368, 431, 190, 14),
      ),
    ),
    path(`M0 0H${WIDTH}V${HEIGHT}H0Z`, b.rad("#1b0f05/0@.55 #1b0f05/.42", 0.42, 0.4, 0.8)),
  ].join("");
  const overlay = studio(shapes, b.defs.join("")).replace(/<rect width[^>]*>/, "");
  return sharp(bench(), { raw: { width: COLUMNS, height: ROWS, channels: 3 } })
    .resize(WIDTH, HEIGHT)
    .composite([{ input: Buffer.from(overlay) }])
    .png({ compressionLevel: 3 })
    .toBuffer();
};
