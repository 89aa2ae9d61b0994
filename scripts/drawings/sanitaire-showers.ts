import { picture } from "./sanitaire-ceramics";
import type { Geo, V2, V3 } from "./sanitaire-geometry";
import {
  bend,
  block,
  curve,
  cylinder,
  lathe,
  loft,
  merge,
  move,
  rad,
  rectRing,
  settle,
  sheet,
  sphere,
  sweep,
  torus,
  tube,
  turnX,
  turnY,
  turnZ,
} from "./sanitaire-geometry";
import {
  ceramic,
  chrome,
  clearGlass,
  dark,
  glassEdge,
  granite,
  linedSteel,
  matteBlack,
  noise,
  paving,
  plaster,
  rubber,
  steel,
  zellige,
} from "./sanitaire-materials";
import type { Material, Part } from "./sanitaire-render";
import { hex } from "./sanitaire-render";
import type { Drawings } from "./studio";

const slate: Material = {
  color: hex("#f1efe9"),
  rough: 0.5,
  f0: 0.035,
  texture: (s) => {
    if (s.ny < 0.9) return;
    s.nx +=
      0.22 * (noise(s.x * 0.9, 1, s.z * 0.5) - 0.5) + 0.12 * (noise(s.x * 3, 2, s.z * 2) - 0.5);
    s.nz += 0.22 * (noise(s.x * 0.9, 5, s.z * 0.5) - 0.5);
  },
};

function tray(): Part[] {
  const body = loft([
    rectRing(89.6, 89.6, 1, 0),
    rectRing(90, 90, 1.2, 0.3),
    rectRing(90, 90, 1.2, 2.8),
    rectRing(89.5, 89.5, 1, 3.2),
    rectRing(89, 89, 0.9, 3.2),
    rectRing(12.4, 12.4, 0.5, 1.9, 0, -30),
    rectRing(12.2, 12.2, 0.4, 1.2, 0, -30),
  ]);
  const cover = move(block(11.6, 0.5, 11.6, 0.12, 0.3), 0, 1.5, -30);
  return [
    { geo: settle(body), mat: slate },
    { geo: cover, mat: linedSteel },
  ];
}

const rose = (r: number) =>
  merge(
    lathe(
      [
        [0, 0],
        [r - 0.4, 0],
        [r, 0.2],
        [r, 0.7],
        [r - 0.3, 0.95],
        [3, 1.3],
        [2.4, 2.6],
        [1.6, 3.4],
        [0, 3.5],
      ],
      96,
    ),
  );

function dots(r: number, rings: number): Geo {
  const all: Geo[] = [];
  for (let k = 1; k <= rings; k++) {
    const count = k * 6;
    for (let i = 0; i < count; i++) {
      const angle = rad((i * 360) / count);
      const reach = (r * k) / (rings + 0.6);
      all.push(move(sphere(0.27, 8), Math.cos(angle) * reach, 0, Math.sin(angle) * reach));
    }
  }
  return merge(...all);
}

function handset(): { body: Geo; face: Geo; jets: Geo } {
  const grip = tube(
    curve([
      [0, -13, 0],
      [0, -6, 0.2],
      [0, 2, 0.6],
      [0, 5.4, 1.6],
    ]),
    (t) => 1.05 + 0.25 * t,
  );
  const shell = lathe(
    [
      [0, 0],
      [4.9, 0],
      [5.3, 0.5],
      [5.2, 1.1],
      [3.6, 2.1],
      [0, 2.6],
    ],
    72,
  );
  const up = (geo: Geo) => move(turnX(geo, -70), 0, 8.2, 3.1);
  return {
    body: merge(grip, up(shell)),
    face: up(move(cylinder(4.5, 0.2, 0.05), 0, -0.1, 0)),
    jets: up(move(dots(4.1, 4), 0, -0.1, 0)),
  };
}

/** A wound metal hose along a path. */
function hose(path: V3[], r: number, turns: number): Geo {
  return sweep(path, (t) => {
    const k = r * (1 + 0.12 * Math.sin(t * turns * Math.PI * 2));
    return Array.from({ length: 14 }, (_, i): V2 => {
      const angle = (i / 14) * Math.PI * 2;
      return [Math.cos(angle) * k, Math.sin(angle) * k];
    });
  });
}

