import { flatSlab } from "./carrelage-bags";
import {
  chevrons,
  columns,
  fishScales,
  grid,
  herringbone,
  hexagons,
  insideScale,
  type Joint,
  type Layout,
  laid,
  type Material,
  pebbles,
  pennies,
  starEdge,
  starsAndCrosses,
  turned,
} from "./carrelage-layouts";
import { rgb } from "./carrelage-noise";
import type { Shade } from "./carrelage-render";
import { bench, cushion, jar, roomView } from "./carrelage-room";
import {
  BISCUIT,
  board,
  closeUp,
  flatLay,
  type Piece,
  PORCELAIN,
  REDCLAY,
  rectangle,
  sheet,
  single,
} from "./carrelage-scenes";
import { crossTone, STAR, starPattern, starTones } from "./carrelage-star";
import {
  bevelled,
  cementTile,
  cleft,
  concrete,
  glass,
  glaze,
  marble,
  oak,
  pebble,
  relief,
  terracotta,
  terrazzo,
  travertine,
} from "./carrelage-textures";
import type { Drawings } from "./studio";

const joint = (colour: string, edge = 0.18, slope = 0.5, lean = 0): Joint => ({
  colour: rgb(colour),
  edge,
  slope,
  lean,
});

function field(layout: Layout, material: Material, j: Joint, hw: number, hh: number): Piece {
  return {
    face: laid(layout, material, j),
    half: [hw, hh],
    thickness: hw * 0.035,
    side: rgb("#c9c0b2"),
  };
}

interface Loose {
  thickness?: number;
  side?: Piece["side"];
  edge?: number;
  slope?: number;
  round?: number;
  seed?: readonly [number, number];
}

function loose(material: Material, hw: number, hh: number, o: Loose = {}): Piece {
  const outline = rectangle(hw, hh, o.round ?? 0.1);
  return {
    face: single(material, outline, o.seed ?? [7, 5], o.edge ?? 0.18, o.slope ?? 0.5),
    half: [hw, hh],
    outline,
    thickness: o.thickness ?? 0.95,
    side: o.side ?? PORCELAIN,
  };
}

const OAK = oak("#d3ab78", "#8f643c");
const CARRARA = marble({
  base: "#f0eeea",
  cloud: "#b9b8b8",
  vein: "#84848a",
  hair: "#a39a8c",
  scale: 0.03,
  amount: 0.9,
  angle: 0.7,
  gloss: 1,
});
const PORTORO = marble({
  base: "#15130f",
  cloud: "#2c2822",
  vein: "#c08f3e",
  hair: "#cfc4ae",
  scale: 0.028,
  amount: 1,
  angle: 0.5,
  gloss: 1,
});
const GREY_MARBLE = marble({
  base: "#c7c5c2",
  cloud: "#8c8b8c",
  vein: "#6b6a6e",
  hair: "#efece6",
  scale: 0.11,
  amount: 0.9,
  angle: 0.4,
  gloss: 0.9,
});
const THASSOS = marble({
  base: "#f3f1ec",
  cloud: "#c2c1bf",
  vein: "#9a989a",
  hair: "#b6ab9a",
  scale: 0.08,
  amount: 0.75,
  angle: 0.9,
  gloss: 0.9,
});
const GREY = concrete("#9c9791");

const oakField = laid(grid(120, 20, 0.25, 1 / 3), OAK, joint("#9b8163", 0.2, 0.35));

