import sharp from "sharp";
import type { Geo, V3 } from "./sanitaire-geometry";
import { move, rad, sheet, turnX } from "./sanitaire-geometry";
import type { Lamp } from "./sanitaire-light";
import { KEY, LAMP_SIZE, lampDirections, reflect, studioEnv } from "./sanitaire-light";
import { BH, BW, clear, fill, fillDepths, newTarget, SS } from "./sanitaire-raster";
import { HEIGHT, WIDTH } from "./studio";

/** The point being shaded: x, y, z as modelled, wx, wy, wz in the scene; a texture changes the rest. */
export type Surface = {
  x: number;
  y: number;
  z: number;
  wx: number;
  wy: number;
  wz: number;
  nx: number;
  ny: number;
  nz: number;
  color: V3;
  glow: V3;
  rough: number;
  metal: number;
  f0: number;
};

export type Material = {
  color: V3;
  rough: number;
  metal?: number;
  f0?: number;
  texture?: (s: Surface) => void;
  /** See-through: how much of itself it shows when looked at squarely. */
  alpha?: number;
  /** Detail finer than a picture point: every sample is shaded. */
  fine?: boolean;
  /** Shows nothing but the shadows it catches, over the picture's ground. */
  catcher?: boolean;
};

export type Part = {
  geo: Geo;
  mat: Material;
  /** Counts when the picture is framed (default true). */
  frame?: boolean;
  /** Throws shadows (default true). */
  cast?: boolean;
};

export type Scene = {
  parts: Part[];
  yaw?: number;
  pitch?: number;
  /** Camera distance in radii of the framed object: small is dramatic, large is flat. */
  distance?: number;
  /** Share of the height (or of a square crop's width) the framed parts fill. */
  fill?: number;
  /** Moves the picture, in shares of the height; positive is right and down. */
  shift?: [number, number];
  ground?: [string, string];
  /** Height of a shadow-catching floor. */
  floor?: number;
  /** Depth of a shadow-catching wall. */
  wall?: number;
  exposure?: number;
  crease?: number;
};

