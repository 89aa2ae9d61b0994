/** Meshes in centimetres, y up, z towards the viewer. `q` keeps the points as modelled, for textures. */
export type V3 = [number, number, number];
export type V2 = [number, number];
export type Geo = { p: number[]; q: number[]; t: number[] };

const TAU = Math.PI * 2;
export const rad = (degrees: number) => (degrees * Math.PI) / 180;
const add = (a: V3, b: V3): V3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
const sub = (a: V3, b: V3): V3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const times = (a: V3, k: number): V3 => [a[0] * k, a[1] * k, a[2] * k];
const dot = (a: V3, b: V3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: V3, b: V3): V3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const unit = (a: V3): V3 => times(a, 1 / (Math.hypot(a[0], a[1], a[2]) || 1));

/** Joins rows of points by quads; `around` closes each row, `closed` joins the last row to the first. */
export function grid(rows: V3[][], around: boolean, closed = false): Geo {
  const columns = rows[0].length;
  const p = rows.flat(2);
  const t: number[] = [];
  const lastRow = closed ? rows.length : rows.length - 1;
  const lastColumn = around ? columns : columns - 1;
  for (let i = 0; i < lastRow; i++) {
    for (let j = 0; j < lastColumn; j++) {
      const a = i * columns + j;
      const b = i * columns + ((j + 1) % columns);
      const c = ((i + 1) % rows.length) * columns + j;
      const d = ((i + 1) % rows.length) * columns + ((j + 1) % columns);
      t.push(a, c, b, b, c, d);
    }
  }
  return { p, q: p.slice(), t };
}

/** Skin over closed rings of equal length, with flat fans over the two ends unless left open. */
export function loft(rings: V3[][], ends: "both" | "none" | "first" | "last" = "both"): Geo {
  const skin = grid(rings, true);
  const fan = (ring: V3[], start: number, flip: boolean) => {
    const centre = ring.reduce((sum, point) => add(sum, point), [0, 0, 0] as V3);
    skin.p.push(...times(centre, 1 / ring.length));
    const hub = skin.p.length / 3 - 1;
    for (let j = 0; j < ring.length; j++) {
      const a = start + j;
      const b = start + ((j + 1) % ring.length);
      skin.t.push(...(flip ? [hub, b, a] : [hub, a, b]));
    }
  };
  if (ends === "both" || ends === "first") fan(rings[0], 0, false);
  if (ends === "both" || ends === "last") {
    fan(rings[rings.length - 1], (rings.length - 1) * rings[0].length, true);
  }
  skin.q = skin.p.slice();
  return skin;
}

/** A horizontal ring: rectangle `w` × `d` with corner radius `r` at height `y`. */
export function rectRing(w: number, d: number, r: number, y: number, cx = 0, cz = 0): V3[] {
  const radius = Math.max(0.001, Math.min(r, w / 2 - 0.0005, d / 2 - 0.0005));
  const corners: V2[] = [
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1],
  ];
  return corners.flatMap(([sx, sz], k) =>
    Array.from({ length: 9 }, (_, i): V3 => {
      const angle = (k + i / 8) * (Math.PI / 2);
      return [
        cx + sx * (w / 2 - radius) + Math.cos(angle) * radius,
        y,
        cz + sz * (d / 2 - radius) + Math.sin(angle) * radius,
      ];
    }),
  );
}

/** A horizontal superellipse ring: exponent 2 is an ellipse, 4 a soft rectangle. */
export function ovalRing(
  rx: number,
  rz: number,
  y: number,
  n = 2,
  cx = 0,
  cz = 0,
  count = 64,
): V3[] {
  const bend = (v: number) => Math.sign(v) * Math.abs(v) ** (2 / n);
  return Array.from({ length: count }, (_, i): V3 => {
    const angle = (i / count) * TAU;
    return [cx + rx * bend(Math.cos(angle)), y, cz + rz * bend(Math.sin(angle))];
  });
}

