import {
  BLACK,
  BRASS,
  type Brush,
  box,
  CHROME,
  group,
  line,
  oval,
  type Point,
  path,
  poly,
  scene,
  soft,
  star,
  times,
} from "./luminaire-brush";
import type { Drawings } from "./studio";

const EVENING: [string, string] = ["#e9dcc6", "#b79f80"];
const NIGHT: [string, string] = ["#33415e", "#131a2b"];

/** A cut-glass pendant: facets from light to dark round a bright middle. */
function crystal(b: Brush, cx: number, top: number, w: number, h: number): string {
  const bottom = top + h;
  const waist = top + h * 0.62;
  const facet = (points: Point[], fill: string, opacity: number) =>
    path(poly(points), fill, `fill-opacity="${opacity}"`);
  const [l, r, il, ir] = [cx - w / 2, cx + w / 2, cx - w * 0.16, cx + w * 0.16];
  const bead = w * 0.17;
  return (
    line(`M${cx} ${top - bead * 3}V${top}`, "#8d949a", 2.5) +
    path(oval(cx, top - bead, bead), b.rad("#fff #dbe6ec@.5 #8298a6", 0.35, 0.3, 0.75)) +
    facet(
      [
        [cx, top],
        [l, waist],
        [cx, bottom],
        [r, waist],
      ],
      b.lin("#f5fafc #b9ccd8 #6f8899", 30),
      0.92,
    ) +
    facet(
      [
        [cx, top],
        [l, waist],
        [il, waist],
      ],
      "#ffffff",
      0.75,
    ) +
    facet(
      [
        [cx, top],
        [il, waist],
        [ir, waist],
      ],
      b.lin("#b7cad6 #ffffff", 90),
      0.75,
    ) +
    facet(
      [
        [cx, top],
        [ir, waist],
        [r, waist],
      ],
      "#6d8596",
      0.55,
    ) +
    facet(
      [
        [l, waist],
        [il, waist],
        [cx, bottom],
      ],
      "#86a0b1",
      0.7,
    ) +
    facet(
      [
        [il, waist],
        [ir, waist],
        [cx, bottom],
      ],
      "#ffffff",
      0.9,
    ) +
    facet(
      [
        [ir, waist],
        [r, waist],
        [cx, bottom],
      ],
      "#c9b58c",
      0.55,
    ) +
    line(`M${cx} ${top}L${l} ${waist}L${cx} ${bottom}`, "#fff", 1.6, `stroke-opacity=".9"`) +
    line(`M${cx} ${top}L${r} ${waist}L${cx} ${bottom}`, "#5d7484", 1.4, `stroke-opacity=".7"`)
  );
}

function beads(
  b: Brush,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  sag: number,
  count: number,
  r: number,
) {
  const fill = b.rad("#fff #e3edf2@.45 #7f97a6", 0.35, 0.3, 0.75);
  return times(count, (i) => {
    const t = i / (count - 1);
    const y = y1 + (y2 - y1) * t + sag * 4 * t * (1 - t);
    return path(oval(x1 + (x2 - x1) * t, y, r), fill);
  });
}

/** A candle lamp with its sleeve, standing on `base`. */
function candle(
  b: Brush,
  cx: number,
  base: number,
  scale: number,
  sleeve = "#e9e4d8 #ffffff@.3 #d8d0c0",
): string {
  const s = scale;
  const bulb = `M${cx - 11 * s} ${base - 66 * s}C${cx - 34 * s} ${base - 105 * s} ${cx - 16 * s} ${base - 130 * s} ${cx + 2 * s} ${base - 168 * s}C${cx + 16 * s} ${base - 130 * s} ${cx + 34 * s} ${base - 105 * s} ${cx + 11 * s} ${base - 66 * s}Z`;
  return (
    b.glow(cx, base - 108 * s, 120 * s, 120 * s, "#ffcf7a", 0.85) +
    path(box(cx - 14 * s, base - 70 * s, 28 * s, 72 * s, 3), b.lin(sleeve)) +
    path(bulb, b.rad("#ffffff #fff4d2@.35 #ffd98c@.75 #e8b765", 0.5, 0.6, 0.6)) +
    line(bulb, "#d7a04d", 1.5, `stroke-opacity=".6"`)
  );
}

