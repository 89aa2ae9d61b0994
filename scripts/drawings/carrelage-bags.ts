import { fbm, hash, lerp, mix, noise, type Rgb, rgb, smooth } from "./carrelage-noise";
import { render, type Scene, type Slab, type Surface } from "./carrelage-render";
import { lying, type Piece, rectangle, standing } from "./carrelage-scenes";

/** What is printed at a point of the bag's front: a from -1 (left) to 1, b from 0 (foot) to 1; null is bare paper. */
export type Print = (a: number, b: number, aspect: number) => Rgb | null;

export interface Bag {
  width: number;
  height: number;
  depth: number;
  paper: string;
  print: Print;
  /** A folded block with a flat top, a sewn mouth with tape, or a sealed pouch with a grip. */
  mouth: "block" | "sewn" | "pouch";
  tape?: string;
  seed: number;
  /** Plastic film shines, paper does not. */
  film?: boolean;
}

function silhouette(bag: Bag): (u: number, v: number) => number {
  const hw = bag.width / 2;
  const hh = bag.height / 2;
  const block = rectangle(hw, hh, bag.mouth === "block" ? 2.2 : 1.2);
  return (u, v) => {
    const t = v / hh;
    const belly = 1 + 0.035 * (1 - t * t) - (bag.mouth === "pouch" ? 0.05 * smooth(0.2, 1, t) : 0);
    const sag = noise(v * 0.09, bag.seed, 501) * 0.5 + noise(v * 0.3, bag.seed + 5, 502) * 0.15;
    const crown = noise(u * 0.12, bag.seed + 9, 503) * (bag.mouth === "block" ? 0.5 : 0.25);
    const d = block((u - sag) / belly, v - crown * smooth(0.5, 1, t));
    if (bag.mouth !== "pouch") return d * 0.9;
    const hole = rectangle(bag.width * 0.16, 0.9, 0.9)(u, v - hh * 0.86);
    return Math.max(d, -hole) * 0.9;
  };
}

/** Folds of the filled paper: soft dents in the body, sharp creases from the corners and the mouth. */
function folds(bag: Bag): (u: number, v: number) => number {
  const hw = bag.width / 2;
  const hh = bag.height / 2;
  const s = bag.seed * 13;
  const fine = bag.mouth === "block" ? 0.45 : 1;
  return (u, v) => {
    const x = u / hw;
    const y = v / hh;
    const w = fbm(u * 0.07 + s, v * 0.07, 511, 2);
    const dents = fbm(u * 0.055 + s + w, v * 0.045 + w, 514, 3) * 1.25;
    const ridge = 1 - Math.abs(noise(u * 0.09 + v * 0.05 + s + w, v * 0.07 - u * 0.03, 517)) * 2.2;
    const corner = smooth(0.75, 1.7, x * x + y * y);
    const creases = Math.max(0, ridge) ** 2 * (0.18 + 0.75 * corner);
    const top = smooth(0.45, 0.95, y) * fine;
    const pleats = noise(u * 0.42 + s + w * 2, v * 0.05, 519) * 0.55 * top;
    const foot = smooth(-0.6, -1, y);
    const squash = noise(u * 0.16 + s, v * 0.35, 521) * 0.4 * foot;
    const pillow = -1.5 * (Math.abs(x) ** 4 + (bag.mouth === "block" ? Math.abs(y) ** 7 : y ** 6));
    return dents + creases + pleats + squash + pillow;
  };
}

function stitched(u: number, v: number, line: number): number {
  const along = u / 0.9 - Math.floor(u / 0.9);
  return Math.abs(v - line) < 0.14 && along > 0.22 ? 1 : 0;
}

function bagFace(bag: Bag): Slab["top"] {
  const hw = bag.width / 2;
  const hh = bag.height / 2;
  const outline = silhouette(bag);
  const height = folds(bag);
  const paper = rgb(bag.paper);
  const tape = rgb(bag.tape ?? "#d9d2c4");
  const aspect = bag.height / bag.width;
  return (u, v, out) => {
    const e = 0.25;
    const h = height(u, v);
    out.su = ((height(u + e, v) - h) / e) * 0.85;
    out.sv = ((height(u, v + e) - h) / e) * 0.85;
    const inside = -outline(u, v);
    const round = 2.6;
    if (inside < round) {
      const k = ((1 - inside / round) ** 2 * 1.1) / 0.1;
      out.su += (inside + outline(u + 0.1, v)) * -k;
      out.sv += (inside + outline(u, v + 0.1)) * -k;
    }
    const a = u / hw;
    const b = (v + hh) / (2 * hh);
    let c: Rgb = bag.print(a, b, aspect) ?? paper;
    const top = hh - v;
    if (bag.mouth === "sewn" && top < 3.4) {
      c = tape;
      out.su *= 0.5;
      out.sv = top < 3.1 ? 0 : 0.9;
      if (stitched(u, top, 1.7)) c = mix(tape, [0.95, 0.93, 0.88], 0.85);
    } else if (bag.mouth === "pouch" && b > 0.9) {
      const rib = Math.sin(v * 9) * 0.05;
      out.su *= 0.25;
      out.sv = rib;
      c = mix(c, [1, 1, 1], 0.06);
    }
    const fibre = noise(u * 2.2, v * 0.7, 531) * 0.02 + (hash(u * 16, v * 16, 532) - 0.5) * 0.025;
    const worn = 1 + h * 0.05 + (bag.film ? 0 : fibre);
    out.r = c[0] * worn;
    out.g = c[1] * worn;
    out.b = c[2] * worn;
    out.gloss = bag.film ? 0.8 : 0.3;
    out.rough = bag.film ? 0.5 : 1;
  };
}