function showerColumn(): Part[] {
  const rail = tube(
    bend(
      [
        [0, 0, 6],
        [0, 108, 6],
        [0, 108, 44],
        [0, 104, 44],
      ],
      7,
    ),
    1.15,
  );
  const anchors = merge(
    ...[100, 62].map((y) => move(turnX(cylinder(0.95, 6, 0.1), 90), 0, y, 0)),
    ...[100, 62].map((y) => move(turnX(cylinder(2.6, 1, 0.2), 90), 0, y, 0)),
  );
  const mixer = merge(
    move(turnZ(cylinder(2.4, 26, 0.25), -90), -13, 0, 6),
    move(turnZ(cylinder(2.6, 4.8, 0.35), -90), 13.4, 0, 6),
    move(turnZ(cylinder(2.6, 4.8, 0.35), 90), -13.4, 0, 6),
    ...[-7.5, 7.5].map((x) => move(turnX(cylinder(3.4, 1.2, 0.3), 90), x, 0, 0)),
    ...[-7.5, 7.5].map((x) => move(turnX(cylinder(1.6, 5, 0.1), 90), x, 0, 0)),
  );
  const slider = merge(
    move(block(3.4, 5, 3.4, 0.5, 1.2), 0, 56, 6),
    move(turnX(cylinder(1.5, 3.4, 0.3), 60), 0, 58, 7.2),
  );
  const hand = handset();
  const place = (geo: Geo) => move(turnX(geo, 12), 0, 61, 10);
  const snake = hose(
    curve(
      [
        [0, 48, 7.5],
        [3, 38, 9.4],
        [8.6, 20, 11],
        [10.4, 0, 11],
        [6.5, -15, 9.4],
        [1.5, -13, 7],
        [0, -3, 6],
      ],
      24,
    ),
    0.62,
    120,
  );
  return [
    { geo: merge(rail, anchors), mat: matteBlack },
    { geo: mixer, mat: matteBlack },
    { geo: merge(slider, place(hand.body)), mat: matteBlack },
    { geo: place(hand.face), mat: { color: hex("#45464a"), rough: 0.5 } },
    { geo: place(hand.jets), mat: { color: hex("#8a8c90"), rough: 0.5 } },
    { geo: move(rose(12.5), 0, 100, 44), mat: matteBlack },
    { geo: snake, mat: { color: hex("#333437"), rough: 0.34, f0: 0.06 } },
  ];
}

function rainHead(): Part[] {
  const arm = tube(
    bend(
      [
        [0, 12, -34],
        [0, 12, 0],
        [0, 2, 0],
      ],
      5,
    ),
    1.25,
  );
  const collar = merge(move(cylinder(1.9, 2.2, 0.2), 0, 2.4, 0), move(torus(1.9, 0.16), 0, 3.6, 0));
  const drops = merge(
    ...Array.from({ length: 61 }, (_, i): Geo => {
      const angle = rad(i * 137.508);
      const r = 10.6 * Math.sqrt((i + 0.5) / 61);
      const fall = 9 + 13 * noise(i * 3.1, 1, 2);
      return tube(
        [
          [Math.cos(angle) * r, -0.5, Math.sin(angle) * r],
          [Math.cos(angle) * r * 1.03, -fall, Math.sin(angle) * r * 1.03],
        ],
        (t) => 0.07 + 0.05 * t,
      );
    }),
  );
  return [
    { geo: merge(arm, collar), mat: matteBlack },
    { geo: rose(12.5), mat: matteBlack },
    {
      geo: move(cylinder(11.6, 0.14, 0.05, 96), 0, -0.12, 0),
      mat: { color: hex("#303135"), rough: 0.5 },
    },
    { geo: move(dots(11, 6), 0, -0.12, 0), mat: { color: hex("#a9abae"), rough: 0.45 } },
    { geo: drops, mat: { color: hex("#eef4f4"), rough: 0.02, alpha: 0.75, f0: 0.2 }, frame: false },
  ];
}

function screen(): Part[] {
  const panel = move(sheet(118, 198, 4, 6), 1, 100, 0);
  const edges = merge(
    move(block(0.8, 198, 0.8, 0.1), 60, 1, 0),
    move(turnZ(block(0.8, 118, 0.8, 0.1), 90), 60, 199.2, 0),
    move(turnZ(block(0.8, 118, 0.8, 0.1), 90), 60, 1, 0),
  );
  const profile = merge(move(block(2.6, 200, 2.2, 0.2), -59, 0, 0));
  const stay = merge(
    tube(
      [
        [30, 196.5, 0],
        [-20, 196.5, -52],
      ],
      0.9,
    ),
    move(block(4, 5, 3, 0.3), 30, 194, 0),
    move(turnX(cylinder(2.6, 1.2, 0.2), 90), -20, 196.5, -53),
  );
  const base = move(block(118, 1.2, 1.6, 0.2), 1, 0, 0);
  return [
    { geo: panel, mat: clearGlass },
    { geo: edges, mat: glassEdge },
    { geo: merge(profile, stay, base), mat: matteBlack },
  ];
}