const gres: Drawings = {
  "carrelage-imitation-bois-naturel-20x120cm": () =>
    flatLay({
      field: {
        ...field(grid(120, 20, 0.25, 1 / 3), OAK, joint("#9b8163", 0.2, 0.35), 92, 71),
        thickness: 1.6,
      },
      piece: loose(OAK, 60, 10, { thickness: 1.2, seed: [3, 8] }),
      place: [0.36, 1.1],
      turn: 20,
      pieceYaw: 4,
      pitch: 56,
      shine: 5,
    }),
  "carrelage-imitation-bois-naturel-20x120cm-2": () =>
    closeUp(
      loose(OAK, 60, 10, { thickness: 1, seed: [3, 8], edge: 0.12 }),
      loose(OAK, 60, 10, { seed: [4, 2] }),
      21,
      { corner: [0.76, 0.1], yaw: -30, shine: 5, eye: { pitch: 42, yaw: 0, distance: 105 } },
    ),
  "carrelage-imitation-bois-naturel-20x120cm-3": () =>
    roomView({
      floor: oakField,
      wall: "#e9dcc6",
      arch: { x: 70, half: 40, height: 174 },
      things: [
        bench(-90, 44, 130, 42, 38, "#7a5233"),
        cushion(-112, 42, 44, 52, 12, 36, "#b5673f"),
        jar(165, 40, 82, "#b8764c"),
      ],
      mirror: 0.5,
    }),
  "carrelage-marbre-blanc-brillant-60x60cm": () =>
    board({
      field: field(grid(60, 60, 0.2), CARRARA, joint("#cfcac2", 0.15, 0.4), 90.2, 90.2),
      piece: loose(CARRARA, 30, 30, { seed: [12, 5], thickness: 1 }),
      shine: 7,
    }),
  "carrelage-marbre-blanc-brillant-60x60cm-2": () =>
    closeUp(loose(CARRARA, 30, 30, { seed: [12, 5], edge: 0.1 }), null, 22, {
      corner: [0.45, -0.5],
    }),
  "carrelage-marbre-blanc-brillant-60x60cm-3": () =>
    roomView({
      floor: laid(grid(60, 60, 0.25), CARRARA, joint("#c4beb4", 0.15, 0.3)),
      wall: "#d9c3a3",
      arch: { x: -40, half: 42, height: 176 },
      things: [jar(105, 50, 108, "#6f7f78"), jar(162, 78, 62, "#c98d5e")],
      mirror: 1.6,
      exposure: 0.95,
    }),
  "carrelage-beton-gris-60x60cm": () =>
    board({
      field: field(grid(60, 60, 0.3), GREY, joint("#7d7872", 0.15, 0.4), 90.2, 90.2),
      piece: loose(GREY, 30, 30, { seed: [2, 9], thickness: 1, side: rgb("#8f8a84") }),
      yaw: 12,
      pieceYaw: -10,
      shine: 3,
    }),
  "carrelage-beton-gris-60x60cm-2": () =>
    roomView({
      floor: laid(grid(60, 60, 0.3), GREY, joint("#77726c", 0.15, 0.3)),
      wall: "#e6dfd3",
      things: [
        bench(20, 40, 170, 40, 40, "#a57a4d"),
        jar(-150, 44, 96, "#3f3a36"),
        cushion(62, 40, 40, 58, 13, 38, "#d9c9ad"),
      ],
      mirror: 0.3,
    }),
  "carrelage-travertin-beige-60x60cm": () =>
    flatLay({
      field: {
        ...field(grid(60, 60, 0.3), travertine(), joint("#c3ad8c", 0.2, 0.4), 90.3, 90.3),
        thickness: 1.4,
      },
      piece: loose(travertine(), 30, 30, { seed: [4, 4], thickness: 1.2, side: rgb("#cdb892") }),
      shine: 3,
    }),
  "carrelage-terrazzo-clair-60x60cm": () =>
    board({
      field: field(grid(60, 60, 0.2), terrazzo(), joint("#cfc8bb", 0.12, 0.4), 90.2, 90.2),
      piece: loose(terrazzo(), 30, 30, { seed: [8, 3], thickness: 1, side: rgb("#d6cfc2") }),
      yaw: -16,
      shine: 5,
    }),
  "carrelage-marbre-noir-dore-60x120cm": () =>
    board({
      field: field(
        grid(120, 60, 0.2, 0, false, true),
        PORTORO,
        joint("#2b2722", 0.15, 0.4),
        120.1,
        90.2,
      ),
      piece: loose(PORTORO, 30, 60, { seed: [5, 6], thickness: 1, side: rgb("#3a352f") }),
      yaw: 12,
      pieceYaw: -9,
      along: 0.72,
      pieceLean: 14,
      shine: 8,
    }),
  "carrelage-terre-cuite-30x30cm": () =>
    flatLay({
      field: {
        ...field(grid(30, 30, 0.9), terracotta(), joint("#cdb79a", 0.7, 0.5, 0.02), 46.5, 46.5),
        thickness: 1.8,
      },
      piece: loose(terracotta(), 15, 15, {
        seed: [2, 3],
        thickness: 1.8,
        side: rgb("#a85a37"),
        edge: 0.6,
        round: 0.5,
      }),
      turn: 24,
      shine: 2,
    }),
  "dalle-exterieure-pierre-20mm-60x60cm": () =>
    flatLay({
      field: {
        ...field(grid(60, 60, 0.6), cleft("#a69b8b"), joint("#8d8273", 0.3, 0.6), 90.6, 90.6),
        thickness: 3,
        side: rgb("#978c7c"),
      },
      piece: loose(cleft("#a69b8b"), 30, 30, {
        seed: [6, 2],
        thickness: 3,
        side: rgb("#9b9080"),
        edge: 0.3,
      }),
      turn: -18,
      pieceYaw: 14,
      pitch: 42,
      place: [-0.72, 0.86],
      shine: 1.5,
    }),
  "carrelage-imitation-ciment-bleu-20x20cm": () => {
    const tile = cementTile(["#ece3d2", "#27456f", "#8ea9c2", "#c58a3e"]);
    return flatLay({
      field: {
        ...field(grid(20, 20, 0.12, 0, false), tile, joint("#cdc4b3", 0.08, 0.4), 40.2, 40.2),
        thickness: 1,
      },
      piece: loose(tile, 10, 10, { seed: [4, 4], thickness: 1, edge: 0.1 }),
      turn: 14,
      pitch: 58,
      place: [0.86, 0.84],
      shine: 3,
    });
  },
};

