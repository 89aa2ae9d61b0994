import {
  BLACK,
  BRASS,
  type Brush,
  box,
  framed,
  group,
  haze,
  line,
  oval,
  path,
  poly,
  STEEL,
  scene,
  soft,
  times,
} from "./luminaire-brush";
import type { Drawings } from "./studio";

const DROP = "#6b7075 #f3f5f6@.25 #b4b9be@.5 #7b8085@.8 #c6cbcf";

/** Lies along x about the origin, head to the left. */
export function hammer(b: Brush, turn = 0): string {
  const handle = poly(
    [
      [-330, -34],
      [60, -40],
      [160, -44, 60],
      [330, -52, 60],
      [520, -58, 40],
      [560, -30, 30],
      [560, 34, 30],
      [520, 60, 40],
      [330, 52, 60],
      [160, 42, 60],
      [60, 38],
      [-330, 34],
    ],
    10,
  );
  const head = poly(
    [
      [-462, -60, 10],
      [-462, -80, 10],
      [-440, -104, 20],
      [-434, -126, 14],
      [-462, -150, 12],
      [-466, -176, 8],
      [-466, -232, 12],
      [-452, -246, 10],
      [-340, -246, 10],
      [-326, -232, 12],
      [-326, -176, 8],
      [-330, -150, 12],
      [-358, -126, 14],
      [-352, -104, 20],
      [-318, -80, 10],
      [-314, -60, 10],
      [-314, 66, 14],
      [-322, 110, 50],
      [-362, 190, 90],
      [-446, 262, 60],
      [-560, 304, 6],
      [-572, 286, 6],
      [-500, 220, 70],
      [-462, 150, 70],
      [-458, 66, 14],
    ],
    12,
  );
  return (
    b.cast(handle, 16, 30, 16, 0.36) +
    b.cast(head, 18, 34, 18, 0.4) +
    path(handle, b.lin("#f3d9ad #d9a566@.3 #bd8344@.65 #8a5629", 90)) +
    b.clip(
      handle,
      times(13, (i) =>
        line(
          `M-340 ${-40 + i * 6.6}C-100 ${-46 + i * 7.2} 60 ${-34 + i * 5.6} 200 ${-44 + i * 7.4}S480 ${-52 + i * 8.6} 570 ${-48 + i * 8}`,
          i % 2 ? "#7d4d22" : "#f6deb4",
          2,
          `stroke-opacity=".3"`,
        ),
      ),
      path(box(330, -80, 240, 160), b.lin("#c2602f/.95 #a84a20@.4 #6f2b10", 90)),
      times(9, (i) => line(`M${362 + i * 20} -56V60`, "#3d1607", 5, `stroke-opacity=".35"`)),
      line("M-330 -26C0 -34 300 -40 560 -44", "#fff", 6, `stroke-opacity=".4"`),
    ) +
    b.solid(head, b.lin("#9aa0a6 #eef0f2@.2 #a9afb4@.42 #5f656b@.75 #8d9399", 20), {
      rim: 11,
      light: 0.55,
      shade: 0.5,
      turn,
    }) +
    path(box(-467, -248, 142, 32, 8), b.lin("#f4f6f7 #b4b9be@.5 #6d7277")) +
    line("M-462 -214H-330", "#4b5055", 3, `stroke-opacity=".6"`) +
    line("M-556 290C-480 246 -424 196 -400 128", "#3e4347", 8, `stroke-opacity=".75"`) +
    path(box(-412, -30, 52, 60, 6), b.lin("#c9955a #8a5629", 90)) +
    line("M-404 -18L-368 18M-386 -30V30", "#5a3516", 4, `stroke-opacity=".7"`)
  );
}

