import { picture, tallTap, waste } from "./sanitaire-ceramics";
import type { Geo, V3 } from "./sanitaire-geometry";
import {
  bend,
  block,
  curve,
  cylinder,
  lathe,
  loft,
  merge,
  move,
  rectRing,
  settle,
  sheet,
  sphere,
  torus,
  tube,
  turnX,
  turnZ,
} from "./sanitaire-geometry";
import {
  brushedBrass,
  ceramic,
  chrome,
  dark,
  glossBlack,
  lacquer,
  matteBlack,
  matteWhite,
  mirrorGlass,
  noise,
  oak,
  paving,
  plaster,
  rubber,
  walnut,
  wood,
} from "./sanitaire-materials";
import type { Material, Part, Scene } from "./sanitaire-render";
import { hex } from "./sanitaire-render";
import type { Drawings } from "./studio";

export const roomWall = (mat: Material, w = 420, h = 320, y = 60, z = -0.15): Part => ({
  geo: settle(move(sheet(w, h, 14, 12), 0, y, z)),
  mat,
  frame: false,
  cast: false,
});
const roomFloor = (mat: Material, y: number): Part => ({
  geo: move(turnX(settle(sheet(520, 460, 16, 14)), -90), 0, y, 228),
  mat,
  frame: false,
  cast: false,
});
export const limewash = plaster("#f1e6d5", "#e2d1b8");
export const earthWall = plaster("#dfb996", "#cda27b");

/** A front board whose lower back corner is at the given place; each board has a grain of its own. */
export function board(
  w: number,
  h: number,
  d: number,
  x: number,
  y: number,
  z: number,
  edge = 0.15,
): Geo {
  const own = settle(move(block(w, h, d, edge), x * 1.7, y * 3.1, z * 2.3));
  return move(own, x - x * 1.7, y - y * 3.1, z + d / 2 - z * 2.3);
}

/** A carcass of the given size on y = 0 with its back at z = 0, open towards the fronts. */
function carcass(w: number, h: number, d: number, topped = true): Geo {
  const t = 1.8;
  return merge(
    board(t, h, d, -w / 2 + t / 2, 0, 0),
    board(t, h, d, w / 2 - t / 2, 0, 0),
    board(w - 2 * t, t, d, 0, 0, 0),
    ...(topped ? [board(w - 2 * t, t, d, 0, h - t, 0)] : []),
    board(w - 2 * t, h - 2 * t, 0.8, 0, t, 0),
  );
}

/** A ceramic top with a sunken rectangular basin. */
function basinTop(w: number, d: number, y: number, basins: number[], bowlWidth: number): Part[] {
  const parts: Part[] = [];
  const share = w / basins.length;
  basins.forEach((x, i) => {
    const cx = -w / 2 + share * (i + 0.5);
    const at = (inset: number, h: number, r: number) =>
      rectRing(bowlWidth - 2 * inset, d - 15 - 2 * inset, r, y + h, x, d / 2 + 3.4);
    parts.push({
      geo: loft(
        [
          rectRing(share, d, 0.05, 1.8, cx, d / 2).map(([a, , c]): V3 => [a, y + 1.8, c]),
          at(-0.6, 1.8, 4.6),
          at(0, 1.5, 4.2),
          at(0.3, 0.9, 4),
          at(1.6, -5.5, 4.4),
          at(4, -8.6, 4.6),
          at(9, -9.6, 4.8),
          rectRing(3, 3, 1.4, y - 9.8, x, d / 2 + 3.4),
        ],
        "last",
      ),
      mat: ceramic,
    });
    parts.push(...waste(2.4, [x, y - 9.6, d / 2 + 3.4]));
  });
  parts.push({
    geo: loft(
      [
        rectRing(w, d, 0.5, y + 1.8, 0, d / 2),
        rectRing(w + 0.5, d + 0.5, 0.6, y + 1.6, 0, d / 2),
        rectRing(w + 0.5, d + 0.5, 0.6, y + 0.1, 0, d / 2),
        rectRing(w, d, 0.5, y, 0, d / 2),
      ],
      "none",
    ),
    mat: ceramic,
  });
  return parts;
}