const white = glaze({
  tones: ["#f1eee7", "#f4f2ec"],
  half: [7.5, 3.75],
  hand: 0.12,
  body: "#e8e0d3",
});
const metro = bevelled(white, 7.5, 3.75, 1.05, 0.34);
const emerald = glaze({
  tones: ["#0b5a44", "#0f6b50", "#084a39", "#137a5c"],
  half: [3.75, 7.5],
  hand: 0.42,
  body: "#e8e0d3",
});
const plain = glaze({ tones: ["#f5f4f0", "#f5f4f0"], half: [25, 10], hand: 0.04, body: "#e8e0d3" });
const night = glaze({
  tones: ["#16294f", "#1d3566", "#112040", "#274681"],
  half: [99, 99],
  hand: 0.6,
  body: "#e8e0d3",
});
const SCALE = 7;
const scaleOutline = (x: number, y: number) => 0.12 - insideScale(x, y, SCALE);

const faience: Drawings = {
  "faience-metro-blanche-7-5x15cm": () =>
    board({
      field: field(grid(15, 7.5, 0.2, 0.5), metro, joint("#b9b2a7", 0.12, 0.5), 30.4, 26.9),
      piece: loose(metro, 7.5, 3.75, { thickness: 0.8, side: BISCUIT }),
      shine: 8,
      before: 0.3,
      pieceLean: 26,
    }),
  "faience-metro-blanche-7-5x15cm-2": () =>
    closeUp(loose(metro, 7.5, 3.75, { thickness: 0.85, side: BISCUIT, edge: 0.1 }), null, 10.5, {
      corner: [0.05, -0.2],
      yaw: -26,
    }),
  "faience-metro-vert-emeraude-7-5x15cm": () =>
    board({
      field: field(
        columns(7.5, 15, 0.2, 0.5),
        emerald,
        joint("#d8d2c6", 0.3, 0.5, 0.03),
        26.9,
        26.9,
      ),
      piece: loose(emerald, 3.75, 7.5, { thickness: 0.8, side: BISCUIT, edge: 0.3 }),
      yaw: 13,
      pieceYaw: -10,
      before: 0.3,
      pieceLean: 18,
      panes: 0,
    }),
  "faience-blanche-brillante-20x50cm": () =>
    board({
      field: field(
        grid(50, 20, 0.2, 0, true, true),
        plain,
        joint("#cfcac2", 0.25, 0.5, 0.004),
        75.3,
        50.4,
      ),
      piece: loose(plain, 25, 10, { thickness: 0.9, side: BISCUIT, edge: 0.3 }),
      shine: 8,
      yaw: -10,
      before: 0.26,
      along: 0.78,
      pieceLean: 22,
      panes: 1,
    }),
  "faience-ecaille-bleu-nuit": () =>
    board({
      field: field(fishScales(SCALE, 0.25), night, joint("#cfc8bb", 0.4, 0.55, 0.03), 35, 31),
      piece: {
        ...loose(night, SCALE, SCALE, { side: BISCUIT, thickness: 0.8 }),
        face: single(night, scaleOutline, [4, 3], 0.4, 0.55),
        outline: scaleOutline,
      },
      before: 0.3,
      pieceLean: 20,
      panes: 0,
      pieceShine: 0.3,
      along: 1.14,
      glow: 1.4,
    }),
  "faience-relief-sable-30x60cm": () =>
    board({
      field: field(
        grid(60, 30, 0.15, 0, false, true),
        relief("#d3bb94"),
        joint("#b9a37f", 0.15, 0.4),
        60.1,
        45.2,
      ),
      piece: loose(relief("#d3bb94"), 30, 15, { side: BISCUIT, thickness: 1 }),
      yaw: -15,
      shine: 4,
      before: 0.3,
      along: 0.8,
    }),
};