function bagFlank(bag: Bag): NonNullable<Slab["flank"]> {
  const hh = bag.height / 2;
  const paper = rgb(bag.paper);
  const aspect = bag.height / bag.width;
  return (u, v, depth, out: Surface) => {
    const b = (v + hh) / (2 * hh);
    const c = bag.print(u > 0 ? 0.995 : -0.995, b, aspect) ?? paper;
    const f = depth / bag.depth;
    const up = Math.abs(v) > hh - 0.8;
    const crease = up ? 0 : 0.3 * Math.exp(-(((f - 0.52) / 0.1) ** 2));
    const dent = up ? 0 : fbm(v * 0.08 + bag.seed, f * 2.2, 541, 3) * 0.22;
    const k = 1 - crease + dent - 0.12 * smooth(0.6, 1, f);
    out.r = c[0] * k;
    out.g = c[1] * k;
    out.b = c[2] * k;
  };
}

export function bagSlab(bag: Bag, x: number, z: number, yaw: number, lean = 3): Slab {
  const axes = standing(yaw, lean);
  const hh = bag.height / 2;
  return {
    at: [x + axes.v[0] * hh, axes.v[1] * hh, z + axes.v[2] * hh],
    ...axes,
    half: [bag.width / 2 + 1.6, hh + 0.6],
    thickness: bag.depth,
    outline: silhouette(bag),
    top: bagFace(bag),
    side: rgb(bag.paper),
    flank: bagFlank(bag),
    window: { u: -0.5, v: 0.5, w: 0.5, h: 0.5, strength: bag.film ? 4 : 2 },
  };
}

/** A sample lying flat before the bag. */
export function flatSlab(p: Piece, x: number, y: number, z: number, yaw: number, shine = 7): Slab {
  return {
    at: [x, y + p.thickness, z],
    ...lying(yaw),
    half: p.half,
    thickness: p.thickness,
    outline: p.outline ?? rectangle(p.half[0], p.half[1], 0.08),
    top: p.face,
    side: p.side,
    window: { u: -0.3, v: 0.3, w: 0.4, h: 0.45, strength: shine },
  };
}

/** A sample leaning back. */
export function leaningSlab(
  p: Piece,
  x: number,
  z: number,
  yaw: number,
  lean: number,
  shine = 7,
): Slab {
  const axes = standing(yaw, lean);
  const up = p.half[1] + p.thickness * Math.tan((lean * Math.PI) / 180);
  return {
    at: [x + axes.v[0] * up, axes.v[1] * up, z + axes.v[2] * up],
    ...axes,
    half: p.half,
    thickness: p.thickness,
    outline: p.outline ?? rectangle(p.half[0], p.half[1], 0.08),
    top: p.face,
    side: p.side,
    window: { u: -0.3, v: 0.3, w: 0.4, h: 0.45, strength: shine },
  };
}

export function still(slabs: Slab[], o: Partial<Scene> = {}): Promise<Buffer> {
  return render({
    slabs,
    eye: { pitch: 15, yaw: 0, distance: 420 },
    light: [-0.6, 0.75, 0.62],
    key: 0.82,
    frame: { x: 260, y: 110, w: 1080, h: 960 },
    ...o,
  });
}

const within = (x: number, lo: number, hi: number) => x >= lo && x <= hi;

export interface Label {
  /** Broad band from b0 to b1 in this colour, with rules in `accent` along it. */
  band: string;
  accent: string;
  from: number;
  to: number;
  motif:
    | "comb"
    | "arches"
    | "star"
    | "chevrons"
    | "bricks"
    | "discs"
    | "waves"
    | "diamonds"
    | "tiles";
  ink?: string;
  /** A colour field over the foot of the bag. */
  foot?: string;
}

type Mark = (x: number, y: number) => boolean;