function shower(): Part[] {
  const tiles: Material = {
    ...zellige("#cfe0d8", "#9fbfb2", { w: 10, h: 20, joint: 0.22 }, "#e6e0d2"),
    fine: true,
  };
  const wall = (geo: Geo): Geo => settle(geo);
  return [
    {
      geo: move(turnY(wall(move(sheet(460, 260, 20, 14), 0, 130, 0)), 90), -60.6, 0, 176),
      mat: tiles,
      frame: false,
      cast: false,
    },
    {
      geo: move(wall(move(sheet(420, 260, 14, 14), 0, 130, 0)), 60, 0, -54),
      mat: plaster("#efe5d5", "#e2d4bf"),
      frame: false,
      cast: false,
    },
    {
      geo: turnX(wall(sheet(520, 420, 14, 10)), -90),
      mat: { ...paving("#d9cbb6", "#c6b499", 60), fine: true },
      frame: false,
      cast: false,
    },
  ];
}

function handSet(): Part[] {
  const hand = handset();
  const lay = (geo: Geo) => move(turnZ(turnX(geo, 14), -10), -4, 17, 3.6);
  const coil: V3[] = Array.from({ length: 120 }, (_, i): V3 => {
    const angle = rad(i * 7.2 * 1.25);
    const r = 9.6 + 0.6 * Math.sin(i * 0.11);
    return [14 + Math.cos(angle) * r, 12.5 + Math.sin(angle) * r, 0.8 + i * 0.016];
  });
  const nutAt = (p: V3, turn: number) =>
    move(
      turnZ(
        merge(
          cylinder(1.1, 2.6, 0.2, 6),
          move(
            lathe([
              [1, 0],
              [0.75, 2.4],
              [0.7, 3],
            ]),
            0,
            2.6,
            0,
          ),
        ),
        turn,
      ),
      ...p,
    );
  const start = coil[0];
  const end = coil[coil.length - 1];
  const bracket = merge(
    move(turnX(cylinder(2.5, 0.9, 0.2), 90), -18, 9, 0),
    tube(
      [
        [-18, 9, 0.6],
        [-18, 9, 4.2],
      ],
      1,
    ),
    move(
      lathe([
        [1.3, 0],
        [1.75, 0],
        [2, 3.6],
        [1.55, 3.6],
        [1.3, 0],
      ]),
      -18,
      7.4,
      5.4,
    ),
  );
  return [
    { geo: lay(hand.body), mat: chrome },
    { geo: lay(hand.face), mat: { color: hex("#d9dadb"), rough: 0.3, f0: 0.05 } },
    { geo: lay(hand.jets), mat: rubber },
    { geo: hose(coil, 0.66, 210), mat: steel },
    { geo: merge(nutAt(start, 180), nutAt(end, 0)), mat: chrome },
    { geo: bracket, mat: chrome },
  ];
}

function channel(): Part[] {
  const cells: Geo[] = [];
  for (let row = 0; row < 3; row++) {
    for (let i = 0; i < 27; i++) {
      const shift = row % 2 ? 1.05 : 0;
      cells.push(
        move(block(1.5, 0.05, 0.55, 0.02, 0.26), -27.8 + i * 2.1 + shift, 0.31, -1.4 + row * 1.4),
      );
    }
  }
  const frame = loft([
    rectRing(60, 8.4, 0.4, -0.4),
    rectRing(60.4, 8.8, 0.5, 0.15),
    rectRing(60, 8.4, 0.4, 0.3),
    rectRing(58.8, 6.9, 0.3, 0.3),
    rectRing(58.8, 6.9, 0.3, -0.8),
  ]);
  const grate = move(block(58.2, 0.5, 6.3, 0.12, 0.2), 0, -0.2, 0);
  const body = merge(
    loft([rectRing(40, 6, 1, -5.2), rectRing(57, 7, 1, -3.6), rectRing(58.6, 7.6, 0.6, -0.4)]),
    move(cylinder(4.6, 4.2, 0.3), 0, -9, 0),
    move(turnX(cylinder(2.6, 9, 0.2), 90), 0, -7, 3),
    move(turnX(torus(2.7, 0.32, 40), 90), 0, -7, 11.4),
  );
  const feet = merge(
    ...[-24, 24].map((x) => move(cylinder(0.5, 6.4, 0.1), x, -9.2, 5)),
    ...[-24, 24].map((x) => move(block(3, 0.4, 3, 0.1), x, -4, 5)),
    ...[-24, 24].map((x) => move(cylinder(1.5, 0.6, 0.15), x, -9.4, 5)),
  );
  return [
    { geo: merge(frame, grate), mat: linedSteel },
    { geo: merge(...cells), mat: dark },
    { geo: body, mat: { color: hex("#c9c8c4"), rough: 0.35, metal: 1 } },
    { geo: feet, mat: steel },
  ];
}