/** Stands along y: tip up; `size` scales it, `cross` chooses the tip. */
export function screwdriver(
  b: Brush,
  size: number,
  shaft: number,
  cross: boolean,
  tone: string,
): string {
  const w = 42 * size;
  const handle = poly(
    [
      [-w * 0.42, 0],
      [w * 0.42, 0],
      [w * 0.52, 30 * size, 10],
      [w * 0.5, 60 * size, 20],
      [w, 110 * size, 40],
      [w, 270 * size, 40],
      [w * 0.72, 330 * size, 30],
      [-w * 0.72, 330 * size, 30],
      [-w, 270 * size, 40],
      [-w, 110 * size, 40],
      [-w * 0.5, 60 * size, 20],
      [-w * 0.52, 30 * size, 10],
    ],
    6,
  );
  const r = 10 * size;
  const tip = cross
    ? poly(
        [
          [-r, -shaft + 40 * size],
          [-r * 0.9, -shaft + 16 * size],
          [-r * 0.25, -shaft],
          [r * 0.25, -shaft],
          [r * 0.9, -shaft + 16 * size],
          [r, -shaft + 40 * size],
        ],
        2,
      )
    : poly(
        [
          [-r, -shaft + 60 * size],
          [-r * 1.45, -shaft + 26 * size],
          [-r * 1.15, -shaft],
          [r * 1.15, -shaft],
          [r * 1.45, -shaft + 26 * size],
          [r, -shaft + 60 * size],
        ],
        2,
      );
  const bar = box(-r, -shaft + 36 * size, r * 2, shaft - 30 * size);
  return (
    b.cast(`${bar}${tip}`, 12, 20, 9, 0.34) +
    b.cast(handle, 16, 24, 14, 0.38) +
    path(bar, b.lin(DROP)) +
    path(tip, b.lin("#3e4246 #8b9095@.3 #5a5f64@.6 #2e3134")) +
    (cross
      ? line(`M0 ${-shaft + 2}V${-shaft + 36 * size}`, "#16181a", 3 * size)
      : line(`M${-r} ${-shaft + 22 * size}H${r}`, "#b4b9be", 2)) +
    b.solid(handle, b.lin(tone), { rim: 7 * size, light: 0.4 }) +
    b.clip(
      handle,
      ...[-0.62, 0, 0.62].map((k) =>
        path(
          box(k * w - w * 0.17, 116 * size, w * 0.34, 160 * size, w * 0.16),
          b.lin("#0d0d0e #47474b@.4 #1d1d1f"),
          `fill-opacity=".92"`,
        ),
      ),
      path(box(-w, 296 * size, w * 2, 50 * size), "#1a1a1b"),
    )
  );
}

const GRIPS = ["#7d3213 #e08a5c@.25 #c2602f@.5 #7d3213", "#18223f #6479a8@.25 #34477a@.5 #18223f"];

function screwdrivers(b: Brush): string[] {
  const set: [x: number, size: number, shaft: number, cross: boolean][] = [
    [330, 1.12, 500, false],
    [525, 1.02, 430, false],
    [705, 0.9, 320, false],
    [880, 0.9, 330, true],
    [1065, 1.02, 420, true],
    [1265, 1.12, 480, true],
  ];
  return set.map(([x, size, shaft, cross], i) =>
    group(
      `translate(${x} 650)`,
      screwdriver(b, size * 1.1, shaft * 1.06, cross, GRIPS[i < 3 ? 0 : 1] ?? ""),
    ),
  );
}

