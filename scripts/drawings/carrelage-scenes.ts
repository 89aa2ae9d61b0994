import { type Layout, type Material, newCell } from "./carrelage-layouts";
import { type Rgb, rgb } from "./carrelage-noise";
import { add, dot, render, type Scene, type Shade, type Slab, type Vec } from "./carrelage-render";

const RAD = Math.PI / 180;

export function rectangle(hw: number, hh: number, round = 0): (u: number, v: number) => number {
  return (u, v) => {
    const qu = Math.abs(u) - hw + round;
    const qv = Math.abs(v) - hh + round;
    const ou = Math.max(qu, 0);
    const ov = Math.max(qv, 0);
    return Math.sqrt(ou * ou + ov * ov) + Math.min(Math.max(qu, qv), 0) - round;
  };
}

/** The axes of a face that stands turned by `yaw` and leans back by `lean`. */
export function standing(yaw: number, lean: number): Pick<Slab, "u" | "v" | "n"> {
  const [cy, sy] = [Math.cos(yaw * RAD), Math.sin(yaw * RAD)];
  const [cl, sl] = [Math.cos(lean * RAD), Math.sin(lean * RAD)];
  return { n: [sy * cl, sl, cy * cl], u: [cy, 0, -sy], v: [-sy * sl, cl, -cy * sl] };
}

/** The axes of a face lying on the floor, turned by `yaw`. */
export function lying(yaw: number): Pick<Slab, "u" | "v" | "n"> {
  const [c, s] = [Math.cos(yaw * RAD), Math.sin(yaw * RAD)];
  return { n: [0, 1, 0], u: [c, 0, -s], v: [-s, 0, -c] };
}

/** One loose piece as a face: the material, with the rounding of its rim. */
export function single(
  material: Material,
  outline: (u: number, v: number) => number,
  seed: readonly [number, number],
  edge = 0.15,
  slope = 0.5,
): Shade {
  return (u, v, out) => {
    material(u, v, seed[0], seed[1], out);
    const d = -outline(u, v);
    if (d >= edge) return;
    const e = 0.02;
    const k = (slope * (1 - d / edge)) / e;
    out.su += (d + outline(u + e, v)) * -k;
    out.sv += (d + outline(u, v + e)) * -k;
  };
}

/** A loose sheet of mosaic: only whole pieces of the layout whose centre lies inside the half sizes. */
export function sheet(
  layout: Layout,
  hw: number,
  hh: number,
): Pick<Piece, "half"> & { outline: (u: number, v: number) => number } {
  const cell = newCell();
  const outline = (u: number, v: number) => {
    layout(u, v, cell);
    const cu = u - (cell.x * cell.ax - cell.y * cell.ay);
    const cv = v - (cell.x * cell.ay + cell.y * cell.ax);
    return Math.abs(cu) > hw || Math.abs(cv) > hh ? Math.max(0.1, cell.d) : -cell.d;
  };
  let [mu, mv] = [0, 0];
  const step = hw / 60;
  for (let u = -hw * 1.3; u <= hw * 1.3; u += step)
    for (let v = -hh * 1.3; v <= hh * 1.3; v += step)
      if (outline(u, v) < 0) {
        mu = Math.max(mu, Math.abs(u));
        mv = Math.max(mv, Math.abs(v));
      }
  return { half: [mu + step / 2, mv + step / 2], outline };
}

export interface Piece {
  face: Shade;
  half: readonly [number, number];
  outline?: (u: number, v: number) => number;
  thickness: number;
  side: Rgb;
}

const FRAME = { x: 236, y: 130, w: 1128, h: 930 };

export interface Display {
  field: Piece;
  piece: Piece;
  yaw?: number;
  /** Where the piece stands: along the board's width (0 middle, 1 right edge), and before it in cm. */
  along?: number;
  before?: number;
  pieceYaw?: number;
  pieceLean?: number;
  pieceRoll?: number;
  /** Strength of the mirrored window. */
  shine?: number;
  panes?: number;
  /** Size of the mirrored window, as a part of the field. */
  glow?: number;
  /** Part of the shine that the loose piece gets. */
  pieceShine?: number;
  key?: number;
  more?: Slab[];
}

function stand(p: Piece, foot: Vec, yaw: number, lean: number, roll = 0): Slab {
  const axes = standing(yaw, lean);
  const c = Math.cos(roll * RAD);
  const s = Math.sin(roll * RAD);
  const u: Vec = [0, 1, 2].map(
    (i) => (axes.u[i] ?? 0) * c + (axes.v[i] ?? 0) * s,
  ) as unknown as Vec;
  const v: Vec = [0, 1, 2].map(
    (i) => (axes.v[i] ?? 0) * c - (axes.u[i] ?? 0) * s,
  ) as unknown as Vec;
  const reach = p.half[1] * Math.abs(c) + p.half[0] * Math.abs(s);
  const up = reach + p.thickness * Math.tan(lean * RAD);
  return {
    at: [foot[0] + axes.v[0] * up, foot[1] + axes.v[1] * up, foot[2] + axes.v[2] * up],
    ...axes,
    u,
    v,
    half: p.half,
    thickness: p.thickness,
    outline: p.outline ?? rectangle(p.half[0], p.half[1], 0.08),
    top: p.face,
    side: p.side,
  };
}

