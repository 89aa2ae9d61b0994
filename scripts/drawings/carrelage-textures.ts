import { type Material, starEdge } from "./carrelage-layouts";
import { clamp01, fbm, hash, lerp, mix, noise, type Rgb, rgb, smooth } from "./carrelage-noise";
import type { Surface } from "./carrelage-render";

function put(out: Surface, c: Rgb, k = 1): void {
  out.r = c[0] * k;
  out.g = c[1] * k;
  out.b = c[2] * k;
}

function tint(out: Surface, c: Rgb, t: number): void {
  out.r = lerp(out.r, c[0], t);
  out.g = lerp(out.g, c[1], t);
  out.b = lerp(out.b, c[2], t);
}

/** Each piece shows its own part of the printed pattern, sometimes turned. */
function shifted(x: number, y: number, i: number, j: number): [number, number] {
  const flip = hash(i, j, 3) < 0.5 ? -1 : 1;
  return [x * flip + hash(i, j, 1) * 900, y * flip + hash(i, j, 2) * 900];
}

/** Oak planks, the grain along x. */
export function oak(light: string, dark: string): Material {
  const pale = rgb(light);
  const deep = rgb(dark);
  const knotColour = rgb("#4a2e19");
  return (x0, y0, i, j, out) => {
    const [x, y] = shifted(x0, y0, i, j);
    let yy = y;
    let knot = 0;
    for (let k = 0; k < 2; k += 1) {
      if (hash(i, j, 20 + k) > 0.55) continue;
      const kx = (hash(i, j, 22 + k) - 0.5) * 100;
      const ky = (hash(i, j, 24 + k) - 0.5) * 14;
      const dx = (x0 - kx) / 3.2;
      const dy = y0 - ky;
      const r2 = dx * dx + dy * dy;
      yy += (dy / (0.6 + r2)) * 2.1;
      knot = Math.max(knot, smooth(1.15, 0.25, Math.sqrt(dx * dx * 3 + dy * dy)));
    }
    const warp = fbm(x * 0.018, yy * 0.11, 31, 3) * 5;
    const rings = yy * 0.55 + warp;
    const phase = rings - Math.floor(rings);
    const ring = smooth(0, 0.75, phase) * smooth(1, 0.86, phase);
    const broad = fbm(x * 0.012, yy * 0.2, 40, 2);
    const fine = noise(x * 0.22, yy * 9, 44) * 0.6 + noise(x * 0.6, yy * 22, 45) * 0.4;
    const pore = smooth(0.42, 0.72, noise(x * 0.32, yy * 13, 47)) * (0.3 + 0.7 * ring);
    const t = 0.3 + ring * 0.34 + broad * 0.34 + fine * 0.13;
    put(out, mix(pale, deep, Math.max(0, Math.min(1, t))), 0.9 + hash(i, j, 9) * 0.2);
    tint(out, deep, pore * 0.42);
    tint(out, knotColour, knot * 0.72);
    out.sv = fine * 0.02;
    out.gloss = 0.55;
    out.rough = 0.85;
  };
}

interface Marble {
  base: string;
  cloud: string;
  vein: string;
  hair: string;
  /** Veins per cm. */
  scale: number;
  amount: number;
  angle: number;
  gloss: number;
}