function waterPump(b: Brush): string[] {
  const lower = poly(
    [
      [-430, -20],
      [-600, 24, 30],
      [-610, 44, 10],
      [-600, 58, 10],
      [-400, 62, 60],
      [-320, 90, 60],
      [-240, 120, 60],
      [-60, 150, 80],
      [240, 170, 120],
      [560, 230, 20],
      [570, 170, 20],
      [240, 90, 120],
      [-20, 64, 80],
      [-130, 10, 50],
      [-210, -50, 50],
      [-300, -70, 40],
      [-390, -60, 30],
    ],
    12,
  );
  const upper = poly(
    [
      [-610, 10, 8],
      [-590, -20, 20],
      [-560, -110, 60],
      [-440, -190, 80],
      [-300, -170, 80],
      [-220, -100, 60],
      [-160, -30, 60],
      [-60, -30, 80],
      [240, -110, 120],
      [560, -190, 20],
      [576, -130, 20],
      [260, -30, 120],
      [20, 60, 100],
      [-160, 110, 60],
      [-290, 60, 60],
      [-330, -30, 40],
      [-420, -60, 30],
      [-520, 0, 30],
    ],
    12,
  );
  const sleeve = (d: string) =>
    b.solid(d, b.lin("#e08a5c #c2602f@.35 #8f3a17@.8 #6f2b10", 90), {
      rim: 11,
      light: 0.5,
      shade: 0.4,
      turn: -30,
    });
  const teeth = (x1: number, y1: number, x2: number, y2: number, n: number) =>
    times(n, (i) => {
      const t = i / n;
      return line(
        `M${x1 + (x2 - x1) * t} ${y1 + (y2 - y1) * t}l7 15`,
        "#25282b",
        4,
        `stroke-opacity=".8"`,
      );
    });
  return [
    group(
      "translate(810 620) rotate(-32) scale(1.08)",
      b.cast(lower, -6, 44, 20, 0.36),
      b.cast(upper, -6, 40, 20, 0.34),
      b.solid(lower, b.lin("#8d9399 #e9ebed@.3 #8d9399@.6 #4f5459", 90), { rim: 10, turn: -32 }),
      teeth(-596, 26, -430, -18, 15),
      sleeve(
        poly(
          [
            [40, 82, 60],
            [240, 92, 120],
            [570, 166, 30],
            [596, 214, 20],
            [560, 250, 30],
            [240, 184, 120],
            [30, 158, 40],
          ],
          20,
        ),
      ),
      b.solid(upper, b.lin("#b1b6ba #f4f5f6@.3 #9aa0a5@.6 #5a5f64", 90), { rim: 11, turn: -32 }),
      teeth(-596, -2, -440, -54, 14),
      sleeve(
        poly(
          [
            [0, -52, 40],
            [240, -122, 120],
            [560, -206, 30],
            [604, -176, 20],
            [584, -122, 30],
            [260, -20, 120],
            [40, 62, 40],
          ],
          20,
        ),
      ),
      times(9, (i) =>
        line(`M${330 + i * 24} ${-132 - i * 6.2}l-3 58`, "#5a210b", 5, `stroke-opacity=".4"`),
      ),
      path(
        poly(
          [
            [-300, -60],
            [-250, -70],
            [-150, 30],
            [-130, 70],
            [-170, 84],
            [-290, -30],
          ],
          22,
        ),
        "#1d2022",
      ),
      times(
        6,
        (i) =>
          path(oval(-270 + i * 22, -38 + i * 18, 15), "#2f3336") +
          line(`M${-286 + i * 22} ${-30 + i * 18}l12 10`, "#8d9399", 3),
      ),
      b.solid(oval(-226, -4, 44), b.lin("#f6f7f8 #8d9399@.6 #4b5055", 45), { rim: 6 }),
      path(oval(-226, -4, 20), b.lin("#5a5f64 #e4e7e9", 45)),
    ),
  ];
}

export function trowelHandle(b: Brush, x: number, w: number, length: number): string {
  const d = poly(
    [
      [x, -w * 0.62],
      [x + 30, -w * 0.72, 20],
      [x + length * 0.3, -w, 80],
      [x + length * 0.72, -w * 0.86, 70],
      [x + length, -w * 0.9, 36],
      [x + length, w * 0.9, 36],
      [x + length * 0.72, w * 0.86, 70],
      [x + length * 0.3, w, 80],
      [x + 30, w * 0.72, 20],
      [x, w * 0.62],
    ],
    6,
  );
  return (
    b.cast(d, 14, 30, 14, 0.36) +
    path(d, b.lin("#f0cd98 #d79f5f@.25 #b97c40@.6 #7b4a20", 90)) +
    b.clip(
      d,
      times(10, (i) =>
        line(
          `M${x} ${-w + i * w * 0.22}C${x + length * 0.3} ${-w * 1.1 + i * w * 0.25} ${x + length * 0.6} ${-w * 0.8 + i * w * 0.17} ${x + length} ${-w + i * w * 0.22}`,
          i % 2 ? "#6d4019" : "#fae3bb",
          2,
          `stroke-opacity=".32"`,
        ),
      ),
      haze(
        `M${x + 20} ${-w * 0.46}Q${x + length * 0.4} ${-w * 0.74} ${x + length - 20} ${-w * 0.56}`,
        "#fff",
        w * 0.16,
        0.42,
        4,
      ),
    ) +
    path(box(x - 26, -w * 0.66, 44, w * 1.32, 6), b.lin(BRASS, 90))
  );
}