/** Moves a leaning piece forward until nothing of it sinks into the board behind. */
function clearOf(field: Slab, piece: Slab): Slab {
  let gap = 1e9;
  for (const i of [-1, 1])
    for (const j of [-1, 1]) {
      const corner = add(add(piece.at, piece.u, i * piece.half[0]), piece.v, j * piece.half[1]);
      const back = add(corner, piece.n, -piece.thickness);
      gap = Math.min(gap, dot(add(back, field.at, -1), field.n));
    }
  const ahead = Math.max(0, 0.3 - gap) / field.n[2];
  return { ...piece, at: add(piece.at, [0, 0, 1], ahead) };
}

/** A laid board standing in the studio, the single piece leaning before its lower right corner. */
export function board(d: Display): Promise<Buffer> {
  const yaw = d.yaw ?? -13;
  const [hw, hh] = d.field.half;
  const shine = d.shine ?? 9;
  const field = stand(d.field, [0, 0, 0], yaw, 7);
  const glow = d.glow ?? 1;
  field.window = {
    u: -0.36,
    v: 0.42,
    w: 0.3 * glow,
    h: 0.36 * glow,
    strength: shine,
    panes: d.panes ?? 1,
  };
  const size = Math.max(hw, hh);
  const x = hw * (d.along ?? 1);
  const foot: Vec = [x, 0, (d.before ?? 0.42) * size];
  const piece = clearOf(
    field,
    stand(d.piece, foot, d.pieceYaw ?? 9, d.pieceLean ?? 20, d.pieceRoll ?? 0),
  );
  piece.window = { u: -0.3, v: 0.35, w: 0.42, h: 0.4, strength: shine * (d.pieceShine ?? 0.9) };
  return render({
    slabs: [field, piece, ...(d.more ?? [])],
    eye: { pitch: 11, yaw: 0, distance: size * 9 },
    light: [-0.55, 0.72, 0.72],
    key: d.key ?? 0.88,
    frame: FRAME,
  });
}

export interface FlatLay extends Display {
  turn?: number;
  pitch?: number;
  /** Place of the piece on the floor, in half widths and half heights of the field. */
  place?: readonly [number, number];
}

/** A field laid on the ground; the single piece lies over its near corner. */
export function flatLay(d: FlatLay): Promise<Buffer> {
  const [hw, hh] = d.field.half;
  const size = Math.max(hw, hh);
  const axes = lying(d.turn ?? 16);
  const t = d.field.thickness;
  const shine = d.shine ?? 9;
  const [px, pz] = d.place ?? [0.78, 0.82];
  const field: Slab = {
    at: [0, t, 0],
    ...axes,
    half: d.field.half,
    thickness: t,
    outline: d.field.outline ?? rectangle(hw, hh, 0.08),
    top: d.field.face,
    side: d.field.side,
    window: { u: -0.3, v: 0.35, w: 0.34, h: 0.4, strength: shine, panes: d.panes ?? 1 },
  };
  const piece: Slab = {
    at: [px * hw, t + d.piece.thickness + 0.02, pz * hh],
    ...lying(d.pieceYaw ?? -9),
    half: d.piece.half,
    thickness: d.piece.thickness,
    outline: d.piece.outline ?? rectangle(d.piece.half[0], d.piece.half[1], 0.08),
    top: d.piece.face,
    side: d.piece.side,
    window: { u: -0.35, v: 0.4, w: 0.4, h: 0.45, strength: shine * 0.9, panes: 0 },
  };
  return render({
    slabs: [field, piece, ...(d.more ?? [])],
    eye: { pitch: d.pitch ?? 52, yaw: 0, distance: size * 7 },
    light: [-0.62, 0.85, -0.3],
    key: d.key ?? 0.68,
    frame: FRAME,
  });
}

/** The corner of one piece from near, lying on the studio's paper, its edge and body in sight. */
export function closeUp(
  p: Piece,
  under: Piece | null,
  span: number,
  o: Partial<Pick<Scene, "eye" | "key">> & {
    shine?: number;
    corner?: readonly [number, number];
    yaw?: number;
  } = {},
): Promise<Buffer> {
  const base = under ? under.thickness : 0;
  const [hw, hh] = p.half;
  const yaw = o.yaw ?? -34;
  const axes = lying(yaw);
  const [ku, kv] = o.corner ?? [0.3, -0.72];
  const at: Vec = [0, base + p.thickness, 0];
  const target: Vec = [
    axes.u[0] * hw * ku + axes.v[0] * hh * kv,
    base + p.thickness * 0.5,
    axes.u[2] * hw * ku + axes.v[2] * hh * kv,
  ];
  const slabs: Slab[] = [
    {
      at,
      ...axes,
      half: p.half,
      thickness: p.thickness,
      outline: p.outline ?? rectangle(hw, hh, 0.08),
      top: p.face,
      side: p.side,
      window: { u: ku - 0.25, v: kv + 0.35, w: 0.3, h: 0.3, strength: o.shine ?? 9, panes: 1 },
    },
  ];
  if (under)
    slabs.push({
      at: [target[0] * 0.4, base, target[2] * 0.4],
      ...lying(yaw + 24),
      half: under.half,
      thickness: under.thickness,
      outline: under.outline ?? rectangle(under.half[0], under.half[1], 0.08),
      top: under.face,
      side: under.side,
    });
  return render({
    slabs,
    eye: o.eye ?? { pitch: 34, yaw: 0, distance: span * 5 },
    light: [-0.62, 0.8, -0.2],
    key: o.key ?? 0.68,
    frame: { target, span },
  });
}

export const BISCUIT = rgb("#e8e0d3");
export const PORCELAIN = rgb("#cfc7bb");
export const REDCLAY = rgb("#c07c56");
