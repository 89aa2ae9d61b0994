import {
  BLACK,
  BRASS,
  type Brush,
  box,
  CHROME,
  COPPER,
  group,
  haze,
  line,
  oval,
  path,
  poly,
  STEEL,
  scene,
  soft,
  star,
  times,
} from "./luminaire-brush";
import type { Drawings } from "./studio";

const PLASTER: [string, string] = ["#e3d6c1", "#b9a587"];
const DUSK: [string, string] = ["#5a6480", "#1d2438"];

/** A fan of light on the wall, up (-1) or down (1) from a lamp's mouth. */
function fan(
  b: Brush,
  x: number,
  y: number,
  half: number,
  reach: number,
  way: 1 | -1,
  colour = "#fff0c9",
): string {
  const end = y + way * reach;
  const d = `M${x - half * 0.2} ${y}C${x - half * 0.46} ${y + way * reach * 0.3} ${x - half * 0.82} ${y + way * reach * 0.7} ${x - half * 0.7} ${end}Q${x} ${end + way * reach * 0.24} ${x + half * 0.7} ${end}C${x + half * 0.82} ${y + way * reach * 0.7} ${x + half * 0.46} ${y + way * reach * 0.3} ${x + half * 0.2} ${y}Z`;
  const fill = b.span(`${colour} ${colour}/.6@.35 ${colour}/0`, x, y, x, end);
  return path(d, fill, `fill-opacity=".85"`);
}

function cubeSconce(b: Brush): string[] {
  const front = poly(
    [
      [560, 452],
      [900, 478],
      [900, 800],
      [560, 762],
    ],
    8,
  );
  const side = poly(
    [
      [900, 478],
      [1050, 440],
      [1050, 742],
      [900, 800],
    ],
    8,
  );
  return [
    b.blurred(18, fan(b, 830, 470, 460, 470, -1), fan(b, 830, 770, 460, 420, 1)),
    b.glow(820, 440, 300, 150, "#fff6dc", 0.95),
    b.glow(820, 790, 300, 150, "#fff6dc", 0.95),
    b.cast(
      poly([
        [600, 460],
        [1060, 450],
        [1060, 770],
        [610, 790],
      ]),
      56,
      18,
      24,
      0.42,
    ),
    path(
      poly(
        [
          [560, 452],
          [718, 424],
          [1050, 440],
          [900, 478],
        ],
        4,
      ),
      b.lin("#fffdf2 #ffe9b4@.5 #e7b866"),
    ),
    b.solid(front, b.lin("#55585d #3b3e43@.4 #2a2c30", 60), { rim: 5, light: 0.5 }),
    b.solid(side, b.lin("#232529 #17181b"), { rim: 4, light: 0.2 }),
    line("M900 484V794", "#7d8188", 3, `stroke-opacity=".8"`),
    line("M566 455L896 480", "#9a9ea5", 3, `stroke-opacity=".8"`),
    b.screw(980, 560, 9),
    b.screw(980, 660, 9),
    path(
      poly(
        [
          [600, 500],
          [700, 506],
          [640, 740],
          [600, 736],
        ],
        10,
      ),
      "#fff",
      `fill-opacity=".07"`,
    ),
  ];
}

