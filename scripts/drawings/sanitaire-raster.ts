/** Samples per pixel side: the id and depth buffers are this much finer than the picture. */
export const SS = 2;
export const BW = 1600 * SS;
export const BH = 1200 * SS;

export type Target = { id: Int32Array; depth: Float32Array };

export const newTarget = (): Target => ({
  id: new Int32Array(BW * BH),
  depth: new Float32Array(BW * BH),
});

export function clear(target: Target) {
  target.id.fill(-1);
  target.depth.fill(0);
}

let low = 0;
let high = 0;

/** Narrows [low, high] to where a·x + c ≥ 0. */
function cut(a: number, c: number) {
  if (a > 0) low = Math.max(low, -c / a);
  else if (a < 0) high = Math.min(high, -c / a);
  else if (c < 0) high = -1e9;
}

type Tri = {
  minY: number;
  maxY: number;
  a: [number, number, number];
  b: [number, number, number];
  c: [number, number, number];
  gx: number;
  gy: number;
  g0: number;
};
const tri: Tri = {
  minY: 0,
  maxY: 0,
  a: [0, 0, 0],
  b: [0, 0, 0],
  c: [0, 0, 0],
  gx: 0,
  gy: 0,
  g0: 0,
};

/** Edge functions and the gradient of z for one triangle of `v` (x, y, z ×3); false when it is empty. */
function setUp(v: ArrayLike<number>, o: number, height: number): boolean {
  const x0 = v[o];
  const y0 = v[o + 1];
  const x1 = v[o + 3];
  const y1 = v[o + 4];
  const x2 = v[o + 6];
  const y2 = v[o + 7];
  const area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  if (!(Math.abs(area) > 1e-7)) return false;
  tri.minY = Math.max(0, Math.ceil(Math.min(y0, y1, y2) - 0.5));
  tri.maxY = Math.min(height - 1, Math.floor(Math.max(y0, y1, y2) - 0.5));
  if (tri.minY > tri.maxY) return false;
  const s = area > 0 ? 1 : -1;
  edge(0, x1, y1, x2, y2, s);
  edge(1, x2, y2, x0, y0, s);
  edge(2, x0, y0, x1, y1, s);
  const k = s / area;
  const [z0, z1, z2] = [v[o + 2], v[o + 5], v[o + 8]];
  tri.gx = (tri.a[0] * z0 + tri.a[1] * z1 + tri.a[2] * z2) * k;
  tri.gy = (tri.b[0] * z0 + tri.b[1] * z1 + tri.b[2] * z2) * k;
  tri.g0 = (tri.c[0] * z0 + tri.c[1] * z1 + tri.c[2] * z2) * k;
  return true;
}

function edge(i: number, xa: number, ya: number, xb: number, yb: number, s: number) {
  tri.a[i] = -(yb - ya) * s;
  tri.b[i] = (xb - xa) * s;
  tri.c[i] = -(tri.a[i] * xa + tri.b[i] * ya);
}

/** The run of pixel centres of row `y` inside the triangle, into low and high. */
function row(y: number, width: number) {
  low = -1e9;
  high = 1e9;
  for (let i = 0; i < 3; i++) cut(tri.a[i], tri.b[i] * (y + 0.5) + tri.c[i]);
  low = Math.max(0, Math.ceil(low - 0.5));
  high = Math.min(width - 1, Math.floor(high - 0.5));
}

/** Draws triangles [from, to) of `v` (x, y, 1/w), nearest wins; `limit` hides what lies behind it. */
export function fill(
  target: Target,
  v: Float32Array,
  from: number,
  to: number,
  limit?: Float32Array,
) {
  const { id, depth } = target;
  for (let k = from; k < to; k++) {
    if (v[k * 9 + 2] <= 0 || v[k * 9 + 5] <= 0 || v[k * 9 + 8] <= 0) continue;
    if (!setUp(v, k * 9, BH)) continue;
    for (let y = tri.minY; y <= tri.maxY; y++) {
      row(y, BW);
      let z = tri.gx * (low + 0.5) + tri.gy * (y + 0.5) + tri.g0;
      const end = y * BW + high;
      for (let i = y * BW + low; i <= end; i++) {
        if (z > depth[i] && (!limit || z > limit[i])) {
          depth[i] = z;
          id[i] = k;
        }
        z += tri.gx;
      }
    }
  }
}

/** Nearest and farthest depth of triangles over a square map. */
export function fillDepths(
  near: Float32Array,
  far: Float32Array,
  size: number,
  v: Float32Array,
  count: number,
) {
  for (let k = 0; k < count; k++) {
    if (!setUp(v, k * 9, size)) continue;
    for (let y = tri.minY; y <= tri.maxY; y++) {
      row(y, size);
      let z = tri.gx * (low + 0.5) + tri.gy * (y + 0.5) + tri.g0;
      const end = y * size + high;
      for (let i = y * size + low; i <= end; i++) {
        if (z > near[i]) near[i] = z;
        if (z < far[i]) far[i] = z;
        z += tri.gx;
      }
    }
  }
}