const ZELLIGE = { half: [5, 5] as const, hand: 1 };
const SMALL: Loose = { thickness: 1.1, side: REDCLAY, edge: 0.35, round: 0.12 };
const ZJOINT = joint("#d9cdb9", 0.35, 0.5, 0.15);

function zelligeBoard(
  tones: string[],
  o: { layout?: Layout; yaw?: number; grout?: string; edgeLift?: number; shine?: number } = {},
): Promise<Buffer> {
  const m = glaze({ ...ZELLIGE, tones, ...(o.edgeLift !== undefined && { edgeLift: o.edgeLift }) });
  const yaw = o.yaw ?? -13;
  return board({
    field: field(
      o.layout ?? grid(10, 10, 0.16, 0, false),
      m,
      { ...ZJOINT, colour: rgb(o.grout ?? "#d9cdb9") },
      20.3,
      20.3,
    ),
    piece: loose(m, 5, 5, SMALL),
    yaw,
    pieceYaw: yaw > 0 ? -10 : 12,
    along: 1.06,
    before: 0.36,
    pieceRoll: -3,
    shine: o.shine ?? 8,
    panes: 0,
    glow: 1.5,
    more: [
      flatSlab(loose(m, 5, 5, { ...SMALL, seed: [9, 3] }), 10.5, 0, 17.5, yaw > 0 ? 24 : -28, 8),
    ],
  });
}

const OFFWHITE = ["#ece3d2", "#f0e9db", "#e2d6c0", "#e9dfcf"];
const zellige: Drawings = {
  "zellige-blanc-casse-10x10cm": () => zelligeBoard(OFFWHITE, { grout: "#cbbda6", shine: 6 }),
  "zellige-blanc-casse-10x10cm-2": () => {
    const m = glaze({ ...ZELLIGE, tones: OFFWHITE });
    return closeUp(
      loose(m, 5, 5, { ...SMALL, seed: [3, 2] }),
      loose(m, 5, 5, { ...SMALL, seed: [9, 1] }),
      7.4,
      {
        corner: [0, -0.35],
        yaw: -36,
        shine: 7,
      },
    );
  },
  "zellige-vert-fes-10x10cm": () =>
    zelligeBoard(["#1f6b45", "#2f8358", "#14543a", "#3d8f5f"], { edgeLift: 0.5 }),
  "zellige-bleu-majorelle-10x10cm": () =>
    zelligeBoard(["#2237a8", "#2b49c4", "#1a2b8a", "#3557cf"], { yaw: 13, edgeLift: 0.5 }),
  "zellige-terre-ocre-10x10cm": () =>
    zelligeBoard(["#b8762f", "#c98b42", "#a5632a", "#d09a55"], {
      layout: turned(grid(10, 10, 0.16), 45),
      edgeLift: 0.3,
    }),
  "zellige-noir-10x10cm": () =>
    zelligeBoard(["#1b1a1c", "#252328", "#131315", "#2c2a2c"], {
      layout: grid(10, 10, 0.16, 0.5, false),
      grout: "#5a5248",
      edgeLift: 0.9,
      yaw: 15,
    }),
  "zellige-etoile-huit-branches": () => {
    const outline = (x: number, y: number) => -starEdge(x, y, STAR);
    return board({
      field: field(
        starsAndCrosses(STAR, 0.2),
        starPattern,
        joint("#d9cdb9", 0.3, 0.5, 0.09),
        30,
        30,
      ),
      piece: {
        ...loose(crossTone, STAR * 1.45, STAR * 1.45, SMALL),
        face: single(starTones[0] ?? crossTone, outline, [5, 3], 0.35, 0.5),
        outline,
      },
      along: 1.12,
      glow: 1.5,
      pieceLean: 22,
      pieceRoll: 22.5,
      panes: 0,
      before: 0.4,
    });
  },
  "zellige-bejmat-sable-5x15cm": () => {
    const m = glaze({
      tones: ["#d2b184", "#c7a272", "#dcc19a", "#b98f60"],
      half: [7.5, 2.5],
      hand: 1,
      body: "#b9835a",
    });
    return flatLay({
      field: {
        ...field(herringbone(5, 3, 0.2), m, joint("#cdbb9e", 0.35, 0.5, 0.09), 34, 30),
        thickness: 1.6,
      },
      piece: loose(m, 7.5, 2.5, { ...SMALL, thickness: 1.8, seed: [1, 4] }),
      place: [0.92, 0.9],
      pieceYaw: 18,
      turn: 14,
      pitch: 56,
      panes: 0,
      shine: 6,
    });
  },
};

