import { hash, type Rgb, smooth } from "./carrelage-noise";
import type { Shade, Surface } from "./carrelage-render";

/** Where a point of a field lies: in which piece, where in that piece, how far inside its edge. */
export interface Cell {
  /** Lattice numbers of the piece: its seed. */
  i: number;
  j: number;
  /** Position in the piece, from its centre, in cm, along its own axes. */
  x: number;
  y: number;
  /** Distance to the edge, negative in the joint. */
  d: number;
  /** The piece's own x axis in the field. */
  ax: number;
  ay: number;
}

export type Layout = (u: number, v: number, cell: Cell) => void;

export function newCell(): Cell {
  return { i: 0, j: 0, x: 0, y: 0, d: 0, ax: 1, ay: 0 };
}

function straight(cell: Cell): void {
  cell.ax = 1;
  cell.ay = 0;
}

/** Rows of w × h pieces, each row shifted by `shift` of a piece; centred on a piece if `odd`. */
export function grid(
  w: number,
  h: number,
  gap: number,
  shift = 0,
  odd = true,
  oddRows = odd,
): Layout {
  return (u, v, cell) => {
    straight(cell);
    const pv = h + gap;
    const pu = w + gap;
    const fv = v / pv + (oddRows ? 0.5 : 0);
    cell.j = Math.floor(fv);
    const fu = u / pu + (odd ? 0.5 : 0) + cell.j * shift;
    cell.i = Math.floor(fu);
    cell.x = (fu - cell.i - 0.5) * pu;
    cell.y = (fv - cell.j - 0.5) * pv;
    cell.d = Math.min(w / 2 - Math.abs(cell.x), h / 2 - Math.abs(cell.y));
  };
}

/** Upright pieces in columns, each column shifted. */
export function columns(w: number, h: number, gap: number, shift: number): Layout {
  const turned = grid(h, w, gap, shift);
  return (u, v, cell) => {
    turned(v, u, cell);
    const { x } = cell;
    cell.x = cell.y;
    cell.y = x;
  };
}

/** Classic herringbone of pieces with sides 1 : n. */
export function herringbone(w: number, n: number, gap: number): Layout {
  const p = w + gap;
  const l = n * p;
  return (u, v, cell) => {
    const k = Math.SQRT1_2;
    const a = (u * k + v * k) / p;
    const b = (v * k - u * k) / p;
    const x = Math.floor(a);
    const y = Math.floor(b);
    const m = (((x - y) % (2 * n)) + 2 * n) % (2 * n);
    let cx: number;
    let cy: number;
    let lie: boolean;
    if (m < n) {
      lie = true;
      cell.i = x - m;
      cell.j = y * 2;
      cx = (x - m) * p + l / 2;
      cy = (y + 0.5) * p;
    } else {
      lie = false;
      const down = 2 * n - 1 - m;
      cell.i = x;
      cell.j = (y - down) * 2 + 1;
      cx = (x + 0.5) * p;
      cy = (y - down) * p + l / 2;
    }
    const dx = a * p - cx;
    const dy = b * p - cy;
    const [sx, sy] = lie ? [dx, dy] : [dy, -dx];
    cell.x = sx;
    cell.y = sy;
    cell.d = Math.min((l - gap) / 2 - Math.abs(sx), w / 2 - Math.abs(sy));
    cell.ax = lie ? k : -k;
    cell.ay = k;
  };
}

/** A field laid on the diagonal. */
export function turned(layout: Layout, degrees: number): Layout {
  const c = Math.cos((degrees * Math.PI) / 180);
  const s = Math.sin((degrees * Math.PI) / 180);
  return (u, v, cell) => {
    layout(u * c + v * s, v * c - u * s, cell);
    const { ax, ay } = cell;
    cell.ax = ax * c - ay * s;
    cell.ay = ax * s + ay * c;
  };
}

