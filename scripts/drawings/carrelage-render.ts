import sharp from "sharp";
import { clamp01, type Rgb, rgb, smooth } from "./carrelage-noise";
import { HEIGHT, WIDTH } from "./studio";

export type Vec = readonly [number, number, number];

/** What a shader says of one point: its colour, the slope of its normal, how it mirrors. */
export interface Surface {
  r: number;
  g: number;
  b: number;
  /** Slope of the surface along u and v. */
  su: number;
  sv: number;
  /** 0 dull … 1 glazed. */
  gloss: number;
  /** 0 mirror … 1 satin. */
  rough: number;
}

/** Shades the point (u, v), in cm from the centre of the face. */
export type Shade = (u: number, v: number, out: Surface) => void;

/** A flat piece of material of any outline, placed in the room; lengths in cm, y up, z to the eye. */
export interface Slab {
  /** Centre of the upper face. */
  at: Vec;
  u: Vec;
  v: Vec;
  n: Vec;
  half: readonly [number, number];
  thickness: number;
  /** Negative inside the outline. */
  outline: (u: number, v: number) => number;
  top: Shade;
  side: Rgb;
  /** Shades the sides instead of the plain colour: v along the face, depth below it. */
  flank?: (u: number, v: number, depth: number, out: Surface) => void;
  /** Where on the face the window is mirrored (-1 … 1), and its size as a part of the face. */
  window?: { u: number; v: number; w: number; h: number; strength?: number; panes?: number };
}

export interface Scene {
  slabs: Slab[];
  /** From which the eye looks (pitch down, yaw) in degrees, and how far, in cm. */
  eye: { pitch: number; yaw: number; distance: number };
  /** Direction to the light. */
  light: Vec;
  key?: number;
  fill?: number;
  /** The rectangle of the picture the slabs are fitted to, or the half-width of view in cm at the centre. */
  frame: { x: number; y: number; w: number; h: number } | { target: Vec; span: number };
  /** Colour of a ray that meets no slab; default: the paper of the studio, with shadows on y = 0. */
  paper?: readonly [string, string];
}

export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const add = (a: Vec, b: Vec, k = 1): Vec => [
  a[0] + b[0] * k,
  a[1] + b[1] * k,
  a[2] + b[2] * k,
];
const cross = (a: Vec, b: Vec): Vec => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export function unit(a: Vec): Vec {
  const l = Math.sqrt(dot(a, a)) || 1;
  return [a[0] / l, a[1] / l, a[2] / l];
}

const ENCODE = new Uint8Array(4097);
for (let i = 0; i <= 4096; i += 1) {
  const x = i / 4096;
  ENCODE[i] = Math.round(255 * (x <= 0.0031308 ? x * 12.92 : 1.055 * x ** (1 / 2.4) - 0.055));
}

/** Rolls highlights off instead of clipping them. */
function shoulder(x: number): number {
  return x < 0.7 ? x : 0.7 + 0.3 * (1 - Math.exp(-(x - 0.7) / 0.3));
}

function encode(x: number): number {
  return ENCODE[Math.round(clamp01(shoulder(x)) * 4096)] ?? 0;
}

interface Window {
  c: Vec;
  a: Vec;
  b: Vec;
  n: Vec;
  w: number;
  h: number;
  strength: number;
  panes: number;
}

interface Prepared {
  slab: Slab;
  window: Window | null;
  /** Where in the picture it can be seen at all. */
  seen: { x0: number; x1: number; y0: number; y1: number };
}

interface Camera {
  eye: Vec;
  right: Vec;
  up: Vec;
  forward: Vec;
  scale: number;
  cx: number;
  cy: number;
}

const RAD = Math.PI / 180;

function corners(slab: Slab): Vec[] {
  const out: Vec[] = [];
  for (const i of [-1, 1])
    for (const j of [-1, 1])
      for (const k of [0, -slab.thickness])
        out.push(
          add(add(add(slab.at, slab.u, i * slab.half[0]), slab.v, j * slab.half[1]), slab.n, k),
        );
  return out;
}