export const hex = (code: string): V3 =>
  [1, 3, 5].map((i) => {
    const v = Number.parseInt(code.slice(i, i + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  }) as V3;

type Mesh = {
  count: number;
  world: Float32Array;
  local: Float32Array;
  normal: Float32Array;
  screen: Float32Array;
  part: Int16Array;
  fine: boolean[];
};
type View = { eye: V3; right: V3; up: V3; back: V3; scale: number; ox: number; oy: number };

const GROUND: [string, string] = ["#f3ebdf", "#ddd0bd"];
/** Light is measured once per this many pixels, then read back smoothly. */
const COARSE = 3;
const COARSE_W = Math.floor(WIDTH / COARSE);
const COARSE_H = Math.floor(HEIGHT / COARSE);
const CELL = COARSE * SS;

const opaque = newTarget();
const glass = newTarget();

export async function render(scene: Scene): Promise<Buffer> {
  const parts = [...scene.parts, ...catchers(scene)];
  const solid = build(
    parts.filter((part) => part.mat.alpha === undefined),
    scene.crease ?? 38,
  );
  const clearParts = parts.filter((part) => part.mat.alpha !== undefined);
  const panes = build(clearParts, scene.crease ?? 38);
  const view = aim(scene, parts);
  project(solid, view);
  project(panes, view);
  clear(opaque);
  fill(opaque, solid.screen, 0, solid.count);
  const lit = light(solid, parts, view);
  const image = shade(
    solid,
    parts.filter((part) => part.mat.alpha === undefined),
    view,
    lit,
    scene,
  );
  if (panes.count > 0) {
    clear(glass);
    fill(glass, panes.screen, 0, panes.count, opaque.depth);
    glaze(image, panes, clearParts, view);
  }
  return encode(image, scene.exposure ?? 1);
}

function catchers(scene: Scene): Part[] {
  const mat: Material = { color: [1, 1, 1], rough: 1, catcher: true };
  const out: Part[] = [];
  const size = 6 * radiusOf(bounds(scene.parts));
  const plane = sheet(size, size, 12, 12);
  const [cx, cy, cz] = bounds(scene.parts).centre;
  const lay = (geo: Geo) => out.push({ geo, mat, frame: false, cast: false });
  if (scene.floor !== undefined) {
    const back = scene.wall ?? cz - size / 2;
    lay(move(turnX(plane, -90), cx, scene.floor - size * 0.0002, back + size / 2));
  }
  if (scene.wall !== undefined) {
    lay(
      move(
        plane,
        cx,
        scene.floor === undefined ? cy : scene.floor + size / 2,
        scene.wall - size * 0.0002,
      ),
    );
  }
  return out;
}

type Bounds = { min: V3; max: V3; centre: V3 };

function bounds(parts: Part[]): Bounds {
  const min: V3 = [1e9, 1e9, 1e9];
  const max: V3 = [-1e9, -1e9, -1e9];
  for (const part of parts) {
    if (part.frame === false) continue;
    for (let i = 0; i < part.geo.p.length; i++) {
      min[i % 3] = Math.min(min[i % 3], part.geo.p[i]);
      max[i % 3] = Math.max(max[i % 3], part.geo.p[i]);
    }
  }
  return { min, max, centre: [0, 1, 2].map((c) => (min[c] + max[c]) / 2) as V3 };
}

const radiusOf = ({ min, max }: Bounds) =>
  Math.hypot(max[0] - min[0], max[1] - min[1], max[2] - min[2]) / 2;

function aim(scene: Scene, parts: Part[]): View {
  const yaw = rad(scene.yaw ?? 0);
  const pitch = rad(scene.pitch ?? 15);
  const box = bounds(parts);
  const distance = (scene.distance ?? 5) * radiusOf(box);
  const back: V3 = [
    Math.sin(yaw) * Math.cos(pitch),
    Math.sin(pitch),
    Math.cos(yaw) * Math.cos(pitch),
  ];
  const right: V3 = [Math.cos(yaw), 0, -Math.sin(yaw)];
  const up: V3 = [
    back[1] * right[2] - back[2] * right[1],
    back[2] * right[0] - back[0] * right[2],
    back[0] * right[1] - back[1] * right[0],
  ];
  const eye = [0, 1, 2].map((c) => box.centre[c] + back[c] * distance) as V3;
  const seen = { x0: 1e9, x1: -1e9, y0: 1e9, y1: -1e9 };
  for (const part of parts) {
    if (part.frame === false) continue;
    const { p } = part.geo;
    for (let i = 0; i < p.length; i += 3) {
      const [dx, dy, dz] = [p[i] - eye[0], p[i + 1] - eye[1], p[i + 2] - eye[2]];
      const w = -(dx * back[0] + dy * back[1] + dz * back[2]);
      const x = (dx * right[0] + dy * right[1] + dz * right[2]) / w;
      const y = (dx * up[0] + dy * up[1] + dz * up[2]) / w;
      seen.x0 = Math.min(seen.x0, x);
      seen.x1 = Math.max(seen.x1, x);
      seen.y0 = Math.min(seen.y0, y);
      seen.y1 = Math.max(seen.y1, y);
    }
  }
  const room = (scene.fill ?? 0.76) * BH;
  const scale = Math.min(room / (seen.y1 - seen.y0), (room * 1.2) / (seen.x1 - seen.x0));
  const [sx, sy] = scene.shift ?? [0, 0];
  return {
    eye,
    right,
    up,
    back,
    scale,
    ox: BW / 2 - ((seen.x0 + seen.x1) / 2) * scale + sx * BH,
    oy: BH / 2 + ((seen.y0 + seen.y1) / 2) * scale + sy * BH,
  };
}

/** Flattens parts to corner lists, with normals smoothed across edges flatter than `crease` degrees. */
function build(parts: Part[], crease: number): Mesh {
  const count = parts.reduce((sum, part) => sum + part.geo.t.length / 3, 0);
  const mesh: Mesh = {
    count,
    world: new Float32Array(count * 9),
    local: new Float32Array(count * 9),
    normal: new Float32Array(count * 9),
    screen: new Float32Array(count * 9),
    part: new Int16Array(count),
    fine: parts.map((part) => part.mat.fine === true),
  };
  let at = 0;
  parts.forEach((part, index) => {
    const { p, q, t } = part.geo;
    const normals = cornerNormals(part.geo, Math.cos(rad(crease)));
    for (let i = 0; i < t.length; i++) {
      for (let c = 0; c < 3; c++) {
        mesh.world[at * 9 + i * 3 + c] = p[t[i] * 3 + c];
        mesh.local[at * 9 + i * 3 + c] = q[t[i] * 3 + c];
      }
    }
    mesh.normal.set(normals, at * 9);
    mesh.part.fill(index, at, at + t.length / 3);
    at += t.length / 3;
  });
  return mesh;
}

function faceNormals({ p, t }: Geo): Float32Array {
  const out = new Float32Array((t.length / 3) * 4);
  for (let k = 0; k < t.length / 3; k++) {
    const [a, b, c] = [t[k * 3] * 3, t[k * 3 + 1] * 3, t[k * 3 + 2] * 3];
    const ux = p[b] - p[a];
    const uy = p[b + 1] - p[a + 1];
    const uz = p[b + 2] - p[a + 2];
    const vx = p[c] - p[a];
    const vy = p[c + 1] - p[a + 1];
    const vz = p[c + 2] - p[a + 2];
    const nx = uy * vz - uz * vy;
    const ny = uz * vx - ux * vz;
    const nz = ux * vy - uy * vx;
    const length = Math.sqrt(nx * nx + ny * ny + nz * nz);
    const k1 = length > 1e-12 ? 1 / length : 0;
    out[k * 4] = nx * k1;
    out[k * 4 + 1] = ny * k1;
    out[k * 4 + 2] = nz * k1;
    out[k * 4 + 3] = length;
  }
  return out;
}

function cornerNormals(geo: Geo, limit: number): Float32Array {
  const { p, t } = geo;
  const faces = faceNormals(geo);
  const start = new Int32Array(p.length / 3 + 1);
  for (const v of t) start[v + 1]++;
  for (let i = 1; i < start.length; i++) start[i] += start[i - 1];
  const next = start.slice();
  const around = new Int32Array(t.length);
  for (let i = 0; i < t.length; i++) around[next[t[i]]++] = (i / 3) | 0;
  const out = new Float32Array(t.length * 3);
  for (let i = 0; i < t.length; i++) {
    const own = ((i / 3) | 0) * 4;
    let [x, y, z] = [0, 0, 0];
    for (let j = start[t[i]]; j < start[t[i] + 1]; j++) {
      const f = around[j] * 4;
      const near =
        faces[f] * faces[own] + faces[f + 1] * faces[own + 1] + faces[f + 2] * faces[own + 2];
      const weight = near > limit ? faces[f + 3] : 0;
      x += faces[f] * weight;
      y += faces[f + 1] * weight;
      z += faces[f + 2] * weight;
    }
    const k = 1 / (Math.sqrt(x * x + y * y + z * z) || 1);
    out[i * 3] = x * k;
    out[i * 3 + 1] = y * k;
    out[i * 3 + 2] = z * k;
  }
  return out;
}

function project(mesh: Mesh, view: View) {
  const { eye, right, up, back, scale, ox, oy } = view;
  for (let i = 0; i < mesh.count * 9; i += 3) {
    const dx = mesh.world[i] - eye[0];
    const dy = mesh.world[i + 1] - eye[1];
    const dz = mesh.world[i + 2] - eye[2];
    const w = -(dx * back[0] + dy * back[1] + dz * back[2]);
    const k = scale / w;
    mesh.screen[i] = ox + (dx * right[0] + dy * right[1] + dz * right[2]) * k;
    mesh.screen[i + 1] = oy - (dx * up[0] + dy * up[1] + dz * up[2]) * k;
    mesh.screen[i + 2] = w > 0.01 ? 1 / w : -1;
  }
}

const bary = new Float64Array(3);

/** Perspective-true weights of the corners of triangle `k` at a sample position, into `bary`. */
function weigh(s: Float32Array, k: number, x: number, y: number) {
  const o = k * 9;
  const area =
    (s[o + 3] - s[o]) * (s[o + 7] - s[o + 1]) - (s[o + 6] - s[o]) * (s[o + 4] - s[o + 1]);
  const b1 = ((x - s[o]) * (s[o + 7] - s[o + 1]) - (s[o + 6] - s[o]) * (y - s[o + 1])) / area;
  const b2 = ((s[o + 3] - s[o]) * (y - s[o + 1]) - (x - s[o]) * (s[o + 4] - s[o + 1])) / area;
  const w0 = (1 - b1 - b2) * s[o + 2];
  const w1 = b1 * s[o + 5];
  const w2 = b2 * s[o + 8];
  const sum = 1 / (w0 + w1 + w2);
  bary[0] = w0 * sum;
  bary[1] = w1 * sum;
  bary[2] = w2 * sum;
  return area;
}

const mix = (a: Float32Array, i: number) =>
  a[i] * bary[0] + a[i + 3] * bary[1] + a[i + 6] * bary[2];

type Lit = {
  lamps: Lamps;
  bias: number;
  key: Float32Array;
  sky: Float32Array;
  normal: Float32Array;
  part: Int16Array;
};

/** Which share of key light and sky reaches each cell of the picture. */
function light(mesh: Mesh, parts: Part[], view: View): Lit {
  const lamps = raiseLamps(parts, view);
  const bias = lamps.radius * 0.012;
  const lit: Lit = {
    lamps,
    bias,
    key: new Float32Array(COARSE_W * COARSE_H),
    sky: new Float32Array(COARSE_W * COARSE_H),
    normal: new Float32Array(COARSE_W * COARSE_H * 3),
    part: new Int16Array(COARSE_W * COARSE_H).fill(-1),
  };
  const solidParts = parts.filter((part) => part.mat.alpha === undefined);
  for (let y = 0; y < COARSE_H; y++) {
    for (let x = 0; x < COARSE_W; x++) {
      const k = opaque.id[(y * CELL + CELL / 2) * BW + x * CELL + CELL / 2];
      if (k < 0) continue;
      const i = y * COARSE_W + x;
      const sign =
        weigh(mesh.screen, k, x * CELL + CELL / 2 + 0.5, y * CELL + CELL / 2 + 0.5) > 0 ? -1 : 1;
      let nx = mix(mesh.normal, k * 9) * sign;
      let ny = mix(mesh.normal, k * 9 + 1) * sign;
      let nz = mix(mesh.normal, k * 9 + 2) * sign;
      const n = 1 / (Math.sqrt(nx * nx + ny * ny + nz * nz) || 1);
      nx *= n;
      ny *= n;
      nz *= n;
      lit.normal[i * 3] = nx;
      lit.normal[i * 3 + 1] = ny;
      lit.normal[i * 3 + 2] = nz;
      lit.part[i] = solidParts[mesh.part[k]].mat.catcher ? -2 : mesh.part[k];
      const px = mix(mesh.world, k * 9) - lamps.centre[0] + nx * bias;
      const py = mix(mesh.world, k * 9 + 1) - lamps.centre[1] + ny * bias;
      const pz = mix(mesh.world, k * 9 + 2) - lamps.centre[2] + nz * bias;
      keyShare = 1;
      skyShare = 1;
      const far = px * px + py * py + pz * pz > 8 * lamps.radius * lamps.radius;
      if (!far) measure(lamps, px, py, pz, nx, ny, nz);
      lit.key[i] = keyShare;
      lit.sky[i] = skyShare;
    }
  }
  for (const reach of [1, 2, 4, 9]) {
    soften(lit, 1, reach);
    soften(lit, COARSE_W, reach);
  }
  return lit;
}

type Lamps = { all: Lamp[]; centre: V3; radius: number; k: number };
const lampMaps: { near: Float32Array; far: Float32Array }[] = [];

function raiseLamps(parts: Part[], view: View): Lamps {
  const casters = parts.filter((part) => part.cast !== false && part.mat.alpha === undefined);
  const box = bounds(casters.map((part) => ({ ...part, frame: true })));
  const radius = radiusOf(box) * 1.02;
  const yawRight = view.right;
  const yawBack: V3 = [-yawRight[2], 0, yawRight[0]];
  const turn = (d: V3): V3 =>
    [0, 1, 2].map((c) => d[0] * yawRight[c] + (c === 1 ? d[1] : 0) + d[2] * yawBack[c]) as V3;
  const k = LAMP_SIZE / (2 * radius);
  const count = casters.reduce((sum, part) => sum + part.geo.t.length / 3, 0);
  const points = new Float32Array(count * 9);
  let at = 0;
  for (const { geo } of casters) {
    for (const v of geo.t) {
      points[at++] = geo.p[v * 3] - box.centre[0];
      points[at++] = geo.p[v * 3 + 1] - box.centre[1];
      points[at++] = geo.p[v * 3 + 2] - box.centre[2];
    }
  }
  const flat = new Float32Array(count * 9);
  const all = lampDirections().map((lamp, n): Lamp => {
    const dir = turn(lamp.dir);
    const h = Math.hypot(dir[0], dir[2]) || 1;
    const side: V3 = h < 1e-3 ? [1, 0, 0] : [dir[2] / h, 0, -dir[0] / h];
    const up: V3 = [
      dir[1] * side[2] - dir[2] * side[1],
      dir[2] * side[0] - dir[0] * side[2],
      dir[0] * side[1] - dir[1] * side[0],
    ];
    for (let i = 0; i < flat.length; i += 3) {
      const [x, y, z] = [points[i], points[i + 1], points[i + 2]];
      flat[i] = (x * side[0] + y * side[1] + z * side[2]) * k + LAMP_SIZE / 2;
      flat[i + 1] = (x * up[0] + y * up[1] + z * up[2]) * k + LAMP_SIZE / 2;
      flat[i + 2] = x * dir[0] + y * dir[1] + z * dir[2];
    }
    lampMaps[n] ??= {
      near: new Float32Array(LAMP_SIZE * LAMP_SIZE),
      far: new Float32Array(LAMP_SIZE * LAMP_SIZE),
    };
    const { near, far } = lampMaps[n];
    near.fill(-1e9);
    far.fill(1e9);
    fillDepths(near, far, LAMP_SIZE, flat, count);
    return { dir, side, up, near, far, key: lamp.key };
  });
  return { all, centre: box.centre, radius, k };
}

let keyShare = 0;
let skyShare = 0;

function measure(
  lamps: Lamps,
  px: number,
  py: number,
  pz: number,
  nx: number,
  ny: number,
  nz: number,
) {
  let keySum = 0;
  let keyAll = 1e-4;
  let skySum = 0;
  let skyAll = 1e-4;
  const { all, k, radius } = lamps;
  const soft = 1 / (radius * 0.02);
  for (let n = 0; n < all.length; n++) {
    const lamp = all[n];
    const facing = nx * lamp.dir[0] + ny * lamp.dir[1] + nz * lamp.dir[2];
    if (lamp.key > 0 && facing <= 0) continue;
    const { side, up, dir } = lamp;
    const u = ((px * side[0] + py * side[1] + pz * side[2]) * k + LAMP_SIZE / 2) | 0;
    const v = ((px * up[0] + py * up[1] + pz * up[2]) * k + LAMP_SIZE / 2) | 0;
    const d = px * dir[0] + py * dir[1] + pz * dir[2];
    let open = 1;
    if (u >= 0 && v >= 0 && u < LAMP_SIZE && v < LAMP_SIZE) {
      const i = v * LAMP_SIZE + u;
      const over = (facing > 0 ? lamp.near[i] - d : d - lamp.far[i]) * soft;
      open = over <= 0 ? 1 : over >= 1 ? 0 : 1 - over;
    }
    if (lamp.key > 0) {
      keySum += facing * open;
      keyAll += facing;
    } else {
      const weight = facing > 0 ? facing : -facing;
      skySum += weight * open;
      skyAll += weight;
    }
  }
  keyShare = keySum / keyAll;
  skyShare = skySum / skyAll;
}

/** A pass of blur along one axis that stays on its own surface and off sharp edges of shadow. */
function soften(lit: Lit, step: number, reach: number) {
  const { part } = lit;
  const key = lit.key.slice();
  const sky = lit.sky.slice();
  const last = COARSE_W * COARSE_H;
  for (let i = 0; i < last; i++) {
    const own = part[i];
    if (own === -1 || (own !== -2 && reach > 4)) continue;
    let a = key[i];
    let b = sky[i];
    let sumA = 1;
    let sumB = 1;
    for (let d = -2; d <= 2; d++) {
      const j = i + d * step * reach;
      if (d === 0 || j < 0 || j >= last || part[j] !== own || bent(lit.normal, i, j)) continue;
      const wa =
        reach > 4 ? 0 : own === -2 && reach < 4 ? 1 : kin(key[i] - key[j], reach > 2 ? 0.12 : 0.4);
      const wb = own === -2 && reach < 4 ? 1 : kin(sky[i] - sky[j], 0.5 / (1 + reach * 0.5));
      a += key[j] * wa;
      b += sky[j] * wb;
      sumA += wa;
      sumB += wb;
    }
    lit.key[i] = a / sumA;
    lit.sky[i] = b / sumB;
  }
}

const kin = (difference: number, reach: number) =>
  Math.max(0, 1 - (difference * difference) / (reach * reach));

const bent = (n: Float32Array, i: number, j: number) =>
  n[i * 3] * n[j * 3] + n[i * 3 + 1] * n[j * 3 + 1] + n[i * 3 + 2] * n[j * 3 + 2] < 0.85;

/** Reads the coarse light at a picture position; where no neighbour shares the surface, measures it. */
function litAt(lit: Lit, x: number, y: number, part: number, s: Surface) {
  const hx = x / COARSE - 0.5;
  const hy = y / COARSE - 0.5;
  const x0 = Math.max(0, Math.min(COARSE_W - 2, Math.floor(hx)));
  const y0 = Math.max(0, Math.min(COARSE_H - 2, Math.floor(hy)));
  const fx = Math.max(0, Math.min(1, hx - x0));
  const fy = Math.max(0, Math.min(1, hy - y0));
  let a = 0;
  let b = 0;
  let sum = 0;
  for (let c = 0; c < 4; c++) {
    const right = c & 1;
    const low = c >> 1;
    const i = (y0 + low) * COARSE_W + x0 + right;
    if (lit.part[i] !== part) continue;
    const near =
      s.nx * lit.normal[i * 3] + s.ny * lit.normal[i * 3 + 1] + s.nz * lit.normal[i * 3 + 2];
    if (near < 0.9) continue;
    const w = (right ? fx : 1 - fx) * (low ? fy : 1 - fy) + 0.001;
    a += lit.key[i] * w;
    b += lit.sky[i] * w;
    sum += w;
  }
  if (sum > 0.004) {
    keyShare = a / sum;
    skyShare = b / sum;
    return;
  }
  const { centre } = lit.lamps;
  measure(
    lit.lamps,
    s.wx - centre[0] + s.nx * lit.bias,
    s.wy - centre[1] + s.ny * lit.bias,
    s.wz - centre[2] + s.nz * lit.bias,
    s.nx,
    s.ny,
    s.nz,
  );
}

const out: V3 = [0, 0, 0];
const shine: V3 = [0, 0, 0];
const surface: Surface = {
  x: 0,
  y: 0,
  z: 0,
  wx: 0,
  wy: 0,
  wz: 0,
  nx: 0,
  ny: 0,
  nz: 0,
  color: [0, 0, 0],
  glow: [0, 0, 0],
  rough: 0,
  metal: 0,
  f0: 0,
};

const GROUND_STEPS = 4096;
type Ground = Float32Array;

/** The studio's radial ground as linear colour by distance from its centre. */
function groundTable(codes: [string, string]): Ground {
  const [from, to] = codes.map((code) => hex(code).map((v) => v ** (1 / 2.2)));
  const table = new Float32Array((GROUND_STEPS + 1) * 3);
  for (let i = 0; i < table.length; i++) {
    const t = Math.floor(i / 3) / GROUND_STEPS;
    table[i] = (from[i % 3] * (1 - t) + to[i % 3] * t) ** 2.2;
  }
  return table;
}

function groundAt(ground: Ground, x: number, y: number) {
  const dx = (x / WIDTH - 0.45) / 0.85;
  const dy = (y / HEIGHT - 0.38) / 0.85;
  const i = (Math.min(1, Math.sqrt(dx * dx + dy * dy)) * GROUND_STEPS) | 0;
  out[0] = ground[i * 3];
  out[1] = ground[i * 3 + 1];
  out[2] = ground[i * 3 + 2];
}

/** Colour of triangle `k` at a sample, into `out`; x and y count samples. */
function colourAt(
  mesh: Mesh,
  parts: Part[],
  view: View,
  lit: Lit | undefined,
  ground: Ground,
  k: number,
  x: number,
  y: number,
) {
  const { mat } = parts[mesh.part[k]];
  const sign = weigh(mesh.screen, k, x, y) > 0 ? -1 : 1;
  const s = surface;
  const o = k * 9;
  const nx = mix(mesh.normal, o) * sign;
  const ny = mix(mesh.normal, o + 1) * sign;
  const nz = mix(mesh.normal, o + 2) * sign;
  const n = 1 / (Math.sqrt(nx * nx + ny * ny + nz * nz) || 1);
  s.nx = nx * n;
  s.ny = ny * n;
  s.nz = nz * n;
  s.wx = mix(mesh.world, o);
  s.wy = mix(mesh.world, o + 1);
  s.wz = mix(mesh.world, o + 2);
  keyShare = 1;
  skyShare = 1;
  const part = mat.catcher ? -2 : mesh.part[k];
  if (lit) litAt(lit, x / SS, y / SS, part, s);
  if (mat.catcher) {
    groundAt(ground, x / SS, y / SS);
    const share = 0.42 * keyShare + 0.58 * skyShare;
    out[0] *= share + 0.05 * share * (1 - share);
    out[1] *= share;
    out[2] *= share - 0.07 * share * (1 - share);
    return;
  }
  s.color[0] = mat.color[0];
  s.color[1] = mat.color[1];
  s.color[2] = mat.color[2];
  s.glow[0] = 0;
  s.glow[1] = 0;
  s.glow[2] = 0;
  s.rough = mat.rough;
  s.metal = mat.metal ?? 0;
  s.f0 = mat.f0 ?? 0.045;
  if (mat.texture) {
    s.x = mix(mesh.local, o);
    s.y = mix(mesh.local, o + 1);
    s.z = mix(mesh.local, o + 2);
    mat.texture(s);
    const m = 1 / (Math.sqrt(s.nx * s.nx + s.ny * s.ny + s.nz * s.nz) || 1);
    s.nx *= m;
    s.ny *= m;
    s.nz *= m;
  }
  finish(s, view);
}

const KEY_LIGHT: V3 = [0.74, 0.71, 0.66];

function finish(s: Surface, view: View) {
  const { eye, right } = view;
  let vx = eye[0] - s.wx;
  let vy = eye[1] - s.wy;
  let vz = eye[2] - s.wz;
  const v = 1 / Math.sqrt(vx * vx + vy * vy + vz * vz);
  vx *= v;
  vy *= v;
  vz *= v;
  const nv = Math.max(0.02, s.nx * vx + s.ny * vy + s.nz * vz);
  const rx = 2 * nv * s.nx - vx;
  const ry = 2 * nv * s.ny - vy;
  const rz = 2 * nv * s.nz - vz;
  const ex = rx * right[0] + rz * right[2];
  const ez = -rx * right[2] + rz * right[0];
  if (s.rough > 0.55 && s.metal === 0) shine.fill(0.5);
  else reflect(studioEnv(), ex, ry, ez, s.rough, shine);
  const cx = s.nx * right[0] + s.nz * right[2];
  const cz = -s.nx * right[2] + s.nz * right[0];
  const facing = Math.max(0, (cx * KEY[0] + s.ny * KEY[1] + cz * KEY[2] + 0.08) / 1.08);
  const direct = facing * keyShare;
  const sky = (0.36 + 0.19 * s.ny + 0.1 * Math.max(0, cz)) * skyShare;
  const occluded = Math.min(1, 0.12 + 1.05 * skyShare * skyShare);
  const edge = (1 - nv) ** 5 * (1 - 0.75 * s.rough);
  for (let c = 0; c < 3; c++) {
    const diffuse = s.color[c] * (1 - s.metal) * (direct * KEY_LIGHT[c] + sky);
    const base = s.f0 * (1 - s.metal) + s.color[c] * s.metal;
    const fresnel = base + (1 - base) * edge;
    out[c] = diffuse * (1 - fresnel * 0.6) + shine[c] * fresnel * occluded + s.glow[c];
  }
}

const four = new Int32Array(4);

function shade(mesh: Mesh, parts: Part[], view: View, lit: Lit, scene: Scene): Float32Array {
  const image = new Float32Array(WIDTH * HEIGHT * 3);
  const ground = groundTable(scene.ground ?? GROUND);
  const paint = (k: number, x: number, y: number) => {
    if (k < 0) groundAt(ground, x / SS, y / SS);
    else colourAt(mesh, parts, view, lit, ground, k, x, y);
  };
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const at = y * SS * BW + x * SS;
      four[0] = opaque.id[at];
      four[1] = opaque.id[at + 1];
      four[2] = opaque.id[at + BW];
      four[3] = opaque.id[at + BW + 1];
      const o = (y * WIDTH + x) * 3;
      if (calm(mesh)) {
        paint(four[0], x * SS + 0.5, y * SS + 0.5);
        image[o] = out[0];
        image[o + 1] = out[1];
        image[o + 2] = out[2];
        continue;
      }
      for (let c = 0; c < 4; c++) {
        paint(four[c], x * SS + 0.5 + (c & 1), y * SS + 0.5 + (c >> 1));
        image[o] += Math.min(1.15, out[0]) / 4;
        image[o + 1] += Math.min(1.15, out[1]) / 4;
        image[o + 2] += Math.min(1.15, out[2]) / 4;
      }
    }
  }
  return image;
}