interface Arm {
  x: number;
  y: number;
  near: boolean;
}

function arms(count: number, cx: number, cy: number, rx: number, ry: number, start: number): Arm[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = start + (i * 2 * Math.PI) / count;
    return {
      x: cx + rx * Math.cos(angle),
      y: cy + ry * Math.sin(angle),
      near: Math.sin(angle) >= 0,
    };
  }).sort((a, c) => a.y - c.y);
}

function crystalChandelier(b: Brush): string[] {
  const hub = 640;
  const metal = b.lin(CHROME);
  const tube: [string, string, string] = ["#565d64", "#b4bbc1", "#ffffff"];
  const arm = ({ x, y }: Arm) => {
    const mid = (800 + x) / 2;
    const cup = y - 34;
    return (
      b.tube(`M800 ${hub + 20}C${mid} ${y + 175} ${x} ${y + 130} ${x} ${y}`, 17, tube) +
      beads(b, 800, hub - 190, x, cup + 8, 70, 17, 7.5) +
      path(
        `M${x - 62} ${cup}Q${x - 50} ${cup + 44} ${x} ${cup + 46}Q${x + 50} ${cup + 44} ${x + 62} ${cup}Z`,
        b.lin("#cfdde5 #ffffff@.25 #a9c0ce@.6 #f4f9fb@.85 #8ba3b2"),
        `fill-opacity=".93"`,
      ) +
      path(oval(x, cup, 62, 13), b.lin("#f8fcfd #b4c8d4 #ffffff")) +
      times(5, (i) =>
        crystal(b, x - 52 + i * 26, cup + 42 + 17 * Math.sin((i * Math.PI) / 4), 21, 54),
      ) +
      candle(b, x, cup, 1.12, CHROME)
    );
  };
  const all = arms(5, 800, 660, 450, 110, -Math.PI / 2);
  const back = all.filter((a) => !a.near);
  const front = all.filter((a) => a.near);
  return [
    b.glow(800, 560, 640, 480, "#ffe1a6", 0.5),
    b.tube("M800 -20V90", 20, tube),
    path(`M690 84H910Q900 130 830 138H770Q700 130 690 84Z`, metal),
    path(oval(800, 84, 110, 14), b.lin("#9aa1a7 #f4f6f7 #868d93")),
    b.tube(`M800 138V430`, 20, tube),
    ...back.map(arm),
    path(`M776 400H824L842 470Q850 520 818 545V600H782V545Q750 520 758 470Z`, metal),
    path(oval(800, 400, 58, 12), metal),
    b.solid(
      oval(800, hub, 74, 62),
      b.rad("#ffffff #c6cdd2@.35 #70787f@.75 #aab1b7", 0.38, 0.3, 0.8),
      { rim: 6 },
    ),
    path(oval(800, 560, 92, 16), b.lin("#f2f7fa #9fb5c3 #ffffff #8097a6")),
    times(9, (i) => crystal(b, 720 + i * 20, 574 + 20 * Math.sin((i * Math.PI) / 8), 17, 44)),
    ...front.map(arm),
    times(7, (i) => crystal(b, 740 + i * 20, 700 + 36 * Math.sin((i * Math.PI) / 6), 20, 62)),
    line("M800 690V830", "#8d949a", 3),
    beads(b, 800, 770, 800, 816, 0, 4, 9),
    path(oval(800, 868, 46), b.rad("#ffffff #dfe9ef@.35 #8ba3b3@.75 #dce8ee", 0.36, 0.32, 0.75)),
    ...facetBall(b, 800, 868, 46),
  ];
}