function swingSconce(b: Brush): string[] {
  const brass: [string, string, string] = ["#5f4112", "#c6953f", "#fff1c6"];
  const joint = (x: number, y: number, r: number) =>
    soft(oval(x + 6, y + 10, r), "#2c1d10", 0.3, 6) +
    path(oval(x, y, r), b.rad("#fff3cf #d5a552@.4 #8d6422@.8 #5f4112", 0.36, 0.3, 0.8)) +
    path(oval(x, y, r * 0.5), b.lin("#7a5519 #f4d894", 45)) +
    line(`M${x - r * 0.34} ${y + r * 0.2}L${x + r * 0.34} ${y - r * 0.2}`, "#5f4112", r * 0.13);
  const shade = "M-74 -120C-74 -150 -50 -166 0 -166S74 -150 74 -120L206 150A206 46 0 0 1 -206 150Z";
  return [
    b.glow(1060, 900, 520, 330, "#ffe0a0", 0.55),
    b.cast(box(290, 560, 130, 330, 62), 16, 26, 18, 0.34),
    b.solid(box(290, 560, 130, 330, 62), b.lin(BRASS), { rim: 8 }),
    b.screw(355, 606, 13, BRASS),
    b.screw(355, 844, 13, BRASS, 75),
    group("translate(34 46)", haze("M360 725L700 440L1010 500", "#2c1d10", 30, 0.26, 14)),
    b.tube("M355 725L700 420", 30, brass),
    joint(355, 725, 46),
    b.tube("M700 420L1050 372", 26, brass),
    joint(700, 420, 42),
    line("M700 420C820 330 940 310 1050 360", "#2b2521", 8),
    joint(1050, 374, 36),
    group(
      "translate(1090 590) rotate(-14)",
      b.tube("M0 -166V-216", 34, brass),
      path(box(-46, -182, 92, 36, 10), b.lin(BRASS)),
      b.solid(
        shade,
        b.lin(
          "#5f4012 #a8792f@.08 #f0cf83@.24 #fff1c4@.33 #cf9d47@.47 #a4742c@.66 #704d19@.88 #b98a40",
        ),
        { rim: 9, light: 0.35, turn: -14 },
      ),
      path(oval(0, 150, 206, 46), b.rad("#fffdf2 #fff0c8@.4 #eebf72@.8 #b07c35")),
      line(oval(0, 150, 206, 46), "#7a5519", 6),
      path(oval(0, 150, 56, 34), b.rad("#ffffff #fffbe6@.6 #ffe9b4")),
      b.glow(0, 154, 230, 90, "#fff3cf", 0.9),
    ),
  ];
}

function mirrorLight(b: Brush): string[] {
  return [
    path(box(0, 0, 1600, 1200), b.lin("#d9cbb3 #eadfcc@.45 #cdbda2", 90)),
    b.cast(box(330, 560, 940, 660, 10), 18, 30, 22, 0.34),
    path(box(330, 560, 940, 660, 8), b.lin("#aebcc0 #e6ecec@.3 #b9c5c7@.55 #93a3a8", 60)),
    path(
      poly([
        [330, 900],
        [720, 560],
        [900, 560],
        [330, 1080],
      ]),
      "#fff",
      `fill-opacity=".28"`,
    ),
    path(
      poly([
        [560, 1200],
        [1200, 560],
        [1250, 560],
        [640, 1200],
      ]),
      "#fff",
      `fill-opacity=".2"`,
    ),
    line("M336 1200V566H1264V1200", "#ffffff", 4, `stroke-opacity=".8"`),
    b.glow(800, 760, 640, 330, "#fffaf0", 0.75),
    b.glow(800, 480, 780, 330, "#fff6e2", 0.85),
    b.cast(box(640, 250, 320, 150, 20), 16, 26, 14, 0.24),
    b.solid(
      box(640, 250, 320, 150, 20),
      b.lin("#e9edef #aab1b7@.3 #f9fafb@.5 #838b92@.8 #c5cbd0", 90),
      { rim: 6 },
    ),
    b.screw(676, 324, 11),
    b.screw(924, 324, 11, STEEL, 70),
    b.tube("M740 386V482", 30, ["#565d64", "#b4bbc1", "#ffffff"]),
    b.tube("M860 386V482", 30, ["#565d64", "#b4bbc1", "#ffffff"]),
    b.cast(box(270, 470, 1060, 76, 30), 6, 34, 18, 0.3),
    path(
      box(270, 462, 1060, 50, 22),
      b.lin("#e6eaed #8b939a@.2 #ffffff@.45 #9aa2a9@.7 #5d656c", 90),
    ),
    path(box(292, 500, 1016, 52, 24), b.lin("#ffffff #fffdf4@.5 #ffeec9", 90)),
    haze("M300 520H1300", "#ffffff", 10, 0.9, 5),
    path(box(262, 456, 44, 100, 18), b.lin(CHROME, 90)),
    path(box(1294, 456, 44, 100, 18), b.lin(CHROME, 90)),
    line("M300 472H1300", "#fff", 3),
  ];
}