/** A block `w` × `h` × `d` standing on y = 0, plan corners `corner`, edges rounded by `edge`. */
export function block(w: number, h: number, d: number, edge = 0.3, corner = edge): Geo {
  const plan = Math.max(corner, edge);
  const rings: V3[][] = [];
  const ring = (angle: number, y: number) => {
    const inset = edge * (1 - Math.cos(angle));
    return rectRing(w - 2 * inset, d - 2 * inset, plan - inset, y);
  };
  for (let i = 0; i <= 4; i++) {
    const angle = (1 - i / 4) * (Math.PI / 2);
    rings.push(ring(angle, edge - edge * Math.sin(angle)));
  }
  for (let i = 0; i <= 4; i++) {
    const angle = (i / 4) * (Math.PI / 2);
    rings.push(ring(angle, h - edge + edge * Math.sin(angle)));
  }
  return loft(rings);
}

/** Turns a profile of [radius, height] about the y axis. */
export function lathe(profile: V2[], count = 64, squash = 1): Geo {
  return loft(
    profile.map(([r, y]) =>
      Array.from({ length: count }, (_, i): V3 => {
        const angle = (i / count) * TAU;
        const radius = Math.max(r, 0.002);
        return [Math.cos(angle) * radius, y, Math.sin(angle) * radius * squash];
      }),
    ),
    "none",
  );
}

/** A cylinder on y = 0 with softened rims. */
export function cylinder(r: number, h: number, edge = Math.min(0.15, r / 4), count = 48): Geo {
  const e = Math.min(edge, h / 2);
  const rim = (from: number, to: number, y: number): V2[] =>
    Array.from({ length: 5 }, (_, i): V2 => {
      const angle = rad(from + ((to - from) * i) / 4);
      return [r - e + e * Math.cos(angle), y + e * Math.sin(angle)];
    });
  return lathe([[0, 0], ...rim(-90, 0, e), ...rim(0, 90, h - e), [0, h]], count);
}

export function sphere(r: number, count = 32): Geo {
  return lathe(
    Array.from({ length: 17 }, (_, i): V2 => {
      const angle = rad(-90 + (i * 180) / 16);
      return [r * Math.cos(angle), r * Math.sin(angle)];
    }),
    count,
  );
}

/** A polyline with its inner corners rounded by `radius`. */
export function bend(points: V3[], radius: number, steps = 10): V3[] {
  const out: V3[] = [points[0]];
  for (let i = 1; i < points.length - 1; i++) {
    const back = sub(points[i - 1], points[i]);
    const ahead = sub(points[i + 1], points[i]);
    const cosine = dot(unit(back), unit(ahead));
    const half = Math.acos(Math.max(-1, Math.min(1, cosine))) / 2;
    const reach = Math.min(
      radius / Math.tan(half),
      Math.hypot(...back) * 0.49,
      Math.hypot(...ahead) * 0.49,
    );
    const from = add(points[i], times(unit(back), reach));
    const to = add(points[i], times(unit(ahead), reach));
    const axis = unit(add(unit(back), unit(ahead)));
    const centre = add(points[i], times(axis, reach / Math.cos(half)));
    const r = reach * Math.tan(half);
    for (let k = 0; k <= steps; k++) {
      const chord = add(times(from, 1 - k / steps), times(to, k / steps));
      out.push(add(centre, times(unit(sub(chord, centre)), r)));
    }
  }
  out.push(points[points.length - 1]);
  return out;
}

/** A smooth curve through the points (Catmull-Rom). */
export function curve(points: V3[], steps = 10): V3[] {
  const out: V3[] = [];
  const at = (i: number) => points[Math.max(0, Math.min(points.length - 1, i))];
  for (let i = 0; i < points.length - 1; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let k = 0; k < steps; k++) {
      const u = k / steps;
      const w = [
        -0.5 * u ** 3 + u ** 2 - 0.5 * u,
        1.5 * u ** 3 - 2.5 * u ** 2 + 1,
        -1.5 * u ** 3 + 2 * u ** 2 + 0.5 * u,
        0.5 * u ** 3 - 0.5 * u ** 2,
      ];
      const points4 = [a, b, c, d].map((v, n) => times(v, w[n]));
      out.push(points4.reduce(add));
    }
  }
  out.push(points[points.length - 1]);
  return out;
}

export type Section = (t: number) => V2[];

