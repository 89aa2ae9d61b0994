import { board, earthWall, limewash, roomWall, towel } from "./meubles-cabinets";
import { picture } from "./sanitaire-ceramics";
import type { Geo, V2, V3 } from "./sanitaire-geometry";
import {
  bend,
  block,
  curve,
  cylinder,
  flatSection,
  grid,
  lathe,
  loft,
  merge,
  move,
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
  brushedBrass,
  brushedSteel,
  chrome,
  dark,
  fbm,
  glowing,
  lacquer,
  linedSteel,
  matteBlack,
  mirrorGlass,
  steel,
  wood,
  zellige,
} from "./sanitaire-materials";
import type { Material, Part } from "./sanitaire-render";
import { hex } from "./sanitaire-render";
import type { Drawings } from "./studio";

/** Points of a plan turned upright into the x-y plane at depth z. */
const upright = (ring: V3[], z: number): V3[] => ring.map(([x, , y]) => [x, y, z]);

/** A flat plate from an outline, facing the viewer, with modelled x and y across it. */
const plate = (outline: V3[], z: number): Geo =>
  loft(
    [
      upright(outline, z),
      upright(
        outline.map(([x, y, w]): V3 => [x * 0.5, y, w * 0.5]),
        z,
      ),
    ],
    "last",
  );

/** A frame swept round an outline. */
const frameOf = (outline: V3[], w: number, d: number, z: number): Geo => {
  const path = upright(outline, z);
  return grid(
    (
      [
        [0, 0],
        [0, d],
        [w * 0.15, d + w * 0.12],
        [w * 0.85, d + w * 0.12],
        [w, d],
        [w, 0.2],
      ] as V2[]
    ).map(([inset, lift]) => inward(path, inset).map(([x, y]): V3 => [x, y, z + lift])),
    true,
  );
};

/** The outline moved towards its inside. */
function inward(path: V3[], inset: number): V3[] {
  const n = path.length;
  return path.map(([x, y, z], i): V3 => {
    const before = path[(i - 1 + n) % n];
    const after = path[(i + 1) % n];
    let [dx, dy] = [after[0] - before[0], after[1] - before[1]];
    const length = Math.hypot(dx, dy) || 1;
    [dx, dy] = [dx / length, dy / length];
    return [x - dy * inset, y + dx * inset, z];
  });
}

/** Nothing to see, but what the picture is framed on. */
const window = (w: number, h: number, x: number, y: number, z: number): Part => ({
  geo: { ...move(sheet(w, h, 1, 1), x, y, z), t: [] },
  mat: dark,
  cast: false,
});

const ledWall = (w: number, h: number): Material => {
  const base = hex("#e7d9c4");
  return {
    color: base,
    rough: 0.65,
    f0: 0.03,
    texture: (s) => {
      const cloud = fbm(s.x * 0.03, s.y * 0.04, 3, 4);
      const [dx, dy] = [Math.max(0, Math.abs(s.x) - w / 2), Math.max(0, Math.abs(s.y) - h / 2)];
      const glow = 0.62 * Math.exp(-Math.hypot(dx, dy) / 8.5);
      for (let c = 0; c < 3; c++) {
        s.color[c] *= 0.5 + 0.1 * cloud;
        s.glow[c] = glow * [1, 0.95, 0.84][c] * base[c];
      }
    },
  };
};

const LED: V3 = [1.25, 1.2, 1.08];