/** Half-drum of pierced copper that throws its pattern on the wall. */
function piercedSconce(b: Brush): string[] {
  const body = "M520 330Q800 250 1080 330V890Q800 990 520 890Z";
  const across = (k: number) => 800 + 280 * Math.sin(k * 1.45);
  const hole = (shape: string, k: number, y: number) => {
    const squeeze = Math.cos(k * 1.45);
    const at = `translate(${across(k).toFixed(1)} ${(y + (46 * squeeze * (y > 610 ? 1 : -1) * Math.abs(y - 610)) / 280).toFixed(1)}) scale(${Math.max(0.14, squeeze).toFixed(2)} 1)`;
    return group(
      at,
      path(shape, "#431a0a", `transform="translate(2 3)"`),
      path(shape, "#ffdf9c"),
      path(shape, "#fffbe8", `transform="scale(.6)"`),
    );
  };
  const ray = (x: number, y: number, a: number, r: number, size: number) =>
    group(
      `translate(${(x + r * Math.cos(a)).toFixed(1)} ${(y + r * Math.sin(a)).toFixed(1)}) rotate(${((a * 180) / Math.PI + 90).toFixed(1)}) scale(1 1.5)`,
      soft(star(0, 0, size * 0.86, size * 0.46), "#ffe7ae", Math.max(0.12, 0.9 - r / 850), 3.5, 3),
    );
  const petal = "M0 -34C17 -12 17 12 0 34C-17 12 -17 -12 0 -34Z";
  const ks = [-0.86, -0.58, -0.29, 0, 0.29, 0.58, 0.86];
  return [
    b.glow(800, 610, 780, 640, "#ffd08a", 0.6),
    [330, 420, 520, 630, 750]
      .map((r, ring) =>
        times(22 + ring * 2, (i) =>
          ray(800, 610, (i * 2 * Math.PI) / (22 + ring * 2) + ring * 0.12, r, 12 + ring * 4),
        ),
      )
      .join(""),
    b.cast(body, 26, 26, 26, 0.45),
    b.solid(
      body,
      b.lin(
        "#4f2010 #8f4a2a@.08 #dc9165@.22 #ffd9b5@.33 #c97a4e@.46 #9a512f@.66 #642c17@.88 #a5603d@.97 #552413",
      ),
      { rim: 10, light: 0.35 },
    ),
    b.clip(
      body,
      times(46, (i) =>
        line(
          `M520 ${300 + i * 15}Q800 ${(i < 23 ? 250 : 250) + i * 15 + (i / 46) * 60 - 20} 1080 ${300 + i * 15}`,
          i % 2 ? "#ffe0c4" : "#4a1c0b",
          2,
          `stroke-opacity=".1"`,
        ),
      ),
    ),
    ks.map((k) => hole(star(0, 0, 54, 32), k, 610)).join(""),
    ks
      .slice(0, -1)
      .map((k) => hole(petal, k + 0.145, 520) + hole(petal, k + 0.145, 700))
      .join(""),
    ks.map((k) => hole(star(0, 0, 28, 16), k, 446) + hole(star(0, 0, 28, 16), k, 774)).join(""),
    times(
      15,
      (i) =>
        hole("M0 -13L10 0L0 13L-10 0Z", -0.92 + i * 0.1315, 384) +
        hole("M0 -13L10 0L0 13L-10 0Z", -0.92 + i * 0.1315, 836),
    ),
    ...[
      [330, 250, 30],
      [890, 990, -30],
    ].map(
      ([y = 0, q = 0]) =>
        line(`M520 ${y}Q800 ${q} 1080 ${y}`, "#4f2010", 34) +
        line(`M520 ${y}Q800 ${q} 1080 ${y}`, b.lin(COPPER), 28) +
        line(`M524 ${y - 9}Q800 ${q - 9} 1076 ${y - 9}`, "#ffe3c9", 3, `stroke-opacity=".7"`),
    ),
    times(9, (i) =>
      path(
        oval(560 + i * 60, 329 - 37 * Math.cos((i - 4) * 0.36) + 2, 6),
        b.rad("#ffe3c9 #7d3c20", 0.35, 0.3),
      ),
    ),
    times(9, (i) =>
      path(
        oval(560 + i * 60, 889 + 45 * Math.cos((i - 4) * 0.36), 6),
        b.rad("#ffe3c9 #7d3c20", 0.35, 0.3),
      ),
    ),
  ];
}