/** Moves to the nearest centre of a triangular lattice with the given distance between centres. */
function honeycomb(u: number, v: number, pitch: number, cell: Cell): void {
  straight(cell);
  const row = pitch * 0.8660254;
  let best = 1e9;
  const j0 = Math.round(v / row);
  for (let j = j0 - 1; j <= j0 + 1; j += 1) {
    const off = (j & 1) * 0.5;
    const i = Math.round(u / pitch - off);
    const x = u - (i + off) * pitch;
    const y = v - j * row;
    const d = x * x + y * y;
    if (d < best) {
      best = d;
      cell.i = i;
      cell.j = j;
      cell.x = x;
      cell.y = y;
    }
  }
}

/** Hexagons, points up, `across` from flat to flat. */
export function hexagons(across: number, gap: number): Layout {
  return (u, v, cell) => {
    honeycomb(u, v, across + gap, cell);
    const x = Math.abs(cell.x);
    const y = Math.abs(cell.y);
    cell.d = across / 2 - Math.max(x, x * 0.5 + y * 0.8660254);
  };
}

export function pennies(diameter: number, gap: number): Layout {
  return (u, v, cell) => {
    honeycomb(u, v, diameter + gap, cell);
    cell.d = diameter / 2 - Math.sqrt(cell.x * cell.x + cell.y * cell.y);
  };
}

/** Distance inside one fish scale: round below, hollowed by its two upper neighbours. */
export function insideScale(x: number, y: number, r: number): number {
  const disc = r - Math.sqrt(x * x + y * y);
  const left = Math.sqrt((x + r) ** 2 + (y - r) ** 2) - r;
  const right = Math.sqrt((x - r) ** 2 + (y - r) ** 2) - r;
  return y <= 0 ? disc : Math.min(left, right, r - Math.abs(x));
}

/** Fish scales as separate pieces: disc below, two hollows above. */
export function fishScales(r: number, gap: number): Layout {
  return (u, v, cell) => {
    straight(cell);
    let best = -1e9;
    const j0 = Math.round(v / r);
    for (let j = j0 - 1; j <= j0 + 1; j += 1) {
      const off = (j & 1) * 0.5;
      const i = Math.round(u / (2 * r) - off);
      const x = u - (i + off) * 2 * r;
      const y = v - j * r;
      const d = insideScale(x, y, r);
      if (d > best) {
        best = d;
        cell.i = i;
        cell.j = j;
        cell.x = x;
        cell.y = y;
      }
    }
    cell.d = best - gap / 2;
  };
}

/** Chevron strips: parallelograms rising to the right in one column, to the left in the next. */
export function chevrons(w: number, h: number, rise: number, gap: number): Layout {
  return (u, v, cell) => {
    const pw = w + gap;
    const fu = u / pw + 0.5;
    cell.i = Math.floor(fu);
    cell.x = (fu - cell.i - 0.5) * pw;
    const slope = (cell.i & 1 ? -1 : 1) * (rise / w);
    const k = 1 / Math.sqrt(1 + slope * slope);
    const ph = (h + gap) / k;
    const fv = (v - cell.x * slope) / ph + 0.5;
    cell.j = Math.floor(fv);
    cell.y = (fv - cell.j - 0.5) * ph * k;
    cell.d = Math.min(w / 2 - Math.abs(cell.x), h / 2 - Math.abs(cell.y));
    straight(cell);
  };
}