function leafTrowel(b: Brush): string[] {
  const blade =
    "M-560 0C-560 -52 -500 -92 -400 -108C-240 -130 -60 -126 60 -64C84 -50 96 -26 96 0C96 26 84 50 60 64C-60 126 -240 130 -400 108C-500 92 -560 52 -560 0Z";
  return [
    group(
      "translate(790 600) rotate(-33) scale(1.06)",
      b.cast(blade, 6, 30, 16, 0.36),
      b.solid(blade, b.lin("#8d9399 #f8f9fa@.22 #c5cacf@.42 #8d9399@.62 #d8dcdf@.85 #71777c", 70), {
        rim: 6,
        turn: -33,
      }),
      b.clip(
        blade,
        times(40, (i) =>
          line(
            `M-570 ${-130 + i * 6.6}L110 ${-126 + i * 6.4}`,
            i % 2 ? "#fff" : "#4b5055",
            1.2,
            `stroke-opacity=".16"`,
          ),
        ),
        soft("M-420 -120L-250 -126L-330 126L-470 110Z", "#fff", 0.32, 8),
      ),
      line(
        "M-556 -14C-548 -56 -490 -88 -398 -104C-240 -126 -60 -122 58 -61",
        "#fff",
        3,
        `stroke-opacity=".9"`,
      ),
      group("translate(6 40)", haze("M20 0C110 0 120 -6 160 -6H250", "#2c1d10", 30, 0.3, 9)),
      path(
        poly(
          [
            [-70, -16],
            [60, -24],
            [60, 24],
            [-70, 16],
          ],
          12,
        ),
        b.lin("#f1f3f4 #a9aeb3@.5 #5f656a", 90),
      ),
      b.tube("M40 0C120 0 110 -34 160 -34C200 -34 190 0 250 0H280", 28, [
        "#4b5055",
        "#b4b9be",
        "#ffffff",
      ]),
      trowelHandle(b, 286, 54, 330),
    ),
  ];
}