function ceilingDisc(b: Brush): string[] {
  return [
    b.glow(800, 640, 800, 560, "#fffaf0", 0.8),
    soft(oval(800, 560, 520, 330), "#5c4f3d", 0.4, 24),
    path(
      "M300 560A500 318 0 0 1 1300 560V640H300Z",
      b.lin("#b9b3a8 #ece8e1@.3 #c8c2b7@.7 #948d82"),
    ),
    path(oval(800, 650, 520, 336), b.lin("#a29b90 #77716a", 90)),
    b.solid(oval(800, 632, 520, 336), b.lin("#ffffff #f5f3ee@.5 #d5cfc5", 60), {
      rim: 9,
      light: 0.8,
      shade: 0.2,
    }),
    path(oval(800, 630, 474, 303), b.lin("#b5aea2 #efece6@.5 #ffffff", 60)),
    path(oval(800, 634, 462, 295), b.rad("#ffffff #fffef8@.5 #fff5dc@.8 #f0dfb8", 0.48, 0.5, 0.54)),
    soft(
      "M392 580C440 440 620 372 770 366C610 410 500 490 470 610C450 660 372 650 392 580Z",
      "#fff",
      0.9,
      12,
    ),
    b.glow(800, 634, 640, 430, "#fff6dc", 0.4),
    ...[-1, 0, 1].map((i) =>
      path(
        box(800 + i * 420 - 14, 938 - Math.abs(i) * 176, 28, 14, 4),
        "#a39c90",
        `fill-opacity="${i ? 0.6 : 0.9}"`,
      ),
    ),
  ];
}

function floodlight(b: Brush): string[] {
  const body = box(380, 200, 840, 560, 34);
  return [
    b.floor(800, 1060, 380, 40, 0.34),
    b.tube("M470 480V150Q470 110 510 110H1090Q1130 110 1130 150V480", 38, [
      "#0c0d0e",
      "#303236",
      "#8d9096",
    ]),
    times(15, (i) => path(box(430 + i * 51, 178, 22, 60, 6), b.lin("#4b4e53 #1a1b1d", 90))),
    b.cast(body, 14, 30, 24, 0.35),
    b.solid(body, b.lin("#4a4d52 #2b2d31@.4 #17181a", 60), { rim: 12, light: 0.4 }),
    path(box(432, 250, 736, 460, 16), b.lin("#0a0a0b #2e3033", 60)),
    path(box(444, 262, 712, 436, 10), b.lin("#cfd4d6 #f7f8f8@.35 #aeb4b7@.7 #7e8588", 60)),
    path(
      poly([
        [444, 262],
        [1156, 262],
        [1050, 350],
        [550, 350],
      ]),
      "#8f9599",
      `fill-opacity=".75"`,
    ),
    path(
      poly([
        [444, 698],
        [1156, 698],
        [1050, 610],
        [550, 610],
      ]),
      "#ffffff",
      `fill-opacity=".5"`,
    ),
    path(box(550, 350, 500, 260, 6), "#e9d27f"),
    times(60, (i) =>
      path(
        box(566 + (i % 10) * 47.6, 362 + Math.floor(i / 10) * 40.5, 36, 30, 4),
        b.rad("#fffbe6 #fff0a8@.5 #ddb94e"),
      ),
    ),
    b.glow(800, 480, 560, 380, "#fffbe8", 0.75),
    path(
      poly(
        [
          [444, 262],
          [760, 262],
          [540, 698],
          [444, 698],
        ],
        6,
      ),
      "#fff",
      `fill-opacity=".24"`,
    ),
    line("M444 262H1156", "#fff", 3, `stroke-opacity=".6"`),
    ...[
      [404, 224],
      [1196, 224],
      [404, 736],
      [1196, 736],
    ].map(([x = 0, y = 0], i) => b.screw(x, y, 11, STEEL, i * 37)),
    ...[470, 1130].map(
      (x) =>
        b.solid(oval(x, 478, 40), b.lin("#55585d #17181a", 60), { rim: 5 }) +
        b.screw(x, 478, 20, STEEL, x / 9),
    ),
    path("M724 756H876L854 826H746Z", b.lin(BLACK)),
    b.solid(
      poly(
        [
          [668, 816],
          [932, 816],
          [948, 950],
          [880, 1010],
          [720, 1010],
          [652, 950],
        ],
        36,
      ),
      b.lin("#4d5055 #2b2d31@.45 #141517", 60),
      { rim: 9 },
    ),
    path(oval(800, 918, 96, 84), "#0d0d0e"),
    path(oval(800, 914, 88, 77), b.rad("#ffffff #f1f0ec@.5 #bdb9b0@.85 #8f8b82", 0.38, 0.3, 0.75)),
    b.clip(
      oval(800, 914, 88, 77),
      times(9, (i) =>
        line(
          `M${712 + i * 22} 830Q${756 + i * 11} 914 ${712 + i * 22} 1000`,
          "#9c978d",
          2,
          `stroke-opacity=".55"`,
        ),
      ),
      times(6, (i) => line(`M700 ${852 + i * 25}H900`, "#9c978d", 2, `stroke-opacity=".55"`)),
    ),
    soft(oval(768, 880, 26, 18), "#fff", 0.8, 4),
    path(oval(884, 982, 9), b.rad("#ff9a86 #b3200f")),
  ];
}

