import type { V3 } from "./sanitaire-geometry";
import { rad, unit } from "./sanitaire-geometry";

const W = 256;
const H = 128;
export type Env = Float32Array[];

const smooth = (from: number, to: number, v: number) => {
  const t = Math.max(0, Math.min(1, (v - from) / (to - from)));
  return t * t * (3 - 2 * t);
};
const box = (v: number, centre: number, half: number, soft: number) =>
  1 - smooth(half - soft, half + soft, Math.abs(v - centre));

/** Radiance of the photo studio; azimuth 0 is the camera's side, negative is left. Degrees. */
function radiance(az: number, el: number): V3 {
  const behind = smooth(95, 165, Math.abs(az));
  let level = 0.24 + 0.6 * behind;
  level *= 1 - 0.3 * smooth(20, 85, el);
  level += 3.2 * box(az, -58, 25, 5) * box(el, 16, 46, 8);
  level += 1.6 * box(az, 64, 8, 3) * box(el, 14, 48, 8);
  level += 1.5 * box(el, 84, 13, 5);
  level += 0.8 * box(az, 10, 10, 6) * box(el, 52, 14, 6);
  level *= 1 - 0.8 * box(Math.abs(az), 99, 11, 6) * box(el, 8, 52, 12);
  level *= 1 - 0.65 * box(az, 30, 14, 9) * box(el, 4, 40, 14);
  const floor = smooth(-12, -42, el);
  const ground = 0.46 - 0.2 * smooth(-35, -85, el) + 0.12 * behind;
  const warm: V3 = [ground * 1.06, ground * 0.97, ground * 0.86];
  return [
    level * (1 - floor) + warm[0] * floor,
    level * 0.985 * (1 - floor) + warm[1] * floor,
    level * 0.96 * (1 - floor) + warm[2] * floor,
  ];
}

function blurRows(source: Float32Array, radiusAt: (row: number) => number): Float32Array {
  const out = new Float32Array(source.length);
  for (let y = 0; y < H; y++) {
    const r = Math.min(W / 2 - 1, Math.round(radiusAt(y)));
    for (let c = 0; c < 3; c++) {
      let sum = 0;
      const at = (x: number) => source[(y * W + ((x + W) % W)) * 3 + c];
      for (let x = -r; x <= r; x++) sum += at(x);
      for (let x = 0; x < W; x++) {
        out[(y * W + x) * 3 + c] = sum / (2 * r + 1);
        sum += at(x + r + 1) - at(x - r);
      }
    }
  }
  return out;
}

function blurColumns(source: Float32Array, r: number): Float32Array {
  const out = new Float32Array(source.length);
  const at = (x: number, y: number, c: number) =>
    source[(Math.max(0, Math.min(H - 1, y)) * W + x) * 3 + c];
  for (let x = 0; x < W; x++) {
    for (let c = 0; c < 3; c++) {
      let sum = 0;
      for (let y = -r; y <= r; y++) sum += at(x, y, c);
      for (let y = 0; y < H; y++) {
        out[(y * W + x) * 3 + c] = sum / (2 * r + 1);
        sum += at(x, y + r + 1, c) - at(x, y - r, c);
      }
    }
  }
  return out;
}

function blurred(source: Float32Array, r: number): Float32Array {
  let map = source;
  for (let pass = 0; pass < 2; pass++) {
    map = blurColumns(map, r);
    map = blurRows(map, (y) => r / Math.max(0.06, Math.sin(((y + 0.5) / H) * Math.PI)));
  }
  return map;
}

let cached: Env | undefined;

/** The studio at five roughnesses: 0, 0.15, 0.3, 0.5 and 0.8. */
export function studioEnv(): Env {
  if (cached) return cached;
  const sharp = new Float32Array(W * H * 3);
  for (let y = 0; y < H; y++) {
    for (let x = 0; x < W; x++) {
      const colour = radiance(((x + 0.5) / W) * 360 - 180, 90 - ((y + 0.5) / H) * 180);
      sharp.set(colour, (y * W + x) * 3);
    }
  }
  cached = [sharp, blurred(sharp, 3), blurred(sharp, 7), blurred(sharp, 14), blurred(sharp, 24)];
  return cached;
}

const KNOTS = [0, 0.15, 0.3, 0.5, 0.8];

function sample(map: Float32Array, u: number, v: number, k: number, out: V3) {
  const x0 = Math.floor(u);
  const y0 = Math.max(0, Math.min(H - 2, Math.floor(v)));
  const fx = u - x0;
  const fy = Math.max(0, Math.min(1, v - y0));
  const a = (y0 * W + ((x0 + W) % W)) * 3;
  const b = (y0 * W + ((x0 + 1 + W) % W)) * 3;
  const down = W * 3;
  for (let c = 0; c < 3; c++) {
    const top = map[a + c] * (1 - fx) + map[b + c] * fx;
    const low = map[a + down + c] * (1 - fx) + map[b + down + c] * fx;
    out[c] += k * (top * (1 - fy) + low * fy);
  }
}

/** Light arriving from the direction (camera frame) for a surface of that roughness, into `out`. */
export function reflect(env: Env, x: number, y: number, z: number, rough: number, out: V3) {
  const u = ((Math.atan2(x, z) / Math.PI + 1) / 2) * W - 0.5;
  const v = (0.5 - Math.asin(Math.max(-1, Math.min(1, y))) / Math.PI) * H - 0.5;
  let i = 0;
  while (i < 3 && rough > KNOTS[i + 1]) i++;
  const f = Math.max(0, Math.min(1, (rough - KNOTS[i]) / (KNOTS[i + 1] - KNOTS[i])));
  out[0] = 0;
  out[1] = 0;
  out[2] = 0;
  sample(env[i], u, v, 1 - f, out);
  if (f > 0) sample(env[i + 1], u, v, f, out);
}

/** One pair of opposite directions, each seen as a depth map of the casters. */
export type Lamp = {
  dir: V3;
  side: V3;
  up: V3;
  near: Float32Array;
  far: Float32Array;
  key: number;
};

export const KEY: V3 = unit([-0.55, 0.8, 0.42]);
export const LAMP_SIZE = 288;
const SKY = 24;
const DISC = 20;

/** Directions in the camera frame: a soft disc about the key light, and the whole sky in opposite pairs. */
export function lampDirections(): { dir: V3; key: number }[] {
  const out: { dir: V3; key: number }[] = [];
  const side = unit([KEY[2], 0, -KEY[0]]);
  const up: V3 = [
    KEY[1] * side[2] - KEY[2] * side[1],
    KEY[2] * side[0] - KEY[0] * side[2],
    KEY[0] * side[1] - KEY[1] * side[0],
  ];
  for (let i = 0; i < DISC; i++) {
    const r = 0.19 * Math.sqrt((i + 0.5) / DISC);
    const angle = i * rad(137.508);
    const [a, b] = [r * Math.cos(angle), r * Math.sin(angle)];
    const dir = unit([0, 1, 2].map((c) => KEY[c] + side[c] * a + up[c] * b) as V3);
    out.push({ dir, key: 1 });
  }
  for (let i = 0; i < SKY; i++) {
    const y = (i + 0.5) / SKY;
    const r = Math.sqrt(1 - y * y);
    const angle = i * rad(137.508) + 0.4;
    out.push({ dir: [Math.cos(angle) * r, y, Math.sin(angle) * r], key: 0 });
  }
  return out;
}