function ledMirror(): Part[] {
  const [w, h] = [70, 50];
  const outline = rectRing(w, h, 1.2, 0);
  const band = (inset: number, thick: number) =>
    grid(
      [
        upright(rectRing(w - 2 * inset, h - 2 * inset, 2.2, 0), 3.05),
        upright(rectRing(w - 2 * (inset + thick), h - 2 * (inset + thick), 1.4, 0), 3.05),
      ],
      true,
    );
  const touch = merge(move(turnX(torus(1.15, 0.1, 40), 90), 0, -18.2, 3.06));
  return [
    {
      geo: loft(
        [upright(rectRing(w - 6, h - 6, 1, 0), 0), upright(rectRing(w - 6, h - 6, 1, 0), 2.4)],
        "none",
      ),
      mat: glowing([0.95, 0.9, 0.8]),
    },
    {
      geo: loft([upright(outline, 2.4), upright(outline, 3)], "none"),
      mat: { color: hex("#9db3b3"), rough: 0.1 },
    },
    { geo: plate(outline, 3), mat: mirrorGlass(w, h) },
    { geo: band(3.6, 2.2), mat: glowing(LED) },
    { geo: touch, mat: glowing([0.75, 0.9, 1.15]) },
    { geo: move(turnX(cylinder(0.35, 0.05), 90), 0, -18.2, 3.05), mat: glowing([0.75, 0.9, 1.15]) },
  ];
}

function roundMirror(): Part[] {
  const outline = Array.from({ length: 128 }, (_, i): V3 => {
    const a = (i / 128) * Math.PI * 2;
    return [Math.cos(a) * 30, 0, Math.sin(a) * 30];
  });
  return [
    { geo: frameOf(outline, 1.6, 2.6, 0), mat: matteBlack },
    {
      geo: plate(
        outline.map(([x, y, z]): V3 => [x * 0.96, y, z * 0.96]),
        1.4,
      ),
      mat: mirrorGlass(60, 60),
    },
  ];
}

function archMirror(): Part[] {
  const [w, h] = [50, 80];
  const outline: V3[] = [
    [w / 2, 0, -h / 2],
    [w / 2, 0, -h / 4],
    ...Array.from({ length: 49 }, (_, i): V3 => {
      const a = (i / 48) * Math.PI;
      return [Math.cos(a) * (w / 2), 0, h / 2 - w / 2 + Math.sin(a) * (w / 2)];
    }),
    [-w / 2, 0, -h / 4],
    [-w / 2, 0, -h / 2],
    [0, 0, -h / 2],
  ];
  const dense = outline.flatMap((point, i) => {
    const next = outline[(i + 1) % outline.length];
    return [point, [(point[0] * 3 + next[0]) / 4, 0, (point[2] * 3 + next[2]) / 4] as V3];
  });
  return [
    { geo: frameOf(dense, 1.5, 2.2, 0), mat: brushedBrass },
    {
      geo: plate(
        outline.map(([x, y, z]): V3 => [x * 0.965, y, z * 0.975]),
        1.2,
      ),
      mat: mirrorGlass(50, 80, 0.7),
    },
  ];
}

function mirrorCabinet(): Part[] {
  const [w, h, d] = [60, 66, 14];
  const door = (x: number, open: number): Part[] => {
    const hinge = x < 0 ? -w / 2 : w / 2;
    const swing = (geo: Geo) => move(turnY(move(geo, x - hinge, 0, 0), open), hinge, 0, d + 0.3);
    return [
      { geo: swing(move(board(29.6, h - 0.6, 1.6, 0, 0, 0, 0.15), 0, 0.3, 0)), mat: lacquer },
      {
        geo: swing(move(settle(sheet(29.2, h - 1, 2, 2)), 0, h / 2, 1.66)),
        mat: mirrorGlass(48, h),
      },
    ];
  };
  const shelves = merge(
    board(w, 1.6, d, 0, 0, 0),
    board(w, 1.6, d, 0, h - 1.6, 0),
    board(1.6, h, d, -w / 2 + 0.8, 0, 0),
    board(1.6, h, d, w / 2 - 0.8, 0, 0),
    board(1.6, h, d - 1, 0, 0, 0),
    board(w, h, 0.6, 0, 0, 0),
    board(28, 1, d - 2, 15, 22, 0.5),
    board(28, 1, d - 2, 15, 44, 0.5),
  );
  const jar = (r: number, hh: number) =>
    lathe([
      [0, 0],
      [r, 0],
      [r, hh * 0.8],
      [r * 0.5, hh * 0.88],
      [r * 0.5, hh],
      [0, hh],
    ]);
  return [
    { geo: shelves, mat: lacquer },
    ...door(-15, 0),
    ...door(15, 68),
    {
      geo: merge(move(jar(2.4, 12), 8, 23, 6), move(jar(2, 9), 13.5, 45, 6)),
      mat: { color: hex("#8a5530"), rough: 0.12 },
    },
    {
      geo: merge(move(jar(2.8, 9), 15, 23, 6), move(jar(2.2, 13), 8, 45, 6)),
      mat: { color: hex("#e8dfd0"), rough: 0.4 },
    },
    { geo: move(jar(2.6, 15), 10, 1.6, 6), mat: { color: hex("#5e7a74"), rough: 0.2 } },
  ];
}