function facetBall(b: Brush, cx: number, cy: number, r: number): string[] {
  const rings = [0.36, 0.7, 1];
  return [
    b.clip(
      oval(cx, cy, r),
      times(12, (i) => {
        const a = (i * Math.PI) / 6;
        return line(
          `M${cx} ${cy}L${cx + r * Math.cos(a)} ${cy + r * Math.sin(a)}`,
          i % 2 ? "#fff" : "#5f7687",
          1.6,
          `stroke-opacity=".6"`,
        );
      }),
      ...rings.map((k, i) =>
        line(star(cx, cy, r * k, r * k * 0.97, 6, i * 0.26), "#fff", 1.6, `stroke-opacity=".7"`),
      ),
      path(
        poly([
          [cx - r * 0.5, cy - r * 0.6],
          [cx - r * 0.1, cy - r * 0.5],
          [cx - r * 0.2, cy - r * 0.1],
        ]),
        "#fff",
        `fill-opacity=".9"`,
      ),
    ),
  ];
}

function crystalDetail(b: Brush): string[] {
  const tube: [string, string, string] = ["#3e454c", "#a9b1b8", "#ffffff"];
  const cup = 560;
  const drops = [0, 42, 66, 74, 66, 42, 0];
  return [
    b.glow(240, 330, 260, 260, "#ffd58a", 0.28),
    b.glow(1420, 280, 220, 220, "#ffd58a", 0.22),
    b.glow(840, 330, 760, 620, "#ffce7d", 0.5),
    b.tube(`M-40 640C180 1120 840 1120 840 690`, 50, tube),
    beads(b, -30, 210, 640, cup - 4, 120, 22, 21),
    path(
      `M590 ${cup}Q620 690 840 704Q1060 690 1090 ${cup}Z`,
      b.lin("#8ea6b6 #f7fcff@.18 #b3c7d3@.4 #ffffff@.55 #7d95a5@.8 #e8f1f6"),
      `fill-opacity=".95"`,
    ),
    times(15, (i) => {
      const x = 605 + i * 33.6;
      return line(
        `M${x} ${cup + 6}Q${840 + (x - 840) * 0.8} ${cup + 100} ${840 + (x - 840) * 0.25} 702`,
        i % 2 ? "#fff" : "#627b8c",
        4,
        `stroke-opacity=".5"`,
      );
    }),
    path(oval(840, cup, 250, 50), b.lin("#ffffff #b9ccd8@.3 #ffffff@.55 #8fa6b5@.85 #f2f8fb")),
    path(oval(840, cup + 4, 216, 38), b.lin("#7e95a4 #d8e5ec@.4 #97aebc"), `fill-opacity=".8"`),
    path(oval(840, cup, 74, 18), b.lin(CHROME)),
    candle(b, 840, cup + 6, 2.7, CHROME),
    ...drops.map((dy, i) => crystal(b, 630 + i * 70, 655 + dy, 74, 250)),
  ];
}

function domePendant(b: Brush): string[] {
  const dome = `M330 812C330 520 560 395 800 395S1270 520 1270 812A470 76 0 0 1 330 812Z`;
  const inner = oval(800, 812, 470, 76);
  return [
    b.glow(800, 960, 620, 230, "#ffd792", 0.75),
    line(`M800 0V250`, "#2b2521", 11),
    line(`M798 0V250`, "#6b6058", 3),
    path(box(764, 240, 72, 92, 12), b.lin(BRASS)),
    path(box(752, 318, 96, 30, 8), b.lin(BRASS)),
    path(`M740 348H860L880 408H720Z`, b.lin(BRASS)),
    b.solid(
      dome,
      b.lin(
        "#5f4012 #a8792f@.07 #e9c577@.2 #fff1c4@.3 #d6a64f@.42 #b17f33@.62 #7d571d@.84 #b98a40@.95 #704d19",
      ),
      { rim: 16, light: 0.35, shade: 0.4 },
    ),
    b.clip(
      dome,
      times(24, (i) =>
        line(
          `M330 ${430 + i * 17}Q800 ${480 + i * 17} 1270 ${430 + i * 17}`,
          i % 2 ? "#fff3cf" : "#5e3f12",
          1.4,
          `stroke-opacity=".16"`,
        ),
      ),
    ),
    soft(
      `M470 640C500 530 590 455 690 425C600 480 540 560 520 700C510 760 460 740 470 640Z`,
      "#fffbe9",
      0.5,
      14,
    ),
    path(inner, b.rad("#fffdf3 #fff1cd@.3 #f3cf8a@.65 #c48e43", 0.5, 0.42, 0.55)),
    line(inner, "#7a5519", 9),
    line(`M330 812A470 76 0 0 0 1270 812`, "#f4d894", 5),
    path(oval(800, 812, 78, 50), b.rad("#ffffff #fffbe6@.6 #ffe9b4")),
    b.glow(800, 815, 300, 110, "#fff3cf", 0.9),
  ];
}

