import { grid, type Joint, laid, starEdge, starsAndCrosses } from "./carrelage-layouts";
import { clamp01, fbm, hash, lerp, noise, type Rgb, rgb, smooth } from "./carrelage-noise";
import { finish, paint, render, type Slab, type Surface, unit, type Vec } from "./carrelage-render";
import { lying, REDCLAY, rectangle, single, standing } from "./carrelage-scenes";
import { crossTone, STAR, starPattern, starTones } from "./carrelage-star";
import { byPiece, cementTile, glaze } from "./carrelage-textures";
import { WIDTH } from "./studio";

const SUN = unit([-0.66, 0.36, 0.58]);
const EVENING: Rgb = [1.46, 1.07, 0.68];
const DUSK: Rgb = [0.2, 0.19, 0.235];

const ARCH = { x: 1010, half: 292, spring: 690, foot: 1300 };

/** Distance inside the arch, in picture points: upright below the springing, pointed above. */
function archInside(x: number, y: number): number {
  const ax = Math.abs(x - ARCH.x);
  const up = ARCH.spring - y;
  if (up <= 0) return ARCH.half - ax;
  return ARCH.half * 1.24 - Math.hypot(ax + ARCH.half * 0.24, up);
}

/** Rammed earth: courses, straw, pebbles, worn plaster. */
function earthHeight(x: number, y: number): number {
  const slow = fbm(x * 0.0035, y * 0.0045, 801, 4) * 15;
  const grit = fbm(x * 0.05, y * 0.05, 806, 3) * 0.8;
  const lump = fbm(x * 0.013, y * 0.016, 809, 2) * 2.2;
  return slow + grit + lump;
}

/** The lozenges and triangles that kasbah masons leave in the brickwork, 0 wall … 1 recess. */
function frieze(x: number, y: number): number {
  const top = 172;
  const tall = 96;
  if (y < top - 30 || y > top + tall + 30) return 0;
  const fx = (x - ARCH.x) / 92;
  const u = Math.abs(fx - Math.round(fx)) * 92;
  const v = y - top - tall / 2;
  const lozenge = (34 - u - Math.abs(v) * 0.86) * 0.75;
  const core = (u + Math.abs(v) * 0.86 - 17) * 0.75;
  const kite = (Math.abs(v) * 0.86 - 17 - (46 - u)) * 0.75;
  const rail = 4 - Math.abs(Math.abs(v) - tall / 2 - 14);
  const high = tall / 2 - 6 - Math.abs(v);
  return Math.max(
    smooth(-1.5, 1.5, Math.min(lozenge, core)),
    smooth(-1.5, 1.5, Math.min(kite, high)),
    smooth(-1.5, 1.5, rail),
  );
}

/** The shadow the rim of a recess throws into it. */
function recessShade(x: number, y: number): number {
  const here = frieze(x, y);
  return here === 0 ? 0 : here * (1 - frieze(x - 11, y - 6));
}

const CLAY = rgb("#b97f52");
const PALE = rgb("#d6a877");
const STRAW = rgb("#e3c48d");

function earth(x: number, y: number, s: Surface): void {
  const e = 2;
  const h = earthHeight(x, y);
  s.su = ((earthHeight(x + e, y) - h) / e) * 1.5;
  s.sv = (-(earthHeight(x, y + e) - h) / e) * 1.5;
  const t = clamp01(0.45 + fbm(x * 0.003, y * 0.004, 821, 4) * 0.7);
  const grain = 1 + noise(x * 0.3, y * 0.3, 825) * 0.04 + (hash(x, y, 826) - 0.5) * 0.05;
  const a = noise(Math.floor(y / 90) * 3.1 + x * 0.011, y * 0.01, 828) * 3;
  const c = Math.cos(a);
  const d = Math.sin(a);
  const flecks = noise((x * c + y * d) * 0.05, (y * c - x * d) * 0.36, 829);
  const straw = smooth(0.6, 0.72, flecks) * 0.55;
  const cut = frieze(x, y);
  const rim = Math.max(0, frieze(x - 4, y - 4) - frieze(x, y));
  s.r = lerp(lerp(CLAY[0], PALE[0], t) * grain, STRAW[0], straw);
  s.g = lerp(lerp(CLAY[1], PALE[1], t) * grain, STRAW[1], straw);
  s.b = lerp(lerp(CLAY[2], PALE[2], t) * grain, STRAW[2], straw);
  const k = (1 - 0.22 * cut) * (1 + 0.2 * rim);
  s.r *= k;
  s.g *= k * (1 - 0.04 * cut);
  s.b *= k * (1 - 0.08 * cut);
}

