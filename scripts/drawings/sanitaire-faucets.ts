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
  rad,
  rectRing,
  scale,
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
  brass,
  brushedBrass,
  ceramic,
  chrome,
  dark,
  matteBlack,
  plaster,
  rubber,
  steel,
  water,
  zellige,
} from "./sanitaire-materials";
import type { Material, Part, Scene } from "./sanitaire-render";
import { hex, render } from "./sanitaire-render";
import type { Draw, Drawings } from "./studio";

const WARM: [string, string] = ["#efe5d6", "#d3c3ac"];
const picture =
  (scene: Scene): Draw =>
  () =>
    render({ ground: WARM, ...scene });

/** A disc or rod along z instead of y, starting at z = 0. */
const facing = (geo: Geo) => turnX(geo, 90);
/** A rod along x, starting at x = 0. */
const sideways = (geo: Geo) => turnZ(geo, -90);

function nozzle(r: number, at: V3): Part[] {
  const [x, y, z] = at;
  const holes = merge(
    ...Array.from({ length: 12 }, (_, i) => {
      const angle = rad(i * 30);
      return move(sphere(r * 0.1, 8), Math.cos(angle) * r * 0.6, 0, Math.sin(angle) * r * 0.6);
    }),
  );
  return [
    { geo: move(cylinder(r * 0.86, 0.25, 0.05), x, y - 0.2, z), mat: dark },
    { geo: move(holes, x, y - 0.22, z), mat: steel },
  ];
}

function waterfallTap(mat: Material): Part[] {
  const body = merge(
    block(5.6, 0.6, 5.6, 0.12, 0.5),
    move(block(4.6, 13.2, 4.6, 0.16, 0.35), 0, 0.4, 0),
  );
  const trough = merge(
    move(block(5.4, 0.7, 15.2, 0.16, 0.3), 0, 0, 5.6),
    move(block(0.5, 1.7, 15.2, 0.14, 0.2), -2.45, 0, 5.6),
    move(block(0.5, 1.7, 15.2, 0.14, 0.2), 2.45, 0, 5.6),
    move(block(5.4, 1.9, 3.2, 0.14, 0.3), 0, 0, -0.4),
  );
  const lever = merge(
    move(cylinder(1.7, 0.9, 0.1), 0, 15.6, 0),
    move(turnX(move(block(3.5, 0.75, 9.5, 0.2, 0.5), 0, 0, 3), -13), 0, 16.6, 0),
  );
  const mark = move(facing(cylinder(0.36, 0.12, 0.03)), 0, 12.2, 2.3);
  return [
    { geo: merge(body, lever), mat },
    { geo: move(turnX(trough, 8), 0, 13.5, 0), mat },
    { geo: mark, mat: { color: hex("#b8402f"), rough: 0.2 } },
  ];
}

function waterSheet(): Geo {
  const path: V3[] = curve(
    [
      [0, 14.2, 1.5],
      [0, 12.95, 12.6],
      [0, 12.1, 15],
      [0, 9.2, 17],
      [0, 3, 18.6],
      [0, -5, 19.9],
      [0, -13.6, 20.6],
    ],
    8,
  );
  return sweep(path, (t) => {
    const w = 2.1 - 0.75 * t * t;
    return flatSection(w * 2, 0.35, 0.15)(t);
  });
}

function waterfallSetting(): Scene {
  const wall = settle(sheet(190, 100, 10, 10));
  const ring = (w: number, d: number, r: number, y: number) => rectRing(w, d, r, y, 0, 24.5);
  const basin = loft(
    [
      rectRing(120, 66, 2, -16, 0, 26),
      rectRing(120, 66, 2, -0.6, 0, 26),
      rectRing(119, 65, 1.8, 0, 0, 26),
      ring(84, 39, 9.6, 0),
      ring(82.6, 37.6, 9, -0.5),
      ring(82, 37, 8.6, -1.6),
      ring(79, 34, 9, -9),
      ring(74, 29, 10, -12.6),
      ring(64, 20, 8, -13.8),
      ring(10, 8, 3, -14.2),
    ],
    "last",
  );
  return {
    yaw: 34,
    pitch: 24,
    fill: 0.66,
    shift: [0.03, -0.04],
    parts: [
      ...waterfallTap(chrome),
      { geo: move(waterSheet(), 0, 0, 0), mat: water, frame: false },
      {
        geo: move(wall, 0, 46, -7),
        mat: zellige("#efe8d8", "#d2c6ad", { w: 5, h: 15 }),
        frame: false,
        cast: false,
      },
      { geo: basin, mat: ceramic, frame: false },
    ],
  };
}