/** River pebbles: rounded cells around scattered centres. */
export function pebbles(pitch: number, gap: number, seed: number): Layout {
  return (u, v, cell) => {
    straight(cell);
    const gx = Math.floor(u / pitch);
    const gy = Math.floor(v / pitch);
    let [f1, f2, f3] = [1e9, 1e9, 1e9];
    for (let j = gy - 2; j <= gy + 2; j += 1)
      for (let i = gx - 2; i <= gx + 2; i += 1) {
        const cx = (i + 0.16 + 0.68 * hash(i, j, seed)) * pitch;
        const cy = (j + 0.16 + 0.68 * hash(i, j, seed + 1)) * pitch;
        const d = Math.sqrt((u - cx) ** 2 + (v - cy) ** 2);
        if (d < f1) {
          f3 = f2;
          f2 = f1;
          f1 = d;
          cell.i = i;
          cell.j = j;
          cell.x = u - cx;
          cell.y = v - cy;
        } else if (d < f2) {
          f3 = f2;
          f2 = d;
        } else if (d < f3) f3 = d;
      }
    // The harmonic mean of the two nearest borders rounds the corners.
    const a = (f2 - f1) / 2;
    const b = (f3 - f1) / 2;
    cell.d = ((a * b) / (a + b + 1e-6)) * 1.35 - gap;
  };
}

/** Distance inside an eight-pointed star of two squares with half side a. */
export function starEdge(x: number, y: number, a: number): number {
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  return Math.max(a - Math.max(ax, ay), a - (ax + ay) * Math.SQRT1_2);
}

/** Eight-pointed stars tip to tip and the crosses between them: i, j even for stars, odd for crosses. */
export function starsAndCrosses(a: number, gap: number): Layout {
  const p = 2 * Math.SQRT2 * a;
  return (u, v, cell) => {
    straight(cell);
    const si = Math.round(u / p);
    const sj = Math.round(v / p);
    const x = u - si * p;
    const y = v - sj * p;
    const d = starEdge(x, y, a);
    if (d >= 0) {
      cell.i = si * 2;
      cell.j = sj * 2;
      cell.x = x;
      cell.y = y;
      cell.d = d - gap / 2;
      return;
    }
    const ci = Math.floor(u / p);
    const cj = Math.floor(v / p);
    cell.i = ci * 2 + 1;
    cell.j = cj * 2 + 1;
    cell.x = u - (ci + 0.5) * p;
    cell.y = v - (cj + 0.5) * p;
    cell.d = -d - gap / 2;
  };
}

/** Shades a point of one piece, given in its own coordinates. */
export type Material = (x: number, y: number, i: number, j: number, out: Surface) => void;

export interface Joint {
  colour: Rgb;
  /** Width of the rounded or bevelled edge, cm, and how steep it is. */
  edge: number;
  slope: number;
  /** How much each piece leans: handmade pieces mirror the window each at its own angle. */
  lean?: number;
}

/** A laid field as a face: pieces of `material` in `layout`, joints between them. */
export function laid(layout: Layout, material: Material, joint: Joint): Shade {
  const cell = newCell();
  const probe = newCell();
  return (u, v, out) => {
    layout(u, v, cell);
    const { d, i, j } = cell;
    if (d <= 0) {
      const grain = hash(Math.floor(u * 14), Math.floor(v * 14), 5) * 0.1;
      const deep = 0.66 + 0.26 * smooth(0, -0.12, d) + grain;
      out.r = joint.colour[0] * deep;
      out.g = joint.colour[1] * deep;
      out.b = joint.colour[2] * deep;
      out.gloss = 0;
      return;
    }
    material(cell.x, cell.y, i, j, out);
    const { su, sv } = out;
    out.su = su * cell.ax - sv * cell.ay;
    out.sv = su * cell.ay + sv * cell.ax;
    if (joint.lean) {
      out.su += (hash(i, j, 71) - 0.5) * joint.lean;
      out.sv += (hash(i, j, 72) - 0.5) * joint.lean;
    }
    if (d < joint.edge) {
      const k = joint.slope * (1 - d / joint.edge);
      const e = 0.02;
      layout(u + e, v, probe);
      const du = probe.d - d;
      layout(u, v + e, probe);
      const dv = probe.d - d;
      const l = Math.sqrt(du * du + dv * dv) || 1;
      out.su += (du / l) * k;
      out.sv += (dv / l) * k;
      const worn = 0.86 + 0.14 * smooth(0, joint.edge * 0.5, d);
      out.r *= worn;
      out.g *= worn;
      out.b *= worn;
    }
  };
}