/** A sunken bowl in its own half of a sink's sheet. */
function sinkHalf(
  w: number,
  d: number,
  cx: number,
  bowl: { w: number; d: number; x: number; depth: number; r: number },
): Geo {
  const at = (inset: number, y: number, r = bowl.r) =>
    rectRing(bowl.w - 2 * inset, bowl.d - 2 * inset, r, y, bowl.x, 1.4);
  return loft(
    [
      rectRing(w, d, 0.05, 0, cx, 0),
      at(-0.8, 0, bowl.r + 0.8),
      at(-0.35, -0.12),
      at(0, -0.6),
      at(0.5, -bowl.depth * 0.55),
      at(0.8, -bowl.depth + 2.2),
      at(1.6, -bowl.depth + 0.8),
      at(3.2, -bowl.depth + 0.1),
      rectRing(10, 10, 4.9, -bowl.depth - 0.5, bowl.x, 1.4),
    ],
    "last",
  );
}

const rim = (w: number, d: number, r: number, drop: number): Geo =>
  loft(
    [
      rectRing(w, d, r, 0),
      rectRing(w + 0.5, d + 0.5, r + 0.2, -0.1),
      rectRing(w + 0.8, d + 0.8, r + 0.4, -0.4),
      rectRing(w + 0.8, d + 0.8, r + 0.4, -drop),
    ],
    "none",
  );

function strainer(x: number, y: number, z: number): Part[] {
  const holes = merge(
    ...Array.from({ length: 10 }, (_, i) => {
      const angle = rad(i * 36);
      return move(
        cylinder(0.42, 0.1, 0.02, 12),
        Math.cos(angle) * 2.4,
        0.32,
        Math.sin(angle) * 2.4,
      );
    }),
  );
  return [
    {
      geo: move(
        lathe([
          [0, 0.6],
          [0.7, 0.6],
          [0.9, 0.3],
          [3.4, 0.3],
          [4.1, 0.55],
          [4.7, 0.45],
          [5, 0.1],
        ]),
        x,
        y,
        z,
      ),
      mat: chrome,
    },
    { geo: move(holes, x, y, z), mat: dark },
  ];
}

function steelSink(): Part[] {
  const bowl = sinkHalf(43, 50, -21.5, { w: 34, d: 38, x: -21.5, depth: 16, r: 5.5 });
  const at = (inset: number, y: number) =>
    rectRing(35 - 2 * inset, 40 - 2 * inset, 3, y, 21.5, 1.4);
  const drainer = loft(
    [rectRing(43, 50, 0.05, 0, 21.5, 0), at(-0.7, 0), at(0, -0.35), at(0.8, -0.7), at(3, -0.75)],
    "last",
  );
  const ribs = merge(
    ...Array.from({ length: 9 }, (_, i) =>
      move(block(27, 0.55, 1.2, 0.27, 0.55), 21, -0.85, -13.6 + i * 3.75),
    ),
  );
  const hole = move(
    lathe([
      [0, 0.02],
      [1.7, 0.03],
      [1.8, 0.02],
    ]),
    -21.5,
    0,
    -20.8,
  );
  return [
    { geo: settle(merge(bowl, drainer, rim(86, 50, 1.4, 1.4))), mat: linedSteel },
    { geo: ribs, mat: steel },
    { geo: hole, mat: dark },
    ...strainer(-21.5, -16.6, 1.4),
  ];
}