export function handSaw(b: Brush): string {
  const blade = poly(
    [
      [-640, -14],
      [-640, 60],
      [230, 150],
      [230, -190],
      [-560, -74, 20],
    ],
    4,
  );
  const handle = poly(
    [
      [170, -210, 40],
      [300, -222, 60],
      [440, -200, 60],
      [520, -130, 50],
      [500, -40, 50],
      [520, 90, 50],
      [590, 180, 50],
      [560, 240, 40],
      [420, 250, 50],
      [330, 190, 50],
      [190, 170, 40],
      [150, 60, 40],
      [210, -40, 40],
    ],
    40,
  );
  const hole = poly(
    [
      [300, -110, 40],
      [370, -120, 40],
      [410, -70, 40],
      [396, 10, 40],
      [424, 110, 40],
      [400, 160, 30],
      [330, 110, 50],
      [280, -10, 50],
    ],
    40,
  );
  const teeth = times(66, (i) => {
    const x = -640 + i * 13;
    const y = 60 + (i * 13 * 90) / 870;
    return `M${x} ${y - 2}L${x + 8} ${(y + 13).toFixed(1)}L${x + 13} ${y}Z`;
  });
  return (
    b.cast(blade, 4, 34, 16, 0.34) +
    b.cast(`${handle}${hole}`, 6, 40, 18, 0.36) +
    path(
      `${blade}${teeth}`,
      b.lin("#7d8388 #f1f3f4@.3 #c5cacd@.48 #9aa0a5@.7 #dfe2e4@.9 #83898e", 75),
    ) +
    b.clip(
      blade,
      times(44, (i) =>
        line(
          `M-650 ${-200 + i * 8}L240 ${-206 + i * 8.4}`,
          i % 2 ? "#fff" : "#43474b",
          1.2,
          `stroke-opacity=".15"`,
        ),
      ),
      soft("M-200 -200L-40 -200L-160 160L-330 160Z", "#fff", 0.35, 10),
    ) +
    line("M-556 -72L226 -187", "#fff", 3, `stroke-opacity=".85"`) +
    path(oval(-600, 14, 9), "#d9cdb8") +
    b.clip(
      `${handle}${hole}`,
      b.solid(handle, b.lin("#e08a5c #c2602f@.3 #a84a20@.6 #7d3213", 70), { rim: 16, turn: -26 }),
      b.solid(
        poly(
          [
            [410, -230],
            [560, -160],
            [530, 60],
            [640, 200],
            [560, 270],
            [450, 240],
            [440, 100, 40],
            [420, 0, 40],
            [436, -80, 40],
          ],
          30,
        ),
        b.lin(BLACK, 60),
        { rim: 8, light: 0.25 },
      ),
      line(hole, "#000", 18, `stroke-opacity=".28" transform="translate(-5 -6)"`),
    ) +
    line(hole, "#4a1a08", 3, `stroke-opacity=".6"`) +
    [
      [216, -150],
      [262, -60],
      [228, 60],
      [300, 150],
    ]
      .map(([x = 0, y = 0], i) => b.screw(x, y, 17, BRASS, i * 40))
      .join("")
  );
}

export function wrench(b: Brush, turn = 0): string {
  const body = poly(
    [
      [-560, -96, 14],
      [-470, -128, 50],
      [-340, -120, 60],
      [-250, -64, 60],
      [-120, -50, 40],
      [480, -58, 60],
      [560, -30, 50],
      [560, 40, 50],
      [480, 62, 60],
      [-120, 54, 40],
      [-250, 90, 60],
      [-300, 150, 40],
      [-390, 160, 30],
      [-400, 40, 14],
      [-440, -22, 14],
      [-560, -22, 8],
    ],
    20,
  );
  const jaw = poly(
    [
      [-560, 34, 8],
      [-380, 34],
      [-340, 60],
      [-340, 150],
      [-380, 186, 30],
      [-480, 180, 50],
      [-552, 110, 40],
    ],
    10,
  );
  return (
    b.cast(body, 10, 34, 16, 0.36) +
    b.cast(jaw, 10, 34, 16, 0.3) +
    b.solid(jaw, b.lin("#e9ebed #8d9399@.5 #4b5055", 60), { rim: 7, turn }) +
    times(9, (i) => line(`M${-552 + i * 14} 38v12`, "#43474b", 2, `stroke-opacity=".5"`)) +
    b.solid(body, b.lin("#83898e #fbfcfc@.22 #b9bec3@.45 #71777c@.75 #b4b9be@.95 #5f656a", 80), {
      rim: 10,
      turn,
    }) +
    path(box(-90, -24, 570, 52, 26), b.lin("#5f656a #9aa0a5@.4 #d4d8db", 90)) +
    path(box(-84, -16, 558, 42, 21), b.lin("#7d8388 #b9bec3@.6 #e4e7e9", 90)) +
    path(oval(512, 4, 27), "#43474b") +
    path(oval(513, 6, 24), "#d8c8ae") +
    path(box(-388, 52, 94, 70, 10), "#1b1d1f") +
    path(box(-382, 58, 82, 58, 10), b.lin("#5f656a #f1f3f4@.3 #9aa0a5@.6 #43474b", 90)) +
    times(6, (i) => line(`M${-374 + i * 13} 58l6 58`, "#2b2e31", 4, `stroke-opacity=".75"`)) +
    path(
      poly(
        [
          [-460, 130],
          [-290, 118],
          [-290, 134],
          [-440, 152],
        ],
        4,
      ),
      "#1b1d1f",
      `fill-opacity=".5"`,
    )
  );
}

