import { clamp01, fbm, lerp, noise, type Rgb, rgb, smooth } from "./carrelage-noise";
import { dot, finish, paint, type Shade, type Surface, unit, type Vec } from "./carrelage-render";
import { HEIGHT, WIDTH } from "./studio";

/** A thing that stands in the room: its distance field, its colour, and a box around it. */
export interface Thing {
  distance: (x: number, y: number, z: number) => number;
  colour: Rgb;
  low: Vec;
  high: Vec;
}

export interface Room {
  /** Floor pattern; u to the right, v away from the eye, cm. */
  floor: Shade;
  wall: string;
  arch?: { x: number; half: number; height: number };
  things: Thing[];
  /** How strongly the floor mirrors. */
  mirror: number;
  yaw?: number;
  /** Tiles on the back wall instead of plaster, up to a height. */
  dado?: { face: Shade; height: number };
  exposure?: number;
}

const SUN = unit([-0.74, 0.56, 0.3]);
const SUN_COLOUR: Rgb = [1.5, 1.28, 0.98];
const LEFT = -250;

const OUTLINE = [0.44, 0.66, 0.85, 0.97, 1, 0.95, 0.8, 0.56, 0.4, 0.38, 0.52] as const;

/** Radius of a jar at the height t, the largest being 1. */
function turnedOutline(t: number): number {
  const k = t * (OUTLINE.length - 1);
  const i = Math.min(OUTLINE.length - 2, Math.floor(k));
  return lerp(OUTLINE[i] ?? 0, OUTLINE[i + 1] ?? 0, smooth(0, 1, k - i) * 0.5 + (k - i) * 0.5);
}

/** A fired-clay jar. */
export function jar(x: number, z: number, h: number, colour: string): Thing {
  const r = h * 0.3;
  return {
    colour: rgb(colour),
    low: [x - r * 1.2, 0, z - r * 1.2],
    high: [x + r * 1.2, h * 1.02, z + r * 1.2],
    distance: (px, py, pz) => {
      const q = Math.sqrt((px - x) ** 2 + (pz - z) ** 2);
      const t = clamp01(py / h);
      const profile = r * turnedOutline(t);
      const groove = Math.sin(py * 1.1) * 0.1;
      return Math.max(q - profile - groove, -py, py - h) * 0.6;
    },
  };
}

function box(px: number, py: number, pz: number, r: number): number {
  return (
    Math.sqrt(Math.max(px, 0) ** 2 + Math.max(py, 0) ** 2 + Math.max(pz, 0) ** 2) +
    Math.min(0, Math.max(px, py, pz)) -
    r
  );
}

/** A plain bench: a thick seat on two cheeks. */
export function bench(
  x: number,
  z: number,
  w: number,
  h: number,
  d: number,
  colour: string,
): Thing {
  return {
    colour: rgb(colour),
    low: [x - w / 2 - 1, 0, z - d / 2 - 1],
    high: [x + w / 2 + 1, h + 1, z + d / 2 + 1],
    distance: (px, py, pz) => {
      const ax = Math.abs(px - x);
      const az = Math.abs(pz - z);
      const seat = box(ax - w / 2 + 1, Math.abs(py - h + 2.5) - 1.5, az - d / 2 + 1, 1);
      const cheek = box(
        Math.abs(ax - w / 2 + 12) - 2,
        Math.abs(py - h / 2) - h / 2,
        az - d / 2 + 4,
        0.5,
      );
      return Math.min(seat, cheek);
    },
  };
}

/** A cushion or folded blanket. */
export function cushion(
  x: number,
  y: number,
  z: number,
  w: number,
  h: number,
  d: number,
  colour: string,
): Thing {
  return {
    colour: rgb(colour),
    low: [x - w / 2 - 1, y - 1, z - d / 2 - 1],
    high: [x + w / 2 + 1, y + h + 1, z + d / 2 + 1],
    distance: (px, py, pz) => {
      const r = h * 0.42;
      const puff = 1.2 * Math.cos(((px - x) / w) * 3) * Math.cos(((pz - z) / d) * 3);
      return box(
        Math.abs(px - x) - w / 2 + r,
        Math.abs(py - y - h / 2) - h / 2 + r - puff,
        Math.abs(pz - z) - d / 2 + r,
        r,
      );
    },
  };
}