function wickerPendant(b: Brush): string[] {
  const at = (t: number) => {
    const y = 330 + t * 620;
    const r =
      92 +
      400 *
        Math.sin(Math.min(1, t * 1.08) * Math.PI * 0.56) ** 0.9 *
        (t > 0.8 ? 1 - (t - 0.8) * 0.5 : 1);
    return { y, r };
  };
  const outline = `M${Array.from({ length: 31 }, (_, i) => at(i / 30))
    .map(({ y, r }) => `${800 - r} ${y}`)
    .join("L")}L${Array.from({ length: 31 }, (_, i) => at(1 - i / 30))
    .map(({ y, r }) => `${800 + r} ${y}`)
    .join("L")}Z`;
  const rib = (turn: number, twist: number, front: boolean) => {
    const points = Array.from({ length: 31 }, (_, i) => {
      const { y, r } = at(i / 30);
      const a = turn + (twist * i) / 30;
      return { x: 800 + r * Math.sin(a), y: y + r * 0.13 * Math.cos(a), z: Math.cos(a) };
    }).filter(({ z }) => (front ? z >= -0.04 : z < 0));
    return points.length > 1
      ? `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`
      : "";
  };
  const strands = (twist: number, front: boolean) =>
    Array.from({ length: 44 }, (_, i) =>
      rib((i * 2 * Math.PI) / 44 + (twist > 0 ? 0 : 0.07), twist, front),
    ).join("");
  const weave = (d: string, w: number, front: boolean) =>
    front
      ? line(d, "#7c5325", w) + line(d, "#d3a262", w * 0.72) + line(d, "#f4d9a2", w * 0.22)
      : line(d, "#8a5f2e", w * 0.8, `stroke-opacity=".75"`);
  const hoop = (t: number, w: number, front: boolean) => {
    const { y, r } = at(t);
    return weave(
      `M${800 - r} ${y}A${r} ${r * 0.13} 0 0 ${front ? 0 : 1} ${800 + r} ${y}`,
      w,
      front,
    );
  };
  const rows = [
    0.02, 0.06, 0.1, 0.26, 0.3, 0.34, 0.52, 0.56, 0.6, 0.78, 0.82, 0.86, 0.95, 0.975, 1,
  ];
  return [
    b.glow(800, 760, 760, 460, "#ffd591", 0.6),
    line(`M800 0V300`, "#2b2521", 10),
    path(box(768, 230, 64, 100, 14), b.lin(BLACK)),
    path(
      outline,
      b.rad("#fff3cf #f7d28a@.4 #c98f45@.8 #9a6a30", 0.5, 0.62, 0.6),
      `fill-opacity=".75"`,
    ),
    weave(strands(0.7, false), 7, false),
    weave(strands(-0.7, false), 7, false),
    b.glow(800, 700, 330, 330, "#fff0c4", 1),
    path(oval(800, 700, 78, 86), b.rad("#ffffff #fffbe8@.6 #ffe7ad")),
    weave(strands(0.7, true), 9, true),
    weave(strands(-0.7, true), 9, true),
    ...rows.map((t) => hoop(t, t > 0.94 ? 17 : 12, true)),
    b.clip(outline, path(box(1000, 300, 300, 700), b.lin("#3d2407/0 #3d2407/.45"))),
    path(oval(800, 333, 94, 14), b.lin("#8a5f2e #e0b679@.35 #7c5325")),
  ];
}