function bollard(b: Brush): string[] {
  const cap = "M640 160Q640 120 800 120T960 160V232H640Z";
  return [
    path(box(0, 0, 1600, 1200), b.lin("#39456a #6a6d86@.45 #b18a72@.74 #6b5648@.8 #39302a", 90)),
    path(
      "M0 850C160 800 300 830 460 800S800 830 960 790S1400 830 1600 790V960H0Z",
      b.lin("#26332d #141c1b", 90),
    ),
    times(46, (i) => {
      const x = i * 36 - 10;
      const h = 60 + ((i * 37) % 70);
      return path(
        `M${x} 930C${x + 6} ${900 - h * 0.4} ${x - 8 + (i % 3) * 9} ${900 - h} ${x + 14} ${860 - h}C${x + 20} ${900 - h * 0.6} ${x + 22} ${910} ${x + 34} 930Z`,
        i % 2 ? "#2f4034" : "#22302a",
      );
    }),
    path(box(0, 925, 1600, 275), b.lin("#9b7f62 #7a614a@.4 #4d3c2e", 90)),
    times(150, (i) => {
      const x = (i * 397) % 1600;
      const y = 940 + ((i * 151) % 250);
      const r = 5 + (y - 930) / 26 + ((i * 7) % 5);
      return path(
        oval(x, y, r * 1.5, r * 0.8),
        ["#b89c7c", "#8d745a", "#6b5643", "#cdb394"][i % 4] ?? "#8d745a",
        `fill-opacity=".8"`,
      );
    }),
    b.glow(800, 1060, 800, 190, "#ffd58d", 0.85),
    b.glow(800, 320, 560, 420, "#ffd58d", 0.7),
    b.floor(820, 1080, 190, 26, 0.55),
    b.drum(
      800,
      1040,
      156,
      34,
      "#0e1012 #4b5057@.25 #2a2d32@.55 #101214",
      b.lin("#5d636b #23262a", 30),
      0.2,
    ),
    ...[-104, 104].map((x) => b.screw(800 + x, 1046, 11)),
    path(
      "M668 420V1046A132 24 0 0 0 932 1046V420Z",
      b.lin("#15171a #5d646d@.14 #8a929c@.24 #4a5058@.42 #2b2f35@.7 #15171a@.9 #3f454c"),
    ),
    path(box(668, 232, 264, 196), b.lin("#e9bd72 #fff2cf@.25 #ffffff@.42 #fff2cf@.65 #d9a655")),
    path(oval(800, 330, 74, 86), b.rad("#ffffff #ffffff/.8@.4 #fff3d0/0")),
    ...[0, 1, 2].map((i) =>
      path(
        `M652 ${270 + i * 56}A148 22 0 0 0 948 ${270 + i * 56}V${284 + i * 56}A148 22 0 0 1 652 ${284 + i * 56}Z`,
        b.lin("#15171a #6d757e@.18 #3b4047@.42 #1d2024@.8 #40464d"),
      ),
    ),
    path(
      "M668 420A132 20 0 0 0 932 420V446A132 20 0 0 1 668 446Z",
      b.lin("#15171a #767e88@.2 #2b2f35@.6 #15171a"),
    ),
    b.solid(
      cap,
      b.lin("#15171a #626a73@.16 #949da7@.26 #4a5058@.44 #2b2f35@.72 #15171a@.92 #3f454c"),
      { rim: 6 },
    ),
    path("M640 228A160 22 0 0 0 960 228V240A160 22 0 0 1 640 240Z", "#0d0e10"),
    b.glow(800, 330, 240, 170, "#fff6da", 0.55),
  ];
}

