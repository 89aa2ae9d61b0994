/** A colour in linear light, 0–1 per channel. */
export type Rgb = readonly [number, number, number];

export function clamp01(x: number): number {
  return Math.max(0, Math.min(1, x));
}

export function smooth(from: number, to: number, x: number): number {
  const t = clamp01((x - from) / (to - from));
  return t * t * (3 - 2 * t);
}

export function lerp(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

/** "#rrggbb" to linear light. */
export function rgb(hex: string): Rgb {
  const n = Number.parseInt(hex.slice(1), 16);
  const channel = (c: number) => {
    const x = c / 255;
    return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
  };
  return [channel((n >> 16) & 255), channel((n >> 8) & 255), channel(n & 255)];
}

export function mix(a: Rgb, b: Rgb, t: number): Rgb {
  return [lerp(a[0], b[0], t), lerp(a[1], b[1], t), lerp(a[2], b[2], t)];
}

function mixBits(x: number, y: number, seed: number): number {
  let h =
    (Math.imul(x | 0, 374761393) +
      Math.imul(y | 0, 668265263) +
      Math.imul(seed | 0, 1274126177) +
      0x9e3779b9) |
    0;
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  h = Math.imul(h ^ (h >>> 15), 2246822519);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A number in [0, 1) that belongs to a lattice point. */
export function hash(x: number, y: number, seed = 0): number {
  return mixBits(x, y, seed) / 4294967296;
}

const GX = new Float64Array(32);
const GY = new Float64Array(32);
for (let i = 0; i < 32; i += 1) {
  GX[i] = Math.cos((i * Math.PI) / 16) * 1.5;
  GY[i] = Math.sin((i * Math.PI) / 16) * 1.5;
}

/** Gradient noise, about -1 … 1, one feature per unit. */
export function noise(x: number, y: number, seed: number): number {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const fx = x - x0;
  const fy = y - y0;
  const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
  const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
  const a = mixBits(x0, y0, seed) & 31;
  const b = mixBits(x0 + 1, y0, seed) & 31;
  const c = mixBits(x0, y0 + 1, seed) & 31;
  const d = mixBits(x0 + 1, y0 + 1, seed) & 31;
  const na = (GX[a] ?? 0) * fx + (GY[a] ?? 0) * fy;
  const nb = (GX[b] ?? 0) * (fx - 1) + (GY[b] ?? 0) * fy;
  const nc = (GX[c] ?? 0) * fx + (GY[c] ?? 0) * (fy - 1);
  const nd = (GX[d] ?? 0) * (fx - 1) + (GY[d] ?? 0) * (fy - 1);
  const top = na + (nb - na) * u;
  return top + (nc + (nd - nc) * u - top) * v;
}

/** Octaves of noise, about -1 … 1. */
export function fbm(x: number, y: number, seed: number, octaves: number): number {
  let sum = 0;
  let weight = 0.55;
  let scale = 1;
  for (let i = 0; i < octaves; i += 1) {
    sum += weight * noise(x * scale + i * 17.3, y * scale - i * 9.1, seed + i);
    weight *= 0.5;
    scale *= 2.03;
  }
  return sum;
}