function along(o: Vec, d: Vec, t: number): Vec {
  return [o[0] + d[0] * t, o[1] + d[1] * t, o[2] + d[2] * t];
}

interface Found {
  t: number;
  thing: number;
}

function march(things: Thing[], o: Vec, d: Vec, limit: number, found: Found): boolean {
  found.thing = -1;
  found.t = limit;
  for (let k = 0; k < things.length; k += 1) {
    const thing = things[k];
    if (!thing) continue;
    let near = 0.05;
    let far = found.t;
    for (let i = 0; i < 3; i += 1) {
      const inv = 1 / (d[i] || 1e-9);
      const a = ((thing.low[i] ?? 0) - (o[i] ?? 0)) * inv;
      const b = ((thing.high[i] ?? 0) - (o[i] ?? 0)) * inv;
      near = Math.max(near, Math.min(a, b));
      far = Math.min(far, Math.max(a, b));
    }
    if (near >= far) continue;
    let t = near;
    for (let s = 0; s < 60 && t < far; s += 1) {
      const q = thing.distance(o[0] + d[0] * t, o[1] + d[1] * t, o[2] + d[2] * t);
      if (q < 0.06) {
        found.t = t;
        found.thing = k;
        break;
      }
      t += q;
    }
  }
  return found.thing >= 0;
}

class RoomView {
  private readonly room: Room;
  private readonly eye: Vec = [20, 128, 500];
  private readonly forward: Vec;
  private readonly right: Vec;
  private readonly up: Vec;
  private readonly wallColour: Rgb;
  private readonly found: Found = { t: 0, thing: -1 };
  private readonly surface: Surface = { r: 0, g: 0, b: 0, su: 0, sv: 0, gloss: 0, rough: 1 };

  constructor(room: Room) {
    this.room = room;
    const yaw = ((room.yaw ?? -6) * Math.PI) / 180;
    this.forward = unit([Math.sin(yaw), -0.275, -Math.cos(yaw)]);
    this.right = unit([Math.cos(yaw), 0, Math.sin(yaw)]);
    const [r, f] = [this.right, this.forward];
    this.up = [r[1] * f[2] - r[2] * f[1], r[2] * f[0] - r[0] * f[2], r[0] * f[1] - r[1] * f[0]];
    this.wallColour = rgb(room.wall);
  }

  /** How much of the low sun comes through the window in the left wall. */
  private sun(p: Vec): number {
    const t = (LEFT - p[0]) / SUN[0];
    if (t <= 0.5) return 0;
    const y = p[1] + SUN[1] * t;
    const z = p[2] + SUN[2] * t;
    const soft = 1 + t * 0.018;
    const [dy, dz] = [Math.abs(y - 150) - 62, Math.abs(z - 190) - 78];
    let k = smooth(soft, -soft, dy) * smooth(soft, -soft, dz);
    if (k <= 0) return 0;
    k *= smooth(2.5 - soft * 0.4, 2.5 + soft, Math.abs(z - 190));
    k *= smooth(2.5 - soft * 0.4, 2.5 + soft, Math.abs(y - 165));
    if (march(this.room.things, p, SUN, t, { t: 0, thing: -1 })) return 0;
    return k;
  }

  private nearThings(p: Vec): number {
    let k = 1;
    for (const thing of this.room.things) {
      const x = Math.max((thing.low[0] ?? 0) - p[0], p[0] - thing.high[0], 0);
      const z = Math.max((thing.low[2] ?? 0) - p[2], p[2] - thing.high[2], 0);
      if (x > 40 || z > 40 || p[1] > thing.high[1]) continue;
      const d = thing.distance(p[0], p[1] + 2, p[2]);
      k *= 1 - 0.55 * Math.exp(-Math.max(0, d) / 9);
    }
    return k;
  }

