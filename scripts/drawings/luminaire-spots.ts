import {
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
  WHITE,
} from "./luminaire-brush";
import type { Drawings } from "./studio";

/** A spring clip of sprung wire, as downlights carry left and right. */
function clip(b: Brush, x: number, y: number, side: 1 | -1): string {
  const steel: [string, string, string] = ["#5b6065", "#b9bec3", "#ffffff"];
  return (
    b.tube(
      `M${x} ${y}C${x + side * 60} ${y - 70} ${x + side * 190} ${y - 90} ${x + side * 226} ${y - 26}C${x + side * 236} ${y + 8} ${x + side * 190} ${y + 22} ${x + side * 176} ${y - 4}`,
      13,
      steel,
    ) +
    path(box(x - 24 + side * 6, y - 34, 48, 70, 8), b.lin(STEEL)) +
    line(
      `M${x - 14} ${y - 14}H${x + 18}M${x - 14} ${y}H${x + 18}M${x - 14} ${y + 14}H${x + 18}`,
      "#6d7277",
      3,
    )
  );
}

/** The white 7 W downlight lying face to the viewer, its heat sink behind. */
function downlight(b: Brush): string[] {
  const fins = (x: number) => box(x, 240, 15, 215, 6);
  return [
    b.floor(800, 1010, 520, 46, 0.34),
    b.tube("M800 250C800 170 980 140 1060 190S1180 250 1250 205", 17, [
      "#8e8a83",
      "#dcd8d0",
      "#ffffff",
    ]),
    path(box(1240, 172, 110, 62, 12), b.lin(WHITE, 90)),
    path(box(1346, 186, 26, 12, 3), b.lin(STEEL, 90)),
    path(box(1346, 208, 26, 12, 3), b.lin(STEEL, 90)),
    path(
      "M500 330Q510 240 800 232T1100 330V560H500Z",
      b.lin("#6e7377 #dfe2e4@.2 #b3b8bb@.5 #73787c@.85 #9da2a6"),
    ),
    times(19, (i) =>
      path(fins(516 + i * 30.5), b.lin("#f3f4f5 #a2a7ab@.5 #5b6064"), `fill-opacity=".9"`),
    ),
    clip(b, 470, 470, -1),
    clip(b, 1130, 470, 1),
    path(
      "M330 650C330 480 500 420 800 420S1270 480 1270 650V690H330Z",
      b.lin("#b8b3aa #f6f4f0@.3 #d9d5cd@.7 #a39e95"),
    ),
    b.cast(oval(800, 700, 480, 310), 8, 26, 22, 0.32),
    path(oval(800, 712, 480, 310), b.lin("#b9b3a9 #8f8a82", 90)),
    b.solid(oval(800, 696, 480, 310), b.lin("#ffffff #f7f5f1@.45 #dad5cc", 60), {
      rim: 10,
      light: 0.8,
      shade: 0.18,
    }),
    path(oval(800, 692, 356, 226), b.lin("#a9a49b #e9e6e0@.6 #ffffff", 60)),
    path(oval(800, 698, 344, 217), b.lin("#c9c4bb #f7f5f2@.7 #ffffff", 60)),
    path(
      oval(800, 706, 300, 186),
      b.rad("#ffffff #fffbee@.5 #ffeec6@.85 #f2d9a3", 0.48, 0.48, 0.55),
    ),
    line(oval(800, 706, 300, 186), "#b9ad97", 3),
    times(9, (i) =>
      soft(
        oval(800 + ((i % 3) - 1) * 120, 706 + (Math.floor(i / 3) - 1) * 76, 34, 21),
        "#ffffff",
        0.75,
        5,
      ),
    ),
    b.glow(800, 706, 520, 340, "#ffe9b8", 0.42),
  ];
}