function camera(scene: Scene): Camera {
  const { pitch, yaw, distance } = scene.eye;
  const back: Vec = [
    Math.sin(yaw * RAD) * Math.cos(pitch * RAD),
    Math.sin(pitch * RAD),
    Math.cos(yaw * RAD) * Math.cos(pitch * RAD),
  ];
  const points = scene.slabs.flatMap(corners);
  const mean: Vec = [0, 1, 2].map(
    (i) => points.reduce((s, p) => s + (p[i] ?? 0), 0) / (points.length || 1),
  ) as unknown as Vec;
  const centre = "target" in scene.frame ? scene.frame.target : mean;
  const forward: Vec = [-back[0], -back[1], -back[2]];
  const right = unit(cross(forward, [0, 1, 0]));
  const up = cross(right, forward);
  const eye = add(centre, back, distance);
  if ("target" in scene.frame) {
    const scale = (WIDTH / 2 / scene.frame.span) * distance;
    return { eye, right, up, forward, scale, cx: WIDTH / 2, cy: HEIGHT / 2 };
  }
  let [x0, x1, y0, y1] = [1e9, -1e9, 1e9, -1e9];
  for (const p of points) {
    const d = add(p, eye, -1);
    const z = dot(d, forward);
    const x = dot(d, right) / z;
    const y = -dot(d, up) / z;
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x);
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y);
  }
  const f = scene.frame;
  const scale = Math.min(f.w / (x1 - x0), f.h / (y1 - y0));
  return {
    eye,
    right,
    up,
    forward,
    scale,
    cx: f.x + f.w / 2 - ((x0 + x1) / 2) * scale,
    cy: f.y + f.h / 2 - ((y0 + y1) / 2) * scale,
  };
}

/** Hangs the window so that the eye sees it mirrored where the slab asks for it. */
function mirrored(slab: Slab, eye: Vec): Window | null {
  if (!slab.window) return null;
  const { u, v, w, h, strength = 9, panes = 0 } = slab.window;
  const p = add(add(slab.at, slab.u, u * slab.half[0]), slab.v, v * slab.half[1]);
  const view = unit(add(p, eye, -1));
  const r = add(view, slab.n, -2 * dot(view, slab.n));
  const size = Math.max(slab.half[0], slab.half[1]);
  const far = size * 3;
  const path = Math.sqrt(dot(add(p, eye, -1), add(p, eye, -1)));
  const grow = (path + far) / path;
  const n: Vec = [-r[0], -r[1], -r[2]];
  const a = unit(add(slab.u, r, -dot(slab.u, r)));
  return {
    c: add(p, r, far),
    a,
    b: cross(a, r),
    n,
    w: slab.half[0] * w * grow,
    h: slab.half[1] * h * grow,
    strength,
    panes,
  };
}

function windowLight(win: Window, p: Vec, r: Vec, rough: number): number {
  const facing = dot(r, win.n);
  if (facing > -0.05) return 0;
  const t = dot(add(win.c, p, -1), win.n) / facing;
  if (t <= 0) return 0;
  const q = add(add(p, r, t), win.c, -1);
  const x = Math.abs(dot(q, win.a));
  const along = dot(q, win.b);
  const y = Math.abs(along);
  const soft = Math.min(win.w, win.h) * (0.06 + rough * 1.6);
  let cover = smooth(win.w + soft, win.w - soft, x) * smooth(win.h + soft, win.h - soft, y);
  if (win.panes > 0 && rough < 0.4) {
    const bar = win.w * 0.035;
    cover *= smooth(bar * 0.4, bar, x) * smooth(bar * 0.4, bar, Math.abs(along - win.h * 0.1));
  }
  const sky = 0.74 + 0.26 * clamp01(0.5 - along / (2.4 * win.h));
  const glow = rough > 0.1 ? cover * (0.45 + 0.55 * cover) : cover;
  return (glow * win.strength * sky) / (1 + rough * 3);
}

function outlook(slab: Slab, cam: Camera): Prepared["seen"] {
  const seen = { x0: 1e9, x1: -1e9, y0: 1e9, y1: -1e9 };
  for (const p of corners(slab)) {
    const d = add(p, cam.eye, -1);
    const z = dot(d, cam.forward);
    if (z < 1) return { x0: -1e9, x1: 1e9, y0: -1e9, y1: 1e9 };
    const x = cam.cx + (dot(d, cam.right) / z) * cam.scale;
    const y = cam.cy - (dot(d, cam.up) / z) * cam.scale;
    seen.x0 = Math.min(seen.x0, x - 2);
    seen.x1 = Math.max(seen.x1, x + 2);
    seen.y0 = Math.min(seen.y0, y - 2);
    seen.y1 = Math.max(seen.y1, y + 2);
  }
  return seen;
}

