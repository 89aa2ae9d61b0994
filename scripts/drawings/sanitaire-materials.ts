import type { V3 } from "./sanitaire-geometry";
import type { Material, Surface } from "./sanitaire-render";
import { hex } from "./sanitaire-render";

export const chrome: Material = { color: hex("#eef0f2"), rough: 0.03, metal: 1 };
export const brushedSteel: Material = { color: hex("#dbd9d4"), rough: 0.3, metal: 1 };
export const steel: Material = { color: hex("#dcdbd7"), rough: 0.16, metal: 1 };
export const brass: Material = { color: hex("#e9c587"), rough: 0.1, metal: 1 };
export const brushedBrass: Material = { color: hex("#e6c68f"), rough: 0.26, metal: 1 };
export const matteBlack: Material = { color: hex("#27272a"), rough: 0.42, f0: 0.045 };
export const glossBlack: Material = { color: hex("#151516"), rough: 0.08, f0: 0.05 };
export const ceramic: Material = { color: hex("#f7f6f2"), rough: 0.06, f0: 0.05 };
export const matteWhite: Material = { color: hex("#f3f1ec"), rough: 0.45, f0: 0.04 };
export const lacquer: Material = { color: hex("#f7f6f3"), rough: 0.14, f0: 0.045 };
export const rubber: Material = { color: hex("#3a3a3c"), rough: 0.7, f0: 0.03 };
export const dark: Material = { color: hex("#1b1a19"), rough: 0.8, f0: 0.02 };
export const water: Material = { color: hex("#e4f1f2"), rough: 0.02, f0: 0.06, alpha: 0.5 };
export const clearGlass: Material = { color: hex("#dfeceb"), rough: 0.02, f0: 0.08, alpha: 0.42 };
export const glassEdge: Material = { color: hex("#7fb0a4"), rough: 0.05, f0: 0.06 };

const hash = (x: number, y: number, z: number) => {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(z, 1440662683);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
};

const TABLE = Float32Array.from({ length: 4096 }, (_, i) => hash(i, 7, 13));
const lattice = (x: number, y: number, z: number) =>
  TABLE[((Math.imul(x, 73856093) ^ Math.imul(y, 19349663) ^ Math.imul(z, 83492791)) >>> 7) & 4095];

const ease = (t: number) => t * t * (3 - 2 * t);

/** Value noise in [0, 1]. */
export function noise(x: number, y: number, z: number): number {
  const xi = Math.floor(x);
  const yi = Math.floor(y);
  const zi = Math.floor(z);
  const fx = ease(x - xi);
  const fy = ease(y - yi);
  const fz = ease(z - zi);
  const a = lattice(xi, yi, zi) * (1 - fx) + lattice(xi + 1, yi, zi) * fx;
  const b = lattice(xi, yi + 1, zi) * (1 - fx) + lattice(xi + 1, yi + 1, zi) * fx;
  const c = lattice(xi, yi, zi + 1) * (1 - fx) + lattice(xi + 1, yi, zi + 1) * fx;
  const d = lattice(xi, yi + 1, zi + 1) * (1 - fx) + lattice(xi + 1, yi + 1, zi + 1) * fx;
  return (a * (1 - fy) + b * fy) * (1 - fz) + (c * (1 - fy) + d * fy) * fz;
}

export function fbm(x: number, y: number, z: number, octaves = 4): number {
  let sum = 0;
  let k = 0.5;
  for (let i = 0; i < octaves; i++) {
    sum += k * noise(x, y, z);
    x = x * 2.03 + 17;
    y = y * 2.03 + 31;
    z = z * 2.03 + 7;
    k /= 2;
  }
  return sum / (1 - 2 * k);
}

const blend = (s: Surface, a: V3, b: V3, t: number) => {
  for (let c = 0; c < 3; c++) s.color[c] = a[c] * (1 - t) + b[c] * t;
};
const shadeBy = (s: Surface, k: number) => {
  s.color[0] *= k;
  s.color[1] *= k;
  s.color[2] *= k;
};
const step = (from: number, to: number, v: number) => {
  const t = Math.max(0, Math.min(1, (v - from) / (to - from)));
  return t * t * (3 - 2 * t);
};

