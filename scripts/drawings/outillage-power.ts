import {
  BLACK,
  type Brush,
  box,
  framed,
  group,
  haze,
  line,
  oval,
  type Point,
  path,
  poly,
  STEEL,
  scene,
  times,
} from "./luminaire-brush";
import type { Drawings } from "./studio";

const EARTH = "#e08a5c #c2602f@.3 #a84a20@.6 #7d3213";
const NIGHT = "#6479a8 #3c4f7d@.3 #2b3a62@.6 #18223f";
const RUBBER = "#5a5a5d #343437@.35 #222224@.65 #121213";
const ALLOY = "#f1f2f3 #b9bec2@.3 #d7dadc@.45 #83898e@.8 #5f656a";

const CABLE: [string, string, string] = ["#0d0d0e", "#2b2b2d", "#77777b"];

function shell(b: Brush, d: string, tone = EARTH, rim = 14): string {
  return b.solid(d, b.lin(tone, 70), { rim, light: 0.42, shade: 0.42 });
}

function rubber(b: Brush, d: string, rim = 8): string {
  return b.solid(d, b.lin(RUBBER, 60), { rim, light: 0.32, shade: 0.5 });
}

function slots(
  x: number,
  y: number,
  count: number,
  w: number,
  h: number,
  gap: number,
  turn = 0,
): string {
  return group(
    `rotate(${turn} ${x} ${y})`,
    times(
      count,
      (i) =>
        path(box(x, y + i * gap, w, h, h / 2), "#0c0907", `fill-opacity=".82"`) +
        line(`M${x + h} ${y + i * gap + h + 1.5}H${x + w - h}`, "#fff", 2, `stroke-opacity=".28"`),
    ),
  );
}

/** A seam between two halves of a housing. */
function seam(d: string): string {
  return (
    line(d, "#000", 3, `stroke-opacity=".4"`) +
    line(d, "#fff", 1.6, `stroke-opacity=".22" transform="translate(1 2.4)"`)
  );
}

function cord(b: Brush, d: string, w = 26): string {
  return `${group("translate(10 26)", haze(d, "#2c1d10", w, 0.28, 10))}${b.tube(d, w, CABLE)}`;
}

function ribs(x: number, y: number, count: number, step: number, w: number, h: number): string {
  return times(
    count,
    (i) =>
      path(box(x, y + i * step, w, h, h / 2), "#000", `fill-opacity=".45"`) +
      line(`M${x + h} ${y + i * step + h}H${x + w - h}`, "#fff", 1.5, `stroke-opacity=".22"`),
  );
}

function battery(b: Brush, x: number, y: number, tone = EARTH): string {
  const pack = poly(
    [
      [x, y + 20],
      [x + 30, y],
      [x + 350, y],
      [x + 384, y + 28],
      [x + 392, y + 128],
      [x - 12, y + 128],
      [x - 8, y + 60],
    ],
    18,
  );
  return (
    rubber(b, pack, 10) +
    path(
      poly(
        [
          [x - 6, y + 92],
          [x + 390, y + 92],
          [x + 392, y + 122],
          [x - 10, y + 122],
        ],
        10,
      ),
      b.lin(tone, 90),
    ) +
    path(box(x + 40, y + 34, 140, 40, 12), "#0b0b0c") +
    times(4, (i) =>
      path(box(x + 54 + i * 31, y + 46, 22, 16, 4), i < 3 ? b.rad("#e2ffe0 #58d26b") : "#2d4a31"),
    ) +
    path(box(x + 226, y + 26, 118, 54, 14), b.lin("#6a6a6e #2a2a2c@.5 #141415", 90)) +
    ribs(x + 244, y + 37, 3, 12, 82, 6)
  );
}

/** Keyless chuck lying along x, nose to the right. */
function chuck(b: Brush, x: number, cy: number): string {
  return (
    path(
      poly(
        [
          [x, cy - 96],
          [x + 96, cy - 96],
          [x + 108, cy - 84],
          [x + 108, cy + 84],
          [x + 96, cy + 96],
          [x, cy + 96],
        ],
        8,
      ),
      b.lin(BLACK, 90),
    ) +
    times(
      15,
      (i) =>
        path(box(x + 8, cy - 90 + i * 12.2, 88, 5.4, 2), "#000", `fill-opacity=".55"`) +
        line(
          `M${x + 10} ${cy - 83 + i * 12.2}H${x + 94}`,
          "#fff",
          1.2,
          `stroke-opacity="${i < 6 ? 0.32 : 0.1}"`,
        ),
    ) +
    path(
      poly(
        [
          [x + 108, cy - 82],
          [x + 172, cy - 74],
          [x + 226, cy - 40],
          [x + 226, cy + 40],
          [x + 172, cy + 74],
          [x + 108, cy + 82],
        ],
        10,
      ),
      b.lin("#33363a #f0f2f3@.22 #a9aeb3@.42 #5c6166@.7 #2f3236@.92 #6b7075", 90),
    ) +
    line(`M${x + 172} ${cy - 72}V${cy + 72}`, "#2a2c2f", 2, `stroke-opacity=".6"`) +
    path(
      poly(
        [
          [x + 222, cy - 30],
          [x + 248, cy - 20],
          [x + 248, cy + 20],
          [x + 222, cy + 30],
        ],
        3,
      ),
      b.lin(STEEL, 90),
    ) +
    line(`M${x + 222} ${cy - 4}H${x + 248}M${x + 222} ${cy + 8}H${x + 248}`, "#2b2d30", 2.5)
  );
}