function ironChandelier(b: Brush): string[] {
  const iron: [string, string, string] = ["#0d0d0e", "#2c2b2c", "#8c8580"];
  const [rx, ry, cy] = [500, 132, 720];
  const all = arms(6, 800, cy, rx, ry, 0.42);
  const chain = (x1: number, y1: number, x2: number, y2: number) => {
    const n = Math.round(Math.hypot(x2 - x1, y2 - y1) / 27);
    const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
    return times(n, (i) => {
      const t = (i + 0.5) / n;
      return group(
        `translate(${x1 + (x2 - x1) * t} ${y1 + (y2 - y1) * t}) rotate(${angle})`,
        i % 2
          ? line("M-17 0H17", "#1c1b1c", 7) + line("M-15 -2H15", "#7a736e", 1.6)
          : line(oval(0, 0, 18, 9), "#1c1b1c", 6) + line("M-14 -7Q0 -12 14 -7", "#8c8580", 1.6),
      );
    });
  };
  const holder = ({ x, y }: Arm) =>
    b.tube(`M${x} ${y + 10}V${y - 34}`, 18, iron) +
    path(
      `M${x - 52} ${y - 56}Q${x - 44} ${y - 22} ${x} ${y - 20}Q${x + 44} ${y - 22} ${x + 52} ${y - 56}Z`,
      b.lin(BLACK),
    ) +
    path(oval(x, y - 56, 52, 10), b.lin("#3c3a39 #8b857f@.3 #2a2928")) +
    candle(b, x, y - 56, 1.25, "#d9c9a4 #fbf0d4@.35 #c7b088") +
    path(oval(x, y + 16, 11), b.rad("#8c8580 #1a1a1a", 0.35, 0.3));
  const band = (front: boolean) => {
    const d = `M${800 - rx} ${cy}A${rx} ${ry} 0 0 ${front ? 0 : 1} ${800 + rx} ${cy}`;
    return (
      line(d, "#0e0e0f", 34) +
      line(d, "#2d2b2b", 26) +
      line(d, "#6f6862", 3, `transform="translate(0 -10)" stroke-opacity=".9"`) +
      line(d, "#000", 3, `transform="translate(0 12)"`)
    );
  };
  const scroll = (sign: number) =>
    b.tube(
      `M800 ${cy + 120}C${800 + sign * 60} ${cy + 60} ${800 + sign * 250} ${cy + 80} ${800 + sign * 260} ${cy + 150}C${800 + sign * 262} ${cy + 205} ${800 + sign * 185} ${cy + 205} ${800 + sign * 190} ${cy + 160}`,
      15,
      iron,
    );
  return [
    b.glow(800, 600, 760, 420, "#ffd48a", 0.42),
    path(`M720 60H880Q868 104 830 112H770Q732 104 720 60Z`, b.lin(BLACK)),
    chain(800, 112, 800, 270),
    line(oval(800, 292, 26), "#1c1b1c", 9),
    band(false),
    ...all.filter((a) => !a.near).map((a) => chain(800, 315, a.x, a.y - 6) + holder(a)),
    b.tube(`M${800 - rx} ${cy}H${800 + rx}`, 13, iron),
    b.tube(`M800 ${cy - ry}V${cy + 120}`, 22, iron),
    scroll(1),
    scroll(-1),
    path(oval(800, cy, 44, 30), b.rad("#8c8580 #2b2a2a@.5 #0d0d0e", 0.35, 0.3, 0.8)),
    path(oval(800, cy + 140, 30, 34), b.rad("#8c8580 #2b2a2a@.5 #0d0d0e", 0.35, 0.3, 0.8)),
    path(`M788 ${cy + 168}L800 ${cy + 220}L812 ${cy + 168}Z`, "#1c1b1c"),
    band(true),
    times(24, (i) => {
      const a = 0.13 + (i * Math.PI) / 24;
      return path(oval(800 + rx * Math.cos(a), cy + ry * Math.sin(a) - 1, 4.5), "#8c8580");
    }),
    ...all.filter((a) => a.near).map((a) => chain(800, 315, a.x, a.y - 6) + holder(a)),
  ];
}