function curvedTap(mat: Material): Part[] {
  const spout = tube(
    curve([
      [0, 9, 0],
      [0, 13.5, 0.6],
      [0, 17, 4],
      [0, 17.3, 8.5],
      [0, 15, 12],
      [0, 13.2, 12.8],
    ]),
    (t) => 1.28 - 0.2 * t,
  );
  const lever = merge(
    move(sideways(cylinder(1.75, 3.2, 0.15)), 1, 8, 0),
    tube(
      bend(
        [
          [4.2, 8, 0],
          [5.4, 8.2, 0],
          [6.2, 14, 0.4],
        ],
        0.8,
      ),
      (t) => 0.42 - 0.05 * t,
    ),
  );
  const body = lathe([
    [0, 0],
    [2.7, 0],
    [2.7, 0.3],
    [2.55, 0.5],
    [2.1, 0.6],
    [2.05, 1],
    [2.05, 9.6],
    [1.9, 10.2],
    [1.3, 10.8],
    [1.2, 11.2],
  ]);
  return [{ geo: merge(body, spout, lever), mat }, ...nozzle(1.05, [0, 13.3, 12.75])];
}

function kitchenTap(pulled: boolean): Part[] {
  const neck: V3[] = bend(
    [
      [0, 10, 0],
      [0, 38, 0],
      [0, 38, 19],
      [0, 30, 19],
    ],
    9.4,
    18,
  );
  const body = lathe([
    [0, 0],
    [3, 0],
    [3, 0.35],
    [2.8, 0.6],
    [2.45, 0.7],
    [2.45, 11],
    [2.3, 11.6],
    [1.7, 12],
    [1.5, 12.2],
  ]);
  const lever = merge(
    move(sideways(cylinder(1.9, 3.6, 0.2)), 1.6, 7.5, 0),
    tube(
      bend(
        [
          [4.6, 7.5, 0],
          [6.4, 8, 0],
          [9.4, 16.4, 0],
        ],
        1,
      ),
      (t) => 0.62 - 0.16 * t,
    ),
  );
  const head = lathe([
    [0, 0],
    [1.55, 0],
    [1.75, 0.25],
    [1.75, 4.6],
    [1.55, 5.4],
    [1.5, 9.4],
    [1.35, 9.8],
    [0, 9.8],
  ]);
  const joint = move(torus(1.56, 0.1), 0, 5.5, 0);
  const button = move(block(1.2, 2.4, 0.4, 0.15, 0.2), 0, 2, 1.7);
  const place = (geo: Geo) => (pulled ? move(turnX(geo, -16), 0, 8, 22.5) : move(geo, 0, 21.2, 19));
  const parts: Part[] = [
    { geo: merge(body, lever), mat: steel },
    { geo: tube(neck, 1.4), mat: steel },
    { geo: place(head), mat: steel },
    { geo: place(merge(joint, button)), mat: matteBlack },
    { geo: place(cylinder(1.4, 0.2, 0.05)), mat: rubber },
  ];
  if (pulled) {
    const hose = tube(
      curve([
        [0, 31, 19],
        [0, 27, 19.1],
        [0, 22.4, 19.6],
        [0, 17.2, 19.9],
      ]),
      0.75,
    );
    const rings = merge(
      ...Array.from({ length: 26 }, (_, i) =>
        move(torus(0.78, 0.13, 24), 0, 30 - i * 0.5, 19 + 0.055 * i * Math.min(1, i / 16)),
      ),
    );
    parts.push({ geo: merge(hose, rings), mat: matteBlack });
  }
  return parts;
}

const knurls = (r: number, h: number, count: number) =>
  merge(
    ...Array.from({ length: count }, (_, i) => {
      const angle = rad((i * 360) / count);
      return move(cylinder(r * 0.035, h, 0.05, 8), Math.cos(angle) * r, 0, Math.sin(angle) * r);
    }),
  );

