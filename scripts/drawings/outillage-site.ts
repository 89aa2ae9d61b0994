import {
  BLACK,
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
import { trowelHandle } from "./outillage-hand";
import type { Drawings } from "./studio";

const EARTH = "#e08a5c #c2602f@.3 #a84a20@.6 #7d3213";
const YELLOW = "#ffe9a0 #ecbd4a@.35 #d09a2b@.7 #946813";
const ALU = "#8d9399 #f6f7f8@.2 #c9cdd1@.5 #a2a8ad@.75 #6d7378";

/** A seven-bar digit, as measuring instruments show it. */
function digit(x: number, y: number, h: number, value: number): string {
  const lit =
    [
      0b1110111, 0b0100100, 0b1011101, 0b1101101, 0b0101110, 0b1101011, 0b1111011, 0b0100101,
      0b1111111, 0b1101111,
    ][value] ?? 0;
  const w = h * 0.52;
  const t = h * 0.11;
  const bars = [
    box(x + t, y, w - 2 * t, t, 2),
    box(x, y + t, t, h / 2 - t * 1.3, 2),
    box(x + w - t, y + t, t, h / 2 - t * 1.3, 2),
    box(x + t, y + h / 2 - t / 2, w - 2 * t, t, 2),
    box(x, y + h / 2 + t * 0.3, t, h / 2 - t * 1.3, 2),
    box(x + w - t, y + h / 2 + t * 0.3, t, h / 2 - t * 1.3, 2),
    box(x + t, y + h - t, w - 2 * t, t, 2),
  ];
  return bars.map((bar, i) => (lit & (1 << i) ? path(bar, "#1d2a22") : "")).join("");
}

function vial(b: Brush, cx: number, cy: number, w: number, h: number, shift = 0): string {
  return (
    path(
      box(cx - w / 2, cy - h / 2, w, h, h * 0.42),
      b.lin("#7d9a2c #e9ff8a@.3 #c9ea4d@.55 #7d9a2c", 90),
    ) +
    path(
      oval(cx + shift, cy - h * 0.08, w * 0.17, h * 0.3),
      b.lin("#ffffff #f4ffc4@.5 #b4cf4e", 90),
    ) +
    line(oval(cx + shift, cy - h * 0.08, w * 0.17, h * 0.3), "#56701a", 2, `stroke-opacity=".7"`) +
    line(
      `M${cx - w * 0.19} ${cy - h / 2}V${cy + h / 2}M${cx + w * 0.19} ${cy - h / 2}V${cy + h / 2}`,
      "#1b2208",
      3.4,
    ) +
    path(
      box(cx - w * 0.44, cy - h * 0.38, w * 0.88, h * 0.16, h * 0.08),
      "#fff",
      `fill-opacity=".8"`,
    )
  );
}

function laserBody(b: Brush): string {
  return (
    b.solid(
      poly(
        [
          [560, 420, 70],
          [640, 330, 60],
          [960, 330, 60],
          [1040, 420, 70],
          [1046, 850, 50],
          [990, 900, 40],
          [610, 900, 40],
          [554, 850, 50],
        ],
        50,
      ),
      b.lin("#5a5a5d #343437@.35 #1b1b1d", 60),
      { rim: 16, light: 0.35 },
    ) +
    b.solid(
      poly(
        [
          [600, 560],
          [640, 500, 40],
          [960, 500, 40],
          [1000, 560],
          [1000, 800, 40],
          [950, 850, 40],
          [650, 850, 40],
          [600, 800, 40],
        ],
        40,
      ),
      b.lin(YELLOW, 60),
      { rim: 10 },
    ) +
    path(
      poly(
        [
          [636, 404],
          [678, 360],
          [922, 360],
          [964, 404],
          [964, 476, 20],
          [636, 476, 20],
        ],
        24,
      ),
      "#0b0c0d",
    ) +
    path(
      poly(
        [
          [650, 408],
          [686, 372],
          [914, 372],
          [950, 408],
          [950, 462],
          [650, 462],
        ],
        18,
      ),
      b.lin("#32463c #15201b@.4 #0c1310@.7 #24332b", 50),
    ) +
    path(
      poly(
        [
          [660, 408],
          [690, 378],
          [770, 378],
          [700, 460],
          [660, 460],
        ],
        8,
      ),
      "#fff",
      `fill-opacity=".16"`,
    ) +
    b.glow(800, 420, 120, 70, "#6dff9a", 0.95) +
    path(oval(800, 420, 17), b.rad("#ffffff #c9ffd9@.4 #35d06b")) +
    path(box(640, 560, 320, 96, 20), b.lin("#29292b #101011", 90)) +
    path(oval(706, 608, 30), b.lin("#5a5a5d #1b1b1d", 50)) +
    line("M706 590V606M692 598A18 18 0 1 0 720 598", "#f4f5f6", 4.5) +
    path(oval(800, 608, 30), b.lin("#5a5a5d #1b1b1d", 50)) +
    line("M800 590V626M782 608H818", "#7dffa6", 4.5) +
    path(oval(894, 608, 12), b.rad("#e2ffe0 #58d26b@.6 #2b8a3c")) +
    b.glow(894, 608, 40, 40, "#8af09a", 0.6) +
    b.solid(box(690, 710, 220, 90, 44), b.lin("#4a4a4d #1b1b1c", 90), { rim: 6 }) +
    b.solid(box(700, 720, 104, 70, 34), b.lin(EARTH, 90), { rim: 5 }) +
    times(4, (i) => line(`M${730 + i * 14} 738V772`, "#5a210b", 4, `stroke-opacity=".6"`)) +
    [
      [604, 440],
      [996, 440],
      [620, 866],
      [980, 866],
    ]
      .map(([x = 0, y = 0], i) => b.screw(x, y, 11, BLACK, i * 40))
      .join("") +
    path(
      poly(
        [
          [640, 896],
          [960, 896],
          [976, 960],
          [624, 960],
        ],
        14,
      ),
      b.lin(BLACK),
    ) +
    path(
      "M570 962A230 36 0 0 1 1030 962V984A230 36 0 0 1 570 984Z",
      b.lin("#101011 #5a5a5d@.3 #232325@.6 #0c0c0d"),
    ) +
    path(oval(800, 962, 230, 36), b.lin("#2b2b2d #5a5a5d@.4 #1b1b1d")) +
    path(
      poly(
        [
          [650, 894],
          [950, 894],
          [964, 958],
          [636, 958],
        ],
        12,
      ),
      b.lin("#1b1b1d #5f5f63@.28 #2b2b2d@.6 #111112"),
    ) +
    times(11, (i) =>
      line(`M${664 + i * 27} 904L${658 + i * 28.4} 950`, "#000", 6, `stroke-opacity=".4"`),
    )
  );
}

function beam(d: string, w: number): string {
  return (
    haze(d, "#3dff7d", w * 3, 0.5, w * 1.6) +
    line(d, "#5dff93", w, `stroke-opacity=".95"`) +
    line(d, "#f2fff6", w * 0.36)
  );
}

function crossLaser(b: Brush): string[] {
  const bar = (x: number, y: number, w: number, h: number, angle: number) =>
    path(box(x, y, w, h), b.lin("#38f57a/0 #38f57a/.9@.5 #38f57a/0", angle));
  return [
    b.floor(800, 1006, 320, 30, 0.44),
    bar(150, 402, 1300, 36, 90),
    bar(782, 60, 36, 700, 0),
    path(
      box(120, 416, 1360, 8, 4),
      b.lin("#5dff93/0 #8dffb4@.25 #f2fff6@.5 #8dffb4@.75 #5dff93/0"),
    ),
    path(box(796, 40, 8, 380, 4), b.lin("#5dff93/0 #8dffb4@.4 #f2fff6", 90)),
    laserBody(b),
  ];
}

function laserAtWork(b: Brush): string[] {
  const tile = (x: number, y: number, i: number) =>
    path(
      box(x + 3, y + 3, 194, 134, 4),
      b.lin(["#f4efe6 #e0d6c6", "#f8f3eb #e6ddce", "#efe8dc #dacfbd"][i % 3] ?? "#f4efe6", 60),
    );
  return [
    path(box(0, 0, 1600, 1200), b.lin("#b9a88f #d3c3a9@.5 #a8977c", 60)),
    path(box(0, 440, 1600, 560), "#b7a992"),
    times(32, (i) => tile((i % 8) * 200, 440 + Math.floor(i / 8) * 140, i * 7 + Math.floor(i / 3))),
    path(box(0, 0, 1600, 1000), b.rad("#1b1408/0@.3 #1b1408/.45", 0.4, 0.4, 0.8)),
    path(box(0, 1000, 1600, 200), b.lin("#7d6a52 #b39b7b@.4 #8d7758", 90)),
    path(box(0, 990, 1600, 14), "#5a4a36", `fill-opacity=".55"`),
    beam("M-20 440H1620", 8),
    beam("M600 -20V1000L640 1200", 8),
    b.glow(600, 440, 120, 120, "#a8ffc4", 0.6),
    b.floor(1130, 1120, 260, 26, 0.5),
    ...[
      [1130, 930, 960, 1130],
      [1130, 930, 1310, 1130],
      [1130, 930, 1140, 1160],
    ].map(
      ([x1, y1, x2, y2]) =>
        b.tube(`M${x1} ${y1}L${x2} ${y2}`, 22, ["#17181a", "#5f656a", "#e4e7e9"]) +
        path(oval(x2 ?? 0, y2 ?? 0, 17, 12), "#17181a"),
    ),
    b.tube("M1130 850V1010", 34, ["#17181a", "#5f656a", "#e4e7e9"]),
    path(box(1086, 910, 88, 44, 12), b.lin(BLACK)),
    group("translate(690 330) scale(.55)", laserBody(b)),
  ];
}

function rangefinder(b: Brush): string[] {
  const body = poly(
    [
      [-200, -430, 40],
      [200, -430, 40],
      [214, -120, 60],
      [200, 420, 70],
      [150, 470, 60],
      [-150, 470, 60],
      [-200, 420, 70],
      [-214, -120, 60],
    ],
    50,
  );
  const key = (x: number, y: number, r: number, tone: string) =>
    b.solid(oval(x, y, r), b.lin(tone, 60), { rim: 5 });
  return [
    group(
      "translate(800 610) rotate(14) scale(1.02)",
      b.cast(body, 30, 40, 24, 0.42),
      b.solid(body, b.lin(YELLOW, 40), { rim: 16, turn: 14 }),
      b.clip(
        body,
        b.solid(
          poly(
            [
              [-168, -440],
              [168, -440],
              [176, -60, 60],
              [160, 430, 60],
              [130, 446],
              [-130, 446],
              [-160, 430, 60],
              [-176, -60, 60],
            ],
            40,
          ),
          b.lin("#57575a #2b2b2d@.4 #161617", 50),
          { rim: 10, light: 0.3 },
        ),
      ),
      path(box(-150, -466, 300, 44, 14), b.lin("#101011 #4a4a4d@.3 #1b1b1d")),
      path(oval(-70, -452, 34, 12), b.rad("#ff9a86 #8c1a10@.6 #2b0806")),
      path(oval(64, -452, 50, 13), b.rad("#5b7f96 #1b2a38")),
      path(box(-140, -380, 280, 300, 22), "#08090a"),
      path(box(-124, -364, 248, 268, 12), b.lin("#c9d8c2 #b1c4a9@.5 #9db394", 60)),
      times(3, (i) => line(`M-104 ${-286 + i * 66}H104`, "#5f7058", 2, `stroke-opacity=".5"`)),
      [2, 4, 8].map((v, i) => digit(-104 + i * 40 + (i > 0 ? 8 : 0), -338, 42, v)).join(""),
      [3, 1, 0].map((v, i) => digit(-104 + i * 40 + (i > 0 ? 8 : 0), -274, 42, v)).join(""),
      [7, 6, 8, 8].map((v, i) => digit(-104 + i * 50 + (i > 0 ? 8 : 0), -196, 76, v)).join(""),
      path(oval(-62, -293, 4), "#1d2a22"),
      path(oval(-62, -229, 4), "#1d2a22"),
      path(oval(-52, -119, 6), "#1d2a22"),
      line("M66 -330H104M66 -322V-338M104 -322V-338", "#1d2a22", 4),
      path(
        poly(
          [
            [-124, -364],
            [10, -364],
            [-124, -150],
          ],
          6,
        ),
        "#fff",
        `fill-opacity=".28"`,
      ),
      key(0, 30, 72, "#f08a5c #c2602f@.4 #7d3213"),
      line("M0 2V58M-28 30H28M-46 30a46 46 0 0 1 8 -26", "#ffe9dc", 6, `stroke-opacity=".9"`),
      ...[
        [-96, 160],
        [96, 160],
        [-96, 270],
        [96, 270],
        [0, 200],
        [0, 310],
      ].map(([x = 0, y = 0]) => key(x, y, 40, "#7d7d81 #3a3a3d@.5 #1b1b1d")),
      line(
        "M-110 160H-82M-96 146V174M82 160H110M-110 270H-82V256M80 282L96 256L112 282ZM-14 200H14M-14 190H14M-14 210H14M-12 322L12 298M-12 298L12 322",
        "#e9ebed",
        4.5,
      ),
      times(5, (i) => line(`M-60 ${386 + i * 13}H60`, "#000", 5, `stroke-opacity=".5"`)),
      path(box(182, -30, 36, 150, 14), b.lin(BLACK)),
      path(box(-218, -30, 36, 150, 14), b.lin(BLACK)),
    ),
  ];
}

export function spiritLevel(b: Brush): string {
  const d = box(-660, -78, 1320, 156, 8);
  const window = (x: number, w: number) => box(x - w / 2, -52, w, 104, 18);
  const plumb = (x: number, turn: number) =>
    path(oval(x, 0, 58), "#101011") +
    path(oval(x, 0, 52), b.lin("#d9cdb8 #f6f1e8", 60)) +
    group(
      `rotate(${turn} ${x} 0)`,
      path(box(x - 52, -26, 104, 52, 20), "#101011", `fill-opacity=".4"`),
      vial(b, x, 0, 92, 40, turn ? 3 : -2),
    );
  return (
    b.cast(d, 14, 40, 18, 0.4) +
    path(d, b.lin(ALU, 90)) +
    path(box(-640, -50, 1280, 100, 6), b.lin("#b1502a #d6774a@.2 #b4532a@.6 #7d3213", 90)) +
    times(26, (i) =>
      line(`M-640 ${-48 + i * 3.8}H640`, i % 2 ? "#fff" : "#4a1a08", 1, `stroke-opacity=".12"`),
    ) +
    line("M-656 -74H656", "#fff", 4, `stroke-opacity=".9"`) +
    line("M-656 72H656", "#43474b", 4, `stroke-opacity=".7"`) +
    path(window(0, 250), "#0f1011") +
    path(box(-112, -62, 224, 100, 16), b.lin("#d9cdb8 #f6f1e8", 60)) +
    path(box(-112, 10, 224, 30, 10), "#101011", `fill-opacity=".65"`) +
    vial(b, 0, -16, 190, 54, 4) +
    plumb(-470, 90) +
    plumb(470, 45) +
    [-1, 1]
      .map((s) => b.solid(box(s * 662 - 18, -86, 36, 172, 10), b.lin(BLACK), { rim: 5 }))
      .join("") +
    path(box(-330, -20, 120, 40, 20), "#2c1208", `fill-opacity=".65"`) +
    path(box(210, -20, 120, 40, 20), "#2c1208", `fill-opacity=".65"`) +
    path(box(-326, -14, 112, 36, 18), "#d9cdb8") +
    path(box(214, -14, 112, 36, 18), "#d9cdb8") +
    path(box(-326, -14, 112, 12, 6), "#2c1208", `fill-opacity=".35"`) +
    path(box(214, -14, 112, 12, 6), "#2c1208", `fill-opacity=".35"`)
  );
}

export function tapeMeasure(b: Brush): string {
  const body = poly(
    [
      [-250, 230, 30],
      [-262, -60, 160],
      [-150, -240, 150],
      [120, -240, 150],
      [250, -90, 120],
      [262, 180, 20],
      [230, 230, 20],
    ],
    60,
  );
  const blade = "M240 178H920V224H240Z";
  return (
    b.cast(`${body}${blade}`, 18, 34, 18, 0.4) +
    path(blade, b.lin("#fff2a8 #f4cf45@.3 #e2b52c@.8 #a87f14", 90)) +
    times(68, (i) =>
      line(
        `M${262 + i * 9.7} 180V${i % 10 === 0 ? 214 : i % 5 === 0 ? 202 : 194}`,
        i % 10 === 0 ? "#b3200f" : "#241c08",
        i % 10 === 0 ? 3.4 : 2,
      ),
    ) +
    times(6, (i) => path(box(272 + i * 97, 206, 12, 12, 2), "#241c08", `fill-opacity=".8"`)) +
    path(
      poly(
        [
          [908, 166],
          [930, 166],
          [934, 176],
          [934, 262],
          [914, 262],
          [914, 228],
          [880, 226],
          [880, 176],
        ],
        4,
      ),
      b.lin(STEEL, 30),
    ) +
    path(oval(896, 200, 5), "#43474b") +
    path(oval(918, 200, 5), "#43474b") +
    b.solid(body, b.lin("#5d5d61 #333336@.4 #19191a", 50), { rim: 18, light: 0.35 }) +
    b.solid(oval(-4, -10, 168), b.lin(EARTH, 55), { rim: 12 }) +
    line(oval(-4, -10, 140), "#5a210b", 3, `stroke-opacity=".45"`) +
    path(oval(-4, -10, 128), b.lin("#f6f7f8 #a9aeb3@.5 #e4e7e9@.7 #7d8388", 40)) +
    times(18, (i) =>
      line(
        `M-4 -10L${-4 + 122 * Math.cos(i * 0.349)} ${-10 + 122 * Math.sin(i * 0.349)}`,
        i % 2 ? "#fff" : "#5f656a",
        10,
        `stroke-opacity=".07"`,
      ),
    ) +
    b.solid(oval(-4, -10, 34), b.lin("#f6f7f8 #5f656a", 45), { rim: 4 }) +
    b.screw(-4, -10, 17) +
    b.solid(
      poly(
        [
          [110, -226, 40],
          [190, -236, 30],
          [262, -130, 40],
          [240, -96, 30],
        ],
        24,
      ),
      b.lin(YELLOW, 50),
      { rim: 7 },
    ) +
    times(4, (i) =>
      line(`M${154 + i * 22} ${-206 + i * 26}l34 -18`, "#5a3f08", 6, `stroke-opacity=".5"`),
    ) +
    b.screw(-190, 170, 13, BLACK) +
    b.screw(190, 110, 13, BLACK, 40) +
    path(
      poly(
        [
          [220, 166],
          [276, 166],
          [276, 236],
          [220, 236],
        ],
        8,
      ),
      b.lin(BLACK, 90),
    ) +
    line("M-270 -40V130", "#101011", 14) +
    line("M-270 -40V130", "#a9aeb3", 6)
  );
}

function square(b: Brush): string[] {
  const d = poly(
    [
      [300, 130],
      [420, 130],
      [420, 900],
      [1360, 900],
      [1360, 1020],
      [300, 1020],
    ],
    6,
  );
  return [
    group(
      "rotate(-7 800 600)",
      b.cast(d, 16, 26, 14, 0.38),
      b.solid(d, b.lin("#c9cdd1 #fbfcfc@.25 #b1b6ba@.5 #e4e7e9@.7 #83898e", 42), { rim: 5 }),
      b.clip(
        d,
        times(60, (i) =>
          line(
            `M300 ${1022 - i * 2.1}H1360`,
            i % 2 ? "#fff" : "#43474b",
            1,
            `stroke-opacity=".12"`,
          ),
        ),
        soft("M300 400L420 300V470L300 570Z", "#fff", 0.5, 8),
        soft("M800 900H960L860 1020H700Z", "#fff", 0.45, 8),
      ),
      times(90, (i) =>
        line(
          `M${426 + i * 10.2} 904v${i % 10 === 0 ? 46 : i % 5 === 0 ? 34 : 22}`,
          "#1d2022",
          i % 10 === 0 ? 3.2 : 2,
        ),
      ),
      times(74, (i) =>
        line(
          `M416 ${892 - i * 10.2}h${i % 10 === 0 ? -46 : i % 5 === 0 ? -34 : -22}`,
          "#1d2022",
          i % 10 === 0 ? 3.2 : 2,
        ),
      ),
      line("M304 136V1016H1356", "#5f656a", 3, `stroke-opacity=".6"`),
      line("M306 134H416", "#fff", 4),
      line("M300 900H420V1020", "#5f656a", 2, `stroke-opacity=".55"`),
      ...[
        [338, 938],
        [382, 938],
        [338, 984],
        [382, 984],
      ].map(([x = 0, y = 0]) =>
        path(oval(x, y, 11), b.rad("#ffffff #83898e@.7 #43474b", 0.35, 0.3)),
      ),
      path(oval(1316, 962, 20), "#5f656a"),
      path(oval(1317, 964, 17), "#ddd0bb"),
      path(oval(360, 174, 20), "#5f656a"),
      path(oval(361, 176, 17), "#ddd0bb"),
    ),
  ];
}

function chalkLine(b: Brush): string[] {
  const body = poly(
    [
      [480, 380, 90],
      [640, 250, 110],
      [860, 280, 90],
      [980, 420, 70],
      [1180, 560, 40],
      [1210, 620, 30],
      [1160, 680, 40],
      [980, 780, 60],
      [860, 890, 90],
      [640, 920, 110],
      [480, 790, 90],
      [440, 590, 80],
    ],
    60,
  );
  const string = "M1196 622C1300 640 1320 720 1290 800S1120 930 1060 1020";
  return [
    soft(
      "M120 1100C400 1060 700 1096 1080 1064L1110 1090C700 1122 400 1090 124 1124Z",
      "#3f66c4",
      0.3,
      9,
    ),
    line("M110 1112C400 1076 700 1108 1090 1078", "#2f55b4", 7, `stroke-opacity=".7"`),
    times(60, (i) =>
      path(
        oval(
          130 + i * 16,
          1108 - Math.sin(i * 0.4) * 5 + ((i * 13) % 24) - 12 - i * 0.4,
          2.5 + (i % 3),
        ),
        "#3f66c4",
        `fill-opacity=".35"`,
      ),
    ),
    b.cast(body, 26, 38, 24, 0.42),
    group("translate(10 16)", haze(string, "#2c1d10", 9, 0.3, 6)),
    line(string, "#234392", 9),
    line(string, "#7f9fe8", 4, `stroke-dasharray="7 7"`),
    path(
      poly(
        [
          [1026, 1006],
          [1092, 1026],
          [1076, 1076],
          [1100, 1112],
          [1060, 1124],
          [1030, 1080],
          [1008, 1056],
        ],
        10,
      ),
      b.lin(STEEL, 45),
    ),
    path(oval(1052, 1040, 11), "#43474b"),
    path(
      poly(
        [
          [1150, 560],
          [1236, 590],
          [1246, 640],
          [1150, 690],
        ],
        20,
      ),
      b.lin("#101011 #4a4a4d@.3 #1b1b1d", 90),
    ),
    path(oval(1236, 618, 15, 21), b.lin(STEEL, 60)),
    b.solid(body, b.lin("#7f95cc #44609f@.3 #2f4680@.6 #1b2a55", 55), { rim: 20 }),
    b.solid(oval(690, 590, 232), b.lin("#505053 #2b2b2d@.5 #131314", 55), { rim: 12, light: 0.35 }),
    path(oval(690, 590, 186), b.lin("#dfe8f4/.9 #9db4d8/.6@.5 #5f7fb8/.8", 50)),
    b.clip(
      oval(690, 590, 186),
      path(
        "M500 640C580 600 640 680 720 640S840 600 900 650V800H500Z",
        b.lin("#5f86dc #2f55b4", 90),
      ),
      line("M560 560H820M556 584H826M560 536H816", "#2f55b4", 12),
      path(box(640, 440, 100, 300, 30), b.lin("#e9ebed #a9aeb3"), `fill-opacity=".85"`),
      path("M520 500L620 420L660 420L540 640Z", "#fff", `fill-opacity=".45"`),
    ),
    line(oval(690, 590, 186), "#101a38", 5, `stroke-opacity=".6"`),
    b.tube("M690 590L560 720", 40, ["#0d0d0e", "#3a3a3d", "#a2a2a7"]),
    b.solid(oval(690, 590, 48), b.lin("#f6f7f8 #5f656a", 45), { rim: 6 }),
    b.screw(690, 590, 20),
    b.solid(oval(560, 720, 48), b.lin(EARTH, 50), { rim: 8 }),
    b.solid(
      poly(
        [
          [800, 266],
          [880, 250],
          [960, 340],
          [900, 380],
        ],
        24,
      ),
      b.lin(YELLOW, 50),
      { rim: 7 },
    ),
    ...[
      [520, 420],
      [880, 800],
      [540, 800],
      [1030, 600],
    ].map(([x = 0, y = 0], i) => b.screw(x, y, 14, BLACK, i * 33)),
  ];
}

function tileCutter(b: Brush): string[] {
  const steel: [string, string, string] = ["#3e4246", "#b1b6ba", "#ffffff"];
  const bed = poly(
    [
      [170, 800],
      [560, 640],
      [1450, 760],
      [1080, 960],
    ],
    8,
  );
  return [
    b.floor(810, 960, 660, 70, 0.36),
    path(
      poly(
        [
          [170, 800],
          [1080, 960],
          [1080, 1000],
          [170, 838],
        ],
        6,
      ),
      b.lin("#8f3a17 #c2602f@.4 #6f2b10"),
    ),
    path(
      poly(
        [
          [1080, 960],
          [1450, 760],
          [1450, 796],
          [1080, 1000],
        ],
        6,
      ),
      b.lin("#7d3213 #4a1a08"),
    ),
    b.solid(bed, b.lin("#e4e7e9 #b1b6ba@.4 #8d9399", 40), { rim: 5 }),
    path(
      poly(
        [
          [250, 796],
          [560, 668],
          [930, 718],
          [640, 866],
        ],
        4,
      ),
      "#4a4a4d",
      `fill-opacity=".85"`,
    ),
    path(
      poly(
        [
          [690, 876],
          [980, 726],
          [1370, 776],
          [1076, 940],
        ],
        4,
      ),
      "#4a4a4d",
      `fill-opacity=".85"`,
    ),
    b.cast(
      poly([
        [430, 776],
        [700, 660],
        [1060, 708],
        [800, 836],
      ]),
      6,
      20,
      10,
      0.35,
    ),
    path(
      poly([
        [430, 776],
        [800, 836],
        [800, 854],
        [430, 792],
      ]),
      "#c9b99c",
    ),
    path(
      poly([
        [800, 836],
        [1060, 708],
        [1060, 722],
        [800, 854],
      ]),
      "#a8977a",
    ),
    path(
      poly(
        [
          [430, 776],
          [700, 660],
          [1060, 708],
          [800, 836],
        ],
        3,
      ),
      b.lin("#fdfbf7 #efe8dc@.5 #ddd2c0", 40),
    ),
    line("M640 808L888 686", "#8a7a60", 3),
    path(
      poly([
        [470, 762],
        [640, 690],
        [700, 698],
        [540, 774],
      ]),
      "#fff",
      `fill-opacity=".6"`,
    ),
    b.solid(
      poly(
        [
          [232, 800],
          [232, 560, 20],
          [264, 540],
          [320, 552, 20],
          [320, 786],
          [276, 808],
        ],
        12,
      ),
      b.lin(EARTH),
      { rim: 7 },
    ),
    b.solid(
      poly(
        [
          [1268, 832],
          [1268, 600, 20],
          [1300, 582],
          [1360, 594, 20],
          [1360, 792],
          [1310, 834],
        ],
        12,
      ),
      b.lin(EARTH),
      { rim: 7 },
    ),
    group("translate(0 170)", haze("M270 610L1310 660M290 580L1330 628", "#2c1d10", 18, 0.3, 12)),
    b.tube("M272 620L1312 672", 26, steel),
    b.tube("M300 580L1336 630", 26, steel),
    ...[
      [276, 588],
      [1316, 640],
    ].map(([x = 0, y = 0]) => b.screw(x, y, 15, STEEL, x / 10)),
    path(
      poly(
        [
          [742, 690],
          [800, 694],
          [790, 744],
          [770, 762],
          [752, 744],
        ],
        8,
      ),
      b.lin(STEEL),
    ),
    b.solid(oval(772, 752, 26), b.lin("#f4d894 #8d6422", 45), { rim: 5 }),
    path(oval(772, 752, 8), "#43474b"),
    b.solid(
      poly(
        [
          [680, 560],
          [900, 570],
          [916, 692],
          [884, 716],
          [700, 706],
          [668, 680],
        ],
        22,
      ),
      b.lin("#5a5a5d #2b2b2d@.4 #131314", 50),
      { rim: 10, light: 0.35 },
    ),
    b.screw(716, 600, 12),
    b.screw(868, 680, 12, STEEL, 60),
    path(
      poly(
        [
          [640, 690],
          [690, 700],
          [680, 790],
          [620, 776],
        ],
        10,
      ),
      b.lin(BLACK),
    ),
    b.tube("M800 600L1120 300", 34, steel),
    b.solid(oval(800, 608, 38), b.lin("#f6f7f8 #5f656a", 45), { rim: 6 }),
    b.screw(800, 608, 17),
    group(
      "rotate(-43.2 1120 300)",
      b.solid(
        poly(
          [
            [1040, 266, 20],
            [1280, 262, 40],
            [1330, 300, 40],
            [1280, 338, 40],
            [1040, 334, 20],
          ],
          24,
        ),
        b.lin(BLACK, 90),
        { rim: 9 },
      ),
      times(9, (i) => line(`M${1070 + i * 22} 276V324`, "#000", 6, `stroke-opacity=".45"`)),
      path(box(1026, 260, 24, 80, 8), b.lin(EARTH, 90)),
    ),
  ];
}

function notchedTrowel(b: Brush): string[] {
  const notch = 34;
  const count = 15;
  const teeth = Array.from({ length: count }, (_, i) => {
    const x = 560 - i * notch * 2.2;
    return `L${x} 210V170H${x - notch}V210`;
  }).join("");
  const plate = `M-560 -120Q-560 -136 -544 -136H544Q560 -136 560 -120V210${teeth}L-560 210Z`;
  return [
    path(
      "M0 930C300 890 500 960 800 920S1300 900 1600 940V1200H0Z",
      b.lin("#bdb6ab #a39b8f@.5 #8a8277", 90),
    ),
    times(
      17,
      (i) =>
        line(
          `M${-60 + i * 106} 1210C${-20 + i * 106} 1120 ${20 + i * 104} 1040 ${30 + i * 104} 940`,
          "#7d756a",
          34,
          `stroke-opacity=".55"`,
        ) +
        line(
          `M${-72 + i * 106} 1210C${-32 + i * 106} 1120 ${8 + i * 104} 1040 ${18 + i * 104} 936`,
          "#d9d3c9",
          26,
          `stroke-opacity=".8"`,
        ),
    ),
    group(
      "translate(800 560) rotate(-9) scale(1.05)",
      b.cast(plate, 14, 44, 18, 0.4),
      b.solid(plate, b.lin("#8d9399 #fafbfb@.2 #c5cacf@.4 #8d9399@.6 #dfe2e4@.82 #7d8388", 25), {
        rim: 4,
        turn: -9,
      }),
      b.clip(
        plate,
        times(48, (i) =>
          line(
            `M-570 ${-140 + i * 7.4}H570`,
            i % 2 ? "#fff" : "#43474b",
            1.2,
            `stroke-opacity=".15"`,
          ),
        ),
        soft("M-300 -140H-120L-260 220H-440Z", "#fff", 0.45, 10),
        path(
          "M-560 176C-300 150 -100 196 120 168S420 150 560 180V220H-560Z",
          "#a39b8f",
          `fill-opacity=".85"`,
        ),
      ),
      line("M-552 -130H552", "#fff", 4, `stroke-opacity=".9"`),
      path(box(-330, -84, 660, 66, 12), b.lin("#f1f3f4 #9aa0a5@.5 #5f656a", 90)),
      ...[-280, -100, 100, 280].map((x) =>
        path(oval(x, -52, 13), b.rad("#ffffff #8d9399@.7 #43474b", 0.35, 0.3)),
      ),
      b.tube("M-250 -60C-250 -140 -262 -160 -250 -196M250 -60C250 -140 262 -160 250 -196", 34, [
        "#4b5055",
        "#b4b9be",
        "#ffffff",
      ]),
      group("translate(-320 -214)", trowelHandle(b, 0, 54, 640)),
    ),
  ];
}

function suctionLifter(b: Brush): string[] {
  const cup = (x: number) =>
    soft(oval(x, 850, 290, 112), "#2c1d10", 0.4, 18) +
    path(
      `M${x - 270} 810A270 100 0 0 0 ${x + 270} 810V834A270 100 0 0 1 ${x - 270} 834Z`,
      b.lin("#0d0d0e #57575b@.25 #232325@.6 #0d0d0e"),
    ) +
    path(oval(x, 810, 270, 100), b.lin("#5a5a5e #2b2b2d@.45 #131314", 40)) +
    line(oval(x, 808, 262, 95), "#8d8d92", 3, `stroke-opacity=".5"`) +
    b.solid(
      `M${x - 200} 790C${x - 190} 700 ${x - 110} 660 ${x} 660S${x + 190} 700 ${x + 200} 790A200 74 0 0 1 ${x - 200} 790Z`,
      b.lin("#ececee #b4b9be@.3 #7d8388@.7 #4b5055", 40),
      { rim: 12 },
    ) +
    line(`M${x - 190} 778A190 66 0 0 0 ${x + 190} 778`, "#2b2e31", 4, `stroke-opacity=".5"`) +
    path(oval(x, 668, 84, 24), b.lin("#43474b #b4b9be@.4 #43474b"));
  const lever = (x: number, s: 1 | -1) =>
    b.solid(
      poly(
        [
          [x - 34, 600],
          [x + 34, 600],
          [x + s * 190, 690, 40],
          [x + s * 196, 740, 30],
          [x + s * 140, 740, 30],
          [x - s * 20, 680],
        ],
        20,
      ),
      b.lin(EARTH, 60),
      { rim: 9 },
    ) +
    times(4, (i) =>
      line(
        `M${x + s * (96 + i * 22)} ${652 + i * 14}l${-s * 14} 34`,
        "#5a210b",
        6,
        `stroke-opacity=".5"`,
      ),
    );
  return [
    b.floor(800, 920, 620, 60, 0.32),
    cup(500),
    cup(1100),
    path(box(440, 540, 120, 140, 24), b.lin(BLACK)),
    path(box(1040, 540, 120, 140, 24), b.lin(BLACK)),
    b.solid(
      poly(
        [
          [380, 560, 60],
          [430, 440, 60],
          [560, 400, 60],
          [1040, 400, 60],
          [1170, 440, 60],
          [1220, 560, 60],
          [1160, 610, 40],
          [1060, 560, 50],
          [1020, 500, 50],
          [580, 500, 50],
          [540, 560, 50],
          [440, 610, 40],
        ],
        50,
      ),
      b.lin("#f6f7f8 #c1c6ca@.3 #8d9399@.6 #5f656a", 90),
      { rim: 14 },
    ),
    rubberSleeve(b),
    lever(500, -1),
    lever(1100, 1),
    b.screw(500, 610, 22),
    b.screw(1100, 610, 22, STEEL, 70),
  ];
}

function rubberSleeve(b: Brush): string {
  return (
    b.solid(box(620, 388, 360, 124, 50), b.lin("#5a5a5d #2b2b2d@.45 #111112", 90), {
      rim: 10,
      light: 0.3,
    }) + times(13, (i) => line(`M${652 + i * 25} 400V500`, "#000", 8, `stroke-opacity=".45"`))
  );
}

function mallet(b: Brush): string[] {
  const head = poly(
    [
      [-210, -330, 40],
      [210, -330, 40],
      [232, -300, 30],
      [232, 10, 30],
      [210, 40, 40],
      [-210, 40, 40],
      [-232, 10, 30],
      [-232, -300, 30],
    ],
    40,
  );
  const handle = poly(
    [
      [-36, 20],
      [36, 20],
      [34, 300, 60],
      [50, 520, 60],
      [54, 700, 40],
      [30, 730, 30],
      [-30, 730, 30],
      [-54, 700, 40],
      [-50, 520, 60],
      [-34, 300, 60],
    ],
    10,
  );
  return [
    group(
      "translate(690 420) rotate(-36) scale(1.02)",
      b.cast(handle, -6, 30, 16, 0.36),
      path(handle, b.lin("#8a5629 #f3d9ad@.28 #d9a566@.5 #a86e35@.8 #7b4a20")),
      b.clip(
        handle,
        times(12, (i) =>
          line(
            `M${-50 + i * 9} 0C${-40 + i * 7} 240 ${-58 + i * 10} 480 ${-52 + i * 9.4} 740`,
            i % 2 ? "#6d4019" : "#fae3bb",
            2,
            `stroke-opacity=".3"`,
          ),
        ),
        path(box(-70, 640, 140, 110), b.lin("#4a1a08 #c2602f@.3 #6f2b10"), `fill-opacity=".9"`),
      ),
      b.cast(head, -4, 40, 20, 0.38),
      b.solid(head, b.lin("#cfcac1 #ffffff@.22 #f1eee8@.5 #cbc5ba@.8 #aea79b", 30), {
        rim: 18,
        light: 0.8,
        shade: 0.32,
        turn: -36,
      }),
      line(
        "M-176 -332C-186 -220 -186 -60 -176 40M176 -332C186 -220 186 -60 176 40",
        "#a39c90",
        4,
        `stroke-opacity=".7"`,
      ),
      line(
        "M-170 -332C-180 -220 -180 -60 -170 40M182 -332C192 -220 192 -60 182 40",
        "#ffffff",
        3,
        `stroke-opacity=".9"`,
      ),
      path(oval(0, -322, 46, 15), "#b9b2a6"),
      path(oval(0, -324, 38, 11), b.lin("#d9a566 #8a5629")),
      path(
        poly(
          [
            [-38, 28],
            [38, 28],
            [44, 52],
            [-44, 52],
          ],
          8,
        ),
        "#c5beb2",
      ),
    ),
  ];
}

function diamondDisc(b: Brush): string[] {
  const [cx, cy] = [800, 590];
  const at = (r: number, a: number) =>
    `${(cx + r * Math.cos(a)).toFixed(1)} ${(cy + r * Math.sin(a)).toFixed(1)}`;
  const hub = oval(cx, cy, 78);
  const disc = `${oval(cx, cy, 460)}${hub}`;
  const body = `${oval(cx, cy, 412)}${hub}`;
  const holes = times(8, (i) => {
    const a = (i * Math.PI) / 4 + 0.2;
    return oval(cx + 265 * Math.cos(a), cy + 265 * Math.sin(a), 26);
  });
  const cone = (a: number, spread: number, fill: string, opacity: number) =>
    soft(`M${cx} ${cy}L${at(500, a - spread)}L${at(500, a + spread)}Z`, fill, opacity, 16);
  return [
    b.cast(oval(cx, cy, 460), 26, 40, 22, 0.42),
    b.clip(
      disc,
      path(disc, b.lin("#8d8f92 #55585b", 45)),
      times(72, (i) => {
        const a = (i * Math.PI) / 36;
        return (
          path(
            `M${at(404, a)}L${at(404, a + 0.045)}L${at(466, a + 0.085)}L${at(466, a + 0.04)}Z`,
            b.lin("#43464a #2f3235", 45),
          ) +
          line(`M${at(406, a + 0.046)}L${at(464, a + 0.086)}`, "#d4d7da", 2, `stroke-opacity=".7"`)
        );
      }),
      times(240, (i) =>
        path(
          oval(
            cx + (416 + ((i * 37) % 42)) * Math.cos(i * 2.399),
            cy + (416 + ((i * 37) % 42)) * Math.sin(i * 2.399),
            1.5,
          ),
          "#fff",
          `fill-opacity=".6"`,
        ),
      ),
    ),
    b.clip(
      `${body}${holes}`,
      path(oval(cx, cy, 412), b.lin("#b9bec3 #eef0f1@.3 #a2a8ad@.6 #d4d8db", 45)),
      cone(-2.2, 0.22, "#fff", 0.9),
      cone(0.94, 0.22, "#fff", 0.8),
      cone(-0.7, 0.26, "#4b5055", 0.45),
      cone(2.44, 0.26, "#4b5055", 0.45),
      times(48, (i) =>
        line(oval(cx, cy, 86 + i * 7), i % 2 ? "#fff" : "#43474b", 1.4, `stroke-opacity=".2"`),
      ),
    ),
    line(oval(cx, cy, 412), "#2f3235", 4, `stroke-opacity=".6"`),
    line(oval(cx, cy, 459), "#e4e7e9", 2.5, `stroke-opacity=".7"`),
    path(holes, "#cdbfaa"),
    path(holes, "#2c1d10", `fill-opacity=".3"`),
    line(holes, "#43474b", 3, `stroke-opacity=".7"`),
    line(oval(cx, cy, 180), "#a84a20", 26),
    line(oval(cx, cy, 180), "#e08a5c", 5, `transform="translate(-3 -4)" stroke-opacity=".7"`),
    line(oval(cx, cy, 198), "#43474b", 2, `stroke-opacity=".5"`),
    line(`M${at(180, -0.5)}A180 180 0 0 1 ${at(180, 0.25)}`, "#fff4ea", 6),
    path(`M${at(205, 0.36)}L${at(178, 0.14)}L${at(158, 0.34)}Z`, "#fff4ea"),
    line(hub, "#43474b", 6),
    line(oval(cx, cy, 82), "#ffffff", 2.5, `stroke-opacity=".8"`),
    path(oval(cx + 3, cy + 5, 76), "#2c1d10", `fill-opacity=".25"`),
  ];
}

function kneePads(b: Brush): string[] {
  const strap = (y: number, w: number) => {
    const d = `M-220 ${y}C-330 ${y - 20} -350 ${y + 60} -300 ${y + 100}H300C350 ${y + 60} 330 ${y - 20} 220 ${y}`;
    return (
      line(d, "#111112", w) +
      line(d, "#2f2f32", w * 0.82) +
      line(d, "#55555a", 2.5, `stroke-dasharray="9 8" transform="translate(0 ${-w * 0.28})"`) +
      line(d, "#55555a", 2.5, `stroke-dasharray="9 8" transform="translate(0 ${w * 0.28})"`)
    );
  };
  const pad = poly(
    [
      [-190, -330, 90],
      [190, -330, 90],
      [232, -180, 90],
      [214, 60, 90],
      [226, 240, 80],
      [160, 350, 90],
      [-160, 350, 90],
      [-226, 240, 80],
      [-214, 60, 90],
      [-232, -180, 90],
    ],
    80,
  );
  const cap = poly(
    [
      [-120, -240, 80],
      [120, -240, 80],
      [166, -120, 80],
      [160, 60, 70],
      [110, 160, 80],
      [-110, 160, 80],
      [-160, 60, 70],
      [-166, -120, 80],
    ],
    70,
  );
  const one = () =>
    strap(-190, 62) +
    strap(150, 62) +
    b.cast(pad, 18, 34, 20, 0.42) +
    b.solid(pad, b.lin("#58585c #333337@.4 #1a1a1c", 55), { rim: 26, light: 0.35, shade: 0.55 }) +
    line(pad, "#8d8d92", 3, `stroke-dasharray="11 9" transform="scale(.91)" stroke-opacity=".75"`) +
    b.cast(cap, 6, 14, 10, 0.5) +
    b.solid(cap, b.lin(EARTH, 60), { rim: 24, light: 0.55, shade: 0.5 }) +
    times(
      4,
      (i) =>
        line(
          `M${-108 + i * 8} ${-110 + i * 58}Q0 ${-150 + i * 58} ${108 - i * 8} ${-110 + i * 58}`,
          "#5a210b",
          15,
          `stroke-opacity=".5"`,
        ) +
        line(
          `M${-106 + i * 8} ${-98 + i * 58}Q0 ${-138 + i * 58} ${106 - i * 8} ${-98 + i * 58}`,
          "#ffd0b0",
          3.5,
          `stroke-opacity=".5"`,
        ),
    ) +
    soft("M-110 -150C-90 -206 -30 -222 30 -220C-30 -206 -76 -180 -90 -120Z", "#fff", 0.5, 6) +
    path(box(-120, 214, 240, 76, 34), "#111112", `fill-opacity=".55"`) +
    times(6, (i) => line(`M${-86 + i * 34} 230V274`, "#6d6d72", 8, `stroke-opacity=".45"`)) +
    [-1, 1]
      .map(
        (s) =>
          b.solid(box(s * 248 - 34, -226, 68, 78, 12), b.lin("#6a6a6e #1b1b1d", 50), { rim: 5 }) +
          path(box(s * 248 - 16, -208, 32, 42, 6), "#0b0b0c"),
      )
      .join("");
  return [
    group("translate(500 560) rotate(-7) scale(1.02)", one()),
    group("translate(1100 640) rotate(8) scale(1.02)", one()),
  ];
}

const laid =
  (turn: number, scale: number, dx: number, dy: number, draw: (b: Brush) => string) =>
  (b: Brush) => [
    group(`translate(${800 + dx} ${600 + dy}) rotate(${turn}) scale(${scale})`, draw(b)),
  ];

export const measureDrawings: Drawings = {
  "niveau-laser-croix-automatique": scene(crossLaser, ["#d9cbb4", "#8f7e66"]),
  "niveau-laser-croix-automatique-2": scene(laserAtWork),
  "telemetre-laser-40m": scene(rangefinder),
  "niveau-bulle-aluminium-60cm": scene(laid(-24, 0.96, 0, 0, spiritLevel)),
  "metre-ruban-5m": scene(laid(-8, 0.95, -310, 50, tapeMeasure)),
  "equerre-macon-60cm": scene(square),
  "cordeau-traceur-30m": scene(chalkLine),
};

export const tilerDrawings: Drawings = {
  "carrelette-manuelle-60cm": scene(framed(0.93, 0, 10, tileCutter)),
  "peigne-a-colle-10mm": scene(notchedTrowel),
  "ventouse-double-carreau": scene(suctionLifter),
  "maillet-caoutchouc-blanc": scene(mallet),
  "disque-diamant-125mm-carrelage": scene(diamondDisc),
  "genouilleres-gel-carreleur": scene(kneePads),
};