/** Three of them in a plaster ceiling over a night-blue wall. */
function downlightRoom(b: Brush): string[] {
  const wash = (x: number) =>
    path(
      `M${x - 140} 560C${x - 100} 380 ${x + 100} 380 ${x + 140} 560C${x + 190} 720 ${x + 210} 860 ${x + 210} 980H${x - 210}C${x - 210} 860 ${x - 190} 720 ${x - 140} 560Z`,
      b.span("#fff0cc #ffe0a0/.6@.35 #ffdf9e/0", x, 390, x, 980),
    ) + b.glow(x, 1110, 330, 70, "#ffe6b4", 0.5);
  const lamp = (x: number) =>
    soft(oval(x, 226, 122, 42), "#7d7263", 0.35, 8) +
    path(oval(x, 218, 116, 38), b.lin("#ffffff #e3ddd2", 60)) +
    path(oval(x, 220, 86, 27), b.lin("#c8bfae #f4eee2", 60)) +
    path(oval(x, 223, 74, 22), b.rad("#ffffff #fffdf3@.6 #ffeab8")) +
    b.glow(x, 222, 240, 100, "#fff0c8", 0.75);
  return [
    path(box(0, 330, 1600, 700), b.lin("#4a556e #3a4560@.5 #2c3650", 90)),
    path(box(0, 1010, 1600, 190), b.lin("#8b6a4a #c49a6a@.3 #a67c50", 90)),
    times(9, (i) =>
      line(
        `M${800 + (i - 4) * 190} 1010L${800 + (i - 4) * 330} 1200`,
        "#6d4e31",
        3,
        `stroke-opacity=".5"`,
      ),
    ),
    line("M0 1078H1600", "#6d4e31", 2.5, `stroke-opacity=".35"`),
    path(box(0, 984, 1600, 28), b.lin("#f1e9db #c4b8a2", 90)),
    b.blurred(26, ...[300, 800, 1300].map(wash)),
    path(box(0, 0, 1600, 336), b.lin("#d8cbb5 #f0e6d4@.6 #e2d5bf", 90)),
    path("M0 330H1600V352H0Z", b.lin("#cdbfa7 #8c8069", 90)),
    ...[300, 800, 1300].map(lamp),
    path(
      "M340 1016C340 1016 330 930 345 900H455C470 930 460 1016 460 1016Z",
      b.lin("#7c3f22 #c77b4d@.35 #a65c34@.6 #6a3219"),
    ),
    path(oval(400, 902, 56, 10), "#4a2210"),
    ...[-62, -38, -16, 10, 34, 58].map((a, i) =>
      group(
        `rotate(${a} 400 900)`,
        path(
          `M400 900C${376 - i} 820 ${380 + i} 740 400 ${690 - (i % 3) * 26}C${422 - i} 740 ${424 + i} 820 400 900Z`,
          b.lin("#2e4a2c #7d9a55@.4 #47683a"),
        ),
      ),
    ),
    path("M1010 1020V960H1500V1020Z", b.lin("#7f5732 #c08a55@.3 #8a5f36")),
    path("M990 934H1520V962H990Z", b.lin("#d9a870 #b57f4a", 90)),
    path(
      "M1180 934C1130 900 1150 830 1205 810V770H1255V810C1310 830 1330 900 1280 934Z",
      b.lin("#8f8474 #f0e8d9@.3 #cfc4b0@.6 #857966"),
    ),
    path(oval(1230, 770, 25, 6), "#5c5142"),
  ];
}