/** A twist bit from x to x + length. */
export function twist(b: Brush, x: number, cy: number, length: number, r: number): string {
  const body = poly([
    [x, cy - r],
    [x + length - r * 1.3, cy - r],
    [x + length, cy],
    [x + length - r * 1.3, cy + r],
    [x, cy + r],
  ]);
  const turns = Math.floor(length / (r * 3.2));
  return (
    path(body, b.lin("#3d3f43 #e4e7e9@.25 #9ba0a5@.5 #4a4d52@.85 #74797e", 90)) +
    b.clip(
      body,
      times(turns, (i) => {
        const at = x + r + i * r * 3.2;
        return path(
          `M${at} ${cy + r * 1.1}C${at + r} ${cy + r * 0.2} ${at + r * 1.1} ${cy - r * 0.2} ${at + r * 2.2} ${cy - r * 1.1}H${at + r * 3.3}C${at + r * 2.2} ${cy - r * 0.2} ${at + r * 2.1} ${cy + r * 0.2} ${at + r * 1.2} ${cy + r * 1.1}Z`,
          b.lin("#17181a #4b4f53@.6 #a4a9ae", 20),
          `fill-opacity=".85"`,
        );
      }),
    )
  );
}

function grip(b: Brush, tone: string, nose: number): string {
  const d = poly(
    [
      [372, 400, 70],
      [410, 296, 60],
      [900, 282, 60],
      [nose, 306, 16],
      [nose, 552, 16],
      [900, 590, 50],
      [792, 606, 50],
      [742, 700, 40],
      [716, 800, 60],
      [722, 910, 10],
      [500, 910, 10],
      [522, 790, 80],
      [520, 640, 60],
      [404, 578, 60],
    ],
    20,
  );
  return (
    shell(b, d, tone, 18) +
    b.clip(
      d,
      rubber(
        b,
        poly(
          [
            [360, 250],
            [470, 250],
            [500, 330, 60],
            [560, 520, 60],
            [640, 620, 50],
            [660, 760, 60],
            [620, 930],
            [480, 930],
            [380, 700],
          ],
          30,
        ),
        10,
      ),
      ribs(526, 690, 9, 22, 112, 9),
    ) +
    slots(570, 360, 6, 150, 13, 27, 0) +
    seam(`M470 300C520 470 600 560 770 600`) +
    b.screw(820, 340, 15, BLACK) +
    b.screw(820, 545, 15, BLACK, 60) +
    b.screw(690, 872, 13, BLACK, 20)
  );
}

function trigger(b: Brush, tone = "#4a4a4d #1b1b1c"): string {
  return (
    path(
      poly(
        [
          [770, 600],
          [850, 600],
          [826, 660],
          [800, 720],
          [752, 730],
        ],
        20,
      ),
      "#0c0c0d",
      `fill-opacity=".7"`,
    ) +
    b.solid(
      poly(
        [
          [752, 606],
          [836, 604],
          [812, 650, 30],
          [806, 712, 20],
          [742, 726],
          [738, 660],
        ],
        14,
      ),
      b.lin(tone, 50),
      { rim: 6 },
    )
  );
}

export function drillBody(b: Brush): string {
  return (
    path(
      poly(
        [
          [740, 594],
          [976, 560],
          [960, 604],
          [846, 622],
        ],
        12,
      ),
      "#1c1c1e",
    ) +
    trigger(b, "#9a9a9f #4a4a4d@.5 #242426") +
    grip(b, EARTH, 990) +
    path(box(560, 262, 200, 44, 14), b.lin("#6a6a6e #2a2a2c@.5 #141415", 90)) +
    ribs(620, 270, 3, 10, 80, 5) +
    path(
      poly(
        [
          [986, 312],
          [1100, 326],
          [1100, 538],
          [986, 550],
        ],
        12,
      ),
      b.lin("#101011 #57575a@.22 #2d2d2f@.45 #161617@.8 #343437", 90),
    ) +
    times(
      13,
      (i) =>
        path(box(996, 324 + i * 17, 96, 8, 3), "#000", `fill-opacity=".5"`) +
        line(`M1000 ${334 + i * 17}H1088`, "#fff", 1.4, `stroke-opacity="${i < 6 ? 0.3 : 0.1}"`),
    ) +
    path(
      poly(
        [
          [1096, 340],
          [1124, 346],
          [1124, 516],
          [1096, 524],
        ],
        6,
      ),
      b.lin("#33363a #e4e7e9@.22 #a9aeb3@.42 #5c6166@.75 #6b7075", 90),
    ) +
    chuck(b, 1124, 431) +
    path(oval(946, 578, 26, 15), b.lin("#2a2a2c #0c0c0d", 90)) +
    path(oval(950, 580, 16, 9), b.rad("#ffffff #fff6d8@.5 #cfae63"))
  );
}

export function looseBattery(b: Brush): string {
  return battery(b, 452, 904);
}

function drill(b: Brush): string[] {
  return [
    group(
      "translate(-140 20) scale(.99)",
      b.floor(720, 1056, 330, 32, 0.45),
      battery(b, 452, 904),
      drillBody(b),
      twist(b, 1368, 431, 230, 15),
    ),
  ];
}

function drillDetail(b: Brush): string[] {
  return [
    group("translate(-1500 -330) scale(2.15)", drillBody(b), twist(b, 1368, 431, 160, 14)),
    path(box(0, 0, 1600, 1200), b.lin("#fff/0 #fff/0@.7 #2c1d10/.1", 60)),
  ];
}

