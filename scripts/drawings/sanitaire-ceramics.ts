import type { Geo, V2, V3 } from "./sanitaire-geometry";
import {
  bend,
  block,
  curve,
  cylinder,
  flatSection,
  lathe,
  loft,
  merge,
  move,
  ovalRing,
  rectRing,
  settle,
  sheet,
  sweep,
  torus,
  tube,
  turnX,
  turnY,
  turnZ,
  warp,
} from "./sanitaire-geometry";
import {
  brushedBrass,
  ceramic,
  chrome,
  copper,
  dark,
  fbm,
  glossBlack,
  matteBlack,
  noise,
  oak,
  plaster,
  rubber,
  steel,
  stone,
  zellige,
} from "./sanitaire-materials";
import type { Material, Part, Scene } from "./sanitaire-render";
import { hex, render } from "./sanitaire-render";
import type { Draw, Drawings } from "./studio";

const SAND: [string, string] = ["#e9ddcb", "#c9b79d"];
export const picture =
  (scene: Scene): Draw =>
  () =>
    render({ ground: SAND, ...scene });

/** A toilet's plan: straight at the back, an ellipse in front. */
function dRing(w: number, back: number, front: number, y: number): V3[] {
  const mid = back + (front - back) * 0.45;
  return Array.from({ length: 72 }, (_, i): V3 => {
    const angle = (i / 72) * Math.PI * 2;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const n = s >= 0 ? 2.15 : 7;
    const x = Math.sign(c) * Math.abs(c) ** (2 / n) * (w / 2);
    const z = s >= 0 ? (front - mid) * s ** (2 / n) : -(mid - back) * Math.abs(s) ** (2 / n);
    return [x, y, mid + z];
  });
}

type Level = [y: number, w: number, back: number, front: number];

/** More levels between the given ones, on a smooth curve. */
function eased(levels: Level[]): Level[] {
  const backs = curve(
    levels.map(([, , back, front]): V3 => [back, front, 0]),
    5,
  );
  return curve(
    levels.map(([y, w]): V3 => [y, w, 0]),
    5,
  ).map(([y, w], i): Level => [y, w, Math.max(0, backs[i][0]), backs[i][1]]);
}

/** A bowl from outer levels upwards, over the rim, and down inside to the sump. */
function bowl(outer: Level[], depth: number, rimless: boolean): Geo {
  const [y, w, back, front] = outer[outer.length - 1];
  const ring = (inset: number, drop: number, insetBack = inset, insetFront = inset) =>
    dRing(w - 2 * inset, back + insetBack, front - insetFront, y - drop);
  const lip = rimless ? 2.2 : 3.4;
  const inner: V3[][] = [
    ring(0.25, -0.35),
    ring(0.9, -0.6),
    ring(lip - 0.6, -0.6, 9),
    ring(lip, -0.2, 9.8),
  ];
  const under: [number, number, number, number][] = rimless
    ? [
        [0.3, 1.4, 10.2, 0.4],
        [0.9, 5, 11, 2.5],
      ]
    : [
        [0.2, 3, 10, 0.2],
        [-1.2, 3.6, 8.8, -1],
      ];
  const walls: [number, number, number, number][] = [
    ...under,
    [2.8, 9, 13, 8],
    [5.6, 13.5, 16, 15],
    [8.4, depth, 18.5, 21],
    [9.8, depth + 1.5, 20, 24],
  ];
  return loft([
    ...eased(outer).map(([h, ow, ob, of]) => dRing(ow, ob, of, h)),
    ...inner,
    ...walls.map(([inset, drop, rear, fore]) => ring(lip + inset, drop, rear, lip + fore)),
  ]);
}