export function marble(m: Marble): Material {
  const base = rgb(m.base);
  const cloud = rgb(m.cloud);
  const vein = rgb(m.vein);
  const hair = rgb(m.hair);
  const c = Math.cos(m.angle);
  const s = Math.sin(m.angle);
  return (x0, y0, i, j, out) => {
    const [x1, y1] = shifted(x0, y0, i, j);
    const x2 = (x1 * c + y1 * s) * m.scale;
    const y2 = (y1 * c - x1 * s) * m.scale;
    const wx = fbm(x2 * 0.8, y2 * 0.8, 51, 3);
    const jag = fbm(x2 * 3.4, y2 * 3.4, 55, 3);
    const x = x2 + wx * 0.5 + jag * 0.09;
    const y = y2 * 0.34 + jag * 0.05;
    const clouds = fbm(x * 0.7, y * 0.9, 60, 4);
    put(out, base);
    tint(out, cloud, smooth(-0.35, 0.75, clouds) * 0.62);
    const width = clamp01(0.5 + 0.75 * noise(x2 * 0.9, y2 * 0.9, 63));
    const big = Math.abs(noise(x * 1.15, y * 1.15, 65));
    const soft = smooth(0.26, 0, big) * (0.25 + width);
    const core = smooth(0.012 + 0.06 * width * width, 0, big) * smooth(0.12, 0.6, width);
    tint(out, cloud, soft * 0.55 * m.amount);
    tint(out, vein, core * 0.85 * m.amount);
    const thin = Math.abs(noise(x * 2.3 - y * 1.6 + jag * 0.25, y * 2.6 + x * 0.9, 68));
    const gate = smooth(-0.1, 0.5, noise(x2 * 1.1, y2 * 1.1, 69));
    tint(out, hair, smooth(0.035, 0, thin) * gate * 0.55 * m.amount);
    const speck = noise(x * 30, y * 40, 70) * 0.018;
    out.r += out.r * speck;
    out.g += out.g * speck;
    out.b += out.b * speck;
    out.gloss = m.gloss;
    out.rough = m.gloss > 0.8 ? 0.02 : 0.7;
  };
}

export function concrete(colour: string): Material {
  const base = rgb(colour);
  const pit = rgb("#55514c");
  return (x0, y0, i, j, out) => {
    const [x, y] = shifted(x0, y0, i, j);
    const w = fbm(x * 0.03, y * 0.03, 80, 3);
    const clouds = fbm(x * 0.045 + w * 1.6, y * 0.045 - w, 83, 5);
    const sweep = noise(x * 0.05 + w * 2, y * 0.5 + w * 5, 88) * 0.35;
    const grain = noise(x * 4.5, y * 4.5, 89) * 0.5 + (hash(x * 9, y * 9, 90) - 0.5) * 0.5;
    put(out, base, 1 + clouds * 0.3 + sweep * 0.12 + grain * 0.07 + (hash(i, j, 8) - 0.5) * 0.06);
    const warm = noise(x * 0.02, y * 0.02, 92) * 0.03;
    out.r *= 1 + warm;
    out.b *= 1 - warm;
    const pits = noise(x * 0.9, y * 0.9, 93);
    if (pits > 0.52) {
      const k = smooth(0.55, 0.63, pits * 0.8 + noise(x * 3, y * 3, 94) * 0.2);
      tint(out, pit, k * 0.5);
    }
    out.gloss = 0.35;
    out.rough = 1;
  };
}

export function travertine(): Material {
  const pale = rgb("#e3d3b8");
  const tan = rgb("#bf9f78");
  const hole = rgb("#8a6b49");
  return (x0, y0, i, j, out) => {
    const [x, y] = shifted(x0, y0, i, j);
    const bend = fbm(x * 0.02, y * 0.05, 101, 3) * 3.2;
    const s = y * 0.32 + bend;
    const bands = noise(x * 0.014, s, 104) * 0.6 + noise(x * 0.03, s * 2.7, 105) * 0.35;
    const fine = noise(x * 0.12, s * 9, 106) * 0.18;
    const mottled = fbm(x * 0.2, y * 0.35, 107, 3) * 0.25;
    const t = 0.42 + bands * 0.75 + fine + mottled;
    put(out, mix(pale, tan, Math.max(0, Math.min(1, t))), 0.96 + hash(i, j, 8) * 0.08);
    const where = smooth(-0.05, 0.45, noise(x * 0.025, s * 1.1, 108));
    const holes = noise(x * 0.55, y * 1.9 + bend * 3, 109) + noise(x * 1.7, y * 4, 110) * 0.35;
    const k = smooth(0.5, 0.66, holes * (0.55 + 0.6 * where));
    tint(out, hole, k * 0.75);
    out.sv = k * 0.2;
    out.gloss = 0.3 * (1 - k);
    out.rough = 0.9;
  };
}