function deckTap(mat: Material, x: number, y: number, z: number): Part {
  const geo = merge(
    lathe([
      [0, 0],
      [2.3, 0],
      [2.3, 0.4],
      [1.9, 0.6],
      [1.8, 11.4],
      [1.6, 11.8],
      [0, 11.8],
    ]),
    tube(
      bend(
        [
          [0, 8, 0],
          [0, 8.6, 11.5],
          [0, 6.8, 11.7],
        ],
        1,
      ),
      1,
    ),
    tube(
      [
        [0, 11.8, 0],
        [0, 14.2, -0.6],
        [0, 14.6, -4],
      ],
      0.45,
    ),
    move(cylinder(1.7, 1, 0.2), 0, 12.1, 0),
  );
  return { geo: move(geo, x, y, z), mat };
}

const slimPull = (w: number) =>
  merge(
    move(turnZ(cylinder(0.5, w, 0.2), 90), w / 2, 0, 2.6),
    ...[-1, 1].map((s) => move(turnX(cylinder(0.42, 2.6, 0.1), 90), s * (w / 2 - 1.6), 0, 0)),
  );

type Drawers = { w: number; rows: number[]; y: number; d: number; pull?: number; out?: number[] };

/** Drawer fronts one above another with a shadow gap between; `out` opens one by that many centimetres. */
function drawerFronts({ w, rows, y, d, out = [] }: Drawers): Geo {
  let base = y;
  return merge(
    ...rows.map((h, i) => {
      const front = board(w, h - 0.5, 1.9, 0, base + 0.25, d + (out[i] ?? 0), 0.2);
      base += h;
      return front;
    }),
  );
}

function oakVanity(open: number): Part[] {
  const [w, h, d] = [80, 50, 45];
  const grain = oak("x");
  const parts: Part[] = [
    { geo: carcass(w, h, d, false), mat: grain },
    { geo: drawerFronts({ w: w - 0.4, rows: [25, 22.4], y: 0.4, d, out: [0, open] }), mat: grain },
    { geo: move(block(w - 3, 2.4, 1.4, 0.1), 0, 47.5, d - 0.6), mat: dark },
    ...basinTop(w, d + 2, h, [0], 52),
  ];
  if (open > 0) {
    const side = (x: number) => board(1.6, 15, open + 6, x, 28, d - 6);
    parts.push({
      geo: merge(side(-37), side(37), board(73, 1.2, open + 6, 0, 28, d - 6)),
      mat: wood("#d8d3c8", "#c4beb2", "z"),
    });
    parts.push(
      ...folded([-17, 29.6, d + 12], 26, "#e7d9c2"),
      ...folded([14, 29.6, d + 12], 20, "#b86f4c"),
    );
  } else {
    parts.push({ geo: move(block(w - 3, 0.5, 0.5, 0.1), 0, 25.3, d + 0.6), mat: dark });
  }
  return parts;
}

/** Folded towels, stacked. */
function folded(at: V3, w: number, colour: string, layers = 3): Part[] {
  const [x, y, z] = at;
  const fold = (i: number) =>
    move(
      block(w - (i % 2) * 0.5, 3.1, 16 - (i % 2) * 0.4, 1.4, 1.9),
      x + (i % 2) * 0.2,
      y + i * 2.95,
      z,
    );
  return [{ geo: merge(...Array.from({ length: layers }, (_, i) => fold(i))), mat: towel(colour) }];
}

/** Terry cloth; `border` weaves three stripes of that colour in at the given modelled heights. */
export function towel(colour: string, borderColour?: string, stripes: number[] = []): Material {
  const border = borderColour ? hex(borderColour) : undefined;
  return {
    color: hex(colour),
    rough: 0.95,
    f0: 0.02,
    texture: (s) => {
      const loop = noise(s.x * 5, s.y * 5, s.z * 5);
      s.nx += 0.2 * (loop - 0.5);
      s.ny += 0.2 * (noise(s.x * 5 + 40, s.y * 5, s.z * 5) - 0.5);
      const bands =
        border !== undefined &&
        stripes.some((y) => Math.abs(s.y - y) < (y === stripes[1] ? 0.7 : 0.25));
      for (let c = 0; c < 3; c++)
        s.color[c] = (bands && border ? border[c] : s.color[c]) * (0.88 + 0.14 * loop);
    },
  };
}