function twinBeam(b: Brush): string[] {
  const cylinder = "M690 380V800A120 26 0 0 0 930 800V380Z";
  const bricks = times(14, (row) =>
    times(7, (i) => {
      const x = i * 270 - (row % 2) * 135 - 60 + ((i * 31 + row * 17) % 12);
      const tone = ["#a98a68", "#b3936f", "#9f815f", "#ad8d6b"][(i * 3 + row * 5) % 4] ?? "#a98a68";
      return (
        path(box(x + 3, row * 88 + 3, 262, 82, 12), tone) +
        line(`M${x + 14} ${row * 88 + 9}H${x + 250}`, "#dbc09a", 2.5, `stroke-opacity=".35"`)
      );
    }),
  );
  return [
    path(box(0, 0, 1600, 1200), "#7d664c"),
    bricks,
    path(box(0, 0, 1600, 1200), b.rad("#1b2136/.35 #1b2136/.72@.8", 0.5, 0.5, 0.75)),
    b.blurred(
      18,
      fan(b, 810, 380, 410, 420, -1, "#ffe6b0"),
      fan(b, 810, 820, 410, 420, 1, "#ffe6b0"),
    ),
    b.glow(810, 360, 260, 130, "#fff6da", 0.95),
    b.glow(810, 830, 260, 130, "#fff6da", 0.95),
    b.cast(box(760, 380, 230, 440, 20), 26, 6, 20, 0.5),
    path(
      poly(
        [
          [900, 500],
          [990, 490],
          [990, 700],
          [900, 700],
        ],
        12,
      ),
      b.lin("#2a2c30 #131416"),
    ),
    path(oval(810, 380, 120, 26), b.rad("#ffffff #fff2c8@.5 #e8b560")),
    path(
      cylinder,
      b.lin("#101113 #4d5157@.14 #868c94@.26 #44484e@.42 #26292d@.68 #101113@.9 #35393e"),
    ),
    path(
      "M690 380A120 26 0 0 0 930 380V398A120 26 0 0 1 690 398Z",
      b.lin("#0b0c0d #a3a9b0@.28 #2b2e32@.6 #0b0c0d"),
    ),
    path(
      "M690 784A120 26 0 0 0 930 784V800A120 26 0 0 1 690 800Z",
      b.lin("#0b0c0d #a3a9b0@.28 #2b2e32@.6 #0b0c0d"),
    ),
    line("M690 590A120 26 0 0 0 930 590", "#0b0c0d", 4),
    line("M690 595A120 26 0 0 0 930 595", "#8a9098", 2, `stroke-opacity=".6"`),
    path(oval(810, 818, 100, 14), b.rad("#ffffff #fff2c8@.5 #e8b560/0")),
  ];
}