function smokedTrio(b: Brush): string[] {
  const filament = (x: number, y: number) =>
    b.glow(x, y, 120, 130, "#ffbf62", 0.85) +
    path(
      `M${x - 20} ${y - 78}C${x - 26} ${y - 40} ${x - 50} ${y - 22} ${x - 48} ${y + 16}A48 48 0 0 0 ${x + 48} ${y + 16}C${x + 50} ${y - 22} ${x + 26} ${y - 40} ${x + 20} ${y - 78}Z`,
      b.rad("#fff3cf/.75 #ffcf78/.5@.5 #e6a445/.3", 0.5, 0.6, 0.6),
    ) +
    line(
      `M${x - 12} ${y - 60}L${x - 20} ${y + 20}L${x - 7} ${y - 30}L${x} ${y + 26}L${x + 7} ${y - 30}L${x + 20} ${y + 20}L${x + 12} ${y - 60}`,
      "#fff1c0",
      5,
    ) +
    line(
      `M${x - 12} ${y - 60}L${x - 20} ${y + 20}L${x - 7} ${y - 30}L${x} ${y + 26}L${x + 7} ${y - 30}L${x + 20} ${y + 20}L${x + 12} ${y - 60}`,
      "#ffab3d",
      2.4,
    );
  const pendant = (x: number, neck: number, glass: string, bulbY: number, shine: string) => [
    line(`M${x} 128V${neck - 90}`, "#1c1a19", 8),
    path(glass, b.lin("#2a2320/.74 #6d5d50/.42@.25 #8d7a69/.28@.5 #4b3f37/.5@.75 #1d1816/.8")),
    filament(x, bulbY),
    path(glass, b.lin("#1c1512/.5 #57483d/.12@.4 #1c1512/.55@.95")),
    soft(shine, "#fff", 0.5, 5),
    line(glass, "#1c1614", 3, `stroke-opacity=".7"`),
    path(box(x - 30, neck - 92, 60, 104, 8), b.lin(BRASS)),
    path(box(x - 44, neck + 2, 88, 24, 6), b.lin(BRASS)),
  ];
  const globe = `M506 520C440 545 290 590 290 745A188 188 0 0 0 666 745C666 590 516 545 450 520Z`;
  return [
    path(box(360, 70, 880, 60, 14), b.lin(BLACK, 90)),
    line(`M374 78H1226`, "#8a8784", 3, `stroke-opacity=".8"`),
    ...pendant(
      478,
      515,
      globe.replace("M506 520", "M506 520"),
      720,
      `M335 690C345 640 380 605 410 595C375 640 362 690 362 760C340 760 328 730 335 690Z`,
    ),
    ...pendant(
      800,
      705,
      `M770 712C762 790 665 850 665 965C665 1050 725 1098 800 1098S935 1050 935 965C935 850 838 790 830 712Z`,
      925,
      `M697 960C700 910 730 870 752 840C730 900 722 950 724 1010C706 1010 694 990 697 960Z`,
    ),
    ...pendant(
      1122,
      420,
      `M1090 428Q992 436 992 520V742Q992 770 1020 770H1224Q1252 770 1252 742V520Q1252 436 1154 428Z`,
      610,
      `M1014 530Q1018 476 1050 462Q1040 500 1040 560V730H1014Z`,
    ),
  ];
}

interface Tier {
  y: number;
  r: number;
}