function thermostatic(): Part[] {
  const flange = facing(
    lathe([
      [0, 0],
      [3.4, 0],
      [3.4, 0.4],
      [2.9, 0.9],
      [1.6, 1.1],
      [1.5, 4],
      [0, 4],
    ]),
  );
  const bar = move(sideways(cylinder(2.15, 20, 0.2)), -10, 0, 5.4);
  const knob = merge(cylinder(2.3, 4.6, 0.3), knurls(2.3, 4.2, 40));
  const collar = move(cylinder(2.2, 0.35, 0.1), 0, -0.5, 0);
  const right = (geo: Geo) => move(sideways(geo), 10.6, 0, 5.4);
  const left = (geo: Geo) => move(turnZ(geo, 90), -10.6, 0, 5.4);
  const stop = move(block(1.1, 1.1, 0.7, 0.2), 12.6, -0.5, 7.6);
  const outlet = merge(
    move(cylinder(1.25, 1.6, 0.15), 3.2, -3.6, 5.4),
    move(cylinder(1.05, 2.2, 0.1), 3.2, -5, 5.4),
    ...[0, 1, 2, 3].map((i) => move(torus(1.05, 0.09, 32), 3.2, -4.9 + i * 0.32, 5.4)),
  );
  return [
    { geo: merge(move(flange, -7.5, 0, 0), move(flange, 7.5, 0, 0), bar, outlet), mat: chrome },
    { geo: merge(right(knob), left(knob)), mat: chrome },
    { geo: merge(right(collar), left(collar)), mat: matteBlack },
    { geo: stop, mat: { color: hex("#b8402f"), rough: 0.25 } },
  ];
}

function wallTap(): Part[] {
  const plate = move(turnX(block(22, 0.9, 7.4, 0.2, 3.6), 90), 0, 0, 0);
  const spout = tube(
    bend(
      [
        [0, 0, 0.4],
        [0, 0, 18.5],
        [0, -2.6, 18.5],
      ],
      1.6,
    ),
    1.25,
  );
  const root = move(facing(cylinder(1.75, 1.2, 0.15)), 0, 0, 0.7);
  const hub = move(facing(cylinder(2.1, 4.4, 0.2)), 7.2, 0, 0.7);
  const pin = tube(
    [
      [7.2, 0.4, 4],
      [7.2, 7.4, 4.8],
    ],
    0.46,
  );
  return [
    { geo: plate, mat: brushedBrass },
    { geo: merge(move(spout, -5, 0, 0), move(root, -5, 0, 0), hub, pin), mat: brushedBrass },
    ...nozzle(1.1, [-5, -2.5, 18.5]),
  ];
}

function pillarTap(): Part[] {
  const column = lathe([
    [0, 0],
    [2.4, 0],
    [2.4, 0.35],
    [2.1, 0.7],
    [1.55, 1],
    [1.35, 2],
    [1.35, 5.2],
    [1.75, 6],
    [1.95, 6.8],
    [1.95, 8.2],
    [1.6, 8.9],
    [1, 9.2],
    [0.9, 10.2],
  ]);
  const spout = tube(
    curve([
      [0, 7, 0.8],
      [0, 8, 4],
      [0, 8, 7],
      [0, 6.4, 8.6],
      [0, 5.2, 8.8],
    ]),
    (t) => 1.2 - 0.22 * t,
  );
  const hub = move(
    lathe([
      [0, 0],
      [1.1, 0],
      [1.3, 0.5],
      [1.3, 1.5],
      [1.05, 2],
      [0, 2.1],
    ]),
    0,
    10,
    0,
  );
  const arm = merge(
    tube(
      [
        [0, 11, 0],
        [2.9, 11, 0],
      ],
      (t) => 0.5 - 0.1 * t,
    ),
    move(sphere(0.62), 3, 11, 0),
  );
  const cross = merge(...[20, 110, 200, 290].map((angle) => turnY(arm, angle)));
  const cap = move(cylinder(0.8, 0.2, 0.08), 0, 12.05, 0);
  return [
    { geo: merge(column, spout, hub, cross), mat: chrome },
    { geo: cap, mat: { color: hex("#2f62a8"), rough: 0.12, f0: 0.05 } },
    ...nozzle(0.95, [0, 5.3, 8.75]),
  ];
}