/** GU10 spot turned in its black ring. */
function gimbal(b: Brush): string[] {
  return [
    b.floor(800, 1030, 470, 44, 0.36),
    path("M560 300H1040L1080 560H520Z", b.lin("#1a1a1b #565659@.25 #29292b@.55 #0f0f10")),
    path(
      "M620 180H980Q1000 180 1004 210L1016 310H584L596 210Q600 180 620 180Z",
      b.lin("#b9b3a8 #fbf9f5@.3 #e2ddd4@.6 #9f998e"),
    ),
    line("M600 240H1000M594 270H1006", "#a8a196", 4),
    path(box(690, 128, 36, 58, 6), b.lin(STEEL)),
    path(box(874, 128, 36, 58, 6), b.lin(STEEL)),
    path(oval(708, 130, 22, 8), b.lin(STEEL)),
    path(oval(892, 130, 22, 8), b.lin(STEEL)),
    clip(b, 500, 500, -1),
    clip(b, 1100, 500, 1),
    path(
      "M390 640C390 500 560 430 800 430S1210 500 1210 640V700H390Z",
      b.lin("#111112 #4c4c4f@.25 #232325@.6 #0c0c0d"),
    ),
    b.cast(oval(800, 700, 430, 306), 8, 26, 20, 0.4),
    path(oval(800, 718, 430, 300), "#070708"),
    b.solid(oval(800, 700, 430, 300), b.lin("#58585b #2c2c2e@.35 #161617", 60), {
      rim: 8,
      light: 0.45,
    }),
    path(oval(800, 700, 350, 240), b.lin("#050505 #19191a@.6 #3b3b3e", 60)),
    path(box(424, 676, 68, 44, 10), b.lin("#6b6b6e #1c1c1e", 90)),
    path(box(1108, 676, 68, 44, 10), b.lin("#6b6b6e #1c1c1e", 90)),
    b.screw(458, 698, 15),
    b.screw(1142, 698, 15, STEEL, 70),
    group(
      "rotate(-9 800 700)",
      path(oval(790, 716, 318, 204), "#000"),
      b.solid(oval(790, 700, 318, 204), b.lin("#616164 #262628@.4 #111112", 60), { rim: 8 }),
      path(oval(792, 704, 268, 168), b.lin("#0b0b0c #38383a", 60)),
      path(
        oval(792, 706, 252, 156),
        b.rad("#fffdf5 #ffe9b6@.22 #cfd3d5@.45 #7d8387@.75 #3d4144", 0.5, 0.5, 0.52),
      ),
      b.clip(
        oval(792, 706, 252, 156),
        times(28, (i) => {
          const a = (i * Math.PI) / 14;
          return path(
            poly([
              [792, 706],
              [792 + 260 * Math.cos(a), 706 + 164 * Math.sin(a)],
              [792 + 260 * Math.cos(a + 0.11), 706 + 164 * Math.sin(a + 0.11)],
            ]),
            i % 2 ? "#fff" : "#2f3336",
            `fill-opacity=".22"`,
          );
        }),
        times(4, (i) =>
          line(
            oval(792, 706, 70 + i * 52, 42 + i * 33),
            i % 2 ? "#3a3e41" : "#fff",
            2,
            `stroke-opacity=".4"`,
          ),
        ),
      ),
      path(oval(792, 706, 66, 40), b.rad("#ffffff #fff6da@.6 #ffdf9b")),
      b.glow(792, 706, 330, 220, "#ffe7ae", 0.75),
      soft(
        "M600 640C640 580 730 556 800 556C730 580 660 620 640 690C620 700 596 680 600 640Z",
        "#fff",
        0.28,
        6,
      ),
    ),
  ];
}

function panel(b: Brush): string[] {
  const top = poly(
    [
      [250, 470],
      [980, 190],
      [1400, 640],
      [620, 960],
    ],
    6,
  );
  const face = poly(
    [
      [312, 482],
      [968, 232],
      [1334, 632],
      [636, 916],
    ],
    4,
  );
  return [
    b.floor(850, 1010, 560, 50, 0.3),
    b.glow(820, 620, 800, 620, "#fffdf4", 0.8),
    path("M250 470L620 960V996L250 504Z", b.lin("#8f9498 #5f6468")),
    path("M620 960L1400 640V674L620 996Z", b.lin("#d3d6d8 #f4f5f6@.3 #a5aaae@.7 #7d8286")),
    line("M622 982L1398 660", "#6e7377", 2),
    path(top, b.lin("#ffffff #e3e5e6@.5 #c1c5c8", 45)),
    path(
      poly(
        [
          [306, 481],
          [969, 228],
          [1342, 632],
          [634, 922],
        ],
        4,
      ),
      "#9a9fa3",
      `fill-opacity=".7"`,
    ),
    path(face, b.span("#fffef9 #ffffff@.5 #f6f1e4", 400, 350, 1200, 850)),
    b.clip(
      face,
      soft(oval(700, 480, 520, 260), "#fff", 0.9, 30),
      soft("M980 230L1340 640L1200 700L840 290Z", "#fff", 0.5, 20),
    ),
    line("M250 470L312 482M980 190L968 232M1400 640L1334 632M620 960L636 916", "#a3a8ac", 2.4),
    line("M250 470L980 190L1400 640", "#ffffff", 4),
    path(box(120, 842, 250, 92, 14), b.lin("#ffffff #e8e5df@.6 #c2bdb3", 90)),
    b.cast(box(120, 842, 250, 92, 14), 10, 20, 12, 0.16),
    path(box(120, 842, 250, 92, 14), b.lin("#ffffff #ece9e3@.6 #c9c4ba", 90)),
    line("M146 866H344M146 884H290", "#b4aea3", 4),
    b.screw(140, 918, 9),
    b.screw(350, 918, 9),
    b.tube("M370 888C440 890 450 840 420 790S440 700 470 720", 15, [
      "#7c776f",
      "#d5d0c7",
      "#ffffff",
    ]),
  ];
}