function lacquerVanity(): Part[] {
  const [w, h, d] = [60, 62, 42];
  const body = move(carcass(w, h, d, false), 0, 18, 0);
  const doors = merge(board(29.5, 56, 1.9, -15, 19, d, 0.3), board(29.5, 56, 1.9, 15, 19, d, 0.3));
  const legs = merge(
    ...[-26, 26].flatMap((x) => [5, d - 3].map((z) => move(cylinder(1.5, 18, 0.2), x, 0, z))),
  );
  const pulls = merge(...[-3.4, 3.4].map((x) => move(turnZ(slimPull(16), 90), x, 57, d + 1.6)));
  return [
    { geo: body, mat: lacquer },
    { geo: doors, mat: lacquer },
    { geo: move(block(59, 3, 0.6, 0.1), 0, 76.2, d + 0.2), mat: dark },
    { geo: merge(legs, pulls), mat: chrome },
    ...basinTop(w, d + 3, 80, [0], 44),
    deckTap(chrome, 0, 81.8, 5.6),
  ];
}

const sage: Material = { color: hex("#8f9683"), rough: 0.38, f0: 0.04 };

function doubleVanity(): Part[] {
  const [w, h, d] = [120, 52, 46];
  const fronts = merge(
    ...[-30, 30].flatMap((x) => [
      board(59.2, 25, 1.9, x, 0.5, d, 0.2),
      board(59.2, 24.4, 1.9, x, 26.4, d, 0.2),
    ]),
  );
  const pulls = merge(
    ...[-30, 30].flatMap((x) => [20, 45.6].map((y) => move(slimPull(22), x, y, d + 1.6))),
  );
  return [
    { geo: carcass(w, h, d, false), mat: sage },
    { geo: fronts, mat: sage },
    { geo: pulls, mat: brushedBrass },
    ...basinTop(w, d + 2, h, [-30, 30], 46),
    deckTap(brushedBrass, -30, h + 1.8, 5.6),
    deckTap(brushedBrass, 30, h + 1.8, 5.6),
  ];
}

function compactVanity(): Part[] {
  const [w, h, d] = [40, 50, 22];
  const grain = oak("y");
  return [
    { geo: board(w, h, d, 0, 0, 0, 0.2), mat: lacquer },
    { geo: board(w - 0.6, h - 1.4, 1.8, 0, 0.5, d, 0.25), mat: grain },
    { geo: move(turnZ(slimPull(14), 90), 15.6, 36, d + 1.6), mat: matteBlack },
    {
      geo: loft([
        rectRing(38.6, 21.4, 2, h, 0, 12),
        rectRing(40.6, 24.4, 2.6, h + 4, 0, 12.2),
        rectRing(40.8, 24.6, 2.6, h + 8.4, 0, 12.2),
        rectRing(40.2, 24, 2.3, h + 9, 0, 12.2),
        rectRing(27.4, 20.6, 3.6, h + 9, -4.8, 12.2),
        rectRing(26.4, 19.6, 3.4, h + 8.4, -4.8, 12.2),
        rectRing(24.6, 17.8, 4, h + 3.4, -4.8, 12.2),
        rectRing(19, 12, 4, h + 1.6, -4.8, 12.2),
        rectRing(3, 3, 1.4, h + 1.4, -4.8, 12.2),
      ]),
      mat: ceramic,
    },
    ...waste(2, [-4.8, h + 1.6, 12.2]),
    sideTap(14.4, h + 9, 12),
  ];
}

function sideTap(x: number, y: number, z: number): Part {
  const geo = merge(
    lathe([
      [0, 0],
      [1.9, 0],
      [1.9, 0.35],
      [1.5, 0.6],
      [1.45, 8.6],
      [1.2, 9],
      [0, 9],
    ]),
    tube(
      bend(
        [
          [0, 6.4, 0],
          [-8.4, 6.8, 0],
          [-8.6, 5.2, 0],
        ],
        0.8,
      ),
      0.78,
    ),
    tube(
      [
        [0, 9, 0],
        [0.6, 11.4, 0],
        [3.2, 11.8, 0],
      ],
      0.36,
    ),
    move(cylinder(1.35, 0.9, 0.2), 0, 9.1, 0),
  );
  return { geo: move(geo, x, y, z), mat: matteBlack };
}