function bathTap(): Part[] {
  const flange = facing(
    lathe([
      [0, 0],
      [3.3, 0],
      [3.2, 0.9],
      [2.2, 1.7],
      [1.5, 2],
      [1.5, 4.4],
      [0, 4.4],
    ]),
  );
  const nut = facing(cylinder(1.9, 1.5, 0.2, 6));
  const body = move(
    sideways(
      lathe([
        [0, 0],
        [1.6, 0.1],
        [2, 1.2],
        [2.2, 4],
        [2.7, 7],
        [2.9, 9],
        [2.7, 11],
        [2.2, 14],
        [2, 16.8],
        [1.6, 17.9],
        [0, 18],
      ]),
    ),
    -9,
    0,
    6.2,
  );
  const spout = sweep(
    curve([
      [0, -0.6, 7],
      [0, -1.2, 12],
      [0, -2, 17],
      [0, -3.6, 19.6],
      [0, -5.2, 20],
    ]),
    (t) => flatSection(4.2 - 0.9 * t, 3.4 - 0.9 * t, 1.25)(t),
  );
  const dome = move(
    lathe([
      [2.3, 0],
      [2.3, 2.2],
      [2.1, 3],
      [1.4, 3.5],
      [0, 3.7],
    ]),
    0,
    2,
    6.2,
  );
  const lever = sweep(
    curve([
      [0, 4.6, 6.4],
      [0, 6, 9],
      [0, 7, 13],
      [0, 7.3, 16],
    ]),
    (t) => flatSection(2.3 + 0.5 * t, 1.5 - 0.9 * t, 0.28)(t),
  );
  const diverter = merge(
    move(cylinder(0.5, 2.4, 0.1), 0, -0.2, 15.4),
    move(cylinder(0.95, 0.9, 0.25), 0, 1.7, 15.4),
  );
  const outlet = merge(
    move(cylinder(1.2, 3, 0.15), 0, -5, 6.2),
    move(cylinder(1.35, 1.4, 0.2, 6), 0, -6, 6.2),
  );
  const hose: V3[] = curve(
    [
      [0, -6, 6.2],
      [0.4, -11, 6.6],
      [5, -17.5, 7.4],
      [12.5, -15, 8],
      [15.4, -6, 7],
      [15.6, 3.2, 5.4],
    ],
    16,
  );
  const handset = merge(
    tube(
      curve([
        [15.6, 2.6, 5.2],
        [15.6, 7, 5.6],
        [15.6, 14, 6.6],
        [15.6, 17, 8],
      ]),
      (t) => 0.95 + 0.35 * t,
    ),
    move(
      turnX(
        lathe([
          [0, 0],
          [3.6, 0],
          [4, 0.5],
          [3.9, 1.2],
          [2.4, 2.2],
          [0, 2.5],
        ]),
        -62,
      ),
      15.6,
      18,
      9.6,
    ),
  );
  const jets = move(turnX(cylinder(3.3, 0.2, 0.05), -62), 15.6, 17.95, 9.75);
  const holder = merge(
    move(facing(cylinder(2.1, 0.6, 0.15)), 15.6, 6.4, 0),
    tube(
      [
        [15.6, 6.4, 0.4],
        [15.6, 6.4, 4.4],
      ],
      0.9,
    ),
    move(cylinder(1.55, 2.6, 0.3), 15.6, 5.2, 5.5),
  );
  return [
    {
      geo: merge(
        move(flange, -7.5, 0, 0),
        move(flange, 7.5, 0, 0),
        move(nut, -7.5, 0, 3.2),
        move(nut, 7.5, 0, 3.2),
        body,
        outlet,
      ),
      mat: chrome,
    },
    { geo: merge(spout, dome, diverter), mat: chrome },
    { geo: lever, mat: chrome },
    { geo: merge(holder, handset), mat: chrome },
    { geo: sweep(hose, (t) => ridged(t, 110)), mat: steel },
    { geo: jets, mat: rubber },
  ];
}

/** A hose whose radius ripples like wound metal. */
const ridged = (t: number, turns: number): V2[] => {
  const r = 0.62 + 0.07 * Math.sin(t * turns * Math.PI);
  return Array.from({ length: 16 }, (_, i): V2 => {
    const angle = (i / 16) * Math.PI * 2;
    return [Math.cos(angle) * r, Math.sin(angle) * r];
  });
};