function makeUpMirror(): Part[] {
  const disc = (geo: Geo) => move(turnY(turnX(geo, 84), 16), 17, 0, 24);
  const rimGeo = lathe(
    [
      [0, -1.4],
      [9, -1.2],
      [10.4, -0.6],
      [10.8, 0.2],
      [10.6, 0.9],
      [10, 1.1],
      [9.7, 0.8],
    ],
    96,
  );
  const face = turnX(
    settle(
      turnX(
        lathe(
          [
            [0, 0.6],
            [5, 0.65],
            [9.8, 0.85],
          ],
          96,
        ),
        90,
      ),
    ),
    -90,
  );
  const arm = (from: V3, to: V3, y: number) =>
    tube(
      [
        [from[0], y, from[2]],
        [to[0], y, to[2]],
      ],
      0.6,
    );
  const a: V3 = [0, 0, 2.6];
  const b: V3 = [-15, 0, 15];
  const c: V3 = [6, 0, 20];
  const joint = ([x, , z]: V3, h: number) => move(cylinder(1, h, 0.25), x, -h / 2, z);
  const base = merge(
    move(turnX(cylinder(4, 1.3, 0.35), 90), 0, 0, 0),
    joint(a, 10),
    ...[3.4, -3.4].map((y) => arm(a, b, y)),
    joint(b, 9.4),
    ...[2, -2].map((y) => arm(b, c, y)),
    joint(c, 6),
    tube([c, [15, 0, 22.6]], 0.9),
  );
  return [
    { geo: base, mat: chrome },
    { geo: disc(rimGeo), mat: chrome },
    { geo: disc(face), mat: mirrorGlass(20, 20) },
  ];
}

/** A hanging towel: a sheet in soft folds over a bar along x, front `front` long and back `back`. */
function hangingTowel(
  w: number,
  front: number,
  back: number,
  y: number,
  z: number,
  r: number,
): Geo {
  const rows: V3[][] = [];
  const profile: V2[] = [
    ...Array.from({ length: 12 }, (_, i): V2 => [-back + (back * i) / 12, -r]),
    ...Array.from({ length: 9 }, (_, i): V2 => {
      const a = (i / 8) * Math.PI;
      return [Math.sin(a) * r, -Math.cos(a) * r];
    }),
    ...Array.from({ length: 26 }, (_, i): V2 => [(-front * (i + 1)) / 26, r]),
  ];
  for (const [dy, dz] of profile) {
    const fall = Math.min(1, Math.max(0, -dy) / front);
    rows.push(
      Array.from({ length: 49 }, (_, j): V3 => {
        const x = (j / 48 - 0.5) * w;
        const fold = Math.sin(x * 0.55 + 0.6) * 0.75 + Math.sin(x * 0.23 + 2) * 0.9;
        return [x * (1 - 0.03 * fall), y + dy, z + dz + Math.sign(dz) * fall * (fold + 0.9)];
      }),
    );
  }
  return settle(grid(rows, false));
}