/** The pierced brass lantern, hanging; `holes` is the light that falls through. */
export function lantern(b: Brush, holes = "#ffe09a"): string {
  const brass =
    "#4f340d #a97a2d@.1 #f3d48b@.27 #fff3cd@.34 #cf9c47@.48 #9b6f28@.68 #6a4715@.86 #b98b41@.96 #5c3d10";
  const ring = ({ y, r }: Tier, h: number) =>
    path(
      `M${800 - r} ${y}A${r} ${r * 0.13} 0 0 0 ${800 + r} ${y}V${y + h}A${r} ${r * 0.13} 0 0 1 ${800 - r} ${y + h}Z`,
      b.lin(brass),
    ) +
    line(
      `M${800 - r} ${y}A${r} ${r * 0.13} 0 0 0 ${800 + r} ${y}`,
      "#fff0c4",
      2.5,
      `stroke-opacity=".8"`,
    ) +
    line(
      `M${800 - r} ${y + h}A${r} ${r * 0.13} 0 0 0 ${800 + r} ${y + h}`,
      "#3e2808",
      3,
      `stroke-opacity=".7"`,
    );
  const round = (a: number, r: number, y: number) => ({
    x: 800 + r * Math.sin(a),
    y: y + r * 0.13 * Math.cos(a),
    squeeze: Math.cos(a),
  });
  const hole = (shape: string, x: number, y: number, squeeze: number) =>
    group(
      `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${Math.max(0.12, squeeze).toFixed(2)} 1)`,
      path(shape, "#3b2405", `transform="translate(2 2.5)"`),
      path(shape, holes),
      path(shape, "#fffbe8", `transform="scale(.55)"`),
    );
  const row = (count: number, r: number, y: number, shape: string, phase = 0) =>
    times(count, (i) => {
      const a = -Math.PI / 2 + ((i + 0.5 + phase) * Math.PI) / count;
      const p = round(a, r, y);
      return Math.abs(a) > 1.45 ? "" : hole(shape, p.x, p.y, p.squeeze);
    });
  const dome = `M590 420C600 300 700 300 760 215H840C900 300 1000 300 1010 420A210 27 0 0 1 590 420Z`;
  const belly = `M560 452V800A240 31 0 0 0 1040 800V452A240 31 0 0 1 560 452Z`;
  const foot = `M560 832C580 930 700 945 752 1020H848C900 945 1020 930 1040 832A240 31 0 0 1 560 832Z`;
  const petal = "M0 -26C14 -10 14 10 0 26C-14 10 -14 -10 0 -26Z";
  const diamond = "M0 -13L9 0L0 13L-9 0Z";
  const at = (t: number) => 210 - 150 * t ** 1.5;
  return (
    line(oval(800, 112, 30), "#5f4112", 12) +
    line(oval(800, 112, 30), "#e3bb6b", 5) +
    path(`M778 142H822L840 215H760Z`, b.lin(brass)) +
    path(oval(800, 176, 36, 24), b.rad("#fff0c4 #d3a250@.4 #6a4715", 0.35, 0.3, 0.8)) +
    b.solid(dome, b.lin(brass), { rim: 9, light: 0.3 }) +
    row(14, at(0.08), 398, petal) +
    row(12, at(0.36), 344, diamond, 0.3) +
    row(10, at(0.6), 304, diamond) +
    row(7, at(0.82), 264, oval(0, 0, 5)) +
    b.solid(belly, b.lin(brass), { rim: 9, light: 0.3 }) +
    times(7, (i) => {
      const a = -1.5 + i * 0.5;
      const p = round(a, 239, 0);
      return line(`M${p.x} ${462 + p.y}V${790 + p.y}`, "#3e2808", 2, `stroke-opacity=".35"`);
    }) +
    row(22, 239, 484, diamond) +
    row(22, 239, 778, diamond) +
    row(7, 239, 625, star(0, 0, 44, 27)) +
    row(7, 239, 553, star(0, 0, 21, 12), 0.5) +
    row(7, 239, 697, star(0, 0, 21, 12), 0.5) +
    row(7, 239, 553, oval(0, 0, 10)) +
    row(7, 239, 697, oval(0, 0, 10)) +
    row(7, 239, 625, petal, 0.5) +
    b.solid(foot, b.lin(brass), { rim: 9, light: 0.3 }) +
    row(16, 222, 872, petal) +
    row(13, 170, 922, diamond, 0.2) +
    row(9, 104, 962, oval(0, 0, 6)) +
    ring({ y: 418, r: 252 }, 34) +
    ring({ y: 800, r: 252 }, 34) +
    ring({ y: 1008, r: 54 }, 16) +
    path(`M770 1024Q772 1062 800 1092Q828 1062 830 1024Z`, b.lin(brass)) +
    path(oval(800, 1098, 13), b.rad("#fff0c4 #d3a250@.4 #6a4715", 0.35, 0.3, 0.8))
  );
}

function lanternHanging(b: Brush): string[] {
  return [
    b.glow(800, 640, 700, 560, "#ffc96f", 0.55),
    times(
      5,
      (i) =>
        line(oval(800, 8 + i * 19, 6, 12), "#5f4112", 6) +
        line(oval(800, 8 + i * 19, 6, 12), "#d9ae5c", 2.5),
    ),
    lantern(b),
  ];
}