function shows(seen: Prepared["seen"], x: number, y: number): boolean {
  return x > seen.x0 && x < seen.x1 && y > seen.y0 && y < seen.y1;
}

interface Hit {
  t: number;
  u: number;
  v: number;
  /** How far below the upper face a side was met. */
  depth: number;
  side: boolean;
}

const STEPS = 40;
const NEAR = 0.004;

function meet(slab: Slab, o: Vec, d: Vec, best: number, hit: Hit): boolean {
  const dn = dot(d, slab.n);
  if (dn > -1e-4) return false;
  const rel = add(o, slab.at, -1);
  const on = dot(rel, slab.n);
  if (on < 0) return false;
  const t = -on / dn;
  if (t >= best) return false;
  const ou = dot(rel, slab.u);
  const ov = dot(rel, slab.v);
  const du = dot(d, slab.u);
  const dv = dot(d, slab.v);
  const u = ou + du * t;
  const v = ov + dv * t;
  const deep = -slab.thickness / dn;
  const [hu, hv] = slab.half;
  const reachU = Math.abs(du * deep);
  const reachV = Math.abs(dv * deep);
  if (Math.abs(u) > hu + reachU || Math.abs(v) > hv + reachV) return false;
  if (Math.abs(u) <= hu && Math.abs(v) <= hv && slab.outline(u, v) < 0) {
    hit.t = t;
    hit.u = u;
    hit.v = v;
    hit.side = false;
    return true;
  }
  const speed = Math.sqrt(du * du + dv * dv);
  if (speed < 1e-6) return false;
  const end = Math.min(t + deep, best);
  let k = t;
  for (let i = 0; i < STEPS && k <= end; i += 1) {
    const x = ou + du * k;
    const y = ov + dv * k;
    const d = Math.max(Math.abs(x) - hu, Math.abs(y) - hv, slab.outline(x, y));
    if (d < NEAR) {
      hit.t = k;
      hit.u = x;
      hit.v = y;
      hit.depth = (k - t) * -dn;
      hit.side = true;
      return true;
    }
    k += d / speed;
  }
  return false;
}

/** 1 in the light, 0 in the shadow of `slab`; the penumbra widens with the distance. */
function lit(slab: Slab, p: Vec, light: Vec): number {
  const dn = dot(light, slab.n);
  if (Math.abs(dn) < 0.02) return 1;
  const rel = add(p, slab.at, -1);
  const on = dot(rel, slab.n) + slab.thickness / 2;
  const t = -on / dn;
  if (t <= 0.02) return 1;
  const u = dot(rel, slab.u) + dot(light, slab.u) * t;
  const v = dot(rel, slab.v) + dot(light, slab.v) * t;
  const soft = 0.12 + t * 0.16;
  const qu = Math.abs(u) - slab.half[0];
  const qv = Math.abs(v) - slab.half[1];
  const box = Math.max(qu, qv);
  if (box > soft) return 1;
  const d = Math.max(box, slab.outline(u, v));
  return smooth(-soft, soft, d);
}

/** How much of the sky the nearness of `slab` leaves to a point. */
function open(slab: Slab, p: Vec, reach: number): number {
  const rel = add(p, slab.at, -1);
  const u = dot(rel, slab.u);
  const v = dot(rel, slab.v);
  const qu = Math.max(0, Math.abs(u) - slab.half[0]);
  const qv = Math.max(0, Math.abs(v) - slab.half[1]);
  const n = dot(rel, slab.n);
  const qn = Math.max(0, n, -n - slab.thickness);
  const away = Math.sqrt(qu * qu + qv * qv + qn * qn);
  if (away > reach * 5) return 1;
  const q = Math.max(0, slab.outline(u, v));
  const d = Math.max(away, Math.sqrt(q * q + qn * qn));
  return 1 - 0.5 * Math.exp(-d / reach);
}

const SKY: Rgb = [1.0, 0.99, 0.97];
const EARTH: Rgb = [0.42, 0.37, 0.31];

class Renderer {
  private readonly cam: Camera;
  private readonly parts: Prepared[];
  private readonly light: Vec;
  private readonly key: number;
  private readonly fill: number;
  private readonly inner: Rgb;
  private readonly outer: Rgb;
  private readonly reach: number;
  private readonly surface: Surface = { r: 0, g: 0, b: 0, su: 0, sv: 0, gloss: 0, rough: 1 };
  private readonly hit: Hit = { t: 0, u: 0, v: 0, depth: 0, side: false };