function solarStreet(b: Brush): string[] {
  const steel = "#6d7277 #e9ecee@.25 #b3b8bc@.5 #70757a@.85 #999ea2";
  const panelTop = poly(
    [
      [560, 214],
      [1220, 130],
      [1316, 246],
      [640, 344],
    ],
    8,
  );
  const at = (u: number, v: number): [number, number] => [
    576 + u * 632 + v * 78,
    224 - u * 80 + v * (108 + u * -4),
  ];
  const cell = (u: number, v: number, du: number, dv: number) =>
    poly([at(u, v), at(u + du, v), at(u + du, v + dv), at(u, v + dv)], 6);
  return [
    b.floor(500, 1110, 230, 26, 0.36),
    b.glow(940, 640, 560, 420, "#fff7e0", 0.7),
    b.drum(480, 1082, 112, 24, steel, b.lin("#f3f4f5 #9ca1a5", 30), 0.2),
    ...[-76, 76].map((x) =>
      path(
        poly(
          [
            [480 + x - 13, 1080],
            [480 + x - 9, 1064],
            [480 + x + 9, 1064],
            [480 + x + 13, 1080],
          ],
          3,
        ),
        b.lin(STEEL),
      ),
    ),
    path("M452 1084L462 190Q480 180 498 190L508 1084A28 6 0 0 1 452 1084Z", b.lin(steel)),
    path(
      poly(
        [
          [446, 1084],
          [464, 940],
          [496, 940],
          [514, 1084],
        ],
        4,
      ),
      b.lin(steel),
    ),
    path(oval(480, 188, 18, 6), "#84898e"),
    b.tube("M480 440L660 400", 40, ["#5b6065", "#b4b9bd", "#ffffff"]),
    path(box(440, 402, 80, 76, 10), b.lin(steel)),
    b.screw(462, 424, 8),
    b.screw(498, 456, 8),
    b.cast(
      poly([
        [600, 350],
        [1330, 250],
        [1330, 330],
        [640, 420],
      ]),
      0,
      24,
      18,
      0.22,
    ),
    b.solid(
      poly(
        [
          [636, 340],
          [1316, 246],
          [1312, 300],
          [1220, 372],
          [720, 436],
          [648, 410],
        ],
        18,
      ),
      b.lin("#6d747b #3c4147@.5 #23262a", 90),
      { rim: 7 },
    ),
    path(
      poly(
        [
          [760, 424],
          [1196, 366],
          [1226, 338],
          [1240, 318],
          [748, 388],
        ],
        8,
      ),
      b.lin("#fffdf2 #fff3cf@.5 #e9cd8f", 90),
    ),
    times(14, (i) => path(oval(778 + i * 33, 407 - i * 4.4, 10, 8), "#ffffff")),
    b.glow(990, 390, 320, 120, "#fffbe8", 0.9),
    b.solid(
      poly(
        [
          [552, 216],
          [1226, 128],
          [1326, 246],
          [1322, 262],
          [638, 360],
          [630, 346],
        ],
        10,
      ),
      b.lin("#dfe3e6 #9da3a8@.5 #6b7176", 60),
      { rim: 5 },
    ),
    path(panelTop, "#c9ced2"),
    times(24, (i) =>
      path(
        cell((i % 8) / 8 + 0.008, Math.floor(i / 8) / 3 + 0.02, 0.113, 0.3),
        b.lin("#2c4270 #1a2a4e@.5 #101a33", 50),
      ),
    ),
    times(24, (i) => {
      const [u, v] = [(i % 8) / 8 + 0.008, Math.floor(i / 8) / 3 + 0.02];
      return times(3, (k) => {
        const [x1, y1] = at(u + 0.03 + k * 0.028, v);
        const [x2, y2] = at(u + 0.03 + k * 0.028, v + 0.3);
        return line(`M${x1} ${y1}L${x2} ${y2}`, "#b9c4da", 1, `stroke-opacity=".5"`);
      });
    }),
    b.clip(
      panelTop,
      path(
        poly([
          [560, 214],
          [820, 180],
          [900, 310],
          [640, 344],
        ]),
        "#fff",
        `fill-opacity=".2"`,
      ),
      path(
        poly([
          [940, 160],
          [1000, 155],
          [1080, 290],
          [1020, 298],
        ]),
        "#fff",
        `fill-opacity=".14"`,
      ),
    ),
    b.cast(box(1010, 880, 170, 250, 22), 16, 22, 14, 0.28),
    b.solid(box(1010, 880, 170, 250, 22), b.lin("#ffffff #ebe8e2@.5 #c3bdb2", 50), { rim: 6 }),
    path(oval(1095, 930, 26), b.rad("#ff8c78 #c0341c")),
    times(6, (i) =>
      path(
        box(1036 + (i % 2) * 62, 984 + Math.floor(i / 2) * 44, 46, 28, 12),
        b.lin("#8f959b #5d6369", 90),
      ),
    ),
  ];
}