/** IP65: chrome collar, sealed domed glass, rubber gasket, drops of water. */
function wetSpot(b: Brush): string[] {
  const drop = (x: number, y: number, r: number) =>
    path(oval(x + r * 0.15, y + r * 0.3, r, r * 1.12), "#43586a", `fill-opacity=".3"`) +
    path(oval(x, y, r, r * 1.12), b.rad("#ffffff/.9 #d8e6ee/.5@.5 #6f8da0/.55", 0.6, 0.7, 0.75)) +
    path(oval(x - r * 0.3, y - r * 0.4, r * 0.28, r * 0.22), "#fff");
  return [
    b.floor(800, 1030, 470, 44, 0.34),
    b.tube("M800 220C780 120 940 90 1010 140S1130 190 1180 150", 20, [
      "#17171a",
      "#39393d",
      "#83838a",
    ]),
    path(box(1172, 116, 130, 62, 20), b.lin("#4a4a4e #19191b", 90)),
    path(box(1160, 108, 28, 78, 8), b.lin("#5c5c61 #1d1d20", 90)),
    path(
      "M600 240Q610 204 800 204T1000 240L1020 520H580Z",
      b.lin("#7b8084 #eef0f1@.24 #b8bdc0@.5 #6d7276@.85 #a4a9ac"),
    ),
    times(5, (i) =>
      path(
        `M${592 - i * 3} ${286 + i * 42}Q800 ${316 + i * 42} ${1008 + i * 3} ${286 + i * 42}V${302 + i * 42}Q800 ${334 + i * 42} ${592 - i * 3} ${302 + i * 42}Z`,
        "#3f4448",
        `fill-opacity=".45"`,
      ),
    ),
    clip(b, 556, 490, -1),
    clip(b, 1044, 490, 1),
    path(
      "M430 640C430 510 580 450 800 450S1170 510 1170 640V690H430Z",
      b.lin("#0e0e10 #38383c@.3 #1b1b1d@.7 #0a0a0b"),
    ),
    b.cast(oval(800, 700, 400, 288), 8, 26, 20, 0.34),
    path(oval(800, 716, 400, 286), b.lin("#4e555c #aab1b7@.3 #3b4147@.6 #8b939a")),
    path(
      oval(800, 696, 400, 286),
      b.lin("#fdfefe #a3abb1@.22 #ffffff@.4 #6b737a@.62 #c3c9cd@.8 #5a6168", 35),
    ),
    line(oval(800, 696, 396, 282), "#ffffff", 4, `stroke-opacity=".7"`),
    path(oval(800, 698, 330, 232), b.lin("#454b51 #c6ccd0@.5 #f9fafa", 50)),
    path(oval(800, 702, 312, 218), "#26282b"),
    path(
      oval(800, 702, 298, 207),
      b.rad("#ffffff #fffaf0@.4 #f3ecdd@.75 #c9c1b1", 0.48, 0.52, 0.55),
    ),
    b.glow(800, 702, 430, 310, "#fff3d2", 0.65),
    soft(
      "M540 650C570 540 690 500 780 498C690 530 620 590 606 690C590 740 528 720 540 650Z",
      "#fff",
      0.85,
      7,
    ),
    soft("M1060 720C1052 800 980 862 900 880C980 830 1010 780 1020 720Z", "#fff", 0.6, 8),
    drop(690, 800, 20),
    drop(880, 640, 14),
    drop(960, 770, 24),
    drop(730, 560, 12),
    drop(1030, 610, 11),
    drop(480, 720, 15),
    drop(1130, 780, 13),
    drop(860, 850, 11),
    drop(610, 560, 9),
  ];
}