  constructor(scene: Scene) {
    this.cam = camera(scene);
    this.parts = scene.slabs.map((slab) => ({
      slab,
      window: mirrored(slab, this.cam.eye),
      seen: outlook(slab, this.cam),
    }));
    this.light = unit(scene.light);
    this.key = scene.key ?? 0.78;
    this.fill = scene.fill ?? 0.42;
    const paper = scene.paper ?? ["#f6f1e8", "#e4dacb"];
    this.inner = rgb(paper[0]);
    this.outer = rgb(paper[1]);
    this.reach = Math.max(...scene.slabs.map((s) => Math.max(...s.half))) * 0.035;
  }

  private ground(x: number, y: number, o: Vec, d: Vec, out: Float32Array): void {
    const gx = (x - WIDTH * 0.45) / WIDTH;
    const gy = (y - HEIGHT * 0.38) / HEIGHT;
    const k = clamp01(Math.sqrt(gx * gx + gy * gy) / 0.85);
    let shade = 1;
    if (d[1] < -1e-3) {
      const p = add(o, d, -o[1] / d[1]);
      let sun = 1;
      let sky = 1;
      for (const { slab } of this.parts) {
        sun = Math.min(sun, lit(slab, p, this.light));
        sky *= open(slab, p, this.reach * 1.6);
      }
      shade = (0.52 + 0.48 * sun) * (0.3 + 0.7 * sky);
    }
    const warm = 1 - shade;
    for (let i = 0; i < 3; i += 1) {
      const base = (this.inner[i] ?? 0) + ((this.outer[i] ?? 0) - (this.inner[i] ?? 0)) * k;
      out[i] = base * (shade - warm * i * 0.035);
    }
  }

  private shadePoint(part: Prepared, p: Vec, d: Vec, out: Float32Array): void {
    const { slab, window } = part;
    const s = this.surface;
    const { hit } = this;
    s.su = 0;
    s.sv = 0;
    s.gloss = 0;
    s.rough = 1;
    let n = slab.n;
    if (hit.side) {
      const e = 0.05;
      const gu = slab.outline(hit.u + e, hit.v) - slab.outline(hit.u - e, hit.v);
      const gv = slab.outline(hit.u, hit.v + e) - slab.outline(hit.u, hit.v - e);
      n = unit(add(add([0, 0, 0], slab.u, gu), slab.v, gv));
      s.r = slab.side[0];
      s.g = slab.side[1];
      s.b = slab.side[2];
      slab.flank?.(hit.u, hit.v, hit.depth, s);
    } else {
      slab.top(hit.u, hit.v, s);
      if (s.su !== 0 || s.sv !== 0) n = unit(add(add(slab.n, slab.u, -s.su), slab.v, -s.sv));
    }
    let sun = 1;
    let sky = 1;
    for (const other of this.parts) {
      if (other === part) continue;
      sun = Math.min(sun, lit(other.slab, p, this.light));
      sky *= open(other.slab, p, this.reach);
    }
    const falloff = hit.side
      ? 1
      : 1.05 - 0.13 * (hit.u / slab.half[0]) + 0.07 * (hit.v / slab.half[1]);
    const diffuse = Math.max(0, dot(n, this.light)) * (0.12 + 0.88 * sun) * this.key * falloff;
    const ambient = this.fill * (0.72 + 0.28 * n[1] - 0.1 * n[0]) * (0.25 + 0.75 * sky);
    const e = diffuse + ambient;
    out[0] = s.r * e * 1.015;
    out[1] = s.g * e;
    out[2] = s.b * e * 0.975;
    if (s.gloss > 0) this.mirror(window, p, d, n, sky * (0.4 + 0.6 * sun), out);
  }

  private mirror(
    win: Window | null,
    p: Vec,
    d: Vec,
    n: Vec,
    openness: number,
    out: Float32Array,
  ): void {
    const s = this.surface;
    const facing = dot(d, n);
    const r = add(d, n, -2 * facing);
    const fresnel = 0.04 + 0.96 * (1 - clamp01(-facing)) ** 5;
    const up = smooth(-0.5, 0.9, r[1]);
    const lamp = win ? windowLight(win, p, r, s.rough) : 0;
    const k = fresnel * s.gloss * openness;
    for (let i = 0; i < 3; i += 1) {
      const env = (EARTH[i] ?? 0) + ((SKY[i] ?? 0) - (EARTH[i] ?? 0)) * up;
      out[i] = (out[i] ?? 0) * (1 - fresnel * s.gloss * 0.6) + k * (env * 0.8 + lamp);
    }
  }

