import sharp from "sharp";
import { Brush, fix, group, line, oval, path, star, times } from "./luminaire-brush";
import { lantern } from "./luminaire-hanging";
import { type Draw, HEIGHT, randomFrom, studio, WIDTH } from "./studio";

/** Plaster is computed at this pitch and enlarged. */
const STEP = 2;
const COLUMNS = WIDTH / STEP;
const ROWS = HEIGHT / STEP;

/** Troweled plaster in desert-night blue, lit from the lantern at the middle. */
function nightPlaster(): Buffer {
  const pixels = Buffer.alloc(COLUMNS * ROWS * 3);
  const random = randomFrom(1975);
  const [cols, rows] = [66, 50];
  const lattice = Float32Array.from({ length: cols * rows }, () => random());
  const at = (x: number, y: number) => lattice[(y % rows) * cols + (x % cols)] ?? 0;
  const noise = (x: number, y: number) => {
    const [ix, iy] = [Math.floor(x), Math.floor(y)];
    const [fx, fy] = [x - ix, y - iy];
    const [u, v] = [fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)];
    const top = at(ix, iy) * (1 - u) + at(ix + 1, iy) * u;
    const bottom = at(ix, iy + 1) * (1 - u) + at(ix + 1, iy + 1) * u;
    return top * (1 - v) + bottom * v;
  };
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const [x, y] = [column * STEP, row * STEP];
      const cloud = noise(x / 190, y / 120) + noise(x / 47, y / 31) * 0.45;
      const grain = noise(x / 3.1, y / 2.3) * 0.16;
      const far = Math.hypot(x - 800, (y - 620) * 1.15) / 950;
      const warm = Math.max(0, 1 - far) ** 1.6;
      const tone = 0.62 + (cloud + grain) * 0.3;
      const i = (row * COLUMNS + column) * 3;
      pixels[i] = Math.min(255, (34 + warm * 112) * tone);
      pixels[i + 1] = Math.min(255, (46 + warm * 68) * tone);
      pixels[i + 2] = Math.min(255, (80 + warm * 14) * tone);
    }
  }
  return pixels;
}

/** One hole's light on the wall: a bright core in a wider, fainter edge; warmer with distance. */
function thrown(
  x: number,
  y: number,
  turn: number,
  r: number,
  shape: (k: number) => string,
): string {
  const colour = r < 500 ? "#ffdd96" : r < 700 ? "#ffc566" : "#ffae48";
  const opacity = Math.max(0.26, 1 - r / 1500);
  const layer = (k: number, share: number) =>
    path(shape(k), colour, `fill-opacity="${(opacity * share).toFixed(2)}"`);
  return group(
    `translate(${fix(x)} ${fix(y)}) rotate(${fix(turn)}) scale(1 ${(1 + r / 1500).toFixed(2)})`,
    layer(1 + r / 6500, 0.35),
    layer(1, 0.55),
    layer(1 - r / 7500, 0.85),
  );
}

/** The lantern's pattern on the wall: rings of its own holes, larger and softer with distance. */
function pattern(): string {
  const ring = (
    r: number,
    count: number,
    shape: (size: number) => string,
    size: number,
    phase: number,
  ) =>
    times(count, (i) => {
      const a = ((i + phase) * 2 * Math.PI) / count;
      const [x, y] = [800 + r * Math.cos(a), 625 + r * Math.sin(a) * 0.94];
      return thrown(x, y, (a * 180) / Math.PI + 90, r, (k) => shape(size * k));
    });
  const stars = (size: number) => star(0, 0, size, size * 0.6);
  const petals = (size: number) =>
    `M0 ${-size}C${size * 0.5} ${-size * 0.3} ${size * 0.5} ${size * 0.3} 0 ${size}C${-size * 0.5} ${size * 0.3} ${-size * 0.5} ${-size * 0.3} 0 ${-size}Z`;
  const rings = [
    [330, 22, 0, 13],
    [385, 22, 1, 24],
    [455, 22, 2, 32],
    [530, 22, 1, 32],
    [625, 22, 2, 50],
    [720, 22, 1, 44],
    [835, 22, 2, 66],
    [950, 22, 1, 58],
  ];
  const drawn = rings.map(([r = 0, count = 0, kind = 0, size = 0], i) =>
    ring(r, count, kind === 2 ? stars : petals, size, (i % 2) * 0.5),
  );
  const lace = [420, 575, 675, 775, 890].map((r, i) =>
    ring(r, 44, (s) => oval(0, 0, s), 6 + i * 2.2, 0.25),
  );
  return drawn.join("") + lace.join("");
}

export const lanternNight: Draw = async () => {
  const b = new Brush();
  const shapes = [
    pattern(),
    b.glow(800, 625, 620, 560, "#ffb657", 0.45),
    line("M800 -10V70", "#b98b41", 9),
    `<g transform="translate(-96 -80) scale(1.12)">${lantern(b, "#ffedb8")}</g>`,
    b.glow(800, 620, 420, 440, "#ffd78c", 0.3),
    path(`M0 0H${WIDTH}V${HEIGHT}H0Z`, b.rad("#0b1022/0@.6 #0b1022/.55", 0.5, 0.5, 0.72)),
  ].join("");
  const overlay = studio(shapes, b.defs.join("")).replace(/<rect width[^>]*>/, "");
  return sharp(nightPlaster(), { raw: { width: COLUMNS, height: ROWS, channels: 3 } })
    .resize(WIDTH, HEIGHT)
    .composite([{ input: Buffer.from(overlay) }])
    .png({ compressionLevel: 3 })
    .toBuffer();
};