/** Seat ring and lid of a toilet whose rim is `w` wide; the lid turns up by `lift` degrees. */
function seat(w: number, back: number, front: number, lift: number, seatLift = 0): Geo {
  const plate = (top: number, edge: number, inset: number): V3[][] =>
    [0, 1, 2, 3, 4].map((i) => {
      const a = (i / 4) * (Math.PI / 2);
      const inward = inset + edge * (1 - Math.cos(a));
      return dRing(
        w - 2 * inward,
        back + 2 + inward,
        front - inward,
        top - edge + edge * Math.sin(a),
      );
    });
  const lid = loft([
    dRing(w - 0.4, back + 2.2, front - 0.2, 0),
    ...plate(1.5, 0.8, 0),
    dRing(w - 12, back + 8, front - 6, 1.75),
    dRing(w - 24, back + 14, front - 12, 1.85),
  ]);
  const opening = (inset: number, y: number) =>
    dRing(w - 2 * inset, back + 10 + inset * 0.2, front - inset, y);
  const ringRows = [
    dRing(w - 0.2, back + 2.1, front - 0.1, 0),
    ...plate(1.7, 0.7, 0),
    opening(5.6, 1.7),
    opening(6.3, 1.3),
    opening(6.4, 0),
  ];
  const seatRing = loft(ringRows, "none");
  const hinge = merge(
    ...[-8, 8].map((x) => move(turnZ(cylinder(0.95, 4, 0.2), -90), x - 2, 1.2, back + 1.4)),
  );
  const up = (geo: Geo, angle: number, y: number) =>
    move(turnX(move(geo, 0, y - 1.2, -(back + 1.4)), -angle), 0, 1.2, back + 1.4);
  return merge(up(seatRing, seatLift, 0.1), up(lid, lift, 1.9), hinge);
}

const hungOuter: Level[] = [
  [-27, 15, 0, 20],
  [-26.6, 17, 0, 22],
  [-24, 21, 0, 28],
  [-18, 28, 0, 38],
  [-11, 33.5, 0, 46.5],
  [-5, 36, 0, 51.5],
  [0, 36.6, 0, 53.4],
];

function hungToilet(lift: number): Part[] {
  return [
    { geo: bowl(hungOuter, 17, true), mat: ceramic },
    { geo: move(seat(36.8, 2, 53.8, lift), 0, 0.45, 0), mat: ceramic },
  ];
}

function flushPlate(y: number, mat: Material): Part[] {
  const plate = move(turnX(block(24, 1.1, 16, 0.25, 1.2), 90), 0, y, 0);
  const keys = merge(
    move(turnX(block(12.4, 0.5, 11, 0.15, 0.6), 90), -3.4, y, 1),
    move(turnX(block(6, 0.5, 11, 0.15, 0.6), 90), 6.3, y, 1),
  );
  return [
    { geo: plate, mat },
    { geo: keys, mat },
  ];
}

const wallTiles = (w: number, h: number, y: number, mat: Material): Part => ({
  geo: settle(move(sheet(w, h, 14, 10), 0, y, -0.1)),
  mat,
  frame: false,
  cast: false,
});

function standingToilet(compact: boolean): Part[] {
  const outer: Level[] = compact
    ? [
        [0, 25, 0, 44],
        [0.6, 25.6, 0, 44.6],
        [12, 26, 0, 45],
        [22, 29.5, 0, 50],
        [31, 34.2, 0, 57],
        [39, 35.6, 0, 60.4],
      ]
    : [
        [0, 24, 10, 42],
        [0.8, 24.6, 9.6, 42.6],
        [5, 22.5, 10, 40],
        [14, 21, 9, 41],
        [22, 25, 4, 49],
        [30, 33, 1, 60],
        [39, 36, 0, 66],
      ];
  const front = outer[outer.length - 1][3];
  const tank = compact
    ? loft([
        ...[0, 0.8, 6, 20, 30].map((y, i) =>
          rectRing([30, 31.5, 33, 34, 34][i], [12, 13.4, 14.5, 15, 15][i], 6, y, 0, 7.6),
        ),
      ])
    : loft(
        [0, 0.8, 12, 36].map((y, i) =>
          rectRing([33, 34.6, 36, 37][i], [14, 15.4, 16.2, 16.6][i], 3, y, 0, 8.4),
        ),
      );
  const tankHeight = compact ? 30 : 36;
  const lid = compact
    ? move(block(35.4, 3, 16, 1.2, 6.4), 0, 39.9 + tankHeight, 7.8)
    : move(block(38.4, 3.2, 18, 0.9, 3.4), 0, 39.9 + tankHeight, 8.6);
  const button = merge(cylinder(2.7, 0.9, 0.25), move(block(0.12, 0.95, 5, 0.04), 0.6, 0.02, 0));
  const top = tankHeight + (compact ? 42.7 : 42.9);
  return [
    { geo: bowl(outer, 17, compact), mat: ceramic },
    { geo: move(tank, 0, 39.7, 0), mat: ceramic },
    { geo: lid, mat: ceramic },
    {
      geo: move(seat(compact ? 36 : 36.6, 17, front + 0.4, compact ? 86 : 0, 0), 0, 39.35, 0),
      mat: ceramic,
    },
    { geo: move(button, 0, top, 8), mat: chrome },
  ];
}