  private wall(p: Vec, left: boolean, out: Float32Array): void {
    const a = left ? p[2] : p[0];
    const { dado, arch } = this.room;
    const corner = 1 - 0.3 * Math.exp(-(left ? p[2] : p[0] - LEFT) / 34);
    const foot = 1 - 0.22 * Math.exp(-p[1] / 26);
    const sun = left ? 0 : this.sun(p) * SUN[2];
    const light = (left ? 0.5 : 0.68) * corner * foot;
    if (arch && !left && this.archLight(p, arch, out)) return;
    let c = this.wallColour;
    let k =
      1 + fbm(a * 0.012, p[1] * 0.012, 301, 3) * 0.12 + noise(a * 0.4, p[1] * 0.4, 304) * 0.02;
    if (dado && !left && p[1] < dado.height) {
      const s = this.surface;
      s.gloss = 0;
      dado.face(p[0], p[1] - dado.height / 2, s);
      c = [s.r, s.g, s.b];
      k = 1 + s.su * 1.6 - s.sv * 2.2;
    } else if (p[1] < 8 && !dado) {
      c = [c[0] * 0.86 + 0.1, c[1] * 0.86 + 0.095, c[2] * 0.86 + 0.085];
      k = p[1] > 7.3 ? 1.12 : 1;
    }
    for (let i = 0; i < 3; i += 1)
      out[i] = (c[i] ?? 0) * k * (light * (1 - i * 0.025) + sun * (SUN_COLOUR[i] ?? 0) * 1.5);
  }

  /** An arched doorway: its lit reveal, and the evening beyond. */
  private archLight(p: Vec, arch: NonNullable<Room["arch"]>, out: Float32Array): boolean {
    const x = p[0] - arch.x;
    const spring = arch.height - arch.half * 1.12;
    const y = p[1] - spring;
    const d =
      y <= 0
        ? arch.half - Math.abs(x)
        : arch.half * 1.16 - Math.sqrt((Math.abs(x) + arch.half * 0.16) ** 2 + (y * 0.94) ** 2);
    if (d <= 0) return false;
    const reveal = 12 * smooth(-6, 26, x);
    if (d < reveal) {
      const k = 0.62 + 0.3 * (d / reveal);
      for (let i = 0; i < 3; i += 1) out[i] = (this.wallColour[i] ?? 0) * k * (1 - i * 0.06);
      return true;
    }
    const t = clamp01(p[1] / arch.height);
    const hill = 58 + 16 * noise(p[0] * 0.016, 3.3, 311) + 3 * noise(p[0] * 0.05, 8, 312);
    const far = p[1] < hill;
    const sky: Rgb = [1.05 - 0.35 * t, 0.86 - 0.17 * t, 0.62 + 0.14 * t];
    const land: Rgb = [0.56, 0.33, 0.2];
    const near = smooth(hill - 50, 0, p[1]);
    for (let i = 0; i < 3; i += 1)
      out[i] = far ? (land[i] ?? 0) * (0.95 + 0.3 * near) : (sky[i] ?? 0);
    return true;
  }

  private thing(p: Vec, k: number, out: Float32Array): void {
    const thing = this.room.things[k];
    if (!thing) return;
    const e = 0.3;
    const f = thing.distance;
    const n = unit([
      f(p[0] + e, p[1], p[2]) - f(p[0] - e, p[1], p[2]),
      f(p[0], p[1] + e, p[2]) - f(p[0], p[1] - e, p[2]),
      f(p[0], p[1], p[2] + e) - f(p[0], p[1], p[2] - e),
    ]);
    const q: Vec = [p[0] + n[0] * 0.6, p[1] + n[1] * 0.6, p[2] + n[2] * 0.6];
    const direct = Math.max(0, dot(n, SUN));
    const sun = direct > 0 ? direct * this.sun(q) : 0;
    const sky = 0.34 + 0.3 * Math.max(0, -n[0]) + 0.14 * n[1] + 0.14 * Math.max(0, n[2]);
    const foot = 1 - 0.4 * Math.exp(-p[1] / 7);
    const grain = 1 + fbm(p[0] * 0.14 + p[2] * 0.1, p[1] * 0.14, 320, 3) * 0.18;
    for (let i = 0; i < 3; i += 1)
      out[i] =
        (thing.colour[i] ?? 0) *
        grain *
        (sky * foot * (1 - i * 0.03) + sun * (SUN_COLOUR[i] ?? 0) * 1.3);
  }