const JOINT: Joint = { colour: rgb("#cdb894"), edge: 0.34, slope: 0.5, lean: 0.13 };
const mosaic = laid(starsAndCrosses(STAR, 0.22), starPattern, JOINT);
const nightBar = glaze({ tones: ["#16294f", "#1d3566"], half: [99, 99], hand: 0.9 });
const brassBar = glaze({ tones: ["#b9822f", "#c9973f"], half: [99, 99], hand: 0.9 });
const bars = laid(
  grid(5.6, 3.2, 0.22, 0, false),
  byPiece((i) => (((i % 3) + 3) % 3 === 0 ? brassBar : nightBar)),
  JOINT,
);

/** Picture points per cm of tile. */
const SCALE = 8.6;
const RIM = 34;
const FRAME = 46;

/** The mosaic in its niche, with a border that follows the arch. */
function niche(x: number, y: number, d: number, s: Surface): void {
  if (d < RIM) {
    const up = ARCH.spring - y;
    const turn = Math.atan2(up, Math.abs(x - ARCH.x) + ARCH.half * 0.24);
    const along = up <= 0 ? up : turn * ARCH.half * 1.24;
    bars(along / SCALE, (d - RIM / 2) / SCALE, s);
    const lean = s.su;
    s.su = s.sv;
    s.sv = lean;
    return;
  }
  mosaic((x - ARCH.x) / SCALE, (ARCH.spring - y) / SCALE, s);
}

/** The hero: low sun on an earthen wall with a mosaic niche; the left third lies calm in the shade. */
export function hero(): Promise<Buffer> {
  const s: Surface = { r: 0, g: 0, b: 0, su: 0, sv: 0, gloss: 0, rough: 1 };
  const half = unit([SUN[0], SUN[1], SUN[2] + 1]);
  const sample = (x: number, y: number, out: Float32Array): number => {
    s.su = 0;
    s.sv = 0;
    s.gloss = 0;
    const d = archInside(x, y);
    const inside = d > 0;
    if (inside) niche(x, y, d, s);
    else {
      earth(x, y, s);
      if (d > -FRAME) {
        const lip = smooth(-FRAME, -FRAME + 9, d) * smooth(0, -9, d);
        const e = 2;
        const gx = (archInside(x + e, y) - d) / e;
        const gy = (archInside(x, y + e) - d) / e;
        const edge = d < -FRAME + 9 ? 0.55 : d > -9 ? -0.75 : 0;
        s.su += gx * edge;
        s.sv += -gy * edge;
        const k = 1 + 0.06 * lip;
        s.r *= k;
        s.g *= k;
        s.b *= k;
      }
    }
    const n: Vec = unit([-s.su, -s.sv, 1]);
    const tower = 500 + (y - 600) * 0.17;
    let sun = smooth(tower - 52, tower + 52, x + fbm(x * 0.004, y * 0.006, 841, 2) * 16);
    if (inside) {
      const thrown = archInside(x - 54, y - 34);
      sun *= smooth(-13, 13, thrown);
    } else {
      const thrown = archInside(x - 20, y - 12);
      if (d < -FRAME) sun *= 1 - 0.75 * recessShade(x, y);
      if (d < -FRAME) sun *= 1 - 0.8 * smooth(-FRAME - 5, -FRAME + 5, thrown);
    }
    const direct = Math.max(0, n[0] * SUN[0] + n[1] * SUN[1] + n[2] * SUN[2]) * sun * 1.28;
    const sky = 0.8 + 0.45 * n[1] - 0.2 * n[0];
    const bounce = 0.16 * smooth(0, 1, x / WIDTH);
    const near = inside
      ? 1 - 0.45 * Math.exp(-d / 26)
      : 1 - 0.25 * Math.exp(-Math.max(0, -d - FRAME) / 16);
    const glint = s.gloss
      ? Math.max(0, n[0] * half[0] + n[1] * half[1] + n[2] * half[2]) ** 30 * sun * 0.6
      : 0;
    const mirror = s.gloss * (0.035 + 0.1 * smooth(0.02, 0.2, n[1]));
    const fall = 1 - 0.2 * smooth(500, 1500, x) - 0.1 * smooth(300, 1200, y);
    out[0] =
      s.r * near * ((DUSK[0] + bounce * 0.9) * sky + EVENING[0] * direct * fall) +
      glint +
      mirror * 0.5;
    out[1] =
      s.g * near * ((DUSK[1] + bounce * 0.6) * sky + EVENING[1] * direct * fall) +
      glint * 0.8 +
      mirror * 0.55;
    out[2] =
      s.b * near * ((DUSK[2] + bounce * 0.4) * sky + EVENING[2] * direct * fall) +
      glint * 0.5 +
      mirror * 0.75;
    return inside ? 1 : 0;
  };
  return finish(paint(sample));
}