function towelBar(): Part[] {
  const post = merge(
    move(turnX(cylinder(2.7, 0.9, 0.25), 90), 0, 0, 0),
    tube(
      [
        [0, 0, 0.5],
        [0, 0, 7.4],
      ],
      0.95,
    ),
    move(sphere(1.5), 0, 0, 7.2),
  );
  return [
    {
      geo: merge(
        move(post, -28.5, 0, 0),
        move(post, 28.5, 0, 0),
        move(turnZ(cylinder(0.85, 60, 0.3), -90), -30, 0, 7.2),
      ),
      mat: brushedBrass,
    },
    {
      geo: hangingTowel(30, 34, 26, 0, 7.2, 1.15),
      mat: towel("#f0e8da", "#b8704d", [-26.6, -28.2, -29.8]),
    },
  ];
}

function towelDryer(): Part[] {
  const [w, h] = [50, 92];
  const rails = merge(
    ...[-w / 2, w / 2].map((x) =>
      tube(
        [
          [x, 4, 6],
          [x, h, 6],
        ],
        1.7,
      ),
    ),
    ...[-w / 2, w / 2].map((x) => move(sphere(1.7), x, h, 6)),
  );
  const rows = [12, 18, 24, 30, 42, 48, 54, 60, 72, 78, 84];
  const bars = merge(
    ...rows.map((y) =>
      tube(
        curve([
          [-w / 2, y, 6],
          [-w / 4, y, 8.4],
          [0, y, 9.2],
          [w / 4, y, 8.4],
          [w / 2, y, 6],
        ]),
        1.05,
      ),
    ),
  );
  const fixings = merge(
    ...[-w / 2, w / 2].flatMap((x) =>
      [15, 81].map((y) => move(turnX(cylinder(1.1, 6, 0.1), 90), x, y, 0)),
    ),
    ...[-w / 2, w / 2].flatMap((x) =>
      [15, 81].map((y) => move(turnX(cylinder(2, 1, 0.2), 90), x, y, 0)),
    ),
  );
  const box = move(block(5, 15, 4.6, 0.8, 1.4), w / 2, -7, 6);
  const knob = move(turnX(cylinder(1.7, 0.9, 0.2), 90), w / 2, 2.6, 8.2);
  const cord = tube(
    curve([
      [w / 2, -7, 6],
      [w / 2 + 0.4, -11, 5],
      [w / 2 - 2, -15, 3],
      [w / 2 - 3, -18, 0],
    ]),
    0.32,
  );
  return [
    { geo: merge(rails, bars, fixings), mat: { ...lacquer, rough: 0.2 } },
    { geo: box, mat: lacquer },
    { geo: knob, mat: { color: hex("#d2d0ca"), rough: 0.3 } },
    { geo: move(turnX(cylinder(0.35, 0.2), 90), w / 2, -2, 8.2), mat: glowing([1.1, 0.42, 0.2]) },
    { geo: cord, mat: lacquer },
    { geo: hangingTowel(34, 26, 18, 61, 8.6, 2.4), mat: towel("#bd7a57") },
  ];
}