/** Sawn and oiled wood; the grain runs along the given modelled axis. */
export function wood(pale: string, deep: string, along: "x" | "y" | "z", rough = 0.45): Material {
  const a = hex(pale);
  const b = hex(deep);
  return {
    color: a,
    rough,
    f0: 0.04,
    texture: (s) => {
      const [u, v, w] =
        along === "x" ? [s.x, s.y, s.z] : along === "y" ? [s.y, s.x, s.z] : [s.z, s.x, s.y];
      const drift = fbm(u * 0.009, v * 0.07, w * 0.07, 3);
      const rings = 0.5 + 0.5 * Math.sin((v * 0.55 + w * 0.4 + drift * 13) * 2.1);
      const fibre = noise(u * 0.22, v * 6, w * 6);
      const pore = step(0.72, 0.92, noise(u * 0.5 + 90, v * 10, w * 10));
      blend(s, a, b, 0.12 + 0.46 * rings * rings * drift + 0.24 * fibre + 0.2 * pore);
      s.rough += 0.12 * fibre;
    },
  };
}

export const oak = (along: "x" | "y" | "z") => wood("#d9b98c", "#a87a48", along);
export const walnut = (along: "x" | "y" | "z") => wood("#8d5f3e", "#4a2c1a", along, 0.38);

const copperColour = hex("#e0966e");

/** Hammered metal: shallow facets over the modelled surface by angle about y and height. */
function hammered(color: V3, size: number, depth: number): Material {
  return {
    color,
    rough: 0.17,
    metal: 1,
    texture: (s) => {
      const cell = (cx: number, cy: number, cz: number) => {
        const px = cx + 0.2 + 0.6 * hash(cx, cy, cz);
        const py = cy + 0.2 + 0.6 * hash(cx + 71, cy, cz);
        const pz = cz + 0.2 + 0.6 * hash(cx, cy + 37, cz);
        return [px, py, pz];
      };
      const [x, y, z] = [s.x / size, s.y / size, s.z / size];
      let best = 9;
      let near = [0, 0, 0];
      for (let n = 0; n < 27; n++) {
        const c = cell(
          Math.floor(x) + (n % 3) - 1,
          Math.floor(y) + (Math.floor(n / 3) % 3) - 1,
          Math.floor(z) + Math.floor(n / 9) - 1,
        );
        const d = (c[0] - x) ** 2 + (c[1] - y) ** 2 + (c[2] - z) ** 2;
        if (d < best) {
          best = d;
          near = c;
        }
      }
      s.nx += (x - near[0]) * depth;
      s.ny += (y - near[1]) * depth;
      s.nz += (z - near[2]) * depth;
      shadeBy(s, 0.9 + 0.2 * noise(s.x * 0.3, s.y * 0.3, s.z * 0.3));
    },
  };
}
export const copper = hammered(copperColour, 2.1, 0.5);

/** Cut stone: pale clouds, fine grain and a few rusty veins. */
export const stone: Material = {
  color: hex("#c9b79b"),
  rough: 0.55,
  f0: 0.035,
  texture: (s) => {
    const cloud = fbm(s.x * 0.11, s.y * 0.16, s.z * 0.11, 4);
    blend(s, hex2.pale, hex2.deep, step(0.25, 0.75, cloud));
    const vein = Math.abs(fbm(s.x * 0.06 + 9, s.y * 0.14, s.z * 0.06 + 3, 4) - 0.5);
    const k = 1 - step(0, 0.018, vein);
    for (let c = 0; c < 3; c++) s.color[c] += (hex2.rust[c] - s.color[c]) * 0.55 * k;
    shadeBy(s, 0.93 + 0.14 * noise(s.x * 4, s.y * 4, s.z * 4));
    const pit = step(0.78, 0.9, noise(s.x * 2.2 + 50, s.y * 2.2, s.z * 2.2));
    shadeBy(s, 1 - 0.22 * pit);
  },
};
const hex2 = { pale: hex("#d8c6a6"), deep: hex("#b39a78"), rust: hex("#8f5f3c") };

/** Black granite composite with pale specks. */
export const granite: Material = {
  color: hex("#2a2b2d"),
  rough: 0.4,
  f0: 0.04,
  texture: (s) => {
    const speck = step(0.8, 0.93, noise(s.x * 5, s.y * 5, s.z * 5));
    const grain = noise(s.x * 9 + 40, s.y * 9, s.z * 9);
    shadeBy(s, 0.8 + 0.5 * grain + 2.6 * speck);
  },
};

/** Steel with the fine straight lines of a brush along x. */
export const linedSteel: Material = {
  color: hex("#dcdad5"),
  rough: 0.26,
  metal: 1,
  texture: (s) => {
    const line = noise(s.x * 0.15, s.y * 14, s.z * 14);
    shadeBy(s, 0.94 + 0.1 * line);
    s.rough += 0.08 * line;
  },
};

export type Tiling = { w: number; h: number; joint?: number; brick?: boolean };