function batterySet(b: Brush): string[] {
  const charger = poly(
    [
      [860, 560],
      [930, 480],
      [1330, 480],
      [1400, 560],
      [1420, 760],
      [1380, 820],
      [880, 820],
      [840, 760],
    ],
    40,
  );
  return [
    b.floor(550, 850, 230, 24, 0.4),
    group("translate(-10 -165)", battery(b, 362, 880)),
    b.floor(1130, 850, 330, 30, 0.4),
    cord(b, "M1400 700C1520 700 1540 560 1470 470S1400 300 1540 260", 22),
    rubber(b, charger, 14),
    path(
      poly(
        [
          [920, 580],
          [960, 530],
          [1300, 530],
          [1340, 580],
          [1340, 640],
          [920, 640],
        ],
        16,
      ),
      "#0b0b0c",
    ),
    ...[980, 1060, 1140, 1220].map((x) =>
      path(box(x, 552, 40, 64, 6), b.lin("#7a5519 #f4d894@.4 #a87a30")),
    ),
    path(box(872, 690, 516, 36, 12), b.lin(EARTH, 90)),
    slots(920, 752, 3, 200, 11, 20),
    path(oval(1290, 774, 14), b.rad("#e2ffe0 #58d26b@.6 #2b8a3c")),
    b.glow(1290, 774, 46, 46, "#8af09a", 0.6),
    path(oval(1340, 774, 14), b.rad("#8c3a30 #4a1812")),
    group("translate(485 -432)", battery(b, 460, 906)),
  ];
}

function impactDriver(b: Brush): string[] {
  return [
    group(
      "translate(20 20)",
      b.floor(690, 1056, 330, 32, 0.45),
      battery(b, 452, 904, NIGHT),
      path(
        poly(
          [
            [740, 594],
            [900, 570],
            [930, 604],
            [846, 622],
          ],
          12,
        ),
        "#1c1c1e",
      ),
      trigger(b, "#d8b069 #8d6422"),
      grip(b, NIGHT, 900),
      path(
        poly(
          [
            [884, 300],
            [960, 304],
            [1090, 350],
            [1130, 372],
            [1130, 486],
            [1090, 508],
            [960, 560],
            [884, 566],
          ],
          22,
        ),
        b.lin("#2b2d30 #e3e6e8@.2 #a2a7ac@.42 #55595e@.72 #2b2d30@.94 #666b70", 90),
      ),
      path(
        poly(
          [
            [884, 330],
            [940, 334],
            [960, 350],
            [960, 514],
            [940, 530],
            [884, 534],
          ],
          10,
        ),
        b.lin(BLACK, 90),
        `fill-opacity=".92"`,
      ),
      line("M1090 356V504", "#2b2d30", 3, `stroke-opacity=".6"`),
      path(
        poly(
          [
            [1130, 386],
            [1206, 386],
            [1212, 394],
            [1212, 466],
            [1206, 474],
            [1130, 474],
          ],
          6,
        ),
        b.lin(BLACK, 90),
      ),
      times(5, (i) => line(`M${1144 + i * 13} 390V470`, "#000", 5, `stroke-opacity=".5"`)),
      path(box(1212, 404, 24, 52, 3), b.lin(STEEL, 90)),
      path(
        poly(
          [
            [1236, 416],
            [1310, 416],
            [1322, 422],
            [1352, 424],
            [1380, 430],
            [1352, 436],
            [1322, 438],
            [1310, 444],
            [1236, 444],
          ],
          2,
        ),
        b.lin("#4b4e52 #e9ecee@.3 #8d9297@.6 #43464a", 90),
      ),
      line("M1236 430H1310", "#3a3d40", 2, `stroke-opacity=".5"`),
      path(oval(884, 590, 26, 14), b.rad("#ffffff #fff6d8@.4 #8a7a50")),
      path(box(600, 262, 150, 40, 14), b.lin("#6a6a6e #2a2a2c@.5 #141415", 90)),
    ),
  ];
}