function supportFrame(): Part[] {
  const bar = (from: V3, to: V3) => sweep([from, to], flatSection(3.6, 3.6, 0.5));
  const frame = merge(
    bar([-22, 0, 0], [-22, 112, 0]),
    bar([22, 0, 0], [22, 112, 0]),
    bar([-22, 110, 0], [22, 110, 0]),
    bar([-22, 38, 0], [22, 38, 0]),
    bar([-22, 20, 0], [22, 20, 0]),
    ...[-22, 22].map((x) => move(block(9, 0.8, 12, 0.2, 0.6), x, -3, 0)),
    ...[-22, 22].map((x) => move(cylinder(1.2, 6, 0.2), x, -2.6, 0)),
  );
  const feet = merge(
    ...[-22, 22].map((x) =>
      tube(
        [
          [x, 95, -1],
          [x, 95, -11],
        ],
        0.7,
      ),
    ),
    ...[-22, 22].map((x) => move(block(5, 6, 0.6, 0.2), x, 92, -11.4)),
  );
  const tank = loft(
    [0, 1.2, 14, 20, 52, 53.4].map((y, i) =>
      rectRing([22, 25, 31, 40, 40.4, 38.5][i], [8, 10, 12, 13, 13, 11.4][i], 2.4, y + 50, 0, 0),
    ),
  );
  const ribs = merge(
    ...[-14, -7, 7, 14].map((x) => move(block(0.9, 26, 0.8, 0.3), x, 72, 6.3)),
    move(block(36, 0.9, 0.8, 0.3), 0, 84, 6.3),
  );
  const hatch = merge(move(block(22, 14.5, 3, 0.6, 0.8), 0, 85.4, 7.6));
  const pipe = tube(
    bend(
      [
        [0, 51, 0],
        [0, 31, 0],
        [0, 31, 9],
      ],
      4,
    ),
    2.6,
  );
  const drain = merge(
    tube(
      bend(
        [
          [0, -1, -2],
          [0, 12, -2],
          [0, 12, 9],
        ],
        6,
      ),
      4.6,
    ),
    move(turnX(torus(4.8, 0.5, 48), 90), 0, 12, 8.6),
    move(turnX(torus(2.8, 0.4, 40), 90), 0, 31, 8.8),
  );
  const rods = merge(
    ...[-9, 9].map((x) =>
      tube(
        [
          [x, 29, 0],
          [x, 29, 16],
        ],
        0.62,
      ),
    ),
    ...[-9, 9].flatMap((x) =>
      Array.from({ length: 18 }, (_, i) =>
        move(turnX(torus(0.62, 0.1, 20), 90), x, 29, 4 + i * 0.65),
      ),
    ),
    ...[-9, 9].map((x) => move(turnX(cylinder(1.5, 1, 0.15, 6), 90), x, 29, 2)),
  );
  return [
    { geo: frame, mat: { color: hex("#2d4a63"), rough: 0.35, f0: 0.05 } },
    { geo: merge(feet, rods), mat: steel },
    { geo: merge(tank, ribs), mat: { color: hex("#4a4d50"), rough: 0.5, f0: 0.04 } },
    { geo: hatch, mat: { color: hex("#dfe2e2"), rough: 0.4, f0: 0.04 } },
    { geo: merge(pipe, drain), mat: rubber },
    { geo: move(turnZ(cylinder(1, 6, 0.2), 90), -18, 96, 3), mat: steel },
  ];
}

function looseSeat(): Part[] {
  const tilt = (geo: Geo) => geo;
  return [
    { geo: tilt(move(seat(36.8, 0, 45, 102, 0), 0, 1, 0)), mat: lidWhite },
    {
      geo: merge(...[-8, 8].map((x) => move(cylinder(1.7, 1, 0.3), x, 0, 1.4))),
      mat: chrome,
    },
    {
      geo: merge(
        ...[
          [-13, 12],
          [13, 12],
          [-11, 34],
          [11, 34],
        ].map(([x, z]) => move(block(2.2, 1.1, 4, 0.3, 1), x, 0, z)),
      ),
      mat: rubber,
    },
  ];
}
const lidWhite: Material = { color: hex("#f5f4f0"), rough: 0.2, f0: 0.045 };