/** Handmade glazed tiles on a surface seen in its modelled x-y plane. */
export function zellige(
  pale: string,
  deep: string,
  tiling: Tiling,
  jointColour = "#d9cfbf",
): Material {
  const a = hex(pale);
  const b = hex(deep);
  const joint = hex(jointColour);
  const gap = tiling.joint ?? 0.16;
  return {
    color: a,
    rough: 0.1,
    f0: 0.055,
    texture: (s) => {
      const row = Math.floor(s.y / tiling.h);
      const x = s.x + (tiling.brick && row & 1 ? tiling.w / 2 : 0);
      const column = Math.floor(x / tiling.w);
      const fx = x - column * tiling.w;
      const fy = s.y - row * tiling.h;
      const rim = Math.min(fx, fy, tiling.w - fx, tiling.h - fy);
      const wobble = 0.1 * (noise(s.x * 1.5, s.y * 1.5, 3) - 0.5);
      if (rim < gap + wobble) {
        blend(s, joint, joint, 0);
        shadeBy(s, 0.85 + 0.15 * noise(s.x * 6, s.y * 6, 1));
        s.rough = 0.8;
        s.f0 = 0.02;
        return;
      }
      const tone = hash(column, row, 5);
      blend(
        s,
        a,
        b,
        Math.min(1, tone * 0.75 + 0.4 * noise(s.x * 0.35, s.y * 0.35, 9) * tone + 0.05),
      );
      const lift = 1 - step(gap, gap + 0.5, rim);
      s.nx += (hash(column, row, 1) - 0.5) * 0.09 + 0.07 * (noise(s.x * 0.5, s.y * 0.5, 2) - 0.5);
      s.ny += (hash(column, row, 2) - 0.5) * 0.09 + 0.07 * (noise(s.x * 0.5, s.y * 0.5, 4) - 0.5);
      shadeBy(s, 1 - 0.16 * lift);
    },
  };
}

/** Lime plaster with slow clouds and trowel marks, in the x-y plane. */
export function plaster(pale: string, deep: string): Material {
  const a = hex(pale);
  const b = hex(deep);
  return {
    color: a,
    rough: 0.62,
    f0: 0.03,
    texture: (s) => {
      const cloud = fbm(s.x * 0.02, s.y * 0.025, s.z * 0.02 + 3, 4);
      const trowel = fbm(s.x * 0.1 + s.y * 0.06, s.y * 0.14, s.z * 0.1 + 8, 3);
      blend(s, a, b, 0.12 + 0.72 * (cloud * 0.6 + trowel * 0.4));
      s.nx += 0.05 * (trowel - 0.5);
    },
  };
}

/** Square floor tiles in the modelled x-y plane, stone look. */
export function paving(pale: string, deep: string, size: number): Material {
  const a = hex(pale);
  const b = hex(deep);
  return {
    color: a,
    rough: 0.4,
    f0: 0.04,
    texture: (s) => {
      const column = Math.floor(s.x / size);
      const row = Math.floor(s.y / size);
      const fx = s.x - column * size;
      const fy = s.y - row * size;
      const rim = Math.min(fx, fy, size - fx, size - fy);
      const cloud = fbm(s.x * 0.03 + hash(column, row, 3) * 40, s.y * 0.03, 2, 4);
      blend(s, a, b, step(0.2, 0.8, cloud));
      if (rim < 0.2) shadeBy(s, 0.8);
    },
  };
}

/** A silvered mirror in the modelled x-y plane: a calm room with slanting light in it. */
export function mirrorGlass(w: number, h: number, tilt = 0.45): Material {
  return {
    color: hex("#c9d0d2"),
    rough: 0.9,
    f0: 0,
    texture: (s) => {
      const u = s.x / w;
      const v = s.y / h;
      const t = step(-0.6, 0.6, v * 0.8 - u * 0.5);
      const along = u + v * tilt;
      const band = step(-0.3, -0.27, along) * (1 - step(-0.06, -0.03, along));
      const thin = step(0.01, 0.03, along) * (1 - step(0.07, 0.09, along));
      const level = 0.4 + 0.28 * t + 0.13 * band + 0.08 * thin;
      s.glow[0] = level * (1.02 - 0.06 * t);
      s.glow[1] = level * 0.985;
      s.glow[2] = level * (0.93 + 0.06 * t);
      s.color[0] = 0.08;
      s.color[1] = 0.08;
      s.color[2] = 0.08;
    },
  };
}

/** A plain self-lit surface. */
export const glowing = (color: V3): Material => ({
  color,
  rough: 0.9,
  f0: 0,
  texture: (s) => {
    s.glow[0] = color[0];
    s.glow[1] = color[1];
    s.glow[2] = color[2];
  },
});