function toolbox(b: Brush): string[] {
  const red = "#e08a5c #c2602f@.25 #a84a20@.6 #7d3213";
  const tray = (x: number, y: number, w: number, h: number, tools: string) =>
    path(
      poly(
        [
          [x + 16, y - 46],
          [x + w - 16, y - 46],
          [x + w, y],
          [x, y],
        ],
        4,
      ),
      b.lin("#4a1b0a #7d3213@.6 #5a210b", 90),
    ) +
    tools +
    b.solid(box(x, y, w, h, 8), b.lin(red, 90), { rim: 6 }) +
    path(box(x - 4, y - 6, w + 8, 14, 6), b.lin("#f2b08a #a84a20", 90)) +
    path(box(x + 30, y + h * 0.44, w - 60, 6, 3), "#5a210b", `fill-opacity=".45"`);
  const arm = (x1: number, y1: number, x2: number, y2: number) =>
    b.tube(`M${x1} ${y1}L${x2} ${y2}`, 16, ["#4b5055", "#a9aeb3", "#f6f7f8"]) +
    b.screw(x1, y1, 13) +
    b.screw(x2, y2, 13, STEEL, 70);
  const sockets = (x: number, y: number, n: number) =>
    times(n, (i) => b.drum(x + i * 58, y - 58, 22, 60, STEEL, "#2b2e31", 0.3));
  return [
    b.floor(800, 1030, 560, 44, 0.42),
    b.tube("M560 620C560 430 590 420 640 420H960C1010 420 1040 430 1040 620", 26, [
      "#3a3d40",
      "#a9aeb3",
      "#ffffff",
    ]),
    path(box(690, 396, 220, 48, 22), b.lin(BLACK, 90)),
    times(9, (i) => line(`M${712 + i * 22} 404V438`, "#000", 5, `stroke-opacity=".5"`)),
    tray(
      500,
      476,
      270,
      92,
      times(4, (i) =>
        group(
          `translate(${548 + i * 58} 500) rotate(${[-7, 3, -2, 8][i]}) scale(.3)`,
          group(
            "rotate(180) translate(0 -40)",
            screwdriver(b, 1, 90, i % 2 === 0, GRIPS[i % 2] ?? ""),
          ),
        ),
      ),
    ),
    tray(830, 476, 270, 92, sockets(880, 480, 4)),
    arm(530, 540, 400, 690),
    arm(740, 540, 610, 690),
    arm(860, 540, 990, 690),
    arm(1070, 540, 1200, 690),
    tray(230, 622, 420, 112, group("translate(440 596) rotate(-3) scale(.3)", wrench(b))),
    tray(950, 622, 420, 112, sockets(1010, 626, 5)),
    arm(290, 700, 470, 860),
    arm(610, 700, 690, 850),
    arm(990, 700, 910, 850),
    arm(1310, 700, 1130, 860),
    path(
      poly(
        [
          [420, 770],
          [1180, 770],
          [1210, 826],
          [390, 826],
        ],
        4,
      ),
      b.lin("#3d1607 #6f2b10", 90),
    ),
    b.solid(box(390, 812, 820, 210, 14), b.lin(red, 90), { rim: 10 }),
    path(box(382, 804, 836, 22, 8), b.lin("#f2b08a #a84a20", 90)),
    path(box(430, 870, 740, 112, 10), "#5a210b", `fill-opacity=".22"`),
    line("M436 980H1164V876", "#f2b08a", 3, `stroke-opacity=".5"`),
    ...[600, 1000].map(
      (x) =>
        path(box(x - 38, 838, 76, 86, 10), b.lin(STEEL)) +
        path(box(x - 22, 886, 44, 54, 8), b.lin("#f1f2f3 #83898e@.7 #5f656a", 90)) +
        b.screw(x, 858, 9),
    ),
    ...[
      [410, 836],
      [1190, 836],
      [410, 1000],
      [1190, 1000],
    ].map(([x = 0, y = 0]) => path(oval(x, y, 8), b.rad("#f2b08a #7d3213", 0.35, 0.3))),
  ];
}