function walnutVanity(): Part[] {
  const [w, d] = [100, 46];
  const grain = walnut("x");
  const shelf = merge(
    board(w, 3, d, 0, 0, 0),
    board(3, 17, d, -w / 2 + 1.5, 3, 0),
    board(3, 17, d, w / 2 - 1.5, 3, 0),
    board(w, 16, 1, 0, 3, 0),
  );
  const box = merge(board(w, 20, d - 2, 0, 20, 0), board(w - 0.2, 19.4, 2, 0, 20.3, d - 2));
  const bowl = lathe(
    [
      [0, 0],
      [12, 0],
      [16.4, 1],
      [18.6, 5],
      [19.2, 11],
      [19, 12],
      [18.5, 12.1],
      [18.2, 11.4],
      [17.4, 5.4],
      [15, 2.6],
      [8, 1.6],
      [0, 1.5],
    ],
    96,
  );
  const jar = lathe([
    [0, 0],
    [4.6, 0],
    [5.4, 3],
    [5, 8],
    [3, 10],
    [2.6, 11.4],
    [3.1, 12],
  ]);
  const tap = tallTap(matteBlack, 24, 14);
  return [
    { geo: shelf, mat: grain },
    { geo: box, mat: grain },
    { geo: move(block(w - 1, 1, 1, 0.1), 0, 19.2, d - 1.6), mat: dark },
    { geo: move(board(w + 1, 2, d + 1, 0, 0, -0.5), 0, 40, 0), mat: grain },
    { geo: move(bowl, -20, 42, 24), mat: glossBlack },
    ...waste(2.3, [-20, 43.6, 24], brushedBrass),
    { geo: move(tap.geo, -20, 42, 4), mat: tap.mat },
    ...folded([22, 3, 24], 30, "#efe7da", 3),
    ...folded([-14, 3, 24], 26, "#c58a63", 2),
    { geo: move(jar, 36, 42, 18), mat: matteWhite },
  ];
}

function oakSetting(): Scene {
  const mirror = lathe(
    [
      [0, 0],
      [36, 0],
      [36, 1.6],
      [35.2, 2],
      [35.2, 1.4],
      [0, 1.4],
    ],
    96,
  );
  const glass = turnX(
    settle(
      turnX(
        lathe(
          [
            [0, 1.5],
            [35.3, 1.5],
          ],
          96,
        ),
        90,
      ),
    ),
    0,
  );
  const plant = merge(
    ...Array.from({ length: 9 }, (_, i) => {
      const a = i * 2.4;
      return tube(
        curve([
          [0, 10, 0],
          [Math.cos(a) * 2, 20 + (i % 3) * 3, Math.sin(a) * 2],
          [Math.cos(a) * 6, 29 + (i % 4) * 3, Math.sin(a) * 6],
          [Math.cos(a) * 11, 31 + (i % 3) * 4, Math.sin(a) * 11],
        ]),
        (t) => 0.16 + 0.75 * Math.max(0, Math.sin((t - 0.35) * 4.6)) * (t > 0.35 ? 1 : 0),
      );
    }),
  );
  const vase = lathe([
    [0, 0],
    [4, 0],
    [5.6, 4],
    [5, 9],
    [2.4, 12],
    [2.7, 13.4],
  ]);
  return {
    yaw: 24,
    pitch: 9,
    fill: 0.88,
    parts: [
      ...oakVanity(0),
      deckTap(brushedBrass, 0, 51.8, 5.6),
      { geo: move(turnX(mirror, 90), 0, 110, 0), mat: brushedBrass },
      { geo: move(glass, 0, 110, 0.1), mat: mirrorGlass(72, 72) },
      { geo: move(plant, 31, 51.8, 14), mat: { color: hex("#6f7f55"), rough: 0.6 }, cast: true },
      { geo: move(vase, 31, 51.8, 14), mat: { color: hex("#b5683f"), rough: 0.55 } },
      roomWall(limewash, 520, 360, 100),
      roomFloor(paving("#d8c5a8", "#c3ab89", 45), -36),
    ],
  };
}

function tallOak(): Part[] {
  const [w, h, d] = [35, 160, 32];
  const grain = oak("y");
  return [
    { geo: carcass(w, h, d), mat: grain },
    {
      geo: merge(
        board(w - 3.6, 1.8, d - 1, 0, 62, 0),
        board(w - 3.6, 1.8, d - 1, 0, 95, 0),
        board(w - 3.6, 1.6, d - 2, 0, 78, 0),
      ),
      mat: oak("x"),
    },
    {
      geo: merge(
        board(w - 0.5, 62, 1.9, 0, 0.4, d, 0.2),
        board(w - 0.5, 63.2, 1.9, 0, 96.4, d, 0.2),
      ),
      mat: grain,
    },
    {
      geo: merge(
        move(turnZ(slimPull(18), 90), 13, 48, d + 1.6),
        move(turnZ(slimPull(18), 90), 13, 112, d + 1.6),
      ),
      mat: matteBlack,
    },
    ...folded([0, 79.6, 17], 25, "#efe6d6", 3),
    ...folded([0, 63.8, 17], 25, "#b9714d", 3),
  ];
}