/** Marks, in units of half the bag's width around the middle of the band. */
const MARKS: Record<Label["motif"], Mark> = {
  comb: (x, y) =>
    Math.abs(x) < 0.62 && within(y, -0.3, 0.34) && (y > 0.14 || (x * 7.3 + 100) % 1 < 0.58),
  arches: (x, y) => {
    const t = ((x + 0.72) / 0.36) % 1;
    if (Math.abs(x) > 0.72 || !within(y, -0.34, 0.36)) return false;
    const ax = Math.abs(t - 0.5) * 0.36;
    const open = y < 0.06 ? ax < 0.11 : Math.hypot(ax, (y - 0.06) * 0.85) < 0.11;
    return !open;
  },
  star: (x, y) => {
    const d = (a: number) =>
      Math.max(
        a - Math.max(Math.abs(x), Math.abs(y)),
        a - (Math.abs(x) + Math.abs(y)) * Math.SQRT1_2,
      );
    return d(0.36) > 0 && !(d(0.29) > 0 && d(0.22) < 0);
  },
  chevrons: (x, y) => {
    if (Math.abs(x) > 0.7 || Math.abs(y) > 0.42) return false;
    return ((y + Math.abs(x) * 0.6 + 10) * 5) % 1 < 0.52;
  },
  bricks: (x, y) => {
    if (Math.abs(x) > 0.62 || !within(y, -0.36, 0.36)) return false;
    const row = Math.floor((y + 0.36) / 0.18);
    const u = (x + 0.62) / 0.41 + (row & 1) * 0.5;
    const fy = (y + 0.36) / 0.18 - row;
    return within(fy, 0.12, 0.88) && within(u - Math.floor(u), 0.05, 0.95);
  },
  discs: (x, y) => {
    const r = Math.hypot(x, y);
    return r < 0.15 || within(r, 0.22, 0.28) || within(r, 0.34, 0.37);
  },
  waves: (x, y) => {
    if (Math.abs(x) > 0.72 || Math.abs(y) > 0.34) return false;
    return ((y + Math.sin(x * 8) * 0.055 + 10) * 6.2) % 1 < 0.42;
  },
  diamonds: (x, y) => {
    const u = ((x + 10.2) / 0.24) % 1;
    const v = ((y + 10.2) / 0.24) % 1;
    if (Math.abs(x) > 0.6 || Math.abs(y) > 0.36) return false;
    const d = Math.abs(u - 0.5) + Math.abs(v - 0.5);
    return d < 0.44 && !within(d, 0.2, 0.27);
  },
  tiles: (x, y) => {
    if (Math.abs(x) > 0.42 || Math.abs(y) > 0.42) return false;
    const f = (k: number) => ((k + 0.42) / 0.28) % 1;
    return within(f(x), 0.06, 0.94) && within(f(y), 0.06, 0.94);
  },
};

/** The print of a bag: a band with a mark, rules, a coloured foot. */
export function label(l: Label): Print {
  const band = rgb(l.band);
  const accent = rgb(l.accent);
  const ink = rgb(l.ink ?? "#f4ecdd");
  const foot = l.foot ? rgb(l.foot) : null;
  const mark = MARKS[l.motif];
  const middle = (l.from + l.to) / 2;
  return (a, b, aspect) => {
    if (within(b, l.from, l.to)) {
      const y = (b - middle) * 2 * aspect;
      return mark(a, y) ? ink : band;
    }
    if (within(b, l.to + 0.012, l.to + 0.034) || within(b, l.from - 0.03, l.from - 0.012))
      return accent;
    if (foot && b < l.from * 0.42) return foot;
    return null;
  };
}

/** Ridges of adhesive combed by a notched trowel. */
export function combed(colour: string, pitch: number): Slab["top"] {
  const base = rgb(colour);
  return (u, v, out) => {
    const bend = noise(u * 0.08, v * 0.03, 551) * 0.5 + Math.sin(u * 0.09) * 0.8;
    const p = ((v + bend) / pitch) * Math.PI * 2;
    const lump = fbm(u * 0.6, v * 0.6, 553, 3);
    const h = Math.sin(p);
    out.sv = Math.cos(p) * 0.85 + lump * 0.25;
    out.su = noise(u * 0.9, v * 0.9, 556) * 0.22;
    const k = lerp(0.55, 1.02, smooth(-1, 0.5, h)) + lump * 0.06;
    out.r = base[0] * k;
    out.g = base[1] * k;
    out.b = base[2] * k;
    out.gloss = 0.3;
    out.rough = 0.9;
  };
}

/** A plastered or floated surface; `polish` from rough cast to tadelakt. */
export function plastered(colour: string, deep: string, polish: number, seed: number): Slab["top"] {
  const a = rgb(colour);
  const b = rgb(deep);
  return (u, v, out) => {
    const w = fbm(u * 0.05, v * 0.05, seed, 3);
    const clouds = fbm(u * 0.07 + w, v * 0.07 - w, seed + 3, 4);
    const sweep = noise(u * 0.05 + w * 2, v * 0.4 + w * 4, seed + 7);
    const c = mix(a, b, Math.max(0, Math.min(1, 0.35 + clouds * 0.7 + sweep * 0.15)));
    const grit =
      (1 - polish) * (noise(u * 3, v * 3, seed + 8) * 0.5 + noise(u * 7, v * 7, seed + 9) * 0.5);
    const k = 1 + grit * 0.16;
    out.su = grit * (1 - polish) * 0.5 + noise(u * 0.15, v * 0.15, seed + 11) * 0.05;
    out.sv =
      grit * (1 - polish) * 0.4 +
      noise(u * 0.15, v * 0.15, seed + 12) * 0.05 +
      sweep * 0.06 * (1 - polish);
    out.r = c[0] * k;
    out.g = c[1] * k;
    out.b = c[2] * k;
    out.gloss = polish;
    out.rough = lerp(1, 0.22, polish);
  };
}