function graniteSink(): Part[] {
  const left = sinkHalf(43, 50, -21.5, { w: 35, d: 38, x: -20, depth: 19, r: 3 });
  const right = sinkHalf(43, 50, 21.5, { w: 35, d: 38, x: 20, depth: 19, r: 3 });
  const outside = loft(
    [rectRing(79, 42, 4, -19.8, 0, 1.4), rectRing(80, 43, 4, -3, 0, 1.4)],
    "first",
  );
  const hole = move(
    lathe([
      [1.75, -0.6],
      [1.75, 0.02],
      [2.3, 0.06],
      [2.35, 0],
    ]),
    0,
    0,
    -20.9,
  );
  return [
    { geo: settle(merge(left, right, rim(86, 50, 1.2, 2.2), outside)), mat: granite },
    { geo: merge(hole, move(cylinder(1.7, 0.1), 0, -0.06, -20.9)), mat: dark },
    ...strainer(-20, -19.5, 1.4),
    ...strainer(20, -19.5, 1.4),
  ];
}

function butlerSink(): Part[] {
  const ring = (w: number, d: number, r: number, y: number) => rectRing(w, d, r, y);
  const shell = loft([
    ring(59, 45, 1.4, 0),
    ring(60, 46, 2, 1),
    ring(60, 46, 2, 23.6),
    ring(59.6, 45.6, 1.9, 24.6),
    ring(58.6, 44.6, 1.6, 25),
    ring(56, 42, 1.4, 25),
    ring(55, 41, 1.8, 24.6),
    ring(54.6, 40.6, 2.2, 23.6),
    ring(54, 40, 3, 7),
    ring(52, 38, 4, 5),
    ring(48, 34, 4.6, 4.2),
    ring(12, 12, 5, 3.6),
  ]);
  const panel = loft([
    ring(48, 0.5, 0.2, 5),
    ring(48.4, 0.9, 0.3, 5.2),
    ring(48.4, 0.9, 0.3, 19.4),
    ring(48, 0.5, 0.2, 19.6),
  ]);
  const slots = merge(
    ...[-3.4, 0, 3.4].map((x) => move(turnX(block(2, 0.1, 0.8, 0.02, 0.38), 90), x, 20.5, -20.25)),
  );
  return [
    { geo: shell, mat: ceramic },
    { geo: move(panel, 0, 0, 23), mat: ceramic },
    { geo: slots, mat: dark },
    ...strainer(0, 3.5, 0),
  ];
}

export const showerDrawings: Drawings = {
  "receveur-douche-extra-plat-90x90": picture({
    parts: tray(),
    floor: 0,
    yaw: 33,
    pitch: 30,
    fill: 0.86,
  }),
  "colonne-douche-pluie-noire": picture({
    parts: showerColumn(),
    wall: 0,
    yaw: 38,
    pitch: 6,
    fill: 0.86,
  }),
  "colonne-douche-pluie-noire-2": picture({
    parts: [
      ...rainHead(),
      {
        geo: settle(move(sheet(220, 160, 8, 8), 0, 0, -34)),
        mat: zellige("#e4e7dd", "#bccabd", { w: 6.5, h: 20 }),
        frame: false,
        cast: false,
      },
    ],
    yaw: 30,
    pitch: -20,
    fill: 0.72,
    shift: [-0.05, -0.06],
  }),
  "paroi-douche-verre-8mm-120cm": picture({
    parts: [...screen(), ...shower()],
    exposure: 0.92,
    yaw: 30,
    pitch: 9,
    fill: 0.84,
  }),
  "set-douchette-flexible-5-jets": picture({
    parts: handSet(),
    wall: 0,
    yaw: 18,
    pitch: 14,
    fill: 0.74,
  }),
  "caniveau-douche-inox-60cm": picture({
    parts: channel(),
    floor: -9.4,
    yaw: 30,
    pitch: 34,
    fill: 0.9,
  }),
  "evier-inox-1-bac-egouttoir": picture({
    parts: steelSink(),
    floor: -17,
    yaw: 22,
    pitch: 38,
    fill: 0.88,
  }),
  "evier-granit-noir-2-bacs": picture({
    parts: graniteSink(),
    floor: -20,
    yaw: -24,
    pitch: 40,
    fill: 0.88,
  }),
  "evier-gres-blanc-timbre-office": picture({
    parts: butlerSink(),
    floor: 0,
    yaw: 27,
    pitch: 27,
    fill: 0.78,
  }),
};