function grinder(b: Brush): string[] {
  const barrel = poly(
    [
      [300, 520, 50],
      [520, 500, 60],
      [720, 470, 60],
      [990, 456, 16],
      [1000, 700, 16],
      [720, 700, 60],
      [520, 676, 60],
      [300, 668, 50],
    ],
    30,
  );
  const head = poly(
    [
      [984, 462],
      [1090, 470, 60],
      [1230, 520, 60],
      [1290, 600, 40],
      [1286, 690],
      [984, 706],
    ],
    22,
  );
  const disc = oval(1130, 826, 290, 76);
  return [
    b.floor(860, 990, 560, 40, 0.34),
    cord(b, "M310 594C200 590 120 620 90 720S140 930 40 980", 26),
    path(
      poly(
        [
          [180, 562],
          [310, 544],
          [310, 644],
          [180, 626],
        ],
        12,
      ),
      b.lin(BLACK, 90),
    ),
    times(6, (i) => line(`M${200 + i * 17} 562V626`, "#000", 5, `stroke-opacity=".55"`)),
    b.cast(disc, 0, 70, 22, 0.4),
    path(disc, b.lin("#45423f #8a847c@.3 #3c3936@.6 #24211f")),
    times(5, (i) =>
      line(
        oval(1130, 826, 290 - i * 34, 76 - i * 9),
        i % 2 ? "#d8cdb9" : "#1c1a18",
        2,
        `stroke-opacity=".28"`,
      ),
    ),
    path("M840 826A290 76 0 0 0 1420 826V836A290 76 0 0 1 840 836Z", "#1b1917"),
    path(oval(1130, 818, 120, 31), b.lin("#c94f28 #e28a5c@.4 #8a3718"), `fill-opacity=".85"`),
    path(
      "M828 812C828 720 960 690 1130 690C1240 690 1330 708 1380 740L1352 760C1290 800 1160 812 1080 830S880 870 846 864Q828 850 828 812Z",
      b.lin("#2f3235 #b9bec2@.22 #6d7277@.5 #3f4347@.8 #8b9095"),
    ),
    path(
      "M846 864Q828 850 828 812V850Q832 890 880 900C960 890 1040 866 1100 856S1300 822 1364 776L1352 760C1290 800 1160 812 1080 830S880 870 846 864Z",
      b.lin("#23262a #94999e@.3 #2f3235@.8 #17181a"),
    ),
    b.drum(1130, 690, 92, 84, STEEL, "#83898e"),
    b.solid(head, b.lin(ALLOY, 80), { rim: 12 }),
    ...[
      [1010, 500],
      [1010, 668],
      [1180, 540],
      [1220, 660],
    ].map(([x = 0, y = 0], i) => b.screw(x, y, 14, STEEL, i * 40)),
    path(box(1050, 448, 70, 34, 12), b.lin("#c94f28 #7d3213", 90)),
    shell(b, barrel, NIGHT, 18),
    b.clip(
      barrel,
      rubber(
        b,
        poly(
          [
            [280, 480],
            [560, 480],
            [610, 560, 60],
            [580, 720],
            [280, 720],
          ],
          20,
        ),
        8,
      ),
      ribs(330, 544, 6, 20, 190, 9),
    ),
    slots(830, 510, 7, 120, 14, 25),
    b.solid(box(600, 488, 170, 46, 20), b.lin("#6a6a6e #2a2a2c@.5 #141415", 90), { rim: 5 }),
    path(box(640, 496, 60, 22, 10), b.lin(EARTH, 90)),
    seam("M310 600C480 606 700 590 990 586"),
    b.tube("M1120 560L1088 420", 36, ["#5b6065", "#b4b9bd", "#ffffff"]),
    group(
      "rotate(-12 1080 300)",
      rubber(
        b,
        poly(
          [
            [1036, 420],
            [1028, 250],
            [1036, 150, 30],
            [1124, 150, 30],
            [1132, 250],
            [1124, 420],
          ],
          22,
        ),
        12,
      ),
      path(box(1022, 396, 116, 34, 14), b.lin(BLACK)),
      times(8, (i) => line(`M1044 ${196 + i * 23}H1116`, "#000", 7, `stroke-opacity=".45"`)),
    ),
  ];
}

function sdsBit(b: Brush, x: number, cy: number, length: number, r: number): string {
  return (
    path(box(x, cy - r * 1.05, 92, r * 2.1, 4), b.lin(STEEL, 90)) +
    path(box(x + 12, cy - 4, 60, 8, 4), "#34373b") +
    twist(b, x + 90, cy, length - 90, r) +
    path(
      poly(
        [
          [x + length - 34, cy - r * 1.25],
          [x + length - 12, cy - r * 1.25],
          [x + length + 8, cy],
          [x + length - 12, cy + r * 1.25],
          [x + length - 34, cy + r * 1.25],
        ],
        2,
      ),
      b.lin("#8d9296 #fff@.4 #5f656a", 90),
    )
  );
}

function hammerBody(b: Brush): string {
  const body = poly(
    [
      [330, 420, 60],
      [420, 330, 60],
      [760, 320, 40],
      [980, 352, 30],
      [990, 540, 30],
      [860, 590, 50],
      [700, 640, 60],
      [640, 720, 40],
      [380, 720, 70],
    ],
    30,
  );
  const handle = poly(
    [
      [330, 350, 60],
      [430, 318, 40],
      [470, 380, 40],
      [408, 470, 60],
      [370, 600, 60],
      [380, 760, 60],
      [470, 800, 40],
      [560, 790, 40],
      [600, 850, 30],
      [520, 910, 40],
      [360, 900, 80],
      [262, 780, 80],
      [250, 560, 80],
    ],
    30,
  );
  return (
    shell(b, body, EARTH, 18) +
    b.clip(
      body,
      path(
        poly([
          [300, 560],
          [1000, 470],
          [1000, 760],
          [300, 760],
        ]),
        "#000",
        `fill-opacity=".14"`,
      ),
    ) +
    shell(
      b,
      poly(
        [
          [560, 620],
          [720, 590],
          [740, 760, 40],
          [700, 850, 40],
          [560, 850, 30],
          [540, 760],
        ],
        30,
      ),
      RUBBER,
      12,
    ) +
    slots(580, 690, 5, 120, 12, 26) +
    rubber(b, handle, 14) +
    ribs(282, 570, 9, 24, 74, 10) +
    b.solid(
      poly(
        [
          [398, 500],
          [446, 490],
          [440, 560, 20],
          [420, 660],
          [386, 650],
          [384, 570],
        ],
        16,
      ),
      b.lin("#d6774a #7d3213", 60),
      { rim: 6 },
    ) +
    slots(520, 390, 5, 170, 13, 28) +
    b.solid(oval(820, 452, 64), b.lin("#5a5a5d #1b1b1c", 60), { rim: 8 }) +
    group("rotate(-24 820 452)", path(box(768, 436, 104, 32, 14), b.lin("#f1f2f3 #83898e", 90))) +
    b.screw(470, 350, 13, BLACK) +
    b.screw(930, 380, 13, BLACK, 70) +
    b.screw(920, 530, 13, BLACK, 20) +
    path(
      poly(
        [
          [978, 346],
          [1100, 362],
          [1100, 532],
          [978, 546],
        ],
        12,
      ),
      b.lin("#33363a #f0f2f3@.22 #a9aeb3@.42 #5c6166@.72 #2f3236@.94 #6b7075", 90),
    ) +
    path(
      poly(
        [
          [1100, 376],
          [1210, 394],
          [1210, 500],
          [1100, 518],
        ],
        12,
      ),
      b.lin(BLACK, 90),
    ) +
    times(9, (i) =>
      line(`M${1112 + i * 11} ${382 + i * 1.6}V${512 - i * 1.6}`, "#000", 4, `stroke-opacity=".5"`),
    ) +
    path(
      poly(
        [
          [1210, 408],
          [1262, 424],
          [1262, 470],
          [1210, 486],
        ],
        8,
      ),
      b.lin("#1b1b1d #6d6d71@.25 #29292b@.6 #101011", 90),
    ) +
    path(box(1024, 326, 62, 240, 18), b.lin(BLACK, 90)) +
    rubber(
      b,
      poly(
        [
          [1018, 560],
          [1092, 560],
          [1096, 640],
          [1104, 800, 30],
          [1084, 860, 30],
          [1024, 860, 30],
          [1006, 800, 30],
          [1014, 640],
        ],
        18,
      ),
      10,
    ) +
    times(8, (i) => line(`M1026 ${650 + i * 22}H1084`, "#000", 7, `stroke-opacity=".45"`)) +
    b.tube("M760 306H1240", 9, ["#5b6065", "#b4b9bd", "#ffffff"]) +
    path(box(1030, 292, 50, 40, 10), b.lin(BLACK, 90))
  );
}