  /** Linear colour of the picture point (x, y); returns which part it shows (-1: the ground). */
  sample(x: number, y: number, out: Float32Array): number {
    const c = this.cam;
    const px = (x - c.cx) / c.scale;
    const py = (c.cy - y) / c.scale;
    const dx = c.forward[0] + c.right[0] * px + c.up[0] * py;
    const dy = c.forward[1] + c.right[1] * px + c.up[1] * py;
    const dz = c.forward[2] + c.right[2] * px + c.up[2] * py;
    const l = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
    const d: Vec = [dx * l, dy * l, dz * l];
    let best = 1e9;
    let found = -1;
    const { hit } = this;
    let [u, v, depth, side] = [0, 0, 0, false];
    for (let i = 0; i < this.parts.length; i += 1) {
      const part = this.parts[i];
      if (part && shows(part.seen, x, y) && meet(part.slab, c.eye, d, best, hit)) {
        best = hit.t;
        u = hit.u;
        v = hit.v;
        depth = hit.depth;
        side = hit.side;
        found = i;
      }
    }
    const part = this.parts[found];
    if (!part) {
      this.ground(x, y, c.eye, d, out);
      return -1;
    }
    hit.u = u;
    hit.v = v;
    hit.depth = depth;
    hit.side = side;
    this.shadePoint(part, add(c.eye, d, best), d, out);
    return side ? found + 100 : found;
  }
}

/** Samples a picture, five times where it changes abruptly. */
export function paint(sample: (x: number, y: number, out: Float32Array) => number): Buffer {
  const linear = new Float32Array(WIDTH * HEIGHT * 3);
  const tone = new Float32Array(WIDTH * HEIGHT);
  const ids = new Int16Array(WIDTH * HEIGHT);
  const c = new Float32Array(3);
  for (let y = 0, i = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1, i += 1) {
      ids[i] = sample(x + 0.5, y + 0.5, c);
      linear[i * 3] = c[0] ?? 0;
      linear[i * 3 + 1] = c[1] ?? 0;
      linear[i * 3 + 2] = c[2] ?? 0;
      tone[i] = Math.sqrt(c[1] ?? 0);
    }
  const out = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0, i = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1, i += 1) {
      let [r, g, b] = [linear[i * 3] ?? 0, linear[i * 3 + 1] ?? 0, linear[i * 3 + 2] ?? 0];
      if (abrupt(tone, ids, x, y, i)) {
        for (const [dx, dy] of GRID) {
          sample(x + dx, y + dy, c);
          r += c[0] ?? 0;
          g += c[1] ?? 0;
          b += c[2] ?? 0;
        }
        r /= 5;
        g /= 5;
        b /= 5;
      }
      out[i * 3] = encode(r);
      out[i * 3 + 1] = encode(g);
      out[i * 3 + 2] = encode(b);
    }
  return out;
}

const GRID = [
  [0.125, 0.375],
  [0.625, 0.125],
  [0.875, 0.625],
  [0.375, 0.875],
] as const;

function differs(tone: Float32Array, ids: Int16Array, i: number, j: number): boolean {
  return ids[j] !== ids[i] || Math.abs((tone[j] ?? 0) - (tone[i] ?? 0)) > 0.045;
}

function abrupt(tone: Float32Array, ids: Int16Array, x: number, y: number, i: number): boolean {
  if (x > 0 && differs(tone, ids, i, i - 1)) return true;
  if (x < WIDTH - 1 && differs(tone, ids, i, i + 1)) return true;
  if (y > 0 && differs(tone, ids, i, i - WIDTH)) return true;
  return y < HEIGHT - 1 && differs(tone, ids, i, i + WIDTH);
}

/** Encodes raw pixels, with an optional SVG laid over them. */
export function finish(pixels: Buffer, overlay?: string): Promise<Buffer> {
  const image = sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
  const whole = overlay ? image.composite([{ input: Buffer.from(overlay) }]) : image;
  return whole.png({ compressionLevel: 6 }).toBuffer();
}

export function render(scene: Scene): Promise<Buffer> {
  const renderer = new Renderer(scene);
  return finish(paint((x, y, out) => renderer.sample(x, y, out)));
}