  private floor(p: Vec, d: Vec, out: Float32Array): void {
    const s = this.surface;
    s.su = 0;
    s.sv = 0;
    s.gloss = 0;
    s.rough = 1;
    this.room.floor(p[0], -p[2], s);
    const { r, g, b, su, sv, gloss } = s;
    const sun = this.sun([p[0], 0.3, p[2]]) * SUN[1] * (1 - su * 0.8 + sv * 0.5);
    const edge =
      (1 - 0.35 * Math.exp(-p[2] / 22)) *
      (1 - 0.25 * Math.exp(-(p[0] - LEFT) / 30)) *
      this.nearThings(p);
    const e = 0.62 * edge * (1 + su * 0.9 - sv * 0.4);
    const base: Rgb = [
      r * (e + sun * SUN_COLOUR[0] * 1.45),
      g * (e * 0.975 + sun * SUN_COLOUR[1] * 1.45),
      b * (e * 0.95 + sun * SUN_COLOUR[2] * 1.45),
    ];
    const fresnel = 0.05 + 0.95 * (1 - clamp01(-d[1])) ** 5;
    const k = fresnel * gloss * this.room.mirror;
    if (k > 0.01) {
      this.trace([p[0], 0.05, p[2]], [d[0] - su * 0.06, -d[1], d[2] + sv * 0.06], out, false);
      for (let i = 0; i < 3; i += 1) out[i] = (base[i] ?? 0) * (1 - k) + (out[i] ?? 0) * k;
      return;
    }
    out[0] = base[0];
    out[1] = base[1];
    out[2] = base[2];
  }

  private trace(o: Vec, d: Vec, out: Float32Array, primary: boolean): number {
    const tf = d[1] < 0 ? -o[1] / d[1] : 1e9;
    const tb = d[2] < 0 ? -o[2] / d[2] : 1e9;
    const tl = d[0] < 0 ? (LEFT - o[0]) / d[0] : 1e9;
    const t = Math.min(primary ? tf : 1e9, tb, tl, 4000);
    if (march(this.room.things, o, d, t, this.found)) {
      const k = this.found.thing;
      this.thing(along(o, d, this.found.t), k, out);
      return 10 + k;
    }
    const p = along(o, d, t);
    if (t === tl) {
      this.wall(p, true, out);
      return 1;
    }
    if (t === tb) {
      this.wall(p, false, out);
      return 2;
    }
    this.floor(p, d, out);
    return 3;
  }

  sample(x: number, y: number, out: Float32Array): number {
    const px = (x - WIDTH / 2) / 1500;
    const py = (HEIGHT * 0.5 - y) / 1500;
    const [r, u, f] = [this.right, this.up, this.forward];
    const d = unit([
      f[0] + r[0] * px + u[0] * py,
      f[1] + r[1] * px + u[1] * py,
      f[2] + r[2] * px + u[2] * py,
    ]);
    const id = this.trace(this.eye, d, out, true);
    const k = this.room.exposure ?? 1.15;
    out[0] = (out[0] ?? 0) * k;
    out[1] = (out[1] ?? 0) * k;
    out[2] = (out[2] ?? 0) * k;
    return id;
  }
}

/** A simple room at low sun, to see a floor laid. */
export function roomView(room: Room): Promise<Buffer> {
  const view = new RoomView(room);
  return finish(paint((x, y, out) => view.sample(x, y, out)));
}