function tallWhite(): Part[] {
  const [w, h, d] = [30, 138, 30];
  const y0 = 12;
  const legs = merge(
    ...[-12, 12].flatMap((x) =>
      [3, d - 3].map((z) =>
        move(
          lathe([
            [0, 0],
            [1, 0],
            [1.6, 12],
          ]),
          x,
          0,
          z,
        ),
      ),
    ),
  );
  const knob = merge(cylinder(0.6, 1.6, 0.1), move(sphere(1.35), 0, 2.3, 0));
  const panel = (h2: number, y: number) =>
    merge(
      board(w - 0.6, h2, 1.5, 0, y, d, 0.15),
      board(w - 0.6, 4.2, 0.7, 0, y, d + 1.4, 0.15),
      board(w - 0.6, 4.2, 0.7, 0, y + h2 - 4.2, d + 1.4, 0.15),
      board(4.2, h2, 0.7, -w / 2 + 2.4, y, d + 1.4, 0.15),
      board(4.2, h2, 0.7, w / 2 - 2.4, y, d + 1.4, 0.15),
    );
  return [
    { geo: board(w, h, d, 0, y0, 0, 0.25), mat: lacquer },
    { geo: merge(panel(50, y0 + 0.8), panel(63, y0 + 74.2)), mat: lacquer },
    { geo: board(w - 0.6, 20.6, 1.9, 0, y0 + 52.2, d, 0.2), mat: lacquer },
    { geo: board(w + 2.4, 1.8, d + 3.2, 0, y0 + h, 0, 0.5), mat: lacquer },
    { geo: legs, mat: oak("y") },
    {
      geo: merge(
        ...[
          [-11, y0 + 42],
          [0, y0 + 62.4],
          [-11, y0 + 84],
        ].map(([x, y]) => move(turnX(knob, 90), x, y, d + 2)),
      ),
      mat: chrome,
    },
  ];
}

function trolley(): Part[] {
  const [w, h, d] = [34, 58, 36];
  const y0 = 7;
  const wheel = merge(
    move(turnZ(cylinder(2.4, 1.8, 0.5), 90), 0.9, 2.4, 0),
    move(block(2.6, 3, 3.4, 0.4), 0, 4, 0),
  );
  return [
    { geo: move(carcass(w, h, d), 0, y0, 0), mat: matteWhite },
    {
      geo: merge(
        ...[0, 1, 2].map((i) => board(w - 0.8, 18.2, 1.8, 0, y0 + 0.5 + i * 18.9, d, 0.2)),
      ),
      mat: oak("x"),
    },
    {
      geo: merge(
        ...[0, 1, 2].map((i) =>
          move(
            turnX(
              lathe([
                [1.3, 0],
                [1.9, 0.3],
                [2, 0.8],
                [1.5, 0.8],
                [1.2, 0.2],
                [0, 0.1],
              ]),
              90,
            ),
            0,
            y0 + 14.6 + i * 18.9,
            d + 1.8,
          ),
        ),
      ),
      mat: matteBlack,
    },
    { geo: board(w + 1, 2, d + 2.4, 0, y0 + h, 0, 0.4), mat: oak("x") },
    {
      geo: merge(...[-13.5, 13.5].flatMap((x) => [4.5, d - 4].map((z) => move(wheel, x, 0, z)))),
      mat: rubber,
    },
  ];
}