function batten(b: Brush): string[] {
  const cover = "M-620 -14C-620 -74 -600 -92 -560 -92H560C600 -92 620 -74 620 -14Z";
  return [
    group(
      "translate(800 600) rotate(-24)",
      b.glow(0, -40, 900, 260, "#fffdf2", 0.95),
      b.cast(box(-650, -80, 1300, 150, 24), -14, 66, 24, 0.3),
      path(box(-640, -20, 1280, 88, 10), b.lin("#f6f4f0 #d9d5cd@.35 #b1aca2@.8 #98938a", 90)),
      line("M-630 20H630", "#8f8a80", 2.5),
      line("M-630 -14H630", "#fff", 3),
      path(cover, b.lin("#fffffb #ffffff@.4 #fff8e6@.75 #eadfc7", 90)),
      soft(box(-600, -80, 1200, 22, 11), "#fff", 0.9, 5),
      ...[-1, 1].map(
        (side) =>
          b.solid(
            poly(
              [
                [side * 604, -98],
                [side * 650, -84],
                [side * 664, -40],
                [side * 664, 74],
                [side * 604, 76],
              ],
              14,
            ),
            b.lin("#ffffff #e9e6e0@.5 #b5b0a6", 90),
            { rim: 6, light: 0.8, shade: 0.3, turn: -24 },
          ) + b.screw(side * 634, 36, 11),
      ),
      ...[-420, 420].map((x) => path(box(x - 44, 62, 88, 24, 4), b.lin(STEEL)) + b.screw(x, 76, 8)),
      b.tube("M-662 20C-720 24 -716 96 -668 118S-600 190 -640 230", 16, [
        "#918c84",
        "#d9d5cd",
        "#ffffff",
      ]),
      path(box(-120, 30, 64, 18, 4), "#9f998e", `fill-opacity=".5"`),
    ),
  ];
}