function rotaryHammer(b: Brush): string[] {
  return [
    group(
      "translate(-30 50)",
      b.floor(640, 990, 420, 36, 0.34),
      cord(b, "M420 890C400 980 300 1000 240 1040S100 1060 40 1020", 26),
      sdsBit(b, 1230, 447, 290, 15),
      hammerBody(b),
      path(
        poly(
          [
            [380, 886],
            [470, 880],
            [452, 960],
            [404, 964],
          ],
          12,
        ),
        b.lin(BLACK),
      ),
    ),
  ];
}

function sdsDetail(b: Brush): string[] {
  return [
    group("translate(-1480 -560) scale(1.9)", sdsBit(b, 1230, 447, 330, 15), hammerBody(b)),
    ...[760, 880, 1000].map((y, i) =>
      group(
        `rotate(${[-2, 1, -1][i]} 1200 ${y})`,
        b.cast(box(840 + i * 40, y + 60 - 12, 640 - i * 60, 24), 8, 22, 10, 0.36),
        sdsBit(b, 840 + i * 40, y + 60, 640 - i * 60, [24, 18, 13][i] ?? 18),
      ),
    ),
  ];
}

function jigsaw(b: Brush): string[] {
  const body = poly(
    [
      [420, 640, 50],
      [470, 520, 60],
      [520, 330, 80],
      [640, 250, 60],
      [980, 240, 70],
      [1110, 320, 70],
      [1150, 520, 60],
      [1160, 860, 20],
      [1000, 880, 20],
      [880, 840, 40],
      [520, 850, 40],
      [430, 780, 50],
    ],
    30,
  );
  const hole = poly(
    [
      [600, 450, 50],
      [680, 372, 40],
      [940, 372, 40],
      [960, 440, 40],
      [920, 540, 40],
      [640, 590, 50],
      [580, 540, 40],
    ],
    30,
  );
  const blade: Point[] = [
    [1062, 860],
    [1112, 860],
    [1112, 1090],
    [1090, 1110],
    [1062, 1110],
  ];
  return [
    b.floor(800, 1010, 480, 36, 0.36),
    cord(b, "M440 720C330 720 250 740 220 640S300 460 190 420S60 470 30 430", 26),
    path(
      poly(
        [
          [340, 680],
          [440, 664],
          [440, 760],
          [340, 746],
        ],
        12,
      ),
      b.lin(BLACK, 90),
    ),
    path(poly(blade, 3), b.lin("#8d9296 #f4f6f7@.4 #9ba0a5")),
    times(15, (i) =>
      path(`M1112 ${894 + i * 13}L1126 ${899 + i * 13}L1112 ${907 + i * 13}Z`, "#7d8287"),
    ),
    path(box(1040, 830, 96, 76, 8), b.lin(STEEL)),
    path(oval(1044, 918, 22), b.lin(STEEL, 45)),
    path(
      poly(
        [
          [380, 930],
          [1200, 930],
          [1290, 918],
          [1316, 940],
          [1290, 968],
          [380, 972],
          [356, 950],
        ],
        12,
      ),
      b.lin("#f4f5f6 #aab0b4@.35 #6d7378@.8 #8f959a", 90),
    ),
    path(
      poly(
        [
          [480, 850],
          [980, 850],
          [1010, 934],
          [440, 934],
        ],
        14,
      ),
      b.lin("#7d8287 #d7dadc@.3 #83898e@.7 #4e5358", 90),
    ),
    line("M480 896H960", "#3f4347", 3, `stroke-opacity=".5"`),
    `<g>${b.cast(body, 10, 22, 16, 0.22)}</g>`,
    b
      .solid(`${body}${hole}`, b.lin(EARTH, 70), { rim: 0.01, light: 0, shade: 0 })
      .replaceAll(`fill="url`, `fill-rule="evenodd" fill="url`),
    b.clip(
      `${body}${hole}`,
      b.solid(body, b.lin(EARTH, 70), { rim: 20, light: 0.42, shade: 0.42 }),
      line(hole, "#000", 26, `stroke-opacity=".22" transform="translate(-6 -8)"`),
      rubber(
        b,
        poly(
          [
            [480, 200],
            [1020, 200],
            [1010, 330, 40],
            [920, 380],
            [680, 380],
            [600, 450, 40],
            [560, 580],
            [430, 600],
          ],
          30,
        ),
        12,
      ),
      times(14, (i) => line(`M${660 + i * 22} 282V344`, "#000", 8, `stroke-opacity=".4"`)),
    ),
    line(hole, "#3d1607", 3, `stroke-opacity=".7"`),
    slots(520, 690, 5, 130, 13, 27),
    b.solid(oval(760, 740, 60), b.lin("#5a5a5d #1b1b1c", 60), { rim: 8 }),
    path(box(750, 690, 20, 56, 8), "#e8e2d6"),
    times(6, (i) =>
      path(
        oval(760 + 82 * Math.cos(3.6 + i * 0.45), 740 + 82 * Math.sin(3.6 + i * 0.45), 5),
        "#f6e3c5",
      ),
    ),
    b.solid(
      poly(
        [
          [690, 384],
          [800, 384],
          [790, 420, 14],
          [720, 430],
        ],
        10,
      ),
      b.lin("#4a4a4d #17171a", 60),
      { rim: 5 },
    ),
    b.solid(
      poly(
        [
          [1010, 560],
          [1150, 540],
          [1164, 860],
          [1010, 880],
        ],
        16,
      ),
      b.lin(ALLOY, 20),
      { rim: 8 },
    ),
    line("M1040 620V820M1076 614V816M1112 608V812", "#5f656a", 6, `stroke-opacity=".55"`),
    b.screw(1040, 590, 11),
    b.screw(1126, 580, 11, STEEL, 70),
    path(
      poly(
        [
          [1120, 820],
          [1210, 826],
          [1216, 900],
          [1120, 906],
        ],
        10,
      ),
      "#cfe0e6",
      `fill-opacity=".5"`,
    ),
    line("M1124 824H1206L1212 896", "#fff", 3, `stroke-opacity=".8"`),
    b.screw(470, 800, 12, BLACK),
    b.screw(900, 800, 12, BLACK, 50),
  ];
}