const CHIPS = ["#b96b45", "#8d8b86", "#d8b98a", "#56504b", "#f7f3ea", "#7d8f84", "#c9a27e"].map(
  rgb,
);

/** One chip: centre, reach, number, then five sides as direction and distance. */
type Chip = Float64Array;
const NO_CHIP: Chip = new Float64Array(0);

function newChip(i: number, j: number, seed: number, density: number): Chip {
  if (hash(i, j, seed) > density) return NO_CHIP;
  const c = new Float64Array(19);
  const size = 0.2 + 0.34 * hash(i, j, seed + 3);
  c[0] = i + 0.2 + 0.6 * hash(i, j, seed + 1);
  c[1] = j + 0.2 + 0.6 * hash(i, j, seed + 2);
  c[2] = size * size * 2.4;
  c[3] = Math.floor(hash(i, j, seed + 7) * 997);
  const turn = hash(i, j, seed + 4) * 6.28;
  for (let k = 0; k < 5; k += 1) {
    const a = turn + k * 1.2566 + (hash(i * 7 + k, j, seed + 5) - 0.5) * 0.9;
    c[4 + k * 3] = Math.cos(a);
    c[5 + k * 3] = Math.sin(a);
    c[6 + k * 3] = size * (0.62 + 0.5 * hash(i, j * 5 + k, seed + 6));
  }
  return c;
}

function depthIn(c: Chip, x: number, y: number): number {
  const dx = x - (c[0] ?? 0);
  const dy = y - (c[1] ?? 0);
  if (dx * dx + dy * dy > (c[2] ?? 0)) return -1;
  let inside = 1;
  for (let k = 4; k < 19; k += 3)
    inside = Math.min(inside, (c[k + 2] ?? 0) - dx * (c[k] ?? 0) - dy * (c[k + 1] ?? 0));
  return inside;
}

interface ChipLayer {
  scale: number;
  seed: number;
  density: number;
  known: Map<number, Chip>;
}

/** How deep a point lies in the chip that covers it; the chip's number in `found`. */
function chip(x: number, y: number, layer: ChipLayer, found: { k: number }): number {
  const gx = Math.floor(x);
  const gy = Math.floor(y);
  let best = -1;
  for (let j = gy - 1; j <= gy + 1; j += 1)
    for (let i = gx - 1; i <= gx + 1; i += 1) {
      const key = (i + 4096) * 8192 + j + 4096;
      let c = layer.known.get(key);
      if (!c) {
        c = newChip(i, j, layer.seed, layer.density);
        layer.known.set(key, c);
      }
      if (c.length === 0) continue;
      const inside = depthIn(c, x, y);
      if (inside > best) {
        best = inside;
        found.k = c[3] ?? 0;
      }
    }
  return best;
}

export function terrazzo(): Material {
  const cement = rgb("#e9e2d5");
  const found = { k: 0 };
  const layers: ChipLayer[] = [
    { scale: 1.5, seed: 130, density: 0.42, known: new Map() },
    { scale: 0.6, seed: 140, density: 0.4, known: new Map() },
    { scale: 0.24, seed: 150, density: 0.36, known: new Map() },
  ];
  return (x0, y0, i, j, out) => {
    const [x, y] = shifted(x0, y0, i, j);
    put(out, cement, 1 + noise(x * 3, y * 3, 120) * 0.03 + fbm(x * 0.1, y * 0.1, 121, 2) * 0.05);
    for (const layer of layers) {
      const d = chip(x * layer.scale, y * layer.scale, layer, found) / layer.scale;
      if (d <= 0) continue;
      const c = CHIPS[found.k % CHIPS.length] ?? cement;
      const tone = 0.9 + (found.k % 10) * 0.02 + noise(x * 2.2, y * 2.2, found.k) * 0.1;
      tint(out, [c[0] * tone, c[1] * tone, c[2] * tone], smooth(0, 0.06, d) * 0.94);
    }
    out.gloss = 0.6;
    out.rough = 0.35;
  };
}