function squatPan(): Part[] {
  const ring = (w: number, d: number, r: number, y: number, cz = 0) => rectRing(w, d, r, y, 0, cz);
  const pan = loft(
    [
      ring(54, 66, 3, 0),
      ring(55, 67, 3.4, 0.6),
      ring(55, 67, 3.4, 5.4),
      ring(53.6, 65.6, 2.9, 6.2),
      ring(51.8, 63.8, 2.4, 6),
      ring(50.4, 62.4, 2.2, 4.6),
      ring(24, 50, 11.5, 4),
      ring(21, 47, 10.2, 3.2),
      ring(17, 42, 8.2, -0.5, -0.6),
      ring(13, 30, 6.4, -3, -4.5),
      ring(10.6, 14, 5.2, -4, -12),
      ring(9.6, 10, 4.7, -6, -13.5),
      ring(9, 9, 4.5, -14, -13.5),
    ],
    "first",
  );
  const foot = loft([
    ovalRing(5.5, 13.6, 0, 2.6),
    ovalRing(5.4, 13.5, 1.2, 2.6),
    ovalRing(4.9, 13, 1.8, 2.6),
  ]);
  const treads = merge(
    ...Array.from({ length: 9 }, (_, i) => {
      const z = -10 + i * 2.5;
      const w = 8.2 * Math.sqrt(1 - (z / 14.5) ** 2);
      return move(block(w, 0.6, 1.1, 0.25), 0, 1.6, z);
    }),
  );
  const feet = [-1, 1].map((s) => move(turnY(merge(foot, treads), s * 4), s * 17.9, 4.1, 2));
  return [
    { geo: pan, mat: ceramic },
    { geo: merge(...feet), mat: ceramic },
    { geo: move(cylinder(4.4, 0.4), 0, -10, -13.5), mat: glossBlack },
    {
      geo: move(
        turnX(
          lathe([
            [0, 0],
            [1.5, 0],
            [1.9, 1],
            [1.9, 3],
            [1.6, 3.4],
            [1.2, 3.2],
            [1.2, 1],
          ]),
          90,
        ),
        0,
        2.4,
        -27.5,
      ),
      mat: ceramic,
    },
  ];
}

/** The waste of a basin: a chrome ring and a dome over the hole. */
export function waste(r: number, at: V3, mat: Material = chrome): Part[] {
  const [x, y, z] = at;
  return [
    {
      geo: move(
        lathe([
          [0, 0.75],
          [r * 0.5, 0.68],
          [r * 0.72, 0.5],
          [r * 0.76, 0.32],
          [0, 0.3],
        ]),
        x,
        y,
        z,
      ),
      mat,
    },
    {
      geo: move(
        lathe([
          [r * 0.6, -0.2],
          [r * 0.84, 0.14],
          [r, 0.2],
          [r * 1.06, 0.04],
          [r * 1.06, -0.3],
        ]),
        x,
        y,
        z,
      ),
      mat,
    },
    { geo: move(cylinder(r * 0.82, 0.1, 0.02), x, y, z), mat: dark },
  ];
}

function rectBasin(): Part[] {
  const ring = (w: number, d: number, r: number, y: number) => rectRing(w, d, r, y);
  const shell = loft([
    ring(48, 28, 3, 0),
    ring(49, 29, 3.4, 0.5),
    ring(55, 35, 4.2, 7),
    ring(59.4, 39.4, 5, 13),
    ring(60, 40, 5.2, 14),
    ring(59.7, 39.7, 5, 14.45),
    ring(59, 39, 4.8, 14.6),
    ring(58.2, 38.2, 4.6, 14.4),
    ring(57.7, 37.7, 4.4, 13.8),
    ring(55.8, 35.8, 4.6, 8),
    ring(52, 32, 5.4, 3.6),
    ring(46, 26, 6, 2.3),
    ring(24, 12, 4, 1.9),
    ring(4, 4, 2, 1.75),
  ]);
  return [
    { geo: shell, mat: ceramic },
    ...waste(3.1, [0, 1.9, 0]),
    {
      geo: move(
        turnX(
          lathe([
            [0.75, 0],
            [1.05, 0.15],
            [1.2, 0.05],
            [1.25, -0.3],
          ]),
          75,
        ),
        0,
        10.6,
        -18.3,
      ),
      mat: chrome,
    },
    { geo: move(turnX(cylinder(0.8, 0.1, 0.02), 75), 0, 10.6, -18.3), mat: dark },
  ];
}