function mixer(b: Brush): string[] {
  const frame =
    "M470 330C470 180 560 150 800 150S1130 180 1130 330C1130 420 1080 460 960 470H640C520 460 470 420 470 330Z";
  const gap =
    "M560 330C560 250 600 230 680 226V390C600 390 560 380 560 330ZM1040 330C1040 250 1000 230 920 226V390C1000 390 1040 380 1040 330Z";
  const shaft: [string, string, string] = ["#4b4f53", "#a9aeb3", "#ffffff"];
  const blade = (y: number, side: 1 | -1) =>
    path(
      `M800 ${y}C${800 + side * 90} ${y - 20} ${800 + side * 150} ${y + 20} ${800 + side * 150} ${y + 70}C${800 + side * 130} ${y + 100} ${800 + side * 40} ${y + 90} 800 ${y + 60}Z`,
      b.lin(side > 0 ? "#c9ced2 #6d7378@.6 #43474b" : "#6d7378 #f4f6f7@.4 #a2a8ad", 30),
    ) +
    line(
      `M800 ${y}C${800 + side * 90} ${y - 20} ${800 + side * 150} ${y + 20} ${800 + side * 150} ${y + 70}`,
      "#fff",
      3,
      `stroke-opacity=".7"`,
    );
  return [
    b.floor(800, 1130, 230, 24, 0.4),
    cord(b, "M1128 330C1260 320 1330 380 1320 480S1240 640 1330 720S1480 740 1560 700", 26),
    b.tube("M800 640V1100", 30, shaft),
    b.cast("M640 880H960V1110H640Z", 8, 20, 18, 0.2),
    line(oval(800, 1108, 168, 30), "#4b4f53", 18),
    line(oval(800, 1105, 168, 30), "#c5cace", 9),
    blade(870, -1),
    blade(900, 1),
    blade(980, -1),
    blade(1010, 1),
    b.tube("M800 860V1110", 24, shaft),
    ...[-1, 1].map((s) =>
      b.tube(
        `M800 862C${800 + s * 130} 866 ${800 + s * 170} 900 ${800 + s * 168} 960V1104`,
        16,
        shaft,
      ),
    ),
    b.solid(
      poly(
        [
          [730, 640],
          [870, 640],
          [856, 716],
          [744, 716],
        ],
        10,
      ),
      b.lin(STEEL),
      { rim: 4 },
    ),
    path(box(766, 712, 68, 46, 8), b.lin(BLACK)),
    b.solid(
      poly(
        [
          [690, 540],
          [910, 540],
          [896, 656],
          [704, 656],
        ],
        20,
      ),
      b.lin("#5f656a #e8eaec@.26 #b1b6ba@.5 #6d7277@.85 #999ea2"),
      { rim: 7 },
    ),
    times(4, (i) => line(`M704 ${570 + i * 22}H896`, "#4b4f53", 5, `stroke-opacity=".45"`)),
    b.clip(`${frame}${gap}`, b.solid(frame, b.lin(RUBBER, 60), { rim: 16, light: 0.4 })),
    line(gap, "#000", 4, `stroke-opacity=".5"`),
    times(7, (i) =>
      line(`M492 ${268 + i * 19}H544M1056 ${268 + i * 19}H1108`, "#000", 8, `stroke-opacity=".5"`),
    ),
    shell(
      b,
      poly(
        [
          [640, 130, 60],
          [960, 130, 60],
          [950, 330],
          [930, 550, 40],
          [670, 550, 40],
          [650, 330],
        ],
        40,
      ),
      EARTH,
      18,
    ),
    slots(700, 190, 5, 200, 14, 29),
    path(box(690, 420, 220, 84, 20), b.lin("#29292b #0f0f10", 90)),
    b.solid(oval(750, 462, 30), b.lin("#6a6a6e #1b1b1c", 60), { rim: 5 }),
    path(box(746, 438, 8, 24, 4), "#f6e3c5"),
    path(box(810, 446, 80, 32, 10), b.lin("#d6774a #7d3213", 90)),
    b.solid(
      poly(
        [
          [1046, 280],
          [1066, 280],
          [1066, 372],
          [1040, 372],
        ],
        8,
      ),
      b.lin("#d6774a #7d3213", 60),
      { rim: 4 },
    ),
    b.screw(672, 166, 12, BLACK),
    b.screw(928, 166, 12, BLACK, 40),
    b.screw(690, 526, 12, BLACK, 70),
    b.screw(910, 526, 12, BLACK, 10),
  ];
}