export function terracotta(): Material {
  const a = rgb("#b4704d");
  const b = rgb("#cb9068");
  const c = rgb("#8f5136");
  return (x0, y0, i, j, out) => {
    const [x, y] = shifted(x0, y0, i, j);
    const flame = fbm(x * 0.05, y * 0.05, 161, 4) + 0.25 - (x0 * x0 + y0 * y0) / 520;
    const own = hash(i, j, 7);
    put(out, mix(mix(a, b, own), c, smooth(-0.1, 0.9, flame) * 0.6), 0.92 + 0.16 * hash(i, j, 8));
    const grit = noise(x * 6, y * 6, 165);
    const k = 1 + grit * 0.06 + (hash(x * 11, y * 11, 166) - 0.5) * 0.07 + noise(x, y, 167) * 0.05;
    out.r *= k;
    out.g *= k;
    out.b *= k;
    tint(out, b, smooth(0.55, 0.7, noise(x * 1.7, y * 1.7, 168)) * 0.5);
    out.su = noise(x * 0.4, y * 0.4, 169) * 0.03 + grit * 0.03;
    out.sv = noise(x * 0.4, y * 0.4, 170) * 0.03;
    out.gloss = 0.25;
    out.rough = 1;
  };
}

/** Cleft stone: steps and ridges catch the light. */
export function cleft(colour: string): Material {
  const base = rgb(colour);
  const rust = rgb("#a58660");
  const high = (x: number, y: number) => {
    const w = fbm(x * 0.06, y * 0.06, 181, 2);
    const steps = fbm(x * 0.07 + w, y * 0.11, 184, 4) * 5;
    const floor = Math.floor(steps);
    return (floor + smooth(0.55, 1, steps - floor)) * 0.3 + fbm(x * 0.5, y * 0.5, 188, 3) * 0.28;
  };
  return (x0, y0, i, j, out) => {
    const [x, y] = shifted(x0, y0, i, j);
    const e = 0.15;
    const h = high(x, y);
    out.su = ((high(x + e, y) - h) / e) * 0.8;
    out.sv = ((high(x, y + e) - h) / e) * 0.8;
    const grain = (hash(x * 7, y * 7, 190) - 0.5) * 0.1 + noise(x * 3, y * 3, 191) * 0.05;
    put(out, base, 1 + h * 0.16 + grain + (hash(i, j, 8) - 0.5) * 0.1);
    tint(out, rust, smooth(0.05, 0.7, fbm(x * 0.05, y * 0.05, 192, 3)) * 0.45);
    out.gloss = 0.2;
    out.rough = 1;
  };
}

/** Lays a colour over where d > 0, with a soft rim. */
function over(out: Surface, c: Rgb, d: number): void {
  if (d > -0.035) tint(out, c, smooth(-0.035, 0.035, d));
}