function mosaic(
  layout: Layout,
  material: Material,
  j: Joint,
  o: {
    yaw?: number;
    shine?: number;
    side?: Piece["side"];
    half?: number;
    roll?: number;
    flat?: boolean;
    thickness?: number;
  } = {},
): Promise<Buffer> {
  const h = o.half ?? 15;
  const face: Shade = laid(layout, material, j);
  const base = field(layout, material, j, h * 2, h * 1.8);
  const piece: Piece = {
    face,
    ...sheet(layout, h, h),
    thickness: o.thickness ?? 0.8,
    side: o.side ?? BISCUIT,
  };
  const shared = { field: base, piece, shine: o.shine ?? 7, panes: 1 };
  if (o.flat)
    return flatLay({
      ...shared,
      field: { ...base, thickness: 1.2 },
      turn: 14,
      pitch: 56,
      place: [0.7, 0.72],
    });
  const yaw = o.yaw ?? -12;
  return board({
    ...shared,
    yaw,
    pieceYaw: yaw > 0 ? -10 : 12,
    along: 0.78,
    before: 0.34,
    pieceLean: 17,
    pieceRoll: o.roll ?? 0,
  });
}

const mosaique: Drawings = {
  "mosaique-marbre-hexagonale-blanche": () =>
    mosaic(hexagons(4.8, 0.25), THASSOS, joint("#c9c2b6", 0.12, 0.5, 0.012), {
      side: rgb("#d9d5cd"),
    }),
  "mosaique-verre-turquoise": () =>
    mosaic(
      grid(2.5, 2.5, 0.2, 0, false),
      glass(["#2a9d9a", "#3bb3ab", "#1f7f86", "#66c6bd", "#2b8f9c", "#a3d8cf"], 1.25),
      joint("#e6e1d6", 0.2, 0.45, 0.07),
      { yaw: 12, side: rgb("#1d6f72") },
    ),
  "mosaique-galets-riviere": () =>
    mosaic(pebbles(3.4, 0.16, 401), pebble(), joint("#b7ab98", 0.75, 1.1), {
      flat: true,
      shine: 3,
      side: rgb("#8d8274"),
      thickness: 1.1,
    }),
  "mosaique-penny-ronde-noire": () =>
    mosaic(
      pennies(2.3, 0.22),
      glaze({
        tones: ["#1a1a1c", "#222225", "#141416"],
        half: [99, 99],
        hand: 0.3,
        body: "#333333",
      }),
      joint("#b9b1a4", 0.35, 0.6, 0.03),
      { yaw: 14, side: rgb("#2a2a2c") },
    ),
  "mosaique-chevron-marbre-gris": () =>
    mosaic(chevrons(5.2, 1.7, 3, 0.18), GREY_MARBLE, joint("#dcd7cf", 0.1, 0.5, 0.012), {
      yaw: -13,
      side: rgb("#b1aeaa"),
    }),
};

export const carrelageTiles: Drawings = { ...gres, ...faience, ...zellige, ...mosaique };