function blackSet(): Part[] {
  const bottle = lathe([
    [0, 0],
    [3.7, 0],
    [3.9, 0.3],
    [3.9, 12.6],
    [3.5, 13.3],
    [1.8, 13.6],
    [1.8, 14.8],
    [0, 14.8],
  ]);
  const pump = merge(
    move(cylinder(1.5, 1.6, 0.2), 0, 14.6, 0),
    move(cylinder(0.5, 3.4, 0.1), 0, 16, 0),
    move(cylinder(1.2, 1.3, 0.3), 0, 19, 0),
    tube(
      bend(
        [
          [0, 19.7, 0],
          [0, 19.9, 4.6],
          [0, 18.8, 5],
        ],
        0.5,
      ),
      0.42,
    ),
  );
  const cup = lathe([
    [0, 0],
    [3.7, 0],
    [3.9, 0.3],
    [3.9, 10.8],
    [3.75, 11.1],
    [3.5, 11],
    [3.5, 1],
    [0, 0.8],
  ]);
  const brush = (x: number, lean: number, colour: string): Part[] => {
    const place = (geo: Geo) => move(turnZ(turnX(geo, -5), lean), x, 0.9, 0.6);
    return [
      {
        geo: place(
          tube(
            [
              [0, 0.4, 0],
              [0, 13, 0],
              [0, 18, 0.2],
            ],
            (t) => 0.42 - 0.1 * Math.sin(t * 3),
          ),
        ),
        mat: wood("#d6b079", "#a67c46", "y"),
      },
      {
        geo: place(move(block(0.9, 2.6, 1.1, 0.2), 0, 15.4, 0.75)),
        mat: { color: hex(colour), rough: 0.8 },
      },
    ];
  };
  const dish = loft([
    rectRing(12.6, 9, 2.4, 0),
    rectRing(13.4, 9.8, 2.8, 0.4),
    rectRing(13.4, 9.8, 2.8, 2),
    rectRing(13, 9.4, 2.6, 2.2),
    rectRing(12.4, 8.8, 2.4, 1.9),
    rectRing(11.8, 8.2, 2.1, 0.9),
  ]);
  const soap = block(8, 2.6, 5.4, 1, 2.2);
  const holder = merge(
    lathe([
      [0, 0],
      [4.6, 0],
      [4.8, 0.3],
      [4.8, 15],
      [4.6, 15.3],
      [1.2, 15.4],
    ]),
    move(cylinder(0.75, 15, 0.3), 0, 15.2, 0),
    move(cylinder(1.5, 0.8, 0.2), 0, 15.3, 0),
  );
  return [
    { geo: move(merge(bottle, pump), -14, 0, -3), mat: matteBlack },
    { geo: move(cup, -1.6, 0, 2), mat: matteBlack },
    ...brush(-3, 7, "#f1ede4").map((part) => ({ ...part, geo: move(part.geo, 0, 0, 2) })),
    ...brush(0.2, -8, "#c98a63").map((part) => ({ ...part, geo: move(part.geo, 0, 0, 2) })),
    { geo: move(dish, -9.5, 0, 11), mat: matteBlack },
    { geo: move(soap, -9.5, 1.2, 11), mat: { color: hex("#e9dcc3"), rough: 0.5 } },
    { geo: move(holder, 12, 0, -2), mat: matteBlack },
  ];
}

function soapDispenser(): Part[] {
  const tank = loft(
    (
      [
        [0, 8.4, 6.6],
        [0.4, 9.6, 7.6],
        [1.2, 10.4, 8.2],
        [16.6, 10.4, 8.2],
        [18.2, 10, 7.8],
        [18.8, 8.8, 6.8],
      ] as V3[]
    ).map(([y, w, d]) => rectRing(w, d, 2.6, y, 0, d / 2)),
  );
  const windowGeo = move(turnX(block(1.6, 0.3, 8.4, 0.1, 0.78), 90), 0, 10.2, 8.1);
  const spout = merge(
    move(cylinder(1.5, 1.6, 0.3), 0, -1.4, 5),
    move(cylinder(0.65, 1.2, 0.1), 0, -2.4, 5),
  );
  const push = sweep(
    curve([
      [0, 1.4, 7.8],
      [0, -0.4, 9.6],
      [0, -2.6, 10.8],
    ]),
    (t) => flatSection(4.6 - t * 0.6, 0.7, 0.3)(t),
  );
  const lock = merge(
    move(cylinder(1, 0.3, 0.1), 0, 18.7, 4.2),
    move(block(0.16, 0.36, 1, 0.02), 0, 18.72, 4.2),
  );
  return [
    { geo: settle(tank), mat: linedSteel },
    { geo: windowGeo, mat: { color: hex("#c98d4e"), rough: 0.06, f0: 0.06 } },
    { geo: merge(spout, lock), mat: chrome },
    { geo: push, mat: steel },
    { geo: move(sphere(0.42), 0, -3.2, 5), mat: { color: hex("#d9a96a"), rough: 0.05, f0: 0.08 } },
  ];
}