/** A cement tile, 20 × 20: star in the middle, quarter rosettes in the corners. */
export function cementTile(palette: [string, string, string, string]): Material {
  const [ground, deep, soft, spark] = palette.map(rgb) as [Rgb, Rgb, Rgb, Rgb];
  return (x, y, i, j, out) => {
    const wob = noise(x * 1.3 + i * 31, y * 1.3 + j * 17, 200) * 0.07;
    const ax = Math.abs(x) + wob;
    const ay = Math.abs(y) + wob;
    const cx = 10 - ax;
    const cy = 10 - ay;
    const corner = Math.sqrt(cx * cx + cy * cy);
    const petal = Math.abs(Math.sin(Math.atan2(cy, cx) * 2)) ** 0.6;
    put(out, ground);
    over(out, soft, 7.4 - corner);
    over(out, ground, 6.5 - corner);
    over(out, deep, 6.1 - corner);
    over(out, ground, 2.0 + 3.3 * petal - corner);
    over(out, soft, 1.5 + 2.9 * petal - corner);
    over(out, deep, 1.75 - corner);
    over(out, spark, 0.8 - corner);
    over(out, deep, starEdge(x, y, 4.6) - wob);
    over(out, ground, starEdge(x, y, 3.9) - wob);
    over(out, soft, starEdge(x, y, 3.3) - wob);
    over(out, deep, starEdge(x, y, 2.2) - wob);
    over(out, ground, 1.35 - Math.sqrt(ax * ax + ay * ay));
    over(out, spark, 0.75 - Math.sqrt(ax * ax + ay * ay));
    const px = x + i * 53;
    const py = y + j * 47;
    const cloud = fbm(px * 0.16, py * 0.16, 205, 4) * 0.16;
    const grain = (hash(px * 12, py * 12, 207) - 0.5) * 0.05;
    const k = 1 + cloud + grain + (hash(i, j, 8) - 0.5) * 0.1;
    out.r *= k;
    out.g *= k;
    out.b *= k;
    out.gloss = 0.35;
    out.rough = 0.9;
  };
}

interface Glaze {
  tones: string[];
  /** Clay that shows where the glaze is thin or chipped. */
  body?: string;
  half: readonly [number, number];
  /** Unevenness of the surface and of the tone, 0 industrial … 1 handmade. */
  hand: number;
  edgeLift?: number;
}

/** A glazed piece: own tone, pooled colour, waves that break the mirrored window, chips at the rim. */
export function glaze(g: Glaze): Material {
  const tones = g.tones.map(rgb);
  const body = rgb(g.body ?? "#c98e63");
  const [hx, hy] = g.half;
  return (x, y, i, j, out) => {
    const pick = hash(i, j, 11) * tones.length;
    const a = tones[Math.floor(pick) % tones.length] ?? body;
    const b = tones[(Math.floor(pick) + 1) % tones.length] ?? body;
    const px = x + hash(i, j, 12) * 500;
    const py = y + hash(i, j, 13) * 500;
    const pool = fbm(px * 0.16, py * 0.16, 211, 3);
    const streak = noise(px * 0.5, py * 0.12, 214);
    const t = (hash(i, j, 14) * 0.6 + pool * 0.5) * g.hand;
    const k = 1 + ((hash(i, j, 15) - 0.5) * 0.46 + pool * 0.2 + streak * 0.08) * g.hand;
    put(out, mix(a, b, Math.max(0, Math.min(1, t))), k);
    const wave = 0.085 * g.hand;
    out.su = (noise(px * 0.15, py * 0.15, 221) + noise(px * 0.45, py * 0.45, 222) * 0.24) * wave;
    out.sv = (noise(px * 0.15, py * 0.15, 223) + noise(px * 0.45, py * 0.45, 224) * 0.24) * wave;
    out.gloss = 1;
    out.rough = 0.02 + 0.13 * g.hand;
    if (g.hand < 0.5) return;
    const rim = Math.min(hx - Math.abs(x), hy - Math.abs(y));
    const weak = smooth(-0.05, 0.6, noise(px * 0.28, py * 0.28, 225));
    const nick =
      rim +
      (noise(px * 1.1, py * 1.1, 226) * 0.3 - 0.04) * weak +
      noise(px * 4, py * 4, 227) * 0.03;
    const chipped = smooth(0.06, 0.015, nick);
    if (rim < 0.6) {
      const lift = smooth(0.55, 0, rim) * (g.edgeLift ?? 0.25);
      out.r += out.r * lift;
      out.g += out.g * lift;
      out.b += out.b * lift;
    }
    const pin = g.hand > 0.8 ? smooth(0.74, 0.82, noise(px * 2.3, py * 2.3, 229)) : 0;
    const bare = Math.max(chipped, pin * 0.6);
    tint(out, body, bare * 0.85);
    out.gloss *= 1 - bare;
  };
}