function plasticFloat(b: Brush): string[] {
  const plate = poly(
    [
      [180, 700, 14],
      [640, 420, 14],
      [1440, 600, 14],
      [980, 930, 14],
    ],
    14,
  );
  const foot = (x: number, y: number) =>
    b.solid(
      poly(
        [
          [x - 60, y + 40],
          [x - 42, y - 110],
          [x + 42, y - 110],
          [x + 60, y + 40],
          [x, y + 62],
        ],
        26,
      ),
      b.lin("#4a4a4d #232325@.5 #111112", 30),
      { rim: 7 },
    );
  return [
    b.floor(820, 880, 600, 80, 0.34),
    path(
      poly(
        [
          [180, 700],
          [980, 930],
          [1440, 600],
          [1440, 640],
          [980, 976],
          [180, 738],
        ],
        8,
      ),
      b.lin("#34477a #18223f@.55 #26345c"),
    ),
    line("M190 736L980 968L1436 638", "#0d1428", 4, `stroke-opacity=".5"`),
    b.solid(plate, b.lin("#8fa3cf #5b70a3@.35 #3c4f7d@.7 #2b3a62", 50), { rim: 6, light: 0.6 }),
    b.clip(
      plate,
      times(34, (i) =>
        line(
          `M${180 + i * 14} ${700 - i * 8.5}L${980 + i * 14} ${930 - i * 10}`,
          i % 2 ? "#fff" : "#0d1428",
          1.4,
          `stroke-opacity=".1"`,
        ),
      ),
      soft("M300 560L560 480L1200 640L900 760Z", "#fff", 0.14, 24),
    ),
    line("M186 698L640 424L1434 600", "#c6d2ee", 4, `stroke-opacity=".9"`),
    soft(
      poly(
        [
          [500, 690],
          [600, 640],
          [1080, 760],
          [990, 820],
        ],
        40,
      ),
      "#0d1428",
      0.4,
      16,
    ),
    foot(560, 650),
    foot(1020, 736),
    b.solid(
      poly(
        [
          [430, 470, 60],
          [520, 440, 60],
          [820, 500, 80],
          [1110, 560, 60],
          [1170, 610, 50],
          [1140, 670, 50],
          [1040, 672, 60],
          [780, 612, 80],
          [500, 560, 60],
          [420, 530, 50],
        ],
        50,
      ),
      b.lin("#e08a5c #c2602f@.4 #8f3a17@.8 #6f2b10", 80),
      { rim: 16, light: 0.45 },
    ),
    times(13, (i) =>
      path(box(540 + i * 42, 506 + i * 8.6, 18, 62, 9), "#5a210b", `fill-opacity=".35"`),
    ),
    haze("M480 472C620 470 900 530 1090 578", "#ffd9bf", 8, 0.55, 4),
  ];
}

const laid =
  (turn: number, scale: number, draw: (b: Brush) => string, dx = 0, dy = 0) =>
  (b: Brush) => [
    group(`translate(${800 + dx} ${600 + dy}) rotate(${turn}) scale(${scale})`, draw(b)),
  ];

export const handDrawings: Drawings = {
  "marteau-arrache-clou-500g": scene(laid(-38, 0.98, (b) => hammer(b, -38), 10, -70)),
  "jeu-tournevis-6-pieces": scene(screwdrivers),
  "pince-multiprise-250mm": scene(waterPump),
  "truelle-langue-de-chat-180mm": scene(leafTrowel),
  "scie-egoine-500mm": scene(laid(-18, 1.02, handSaw, 20, 0)),
  "cle-a-molette-250mm": scene(laid(-36, 1.08, (b) => wrench(b, -36), 10, -10)),
  "caisse-outils-metal-5-cases": scene((b) => [group("translate(0 -90)", ...toolbox(b))]),
  "taloche-plastique-27x18cm": scene(framed(0.94, -5, -40, plasticFloat)),
};