/** The reel of LED tape with its lit end pulled out. */
function tape(b: Brush): string[] {
  const reel = oval(640, 560, 380);
  const ribbon = "M420 893C620 985 900 985 1010 900S1180 730 1300 780S1440 960 1560 930";
  const dots = Array.from({ length: 19 }, (_, i) => bezierAt(i / 18.3));
  return [
    b.cast(reel, 30, 46, 26, 0.38),
    path(reel, b.lin("#ffffff #efece6@.5 #c4beb3", 45)),
    line(oval(640, 560, 374), "#fff", 6),
    ...Array.from({ length: 11 }, (_, i) =>
      line(oval(640, 560, 190 + i * 14), i % 2 ? "#e7cfa0" : "#fff8e6", 11),
    ),
    ...Array.from({ length: 11 }, (_, i) =>
      line(oval(640, 560, 197 + i * 14), "#a58a58", 2, `stroke-opacity=".55"`),
    ),
    times(11, (ring) =>
      times(26 + ring * 2, (i) => {
        const a = (i * 2 * Math.PI) / (26 + ring * 2) + ring * 0.37;
        const r = 190 + ring * 14;
        return path(oval(640 + r * Math.cos(a), 560 + r * Math.sin(a), 4.5), "#ffcf6b");
      }),
    ),
    path(
      `${oval(640, 560, 380)}${times(6, (i) => {
        const at = (k: number, r: number) => {
          const a = (i * Math.PI) / 3 + k;
          return `${(640 + r * Math.cos(a)).toFixed(1)} ${(560 + r * Math.sin(a)).toFixed(1)}`;
        };
        return `M${at(0.14, 335)}A335 335 0 0 1 ${at(0.9, 335)}L${at(0.8, 205)}A205 205 0 0 0 ${at(0.24, 205)}Z`;
      })}`,
      b.lin("#ffffff/.95 #f3f0ea/.92@.5 #cfc9be/.95", 45),
      `fill-rule="evenodd"`,
    ),
    times(6, (i) => {
      const at = (k: number, r: number) => {
        const a = (i * Math.PI) / 3 + k;
        return `${(640 + r * Math.cos(a)).toFixed(1)} ${(560 + r * Math.sin(a)).toFixed(1)}`;
      };
      return line(
        `M${at(0.14, 335)}A335 335 0 0 1 ${at(0.9, 335)}L${at(0.8, 205)}A205 205 0 0 0 ${at(0.24, 205)}Z`,
        "#a39c90",
        2.5,
      );
    }),
    b.solid(oval(640, 560, 112), b.lin("#ffffff #d6d1c7", 45), { rim: 7 }),
    path(oval(640, 560, 66), b.lin("#8f8674 #cfc6b4", 60)),
    path(oval(644, 566, 60), b.lin("#cdbfa6 #e9dfcd", 60)),
    haze(ribbon, "#ffc965", 90, 0.6, 42),
    line(ribbon, "#8a6a30", 44, `transform="translate(5 9)" stroke-opacity=".4"`),
    line(ribbon, "#d8c49a", 44),
    line(ribbon, "#fffaf0", 38),
    line(ribbon, "#d79a4a", 3, `transform="translate(0 -15)" stroke-opacity=".55"`),
    line(ribbon, "#d79a4a", 3, `transform="translate(0 15)" stroke-opacity=".55"`),
    ...dots.map(({ x, y, turn }, i) =>
      group(
        `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn.toFixed(1)})`,
        i % 3 === 1 ? path(box(-40, -8, 16, 16, 2), "#2d2d2f") : "",
        i % 3 === 2
          ? path(box(28, -14, 8, 10, 2), "#c07a3a") + path(box(28, 4, 8, 10, 2), "#c07a3a")
          : "",
        b.glow(0, 0, 66, 66, "#fff0bf", 0.95),
        path(box(-14, -14, 28, 28, 4), "#fffdf4"),
        path(oval(0, 0, 10), b.rad("#ffffff #fff3cb@.5 #ffd878")),
      ),
    ),
  ];
}

function bezierAt(t: number): { x: number; y: number; turn: number } {
  const segments = [
    [420, 893, 620, 985, 900, 985, 1010, 900],
    [1010, 900, 1120, 815, 1180, 730, 1300, 780],
    [1300, 780, 1420, 830, 1440, 960, 1560, 930],
  ];
  const scaled = Math.min(t, 0.999) * (2.2 + 0.8);
  const index = Math.min(2, Math.floor(scaled));
  const k = scaled - index;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = segments[index] ?? [];
  const mix = (a: number, c: number, d: number, e: number) =>
    (1 - k) ** 3 * a + 3 * (1 - k) ** 2 * k * c + 3 * (1 - k) * k * k * d + k ** 3 * e;
  const slope = (a: number, c: number, d: number, e: number) =>
    (1 - k) ** 2 * (c - a) + 2 * (1 - k) * k * (d - c) + k * k * (e - d);
  return {
    x: mix(x0, x1, x2, x3),
    y: mix(y0, y1, y2, y3),
    turn: (Math.atan2(slope(y0, y1, y2, y3), slope(x0, x1, x2, x3)) * 180) / Math.PI,
  };
}

export const spotDrawings: Drawings = {
  "spot-encastrable-led-7w-blanc": scene(downlight),
  "spot-encastrable-led-7w-blanc-2": scene(downlightRoom),
  "spot-encastrable-orientable-noir-gu10": scene(gimbal),
  "dalle-led-60x60-40w": scene(panel, ["#e9e1d4", "#cdbfaa"]),
  "spot-salle-de-bain-ip65-8w": scene(wetSpot),
  "reglette-led-120cm-36w": scene(framed(0.94, 0, 0, batten), ["#e9e1d4", "#cdbfaa"]),
  "ruban-led-5m-3000k": scene(framed(0.9, -50, 0, tape), ["#eee5d6", "#cfbfa6"]),
};