/** Plain colours chosen by the piece's lattice numbers, under a handmade glaze. */
export function byPiece(pick: (i: number, j: number) => Material): Material {
  return (x, y, i, j, out) => pick(i, j)(x, y, i, j, out);
}

/** Waves pressed into a satin tile. */
export function relief(colour: string): Material {
  const base = rgb(colour);
  return (x, y, i, j, out) => {
    const bend = 1.6 * Math.sin(x * 0.105) + 0.5 * Math.sin(x * 0.21 + 1);
    const p = (y + bend) * 1.05;
    const slope = 1.6 * 0.105 * Math.cos(x * 0.105) + 0.105 * Math.cos(x * 0.21 + 1);
    const h = Math.cos(p);
    out.sv = h * 0.42;
    out.su = h * 0.42 * slope;
    const grain = noise(x * 5, y * 5, 240) * 0.02;
    put(out, base, 0.95 + 0.09 * Math.sin(p) + grain + (hash(i, j, 8) - 0.5) * 0.03);
    out.gloss = 0.55;
    out.rough = 0.75;
  };
}

/** Facets around a flat middle, as on a bevelled metro tile. */
export function bevelled(
  inner: Material,
  hx: number,
  hy: number,
  wide: number,
  slope: number,
): Material {
  return (x, y, i, j, out) => {
    inner(x, y, i, j, out);
    const dx = hx - Math.abs(x);
    const dy = hy - Math.abs(y);
    const d = Math.min(dx, dy);
    if (d >= wide) return;
    const k = slope * smooth(wide, wide * 0.9, d);
    if (dx < dy) out.su += x > 0 ? -k : k;
    else out.sv += y > 0 ? -k : k;
  };
}

/** A rounded pebble of its own stone. */
export function pebble(): Material {
  const stones = ["#8d8479", "#b9a68c", "#d5c8b2", "#6f6a66", "#a0785a", "#e6ddcd", "#7b7f7c"].map(
    rgb,
  );
  return (x, y, i, j, out) => {
    const c = stones[Math.floor(hash(i, j, 251) * stones.length)] ?? [0.5, 0.5, 0.5];
    const px = x + i * 91;
    const py = y + j * 77;
    const k = 1 + fbm(px * 0.6, py * 0.6, 253, 3) * 0.24 + noise(px * 5, py * 5, 255) * 0.07;
    put(out, c as Rgb, k);
    const line = Math.abs(noise(px * 0.35, py * 0.35, 256));
    if (hash(i, j, 257) < 0.4) tint(out, [0.75, 0.71, 0.64], smooth(0.05, 0, line) * 0.6);
    out.gloss = 0.5;
    out.rough = 0.6;
  };
}

/** Translucent glass: colour deepens away from the light, a bright inner rim. */
export function glass(tones: string[], half: number): Material {
  const colours = tones.map(rgb);
  return (x, y, i, j, out) => {
    const c = colours[Math.floor(hash(i, j, 261) * colours.length)] ?? [0.1, 0.5, 0.5];
    const depth =
      0.82 +
      0.3 * smooth(half, -half, x * 0.5 + y) +
      noise(x * 0.9 + i * 9, y * 0.9 + j * 7, 263) * 0.14;
    put(out, c as Rgb, depth);
    const rim = half - Math.max(Math.abs(x), Math.abs(y));
    const low = smooth(0.3, 0, rim) * smooth(0.4, -1.4, y - x);
    out.r += low * 0.12;
    out.g += low * 0.2;
    out.b += low * 0.2;
    out.su = noise(x * 0.5 + i * 9, y * 0.5 + j * 5, 265) * 0.03;
    out.sv = noise(x * 0.5 + i * 9, y * 0.5 + j * 5, 266) * 0.03;
    out.gloss = 1;
    out.rough = 0.04;
  };
}