function sander(b: Brush): string[] {
  const body = poly(
    [
      [520, 800, 30],
      [540, 660, 60],
      [600, 560, 60],
      [600, 400, 60],
      [520, 330, 60],
      [640, 210, 120],
      [900, 200, 140],
      [1080, 290, 90],
      [1060, 380, 60],
      [980, 440, 70],
      [1000, 600, 60],
      [1080, 700, 60],
      [1090, 800, 30],
    ],
    40,
  );
  return [
    b.floor(790, 1000, 430, 40, 0.4),
    cord(b, "M1070 320C1180 290 1260 320 1300 420S1420 560 1560 520", 26),
    path(
      poly(
        [
          [1050, 280],
          [1150, 270],
          [1160, 356],
          [1056, 372],
        ],
        14,
      ),
      b.lin(BLACK, 90),
    ),
    b.solid(
      poly(
        [
          [300, 700, 60],
          [330, 480, 80],
          [460, 450, 60],
          [520, 520],
          [540, 760],
          [520, 830],
          [380, 840, 60],
        ],
        40,
      ),
      b.lin("#4a4a4d #2a2a2c@.4 #111112", 40),
      { rim: 16, light: 0.28 },
    ),
    times(9, (i) =>
      line(
        `M${350 + i * 18} ${510 - i * 3}V${810 + (i % 2) * 8}`,
        "#000",
        4,
        `stroke-opacity=".32"`,
      ),
    ),
    path(
      poly(
        [
          [470, 620],
          [560, 600],
          [570, 720],
          [470, 730],
        ],
        12,
      ),
      b.lin(BLACK, 90),
    ),
    path(
      "M400 890A400 74 0 0 0 1200 890V926A400 74 0 0 1 400 926Z",
      b.lin("#17171a #6d6d71@.25 #2b2b2d@.6 #0e0e0f"),
    ),
    path(
      "M400 926A400 74 0 0 0 1200 926V944A400 74 0 0 1 400 944Z",
      b.lin("#7a4a2c #d9a06e@.26 #b3754a@.6 #5d3520"),
    ),
    path(oval(800, 890, 400, 74), b.lin("#3a3a3d #707074@.3 #2b2b2d@.6 #17171a")),
    times(20, (i) =>
      path(
        oval(800 + 390 * Math.cos(0.1 + i * 0.15), 936 + 68 * Math.sin(0.1 + i * 0.15), 3),
        "#f0c79a",
        `fill-opacity=".4"`,
      ),
    ),
    b.solid(
      "M470 880C470 800 520 770 800 770S1130 800 1130 880A330 56 0 0 1 470 880Z",
      b.lin(RUBBER, 60),
      { rim: 12 },
    ),
    times(15, (i) =>
      line(
        `M${524 + i * 39} ${806 - 26 * Math.sin(i * 0.22)}V${900 + 22 * Math.sin(i * 0.22)}`,
        "#000",
        7,
        `stroke-opacity=".35"`,
      ),
    ),
    b.cast(body, 8, 14, 14, 0.2),
    shell(b, body, NIGHT, 22),
    b.clip(
      body,
      rubber(
        b,
        poly(
          [
            [480, 180],
            [1120, 180],
            [1100, 330, 60],
            [960, 350],
            [740, 330, 60],
            [620, 400],
            [560, 360],
          ],
          40,
        ),
        14,
      ),
      times(16, (i) =>
        path(
          oval(700 + (i % 8) * 44, 248 + Math.floor(i / 8) * 40, 8),
          "#000",
          `fill-opacity=".4"`,
        ),
      ),
    ),
    slots(660, 620, 6, 250, 14, 28),
    b.solid(box(930, 650, 90, 50, 20), b.lin("#5a5a5d #1b1b1c", 90), { rim: 5 }),
    times(5, (i) => line(`M${944 + i * 15} 660V690`, "#000", 4, `stroke-opacity=".6"`)),
    seam("M606 470C720 520 880 520 980 470"),
    b.screw(640, 560, 12, BLACK),
    b.screw(960, 560, 12, BLACK, 50),
  ];
}