function bambooShelf(): Part[] {
  const [w, d] = [40, 26];
  const cane = wood("#e3c48d", "#b98f52", "y", 0.35);
  const slat = wood("#e6c993", "#bf9759", "x", 0.35);
  const post = (x: number, z: number) =>
    merge(
      settle(
        move(
          tube(
            [
              [0, 0, 0],
              [0, 82, 0],
            ],
            1.35,
          ),
          x,
          0,
          z,
        ),
      ),
      ...[14, 31, 47, 63, 76].map((y, i) =>
        move(torus(1.36, 0.22, 32), x, y + ((x + z + i) % 3), z),
      ),
    );
  const level = (y: number) =>
    merge(
      ...Array.from({ length: 6 }, (_, i) => board(w, 1, 3.5, 0, y, 1.2 + i * 4.1, 0.3)),
      board(2, 1.6, d, -w / 2 + 3, y - 1.5, 0, 0.3),
      board(2, 1.6, d, w / 2 - 3, y - 1.5, 0, 0.3),
    );
  const rails = merge(
    ...[0.4, d - 0.4].map((z) =>
      settle(
        tube(
          [
            [-w / 2, 80, z],
            [w / 2, 80, z],
          ],
          0.9,
        ),
      ),
    ),
    ...[12, 42, 72].flatMap((y) =>
      [-1, 1].map((s) =>
        settle(
          tube(
            [
              [(s * w) / 2, y - 3, 0],
              [(s * w) / 2, y - 3, d],
            ],
            0.8,
          ),
        ),
      ),
    ),
  );
  return [
    {
      geo: merge(...[-w / 2, w / 2].flatMap((x) => [0.4, d - 0.4].map((z) => post(x, z)))),
      mat: cane,
    },
    { geo: merge(level(12), level(42), level(72)), mat: slat },
    { geo: rails, mat: slat },
    ...folded([-6, 43, 13], 22, "#efe6d6", 3),
    {
      geo: move(
        lathe([
          [0, 0],
          [4, 0],
          [4.3, 9],
          [3.4, 10.4],
          [1.5, 11],
          [1.5, 13],
          [0, 13],
        ]),
        9,
        73,
        12,
      ),
      mat: { color: hex("#8a5a3a"), rough: 0.15 },
    },
    {
      geo: move(
        lathe([
          [0, 0],
          [6.4, 0],
          [8.6, 6.5],
          [8.9, 10],
          [8.3, 10],
          [7.6, 6],
          [0, 2],
        ]),
        2,
        13,
        13,
      ),
      mat: { color: hex("#c77f56"), rough: 0.6 },
    },
  ];
}

export const vanityDrawings: Drawings = {
  "meuble-vasque-chene-naturel-80cm": picture({
    parts: [...oakVanity(0), deckTap(chrome, 0, 51.8, 5.6)],
    wall: -0.1,
    yaw: 30,
    pitch: 15,
    fill: 0.8,
  }),
  "meuble-vasque-chene-naturel-80cm-2": picture({
    parts: [...oakVanity(30), deckTap(chrome, 0, 51.8, 5.6)],
    wall: -0.1,
    yaw: 36,
    pitch: 32,
    fill: 0.84,
  }),
  "meuble-vasque-chene-naturel-80cm-3": picture(oakSetting()),
  "meuble-vasque-blanc-laque-60cm": picture({
    parts: lacquerVanity(),
    floor: 0,
    wall: -0.1,
    yaw: 28,
    pitch: 13,
    fill: 0.84,
  }),
  "meuble-double-vasque-120cm": picture({
    parts: doubleVanity(),
    wall: -0.1,
    yaw: 24,
    pitch: 18,
    fill: 0.86,
  }),
  "meuble-lave-mains-compact-40cm": picture({
    parts: compactVanity(),
    wall: -0.1,
    yaw: 30,
    pitch: 20,
    fill: 0.78,
  }),
  "meuble-vasque-noyer-suspendu-100cm": picture({
    parts: [...walnutVanity(), roomWall(limewash)],
    yaw: 26,
    pitch: 13,
    fill: 0.82,
  }),
  "colonne-sdb-chene-35x160cm": picture({
    parts: tallOak(),
    wall: -0.1,
    floor: 0,
    yaw: 32,
    pitch: 7,
    fill: 0.86,
  }),
  "colonne-sdb-blanche-30x150cm": picture({
    parts: tallWhite(),
    wall: -0.1,
    floor: 0,
    yaw: 30,
    pitch: 9,
    fill: 0.86,
  }),
  "etagere-bambou-3-niveaux": picture({
    parts: bambooShelf(),
    floor: 0,
    yaw: 32,
    pitch: 15,
    fill: 0.84,
  }),
  "meuble-bas-roulettes-3-tiroirs": picture({
    parts: trolley(),
    floor: 0,
    yaw: 34,
    pitch: 17,
    fill: 0.8,
  }),
};

export const vanityCategory = picture({
  ...oakSetting(),
  parts: [
    ...oakSetting().parts.filter((part) => part.frame !== false),
    roomWall(earthWall, 520, 360, 100),
    roomFloor(paving("#d8c5a8", "#c3ab89", 45), -36),
  ],
  yaw: 32,
  pitch: 13,
  fill: 1.0,
  shift: [0, 0.03],
});