function lanternDetail(b: Brush): string[] {
  const cut = (d: string, x: number, y: number, scale = 1) =>
    group(
      `translate(${x} ${y}) scale(${scale})`,
      path(d, "#fff0c0", `transform="translate(3 4)"`),
      path(d, "#2d1a03"),
      path(
        d,
        b.rad("#fffbe6 #ffd780@.45 #c9822a", 0.5, 0.5, 0.6),
        `transform="translate(-1 -1) scale(.95)"`,
      ),
    );
  const petal = "M0 -60C34 -22 34 22 0 60C-34 22 -34 -22 0 -60Z";
  const engraved = (d: string) =>
    line(d, "#55370b", 5, `stroke-opacity=".75"`) +
    line(d, "#fff0c4", 2, `transform="translate(2.4 2.4)" stroke-opacity=".8"`);
  const tile = (x: number, y: number) =>
    cut(star(0, 0, 104, 66), x, y) +
    engraved(star(x, y, 140, 92)) +
    engraved(star(x, y, 156, 104)) +
    times(8, (i) => {
      const a = (i * Math.PI) / 4;
      return group(
        `rotate(${(a * 180) / Math.PI} ${x} ${y})`,
        cut("M0 -16L12 0L0 16L-12 0Z", x, y - 178),
      );
    });
  const xs = [230, 610, 990, 1370];
  return [
    path(
      box(0, 0, 1600, 1200),
      b.lin(
        "#6a4715 #b98b41@.12 #e9c77d@.3 #fbe9b8@.38 #cf9f4c@.52 #a87a30@.72 #7a5419@.9 #5c3d10",
      ),
    ),
    times(200, (i) =>
      line(`M0 ${i * 6 + 3}H1600`, i % 3 ? "#fff2cc" : "#4a2f08", 1, `stroke-opacity=".1"`),
    ),
    path(box(0, 0, 1600, 96), b.lin("#fff2cc #b98b41@.5 #5c3d10", 90), `fill-opacity=".65"`),
    path(box(0, 1104, 1600, 96), b.lin("#fff2cc #b98b41@.5 #5c3d10", 90), `fill-opacity=".65"`),
    ...[92, 102, 1098, 1108].map((y) => engraved(`M0 ${y}H1600`)),
    times(21, (i) => cut(oval(0, 0, 15), 20 + i * 78, 50) + cut(oval(0, 0, 15), 20 + i * 78, 1152)),
    ...xs.map((x) => tile(x, 380) + tile(x, 830)),
    ...[420, 800, 1180, 40, 1560].flatMap((x) => [
      cut(petal, x, 605),
      group(`rotate(90 ${x} 605)`, cut(petal, x, 605, 0.999)),
    ]),
    ...[420, 800, 1180].flatMap((x) => [
      cut(star(0, 0, 30, 18, 4), x, 200),
      cut(star(0, 0, 30, 18, 4), x, 1010),
    ]),
    b.glow(620, 500, 900, 700, "#fff1c4", 0.32),
    path(box(0, 0, 1600, 1200), b.rad("#2b1703/0@.5 #2b1703/.5", 0.42, 0.42, 0.8)),
  ];
}

export const hangingDrawings: Drawings = {
  "lustre-cristal-moderne-5-branches": scene((b) => [
    group("translate(-144 -40) scale(1.18)", ...crystalChandelier(b)),
  ]),
  "lustre-cristal-moderne-5-branches-2": scene(crystalDetail, NIGHT),
  "suspension-laiton-dome-35cm": scene(domePendant),
  "suspension-osier-tresse-50cm": scene(wickerPendant),
  "lustre-fer-forge-6-lumieres": scene(ironChandelier),
  "suspension-trio-verre-fume": scene(smokedTrio),
  "lanterne-marocaine-laiton-cisele": scene(lanternHanging, EVENING),
  "lanterne-marocaine-laiton-cisele-2": scene(lanternDetail),
};