function bibTap(): Part[] {
  const thread = Array.from({ length: 9 }, (_, i) =>
    move(turnX(torus(1.02, 0.11, 40), 90), 0, 0, i * 0.3),
  );
  const inlet = merge(
    move(facing(cylinder(1, 3.4, 0.15)), 0, 0, -0.2),
    ...thread,
    move(facing(cylinder(1.75, 1.4, 0.2, 6)), 0, 0, 3),
  );
  const body = tube(
    curve([
      [0, 0, 4],
      [0, 0, 7.5],
      [0, -0.6, 10.4],
      [0, -3, 12.4],
      [0, -5, 12.7],
    ]),
    (t) => 1.35 + 0.35 * Math.exp(-(((t - 0.3) / 0.16) ** 2)),
  );
  const tower = move(
    lathe([
      [0, 0],
      [1.55, 0],
      [1.55, 1.6],
      [1.9, 1.9],
      [1.9, 3.1],
      [1.5, 3.4],
      [0.95, 3.7],
      [0.9, 4.6],
      [0.5, 4.8],
      [0.45, 7],
      [0, 7],
    ]),
    0,
    0,
    7,
  );
  const hexNut = move(cylinder(1.85, 1.1, 0.15, 6), 0, 2, 7);
  const bar = merge(
    move(sideways(cylinder(0.55, 5.6, 0.3)), -2.8, 7, 7),
    move(scale(sphere(0.95), 1.2, 0.8, 0.8), -2.9, 7, 7),
    move(scale(sphere(0.95), 1.2, 0.8, 0.8), 2.9, 7, 7),
    move(cylinder(0.9, 1.3, 0.2), 0, 6.3, 7),
  );
  const outlet = merge(
    move(cylinder(1.75, 1.5, 0.2, 6), 0, -6.4, 12.7),
    move(
      lathe([
        [0, 0],
        [0.75, 0],
        [0.95, 0.9],
        [0.75, 0.9],
        [0.95, 1.8],
        [0.75, 1.8],
        [0.95, 2.7],
        [0.8, 3.2],
        [0.8, 4],
      ]),
      0,
      -9.8,
      12.7,
    ),
  );
  return [
    { geo: merge(inlet, body, tower), mat: brass },
    { geo: merge(hexNut, outlet), mat: brass },
    { geo: bar, mat: brass },
  ];
}

export const faucetDrawings: Drawings = {
  "robinet-mitigeur-cascade-chrome": picture({
    parts: waterfallTap(chrome),
    floor: 0,
    yaw: -38,
    pitch: 12,
  }),
  "robinet-mitigeur-cascade-chrome-2": picture({
    parts: waterfallTap(matteBlack),
    floor: 0,
    yaw: 42,
    pitch: 22,
  }),
  "robinet-mitigeur-cascade-chrome-3": picture(waterfallSetting()),
  "mitigeur-lavabo-noir-mat": picture({
    parts: curvedTap(matteBlack),
    floor: 0,
    yaw: -48,
    pitch: 11,
  }),
  "mitigeur-evier-douchette-extractible": picture({
    parts: kitchenTap(false),
    floor: 0,
    yaw: -52,
    pitch: 9,
    fill: 0.82,
  }),
  "mitigeur-evier-douchette-extractible-2": picture({
    parts: kitchenTap(true),
    floor: 0,
    yaw: -38,
    pitch: 9,
    fill: 0.82,
  }),
  "mitigeur-douche-thermostatique": picture({
    parts: thermostatic(),
    wall: 0,
    yaw: 26,
    pitch: 17,
    fill: 0.74,
  }),
  "mitigeur-lavabo-mural-laiton-brosse": picture({
    parts: wallTap(),
    wall: 0,
    yaw: 38,
    pitch: 20,
    fill: 0.74,
  }),
  "robinet-lave-mains-eau-froide": picture({ parts: pillarTap(), floor: 0, yaw: -42, pitch: 12 }),
  "mitigeur-bain-douche-chrome": picture({
    parts: bathTap(),
    wall: 0,
    yaw: 30,
    pitch: 14,
    fill: 0.84,
  }),
  "robinet-puisage-laiton-1-2": picture({
    parts: [
      ...bibTap(),
      {
        geo: settle(move(sheet(160, 120), 0, 0, -0.2)),
        mat: plaster("#dcb892", "#c39a70"),
        frame: false,
        cast: false,
      },
    ],
    yaw: 46,
    pitch: 10,
    fill: 0.74,
  }),
};