function saw(b: Brush): string[] {
  const [cx, cy] = [760, 700];
  const tooth = (i: number, n: number, r: number): string => {
    const a = (i * 2 * Math.PI) / n;
    const at = (k: number, q: number) =>
      `${(cx + q * Math.cos(a + k)).toFixed(1)} ${(cy + q * Math.sin(a + k)).toFixed(1)}`;
    return `M${at(0, r - 8)}L${at(0.03, r + 14)}L${at(0.075, r + 10)}L${at(0.12, r - 12)}Z`;
  };
  const handle = poly(
    [
      [560, 250, 80],
      [700, 190, 60],
      [900, 210, 60],
      [1150, 330, 80],
      [1220, 470, 60],
      [1200, 600, 50],
      [1080, 620, 40],
      [960, 560, 40],
      [760, 540, 60],
      [620, 470, 50],
      [520, 360, 60],
    ],
    40,
  );
  const hole = poly(
    [
      [780, 330, 40],
      [900, 318, 40],
      [1080, 410, 50],
      [1100, 500, 40],
      [1040, 520, 30],
      [880, 450, 40],
      [780, 410, 40],
    ],
    30,
  );
  return [
    b.floor(800, 1010, 560, 40, 0.36),
    cord(b, "M1200 520C1320 500 1400 560 1390 660S1440 800 1560 780", 26),
    path(oval(cx, cy, 318), b.lin("#f7f8f9 #a9aeb3@.35 #e4e7e9@.5 #83898e@.75 #5f656a", 35)),
    path(
      times(24, (i) => tooth(i, 24, 318)),
      b.lin("#d9dde0 #6d7378", 60),
    ),
    times(10, (i) =>
      line(oval(cx, cy, 60 + i * 26), i % 2 ? "#fff" : "#5f656a", 1.6, `stroke-opacity=".35"`),
    ),
    times(6, (i) =>
      line(
        `M${cx + 200 * Math.cos(i * 1.047)} ${cy + 200 * Math.sin(i * 1.047)}q14 10 8 30`,
        "#43474b",
        5,
        `stroke-opacity=".7"`,
      ),
    ),
    b.solid(
      `M${cx - 356} ${cy + 40}A358 358 0 1 1 ${cx + 352} ${cy - 60}L${cx + 352} ${cy + 30}H${cx + 130}A140 140 0 0 0 ${cx - 130} ${cy + 30}H${cx - 330}Z`,
      b.lin(ALLOY, 70),
      { rim: 14 },
    ),
    times(5, (i) =>
      line(`M${cx - 320 + i * 24} ${cy - 30 - i * 34}l92 22`, "#5f656a", 9, `stroke-opacity=".5"`),
    ),
    path(oval(cx, cy, 92), b.lin("#5a5a5d #1b1b1c", 60)),
    b.solid(oval(cx, cy, 66), b.lin(STEEL, 45), { rim: 5 }),
    path(
      poly(
        [
          [cx - 26, cy - 15],
          [cx, cy - 30],
          [cx + 26, cy - 15],
          [cx + 26, cy + 15],
          [cx, cy + 30],
          [cx - 26, cy + 15],
        ],
        3,
      ),
      b.lin("#5f656a #f1f2f3", 45),
    ),
    shell(
      b,
      poly(
        [
          [890, 520, 50],
          [1180, 540, 60],
          [1230, 640, 50],
          [1230, 760, 50],
          [1150, 830, 60],
          [930, 830, 40],
          [880, 700],
        ],
        40,
      ),
      RUBBER,
      14,
    ),
    slots(980, 620, 6, 180, 14, 28),
    b.clip(
      `${handle}${hole}`,
      b.solid(handle, b.lin(EARTH, 70), { rim: 20, light: 0.42, shade: 0.42 }),
      rubber(
        b,
        poly(
          [
            [760, 150],
            [1240, 260],
            [1260, 500],
            [1150, 480, 40],
            [1090, 380, 40],
            [900, 300],
            [760, 300],
          ],
          30,
        ),
        12,
      ),
      line(hole, "#000", 20, `stroke-opacity=".25" transform="translate(-5 -7)"`),
    ),
    line(hole, "#3d1607", 3, `stroke-opacity=".6"`),
    b.solid(
      poly(
        [
          [850, 430],
          [950, 474],
          [930, 510],
          [850, 470],
        ],
        12,
      ),
      b.lin("#4a4a4d #17171a", 60),
      { rim: 5 },
    ),
    b.solid(
      poly(
        [
          [520, 300, 40],
          [470, 210, 40],
          [520, 150, 40],
          [620, 160, 40],
          [640, 240],
        ],
        20,
      ),
      b.lin(RUBBER, 60),
      { rim: 10 },
    ),
    path(
      poly(
        [
          [330, 776],
          [1260, 776],
          [1330, 766],
          [1350, 790],
          [1330, 816],
          [330, 820],
          [306, 798],
        ],
        10,
      ),
      b.lin("#f4f5f6 #aab0b4@.35 #6d7378@.8 #8f959a", 90),
    ),
    path(
      poly(
        [
          [380, 750],
          [470, 690],
          [490, 776],
          [380, 776],
        ],
        6,
      ),
      b.lin(STEEL, 60),
    ),
    b.solid(oval(430, 742, 30), b.lin("#5a5a5d #1b1b1c", 60), { rim: 5 }),
    b.screw(620, 300, 13, BLACK),
    b.screw(690, 480, 13, BLACK, 50),
    b.screw(1150, 580, 13, BLACK, 20),
  ];
}

export const powerDrawings: Drawings = {
  "perceuse-visseuse-sans-fil-18v": scene(framed(0.94, -30, 0, drill)),
  "perceuse-visseuse-sans-fil-18v-2": scene(drillDetail),
  "perceuse-visseuse-sans-fil-18v-3": scene(batterySet),
  "meuleuse-angulaire-125mm-900w": scene(framed(0.94, 0, 20, grinder)),
  "perforateur-sds-plus-800w": scene(framed(0.9, -20, 40, rotaryHammer)),
  "perforateur-sds-plus-800w-2": scene(sdsDetail),
  "scie-sauteuse-650w": scene(jigsaw),
  "visseuse-a-chocs-18v": scene(impactDriver),
  "malaxeur-electrique-1400w": scene(mixer),
  "ponceuse-excentrique-125mm": scene(sander),
  "scie-circulaire-1200w-185mm": scene(saw),
};