/** One shade will do: the four samples lie on one triangle, or on one gently bent surface. */
function calm(mesh: Mesh): boolean {
  const k = four[0];
  if (k >= 0 && mesh.fine[mesh.part[k]]) return false;
  for (let c = 1; c < 4; c++) {
    const j = four[c];
    if (j === k) continue;
    if (j < 0 || k < 0 || mesh.part[j] !== mesh.part[k]) return false;
    const near =
      mesh.normal[j * 9] * mesh.normal[k * 9] +
      mesh.normal[j * 9 + 1] * mesh.normal[k * 9 + 1] +
      mesh.normal[j * 9 + 2] * mesh.normal[k * 9 + 2];
    if (near < 0.985 || Math.abs(mesh.screen[j * 9 + 2] / mesh.screen[k * 9 + 2] - 1) > 0.02) {
      return false;
    }
  }
  return true;
}

function glaze(image: Float32Array, mesh: Mesh, parts: Part[], view: View) {
  const ground = groundTable(GROUND);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      let hits = 0;
      let k = -1;
      for (let c = 0; c < 4; c++) {
        const id = glass.id[(y * SS + (c >> 1)) * BW + x * SS + (c & 1)];
        if (id < 0) continue;
        hits++;
        k = id;
      }
      if (k < 0) continue;
      colourAt(mesh, parts, view, undefined, ground, k, x * SS + 1, y * SS + 1);
      const body = (parts[mesh.part[k]].mat.alpha ?? 1) * (hits / 4);
      const o = (y * WIDTH + x) * 3;
      for (let c = 0; c < 3; c++) {
        const tint = 1 - (1 - surface.color[c]) * body;
        const gloss = (out[c] - surface.color[c] * 0.5) * body;
        image[o + c] = image[o + c] * tint * (1 - body * 0.15) + Math.max(0, gloss) * 0.6;
      }
    }
  }
}

const curveTable = (() => {
  const table = new Uint8Array(4097);
  for (let i = 0; i <= 4096; i++) {
    let v = (i / 4096) * 2;
    if (v > 0.72) v = 0.72 + 0.28 * (1 - Math.exp(-(v - 0.72) / 0.28));
    const s = v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055;
    table[i] = Math.round(Math.min(1, s) * 255);
  }
  return table;
})();

function encode(image: Float32Array, exposure: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(image.length);
  const k = 2048 * exposure;
  for (let i = 0; i < image.length; i++) {
    bytes[i] = curveTable[Math.max(0, Math.min(4096, image[i] * k)) | 0];
  }
  return sharp(bytes, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .png({ compressionLevel: 4 })
    .toBuffer();
}