/** A tall mixer to stand beside a bowl. */
export function tallTap(mat: Material, height: number, reach: number): Part {
  const spout = tube(
    bend(
      [
        [0, height - 3.4, 0],
        [0, height - 3.4, reach],
        [0, height - 5.4, reach],
      ],
      1.4,
    ),
    1.05,
  );
  const lever = tube(
    [
      [0, height + 0.6, 0],
      [0, height + 1.4, -5.6],
    ],
    0.42,
  );
  const stem = lathe([
    [0, 0],
    [2.7, 0],
    [2.7, 0.4],
    [2.5, 0.6],
    [1.9, 0.65],
    [1.85, height - 0.2],
    [1.7, height],
    [1.75, height + 0.15],
    [1.75, height + 1.3],
    [1.5, height + 1.6],
    [0, height + 1.6],
  ]);
  return { geo: merge(stem, spout, lever), mat };
}

export function roundBasin(): Part[] {
  const shell = lathe(
    [
      [0, 0],
      [11, 0],
      [12, 0.5],
      [16.4, 5],
      [18.9, 9.5],
      [19.9, 14],
      [20, 15],
      [19.85, 15.35],
      [19.55, 15.45],
      [19.25, 15.3],
      [19.1, 14.8],
      [18, 9.8],
      [15.6, 5.6],
      [11, 2.8],
      [5, 1.9],
      [0, 1.8],
    ],
    96,
  );
  return [{ geo: shell, mat: ceramic }, ...waste(3, [0, 1.9, 0])];
}

function pedestalBasin(): Part[] {
  const ring = (w: number, back: number, front: number, y: number) => dRing(w, back, front, y);
  const shell = loft([
    ring(22, 6, 26, 62),
    ring(26, 4, 29, 63),
    ring(42, 0.6, 37, 70),
    ring(53, 0, 43.4, 77),
    ring(55, 0, 44.6, 79.4),
    ring(55, 0, 44.8, 81),
    ring(54.4, 0.3, 44.5, 81.6),
    ring(52.5, 1, 43.5, 81.9),
    ring(49.4, 10.4, 42, 81.6),
    ring(48, 11.4, 41.2, 80.4),
    ring(44, 13, 38.6, 74),
    ring(34, 16.5, 33, 69),
    ring(16, 20.5, 26.5, 67.6),
    ring(3, 22.5, 24, 67.4),
  ]);
  const foot = loft([
    ovalRing(10.6, 9, 0, 2.4, 0, 15),
    ovalRing(10.4, 8.8, 1.6, 2.4, 0, 15),
    ovalRing(8.4, 7.6, 6, 2.3, 0, 15.2),
    ovalRing(7.2, 7, 20, 2.2, 0, 15.6),
    ovalRing(7.4, 7.4, 42, 2.2, 0, 15.8),
    ovalRing(9, 8.8, 56, 2.2, 0, 16),
    ovalRing(11.2, 10.2, 64, 2.2, 0, 16.4),
  ]);
  return [
    { geo: shell, mat: ceramic },
    { geo: foot, mat: ceramic },
    ...waste(2.6, [0, 67.6, 23.5]),
    { ...smallTap([0, 81.8, 5.4]) },
  ];
}

function smallTap(at: V3): Part {
  const geo = merge(
    lathe([
      [0, 0],
      [2.4, 0],
      [2.4, 0.4],
      [2, 0.7],
      [1.8, 1],
      [1.75, 6.2],
      [1.9, 6.5],
      [1.9, 8.4],
      [1.4, 9],
      [0, 9],
    ]),
    sweep(
      [
        [0, 4.6, 1],
        [0, 5, 5],
        [0, 4.8, 9.6],
        [0, 3.6, 10.2],
      ],
      (t) => flatSection(2.6 - t * 0.5, 1.5, 0.7)(t),
    ),
    sweep(
      [
        [0, 8.8, 0.4],
        [0, 9.8, 4],
        [0, 10.4, 6.8],
      ],
      (t) => flatSection(1.8, 0.8 - 0.3 * t, 0.24)(t),
    ),
  );
  return { geo: move(geo, ...at), mat: chrome };
}