const roundSection =
  (radius: number | ((t: number) => number), count = 28): Section =>
  (t) => {
    const r = typeof radius === "number" ? radius : radius(t);
    return Array.from({ length: count }, (_, i): V2 => {
      const angle = (i / count) * TAU;
      return [Math.cos(angle) * r, Math.sin(angle) * r];
    });
  };

export const flatSection =
  (w: number, h: number, r: number): Section =>
  () =>
    rectRing(w, h, r, 0).map(([x, , z]): V2 => [x, z]);

/** Sweeps a section along a path; its first axis starts along `side`. */
export function sweep(path: V3[], section: Section, closed = false, side: V3 = [1, 0, 0]): Geo {
  const n = path.length;
  const rows: V3[][] = [];
  let right = side;
  for (let i = 0; i < n; i++) {
    const before = path[closed ? (i - 1 + n) % n : Math.max(0, i - 1)];
    const after = path[closed ? (i + 1) % n : Math.min(n - 1, i + 1)];
    const ahead = unit(sub(after, before));
    const level = sub(right, times(ahead, dot(right, ahead)));
    right = Math.hypot(...level) < 1e-4 ? unit(cross(ahead, [0.3, 0.9, 0.3])) : unit(level);
    const up = cross(ahead, right);
    const frame = right;
    rows.push(
      section(i / (n - 1)).map(([x, y]) => add(path[i], add(times(frame, x), times(up, y)))),
    );
  }
  return closed ? grid(rows, true, true) : loft(rows);
}

export const tube = (path: V3[], radius: number | ((t: number) => number), closed = false) =>
  sweep(path, roundSection(radius), closed);

/** A ring of wire about the y axis. */
export const torus = (radius: number, wire: number, count = 72) =>
  tube(
    Array.from({ length: count }, (_, i): V3 => {
      const angle = (i / count) * TAU;
      return [Math.cos(angle) * radius, 0, Math.sin(angle) * radius];
    }),
    wire,
    true,
  );

/** A flat sheet in the x-y plane, centred, facing +z. */
export function sheet(w: number, h: number, columns = 8, rows = 8): Geo {
  return grid(
    Array.from({ length: rows + 1 }, (_, i) =>
      Array.from(
        { length: columns + 1 },
        (_unused, j): V3 => [w * (j / columns - 0.5), h * (0.5 - i / rows), 0],
      ),
    ),
    false,
  );
}

export function merge(...parts: Geo[]): Geo {
  const out: Geo = { p: [], q: [], t: [] };
  for (const part of parts) {
    const base = out.p.length / 3;
    for (const v of part.p) out.p.push(v);
    for (const v of part.q) out.q.push(v);
    for (const i of part.t) out.t.push(i + base);
  }
  return out;
}

export function warp(geo: Geo, f: (point: V3) => V3): Geo {
  const p = new Array<number>(geo.p.length);
  for (let i = 0; i < p.length; i += 3) {
    const [x, y, z] = f([geo.p[i], geo.p[i + 1], geo.p[i + 2]]);
    p[i] = x;
    p[i + 1] = y;
    p[i + 2] = z;
  }
  return { p, q: geo.q, t: geo.t };
}

export const move = (geo: Geo, x: number, y: number, z: number) =>
  warp(geo, ([a, b, c]) => [a + x, b + y, c + z]);
export const scale = (geo: Geo, x: number, y = x, z = x) =>
  warp(geo, ([a, b, c]) => [a * x, b * y, c * z]);

const turn =
  (i: 0 | 1 | 2, j: 0 | 1 | 2) =>
  (geo: Geo, degrees: number): Geo => {
    const c = Math.cos(rad(degrees));
    const s = Math.sin(rad(degrees));
    return warp(geo, (point) => {
      const out: V3 = [point[0], point[1], point[2]];
      out[i] = point[i] * c - point[j] * s;
      out[j] = point[i] * s + point[j] * c;
      return out;
    });
  };
/** Right-handed turns in degrees: about x lifts +y towards +z, about y carries +z towards +x. */
export const turnX = turn(1, 2);
export const turnY = turn(2, 0);
export const turnZ = turn(0, 1);

/** Takes the present position as the modelled one, so that a texture follows the whole. */
export const settle = (geo: Geo): Geo => ({ p: geo.p, q: geo.p.slice(), t: geo.t });