/** Category picture: a zellige wall with a band of stars over a floor of cement tiles. */
export function category(): Promise<Buffer> {
  const green = glaze({
    tones: ["#1f6b45", "#2f8358", "#14543a", "#3d8f5f", "#0f5a4c"],
    half: [5, 5],
    hand: 1,
    edgeLift: 0.4,
  });
  const white = glaze({
    tones: ["#ece3d2", "#f0e9db", "#e2d6c0", "#e9dfcf"],
    half: [5, 5],
    hand: 1,
  });
  const zjoint: Joint = { colour: rgb("#d9cdb9"), edge: 0.35, slope: 0.5, lean: 0.12 };
  const lower = laid(grid(10, 10, 0.18, 0, false), green, zjoint);
  const upper = laid(grid(10, 10, 0.18, 0, false), white, zjoint);
  const stars = laid(
    starsAndCrosses(STAR * 0.82, 0.2),
    (x, y, i, j, out) => starPattern(x, y, i, j, out),
    zjoint,
  );
  const rail = laid(
    grid(10, 2, 0.18, 0, false),
    glaze({ tones: ["#1c3a78", "#16294f"], half: [5, 1], hand: 0.8 }),
    zjoint,
  );
  const pitch = 2 * Math.SQRT2 * STAR * 0.82;
  const H = 90;
  const low = 30.6;
  const high = low + 2.2 + pitch * 2 + 2.2;
  const wall: Slab = {
    at: [0, H / 2, 0],
    ...standing(0, 0),
    half: [110, H / 2],
    thickness: 2,
    outline: rectangle(110, H / 2),
    top: (u, v, out) => {
      const y = v + H / 2;
      if (y < low) lower(u, y, out);
      else if (y < low + 2.2) rail(u, y - low - 1.1, out);
      else if (y < high - 2.2) stars(u, y - low - 2.2 - pitch / 2, out);
      else if (y < high) rail(u, y - high + 1.1, out);
      else upper(u, y - high, out);
    },
    side: rgb("#c9c0b2"),
    window: { u: -0.16, v: 0.15, w: 0.17, h: 0.5, strength: 6 },
  };
  const cement = cementTile(["#e9decb", "#27456f", "#8ea9c2", "#b9673f"]);
  const floor: Slab = {
    at: [0, 0, 75],
    ...lying(0),
    half: [150, 75],
    thickness: 1,
    outline: rectangle(150, 75),
    top: laid(grid(20, 20, 0.15, 0, false), cement, {
      colour: rgb("#b9ad99"),
      edge: 0.1,
      slope: 0.4,
    }),
    side: rgb("#b9ad99"),
    window: { u: -0.2, v: 0.2, w: 0.2, h: 0.4, strength: 2 },
  };
  const outline = (x: number, y: number) => -starEdge(x, y, 7);
  const star: Slab = {
    at: [19, 8.6, 11],
    ...standing(-16, 24),
    half: [9.9, 9.9],
    thickness: 1.3,
    outline,
    top: single(starTones[2] ?? crossTone, outline, [3, 5], 0.4, 0.5),
    side: REDCLAY,
    window: { u: -0.3, v: 0.3, w: 0.4, h: 0.4, strength: 8 },
  };
  return render({
    slabs: [wall, floor, star],
    eye: { pitch: 21, yaw: 17, distance: 230 },
    light: [-0.62, 0.62, 0.55],
    key: 1,
    fill: 0.4,
    frame: { target: [-2, 29, 0], span: 52 },
    paper: ["#d8c8b0", "#b8a487"],
  });
}