function cornerBasin(): Part[] {
  const ring = (size: number, inset: number, y: number): V3[] =>
    Array.from({ length: 72 }, (_, i): V3 => {
      const a = (i / 72) * Math.PI * 2;
      const [c, s] = [Math.cos(a), Math.sin(a)];
      const n = 3.4;
      const r = 1 / (Math.abs(c) ** n + Math.abs(s) ** n) ** (1 / n);
      const [x, z] = [c * r, s * r];
      const cut = Math.max(0, x + z - 0.72) * 0.34;
      const k = size / 2 - inset;
      return [(x - cut) * k + size / 2, y, (z - cut) * k + size / 2];
    });
  const shell = loft([
    ring(35, 10, -15),
    ring(35, 8.6, -14.4),
    ring(35, 3.6, -8),
    ring(35, 0.6, -1.6),
    ring(35, 0, 0),
    ring(35, 0.1, 0.7),
    ring(35, 0.6, 1),
    ring(35, 2.6, 1),
    ring(35, 3.2, 0.6),
    ring(35, 3.8, -1.4),
    ring(35, 5.4, -6.4),
    ring(35, 9, -10),
    ring(35, 14, -11),
    ring(35, 16.6, -11.2),
  ]);
  const tap = turnY(smallTap([0, 0, 0]).geo, 45);
  return [
    { geo: turnY(shell, -45), mat: ceramic },
    { geo: turnY(move(tap, 5, 1, 5), -45), mat: chrome },
    ...waste(2.2, [0, -11, 24]),
  ];
}

function copperBasin(): Part[] {
  const shell = lathe(
    [
      [0, 0],
      [5, 0.1],
      [10, 1.4],
      [14.6, 4.6],
      [17.4, 9],
      [18.6, 13.2],
      [18.9, 14.2],
      [19.25, 14.5],
      [19.4, 14.2],
      [19.2, 13.9],
    ],
    128,
  );
  const lip = move(torus(19.1, 0.42, 96), 0, 14.2, 0);
  const inside = lathe(
    [
      [0, 0.5],
      [5, 0.6],
      [9.8, 1.9],
      [14.2, 5],
      [16.9, 9.2],
      [18.2, 13.4],
      [18.7, 14.3],
    ],
    128,
  );
  const base = torus(8.6, 0.9, 64);
  return [
    { geo: move(shell, 0, 1, 0), mat: copper },
    { geo: move(inside, 0, 1, 0), mat: copper },
    { geo: move(lip, 0, 1, 0), mat: { color: hex("#e3a07c"), rough: 0.12, metal: 1 } },
    { geo: move(base, 0, 0.8, 0), mat: { color: hex("#b97a58"), rough: 0.25, metal: 1 } },
    ...waste(2.6, [0, 1.7, 0], { color: hex("#c98a66"), rough: 0.16, metal: 1 }),
  ];
}

function stoneBasin(): Part[] {
  const rough = (profile: V2[], amount: number) =>
    warp(
      loft(
        profile.map(([r, y]) =>
          ovalRing(Math.max(0.01, r), Math.max(0.01, r * 0.86), y, 2.2, 0, 0, 120),
        ),
        "none",
      ),
      ([x, y, z]) => {
        const k =
          1 +
          amount * (fbm(x * 0.13 + 9, y * 0.2, z * 0.13, 3) - 0.5) +
          amount * 0.35 * (noise(x * 0.5, y * 0.6, z * 0.5) - 0.5);
        return [x * k, y, z * k];
      },
    );
  const outside = rough(
    [
      [0, 0],
      [13, 0],
      [15.4, 0.8],
      [18.4, 3.4],
      [20.6, 7],
      [22, 11],
      [22.4, 13.6],
      [22.1, 14.3],
      [21.4, 14.6],
    ],
    0.17,
  );
  const lipRing = ovalRing(21.4, 21.4 * 0.86, 14.6, 2.2, 0, 0, 120).map(([x, y, z]): V3 => {
    const k =
      1 +
      0.17 * (fbm(x * 0.13 + 9, y * 0.2, z * 0.13, 3) - 0.5) +
      0.06 * (noise(x * 0.5, y * 0.6, z * 0.5) - 0.5);
    return [x * k, y, z * k];
  });
  const inner = ([r, y]: V2) => ovalRing(r, r * 0.84, y, 2.1, 0, 0, 120);
  const inside = loft(
    [
      lipRing,
      ...(
        [
          [19.4, 14.7],
          [18.9, 14.5],
          [18.4, 13.8],
          [17, 9.6],
          [14, 5.6],
          [9, 3.4],
          [4, 2.9],
          [0.1, 2.8],
        ] as V2[]
      ).map(inner),
    ],
    "none",
  );
  return [
    { geo: settle(outside), mat: { ...stone, rough: 0.75 } },
    { geo: settle(inside), mat: { ...stone, rough: 0.3 } },
    ...waste(2.7, [0, 3, 0], brushedBrass),
  ];
}