function grabBar(): Part[] {
  const bar = tube(
    bend(
      [
        [-22, 0, 0.6],
        [-22, 0, 8],
        [22, 0, 8],
        [22, 0, 0.6],
      ],
      4.4,
      14,
    ),
    1.6,
  );
  const flange = (x: number) =>
    move(
      turnX(
        lathe([
          [0, 0],
          [4, 0],
          [4, 0.5],
          [3.6, 0.9],
          [1.75, 1.1],
          [1.65, 1.4],
        ]),
        90,
      ),
      x,
      0,
      0,
    );
  const screws = merge(
    ...[-22, 22].flatMap((x) =>
      [90, 210, 330].map((deg) => {
        const a = (deg * Math.PI) / 180;
        return move(
          turnX(
            merge(
              lathe([
                [0.22, 0.26],
                [0.3, 0.3],
                [0.55, 0.2],
                [0.6, 0],
              ]),
            ),
            90,
          ),
          x + Math.cos(a) * 2.8,
          Math.sin(a) * 2.8,
          0.86,
        );
      }),
    ),
  );
  return [
    { geo: merge(bar, flange(-22), flange(22)), mat: brushedSteel },
    { geo: screws, mat: steel },
  ];
}

export const mirrorDrawings: Drawings = {
  "miroir-led-antibuee-70x50cm": picture({
    parts: [...ledMirror(), { ...roomWall(ledWall(70, 50), 260, 200, 0) }],
    yaw: 20,
    pitch: 6,
    fill: 0.74,
  }),
  "miroir-led-antibuee-70x50cm-2": picture({
    parts: [
      ...ledMirror().map((part) => ({ ...part, frame: false })),
      roomWall(ledWall(70, 50), 260, 200, 0),
      window(44, 33, 13, -13, 3),
    ],
    yaw: -24,
    pitch: 12,
    fill: 0.98,
  }),
  "miroir-rond-noir-60cm": picture({
    parts: roundMirror(),
    wall: -0.05,
    yaw: 24,
    pitch: 5,
    fill: 0.78,
  }),
  "armoire-miroir-2-portes-60cm": picture({
    parts: mirrorCabinet(),
    wall: -0.1,
    yaw: -16,
    pitch: 7,
    fill: 0.8,
  }),
  "miroir-arche-laiton-50x80cm": picture({
    parts: [...archMirror(), roomWall(earthWall, 300, 240, 0)],
    yaw: 24,
    pitch: 5,
    fill: 0.8,
  }),
  "miroir-grossissant-mural": picture({
    parts: makeUpMirror(),
    wall: 0,
    yaw: 26,
    pitch: 12,
    fill: 0.74,
  }),
  "porte-serviettes-laiton-60cm": picture({
    parts: [...towelBar(), roomWall(limewash, 300, 240, 0)],
    yaw: 26,
    pitch: 13,
    fill: 0.76,
  }),
  "seche-serviettes-electrique-500w": picture({
    parts: towelDryer(),
    wall: 0,
    yaw: 26,
    pitch: 8,
    fill: 0.84,
  }),
  "set-accessoires-noir-mat-4-pieces": picture({
    parts: blackSet(),
    floor: 0,
    yaw: 14,
    pitch: 19,
    fill: 0.76,
  }),
  "distributeur-savon-mural-inox": picture({
    parts: [
      ...soapDispenser(),
      roomWall(zellige("#dfe6da", "#b9c9bb", { w: 10, h: 10 }), 120, 100, 8),
    ],
    yaw: 32,
    pitch: 14,
    fill: 0.74,
  }),
  "barre-appui-inox-45cm": picture({ parts: grabBar(), wall: 0, yaw: 30, pitch: 20, fill: 0.78 }),
};