function festoon(b: Brush): string[] {
  const along = (t: number, k: number): [number, number] =>
    k === 0
      ? [-40 + t * 1680, 130 + 4 * 250 * t * (1 - t)]
      : [-40 + t * 1680, 430 + 130 * t + 4 * 300 * t * (1 - t)];
  const wire = (k: number) =>
    `M${Array.from({ length: 41 }, (_, i) => along(i / 40, k).join(" ")).join("L")}`;
  const bulb = (x: number, y: number) =>
    b.glow(x, y + 106, 210, 210, "#ffc061", 0.7) +
    line(`M${x} ${y}V${y + 20}`, "#0c0c0d", 10) +
    path(box(x - 20, y + 12, 40, 54, 7), b.lin(BLACK)) +
    path(
      `M${x - 17} ${y + 64}C${x - 22} ${y + 82} ${x - 48} ${y + 92} ${x - 48} ${y + 122}A48 48 0 0 0 ${x + 48} ${y + 122}C${x + 48} ${y + 92} ${x + 22} ${y + 82} ${x + 17} ${y + 64}Z`,
      b.rad("#fffbe8 #ffe9a8@.35 #ffbe55@.75 #c87d26/.9", 0.5, 0.55, 0.55),
    ) +
    line(
      `M${x - 12} ${y + 86}L${x - 18} ${y + 134}L${x - 6} ${y + 100}L${x} ${y + 138}L${x + 6} ${y + 100}L${x + 18} ${y + 134}L${x + 12} ${y + 86}`,
      "#fffdf2",
      4,
    ) +
    path(
      `M${x - 36} ${y + 122}C${x - 36} ${y + 104} ${x - 26} ${y + 96} ${x - 18} ${y + 92}C${x - 26} ${y + 106} ${x - 28} ${y + 120} ${x - 26} ${y + 138}C${x - 32} ${y + 138} ${x - 36} ${y + 132} ${x - 36} ${y + 122}Z`,
      "#fff",
      `fill-opacity=".75"`,
    );
  const string = (k: number, ts: number[]) =>
    line(wire(k), "#0b0c10", 11) +
    line(wire(k), "#4c5266", 3, `transform="translate(-1 -2.5)" stroke-opacity=".8"`) +
    ts
      .map((t) => {
        const [x, y] = along(t, k);
        return bulb(x, y);
      })
      .join("");
  return [
    path(box(0, 0, 1600, 1200), b.lin("#19213a #2e3a5c@.4 #6c5f74@.72 #c58d67@.93 #d8a274", 90)),
    times(36, (i) =>
      path(
        oval((i * 433) % 1600, (i * 97) % 520, 1.4 + (i % 3) * 0.6),
        "#fff",
        `fill-opacity="${0.25 + (i % 4) * 0.12}"`,
      ),
    ),
    path(
      "M0 1200V1010L120 1006V940H190V968H330V1016H470V930L500 900H610L640 930V1020H820V980H1010V1030H1130V900H1150V876H1180V900H1200V876H1230V900H1250V1010H1430V960H1600V1200Z",
      b.lin("#3c2c34 #241b25", 90),
    ),
    ...[
      [160, 1050],
      [540, 980],
      [700, 1080],
      [920, 1060],
      [1190, 960],
      [1330, 1070],
      [1500, 1030],
    ].map(([x = 0, y = 0]) => path(box(x, y, 22, 36, 8), "#ffcf7c", `fill-opacity=".75"`)),
    string(0, [0.12, 0.29, 0.46, 0.63, 0.8]),
    string(1, [0.2, 0.37, 0.54, 0.71, 0.88]),
  ];
}

export const wallDrawings: Drawings = {
  "applique-murale-cube-led-6w": scene(cubeSconce, PLASTER),
  "applique-laiton-articulee": scene(swingSconce),
  "applique-miroir-led-60cm": scene(mirrorLight),
  "applique-ajouree-cuivre": scene(piercedSconce, ["#b39573", "#6f5538"]),
  "plafonnier-rond-led-24w": scene(ceilingDisc, ["#e9e1d4", "#cdbfaa"]),
  "projecteur-led-50w-detecteur": scene(floodlight),
  "borne-jardin-60cm-anthracite": scene(bollard, DUSK),
  "applique-exterieure-ip54-double-faisceau": scene(twinBeam, DUSK),
  "lampadaire-solaire-60w": scene(solarStreet),
  "guirlande-guinguette-10m": scene(festoon, DUSK),
};