function basinSetting(): Scene {
  const top = settle(move(block(130, 4.5, 52, 0.3, 0.4), 0, -4.5, 0));
  const tap = tallTap(brushedBrass, 26, 15);
  return {
    yaw: 22,
    pitch: 19,
    fill: 0.64,
    shift: [0, 0.02],
    parts: [
      ...rectBasin(),
      { geo: move(tap.geo, 0, 0, -22.4), mat: tap.mat },
      { geo: top, mat: oak("x"), frame: false },
      {
        geo: move(settle(move(sheet(240, 130, 12, 8), 0, 20, 0)), 0, 0, -26),
        mat: zellige("#f0eadb", "#d3c8b0", { w: 10, h: 10 }),
        frame: false,
        cast: false,
      },
    ],
  };
}

const bath = wallTiles(320, 260, 0, plaster("#f0e6d6", "#e3d4bd"));

export const ceramicDrawings: Drawings = {
  "wc-suspendu-rimless-premium": picture({
    parts: [...hungToilet(0), ...flushPlate(44, matteBlack), bath],
    yaw: 34,
    pitch: 14,
    fill: 0.84,
    exposure: 1.06,
  }),
  "wc-suspendu-rimless-premium-2": picture({
    parts: [...hungToilet(89)],
    wall: 0,
    yaw: 26,
    pitch: 40,
    fill: 0.86,
  }),
  "pack-wc-sortie-horizontale": picture({
    parts: standingToilet(false),
    floor: 0,
    yaw: -42,
    pitch: 16,
    fill: 0.84,
  }),
  "wc-a-poser-compact": picture({
    parts: standingToilet(true),
    floor: 0,
    yaw: 34,
    pitch: 24,
    fill: 0.84,
  }),
  "bati-support-wc-suspendu": picture({
    parts: supportFrame(),
    floor: -3,
    yaw: -28,
    pitch: 9,
    fill: 0.84,
  }),
  "abattant-wc-frein-de-chute": picture({
    parts: looseSeat(),
    floor: 0,
    yaw: -36,
    pitch: 24,
    fill: 0.8,
  }),
  "wc-a-la-turque-ceramique": picture({
    parts: squatPan(),
    floor: 0,
    yaw: -24,
    pitch: 46,
    fill: 0.78,
  }),
  "lavabo-vasque-rectangulaire": picture({
    parts: rectBasin(),
    floor: 0,
    yaw: -28,
    pitch: 30,
    fill: 0.8,
  }),
  "lavabo-vasque-rectangulaire-2": picture(basinSetting()),
  "vasque-ronde-a-poser-40cm": picture({
    parts: roundBasin(),
    floor: 0,
    yaw: -20,
    pitch: 27,
    fill: 0.76,
  }),
  "lavabo-sur-colonne-55cm": picture({
    parts: pedestalBasin(),
    floor: 0,
    wall: -0.2,
    yaw: 28,
    pitch: 17,
    fill: 0.84,
  }),
  "lave-mains-angle-35cm": picture({
    parts: cornerBasin(),
    floor: -15,
    yaw: -10,
    pitch: 33,
    fill: 0.76,
  }),
  "vasque-cuivre-martele-38cm": picture({
    parts: copperBasin(),
    floor: 0,
    yaw: -20,
    pitch: 25,
    fill: 0.76,
  }),
  "vasque-pierre-de-taliouine-45cm": picture({
    parts: stoneBasin(),
    floor: 0,
    yaw: -24,
    pitch: 27,
    fill: 0.76,
  }),
};
