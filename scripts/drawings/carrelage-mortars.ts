import {
  type Bag,
  bagSlab,
  combed,
  flatSlab,
  type Label,
  label,
  leaningSlab,
  plastered,
  still,
} from "./carrelage-bags";
import { grid, laid, type Material } from "./carrelage-layouts";
import { fbm, mix, noise, type Rgb, rgb, smooth } from "./carrelage-noise";
import { add, type Slab } from "./carrelage-render";
import {
  BISCUIT,
  lying,
  type Piece,
  PORCELAIN,
  rectangle,
  single,
  standing,
} from "./carrelage-scenes";
import { concrete, glaze, travertine } from "./carrelage-textures";
import type { Drawings } from "./studio";

function bag(
  width: number,
  height: number,
  depth: number,
  mouth: Bag["mouth"],
  paper: string,
  l: Label,
  seed: number,
  o: Partial<Bag> = {},
): Bag {
  return { width, height, depth, mouth, paper, print: label(l), seed, ...o };
}

function plaque(face: Slab["top"], hw: number, hh: number, thickness: number, side: string): Piece {
  return { face, half: [hw, hh], thickness, side: rgb(side), outline: rectangle(hw, hh, 0.2) };
}

function tilePiece(m: Material, hw: number, hh: number, thickness = 0.9): Piece {
  const outline = rectangle(hw, hh, 0.08);
  return {
    face: single(m, outline, [3, 4], 0.15, 0.4),
    half: [hw, hh],
    thickness,
    side: PORCELAIN,
    outline,
  };
}

/** Tiles with a visible joint, as a sample of the grout. */
function groutSample(m: Material, w: number, gap: number, colour: string, half: number): Piece {
  return {
    face: laid(grid(w, w, gap, 0, false), m, { colour: rgb(colour), edge: 0.25, slope: 0.5 }),
    half: [half, half],
    thickness: 1.2,
    side: rgb("#bdb5a8"),
  };
}

const GREY = concrete("#a39d95");

/** A tile pressed into the bed below it. */
function pressed(bed: Slab, p: Piece, du: number, dv: number): Slab {
  const at = add(add(add(bed.at, bed.u, du), bed.v, dv), bed.n, p.thickness);
  const { u, v, n } = bed;
  const face = { half: p.half, thickness: p.thickness + 0.3, top: p.face, side: p.side };
  const window = { u: -0.3, v: 0.3, w: 0.4, h: 0.45, strength: 4 };
  return { at, u, v, n, outline: p.outline ?? rectangle(p.half[0], p.half[1]), ...face, window };
}

const colles: Drawings = {
  "colle-carrelage-c2te-25kg": () => {
    const b = bag(
      40,
      60,
      11,
      "block",
      "#ece7dd",
      {
        band: "#a8492f",
        accent: "#c9973f",
        from: 0.36,
        to: 0.74,
        motif: "comb",
        foot: "#a8492f",
      },
      3,
    );
    const bed = leaningSlab(plaque(combed("#c4beb4", 2), 13, 17, 1.4, "#a8a299"), 21, 12, 9, 15);
    return still([
      bagSlab(b, -12, -6, -16),
      bed,
      pressed(bed, tilePiece(GREY, 11.4, 8.6), 1.4, -8),
    ]);
  },
  "colle-carrelage-c1-25kg": () => {
    const b = bag(
      40,
      57,
      12,
      "sewn",
      "#c8a77b",
      {
        band: "#f0e8d8",
        accent: "#3f5f7f",
        from: 0.3,
        to: 0.72,
        motif: "tiles",
        ink: "#3f5f7f",
      },
      11,
      { tape: "#e9e1d1" },
    );
    const bed = flatSlab(plaque(combed("#b3aea6", 1.7), 19, 14, 1.4, "#98938b"), -14, 0, 17, -16);
    return still(
      [bagSlab(b, 10, -8, 15), bed, pressed(bed, tilePiece(travertine(), 9.6, 9.6), -8, 3.4)],
      { eye: { pitch: 24, yaw: 0, distance: 420 } },
    );
  },
  "joint-fin-blanc-5kg": () => {
    const b = bag(
      20,
      31,
      8,
      "pouch",
      "#f5f2ec",
      {
        band: "#7fa7b5",
        accent: "#d8b25e",
        from: 0.26,
        to: 0.62,
        motif: "diamonds",
      },
      21,
      { film: true },
    );
    const blue = glaze({ tones: ["#2a6f86", "#347f96"], half: [5, 5], hand: 0.3, body: "#e8e0d3" });
    return still(
      [
        bagSlab(b, -6, -4, -14),
        leaningSlab(groutSample(blue, 7.4, 0.26, "#f7f5f0", 11.5), 13, 6, 10, 16),
      ],
      { eye: { pitch: 13, yaw: 0, distance: 230 } },
    );
  },
  "joint-large-gris-5kg": () => {
    const b = bag(
      21,
      29,
      9,
      "block",
      "#8f8d8b",
      {
        band: "#f1eadc",
        accent: "#c9973f",
        from: 0.3,
        to: 0.7,
        motif: "bricks",
        ink: "#6c6a68",
        foot: "#5d5b5a",
      },
      33,
    );
    const clay = glaze({
      tones: ["#b9663f", "#c27148", "#ab5a36"],
      half: [99, 99],
      hand: 0.35,
      body: "#a85a37",
    });
    const matte: Material = (x, y, i, j, out) => {
      clay(x, y, i, j, out);
      out.gloss = 0.2;
      out.rough = 1;
    };
    return still(
      [
        bagSlab(b, 5, -5, 15),
        flatSlab(groutSample(matte, 8.6, 1, "#8d8a86", 10.6), -8, 0, 14, -18, 3),
      ],
      { eye: { pitch: 20, yaw: 0, distance: 230 } },
    );
  },
  "joint-epoxy-anthracite-3kg": () => epoxy(),
  "croisillons-autonivelants-2mm-100": () => levelling(),
  "primaire-accrochage-5l": () => primer(),
  "profile-finition-alu-2-50m": () => profiles(),
};

const disc = (r: number) => (u: number, v: number) => Math.sqrt(u * u + v * v) - r;

/** The light on an upright cylinder: `a` runs from -1 (left) to 1 across its visible half. */
function sheen(a: number): number {
  return (
    1 + 0.5 * Math.exp(-(((a + 0.42) / 0.13) ** 2)) + 0.12 * Math.exp(-(((a - 0.72) / 0.14) ** 2))
  );
}

interface Drum {
  x: number;
  z: number;
  y: number;
  r: number;
  h: number;
  colour: string;
  /** Colour at the height t (0 foot … 1 rim) and the side position a. */
  print?: (a: number, t: number) => Rgb | null;
  top?: Slab["top"];
}

function drum(d: Drum): Slab {
  const base = rgb(d.colour);
  const plain: Slab["top"] = (u, v, out) => {
    const q = Math.sqrt(u * u + v * v) / d.r;
    const ring = Math.exp(-(((q - 0.86) / 0.025) ** 2));
    const k = 1 - 0.3 * ring + 0.05 * smooth(0.9, 1, q);
    out.r = base[0] * k;
    out.g = base[1] * k;
    out.b = base[2] * k;
    out.gloss = 0.5;
    out.rough = 0.6;
  };
  return {
    at: [d.x, d.y + d.h, d.z],
    ...lying(0),
    half: [d.r, d.r],
    thickness: d.h,
    outline: disc(d.r),
    top: d.top ?? plain,
    side: base,
    flank: (u, _v, depth, out) => {
      const a = u / d.r;
      const t = 1 - depth / d.h;
      const c = d.print?.(a, t) ?? base;
      const k = sheen(a) * (1 - 0.35 * smooth(0.12, 0, t) * 0.6);
      out.r = c[0] * k + (k > 1 ? (k - 1) * 0.05 : 0);
      out.g = c[1] * k + (k > 1 ? (k - 1) * 0.05 : 0);
      out.b = c[2] * k + (k > 1 ? (k - 1) * 0.05 : 0);
    },
    window: { u: -0.3, v: 0.3, w: 0.5, h: 0.5, strength: 4 },
  };
}

function epoxy(): Promise<Buffer> {
  const band = label({
    band: "#26282c",
    accent: "#c9973f",
    from: 0.2,
    to: 0.78,
    motif: "discs",
    ink: "#c9973f",
  });
  const print = (a: number, t: number) => {
    const angle = Math.asin(Math.max(-1, Math.min(1, a)));
    return band((angle + 0.12) * 1.05, t, 0.86);
  };
  const paste: Slab["top"] = (u, v, out) => {
    const q = Math.sqrt(u * u + v * v);
    const swirl = Math.sin(Math.atan2(v, u) * 1 + q * 1.5 + fbm(u * 0.3, v * 0.3, 601, 2) * 2);
    out.su = swirl * 0.32 * (u / (q + 0.5)) + noise(u * 0.5, v * 0.5, 603) * 0.2;
    out.sv = swirl * 0.32 * (v / (q + 0.5)) + noise(u * 0.5, v * 0.5, 604) * 0.2;
    const rim = q > 7.4;
    const c = rgb(rim ? "#efece6" : "#3b3d42");
    out.r = c[0];
    out.g = c[1];
    out.b = c[2];
    if (rim) {
      out.su = 0;
      out.sv = 0;
    }
    out.gloss = 0.9;
    out.rough = 0.3;
  };
  const slate = glaze({
    tones: ["#dcd6ca", "#e3ddd2"],
    half: [99, 99],
    hand: 0.12,
    body: "#e8e0d3",
  });
  return still(
    [
      drum({ x: -5, z: -3, y: 0, r: 8.6, h: 13.4, colour: "#efece6", print }),
      drum({ x: -5, z: -3, y: 13.4, r: 9.1, h: 1.3, colour: "#f4f1ea" }),
      drum({ x: -5, z: -3, y: 14.7, r: 8, h: 0.6, colour: "#efece6" }),
      drum({
        x: -5,
        z: -3,
        y: 15.3,
        r: 7.2,
        h: 4.2,
        colour: "#34363b",
        print: (_a, t) => (t > 0.62 && t < 0.8 ? rgb("#c9973f") : null),
      }),
      drum({ x: -5, z: -3, y: 19.5, r: 7.5, h: 1.1, colour: "#3f4147" }),
      drum({ x: 10.5, z: 7, y: 0, r: 8, h: 4, colour: "#efece6", top: paste }),
      leaningSlab(groutSample(slate, 6, 0.3, "#3b3d42", 9.4), 13, -9, 8, 12),
    ],
    { eye: { pitch: 20, yaw: 0, distance: 200 } },
  );
}

/** A clip of the levelling system standing in the joint: a foot hidden below, an open window above. */
function clip(x: number, y: number, z: number, yaw: number): Slab {
  const axes = standing(yaw, 0);
  const body = rectangle(1.15, 1.7, 0.25);
  const hole = rectangle(0.72, 0.72, 0.12);
  return {
    at: [x, y + 1.5, z],
    ...axes,
    half: [1.2, 1.75],
    thickness: 0.16,
    outline: (u, v) => Math.max(body(u, v), -hole(u, v + 0.35)),
    top: (_u, v, out) => {
      const c = rgb("#f3f1ec");
      const k = 0.92 + 0.06 * Math.sin(v * 9);
      out.r = c[0] * k;
      out.g = c[1] * k;
      out.b = c[2] * k;
      out.gloss = 0.6;
      out.rough = 0.5;
    },
    side: rgb("#dfdbd2"),
  };
}

/** A wedge seen from its side: a ramp with teeth. */
function wedge(x: number, y: number, z: number, yaw: number, colour = "#c9402b"): Slab {
  const axes = standing(yaw, 0);
  return {
    at: [x + axes.n[0] * 0.55, y + 0.95, z + axes.n[2] * 0.55],
    ...axes,
    half: [3.6, 0.95],
    thickness: 1.1,
    outline: (u, v) => {
      const ramp = (v - (0.05 - u * 0.24) - Math.abs(((u * 2.2 + 40) % 1) - 0.5) * 0.16) * 0.93;
      return Math.max(ramp, -v - 0.93, Math.abs(u) - 3.5) * 0.8;
    },
    top: (u, v, out) => {
      const c = rgb(colour);
      const inner = v < -0.2 - u * 0.2 && v > -0.72 && u < 2.6 && u > -3.1;
      const k = inner ? 0.8 : 1;
      out.r = c[0] * k;
      out.g = c[1] * k;
      out.b = c[2] * k;
      out.gloss = 0.7;
      out.rough = 0.45;
    },
    side: rgb(colour),
    window: { u: -0.2, v: 0.2, w: 0.5, h: 0.5, strength: 4 },
  };
}

function levelling(): Promise<Buffer> {
  const tile = concrete("#b8b1a6");
  const slabs: Slab[] = [];
  for (const i of [-1, 1])
    for (const j of [-1, 1]) {
      const piece = tilePiece(tile, 8, 5.2, 1);
      const s = flatSlab(piece, i * 8.1, 0, j * 5.3, 0, 3);
      slabs.push({ ...s, top: single(tile, rectangle(8, 5.2, 0.08), [i + 4, j + 7], 0.15, 0.4) });
    }
  for (const x of [-9.5, 7.5]) slabs.push(clip(x, 0.7, 0.08, 0), wedge(x + 0.3, 1, 0, 0));
  slabs.push(
    wedge(-8, 0, 13.5, 16),
    wedge(-1.2, 0, 15.5, -12),
    wedge(-10, 0, 17, 4),
    clip(5, 0.2, 13.5, 14),
    clip(8.6, 0.2, 15.6, -18),
    clip(11.6, 0.2, 12.8, 6),
  );
  return still(slabs, { eye: { pitch: 32, yaw: -14, distance: 150 } });
}

function primer(): Promise<Buffer> {
  const outline = (u: number, v: number) => {
    const bodyShape = rectangle(9.5, 11, 2)(u, v + 2);
    const shoulder = rectangle(7.2, 3.4, 1.6)(u - 1.2, v - 9.4);
    const neck = rectangle(2.4, 1.6, 0.2)(u + 5.6, v - 10);
    const grip = rectangle(3.8, 1.25, 1.2)(u - 2.3, v - 9.6);
    return Math.max(Math.min(bodyShape, shoulder, neck), -grip) * 0.9;
  };
  const print = label({
    band: "#2f7d6b",
    accent: "#c9973f",
    from: 0.2,
    to: 0.64,
    motif: "waves",
    foot: "#f3efe6",
  });
  const white = rgb("#f3efe6");
  const axes = standing(-16, 0);
  const body: Slab = {
    at: [0, 13, 0],
    ...axes,
    half: [10, 13.4],
    thickness: 11,
    outline,
    top: (u, v, out) => {
      const panel = rectangle(8.2, 8.2, 1)(u, v + 3.4);
      const c = panel < -0.1 ? (print(u / 8.2, (v + 13) / 22, 1.05) ?? white) : white;
      const e = 0.1;
      const inside = -outline(u, v);
      if (inside < 1.4) {
        const k = ((1 - inside / 1.4) * 0.9) / e;
        out.su += (inside + outline(u + e, v)) * -k;
        out.sv += (inside + outline(u, v + e)) * -k;
      }
      if (Math.abs(panel) < 0.25) {
        const k = 2.2;
        out.su += (rectangle(8.2, 8.2, 1)(u + e, v + 3.4) - panel) * k;
        out.sv += (rectangle(8.2, 8.2, 1)(u, v + e + 3.4) - panel) * k;
      }
      out.r = c[0];
      out.g = c[1];
      out.b = c[2];
      out.gloss = 0.7;
      out.rough = 0.5;
    },
    side: white,
    flank: (_u, v, depth, out) => {
      const seam = Math.exp(-(((depth - 5.5) / 0.12) ** 2));
      const level = v < 4 ? 0.93 : 1;
      const k = level * (1 - seam * 0.25);
      out.r = white[0] * k;
      out.g = white[1] * k;
      out.b = white[2] * k * 0.98;
    },
    window: { u: -0.4, v: 0.4, w: 0.4, h: 0.4, strength: 4 },
  };
  const cap = { x: axes.u[0] * -5.6 - axes.n[0] * 5.5, z: axes.u[2] * -5.6 - axes.n[2] * 5.5 };
  const ribbed = (a: number) =>
    Math.sin(Math.asin(Math.max(-1, Math.min(1, a))) * 22) > 0 ? rgb("#b8402c") : rgb("#98331f");
  const pool: Slab = {
    ...drum({ x: 17, z: 9, y: 0, r: 7.4, h: 3.6, colour: "#d9d3c7" }),
    top: (u, v, out) => {
      const q = Math.sqrt(u * u + v * v);
      const c = q > 6.8 ? rgb("#e4ded2") : mix(rgb("#8fc3b2"), rgb("#a9d3c4"), smooth(-6, 6, v));
      const ripple = q > 6.8 ? 0 : Math.sin(q * 2.4) * 0.03;
      out.su = (ripple * u) / (q + 0.1);
      out.sv = (ripple * v) / (q + 0.1);
      out.r = c[0];
      out.g = c[1];
      out.b = c[2];
      out.gloss = 1;
      out.rough = 0.12;
    },
  };
  return still(
    [body, drum({ ...cap, y: 24.3, r: 2.9, h: 2.4, colour: "#a83a26", print: ribbed }), pool],
    { eye: { pitch: 20, yaw: 0, distance: 220 } },
  );
}

function profiles(): Promise<Buffer> {
  const metal = (along: number, cross: number, seed: number): Rgb => {
    const k =
      0.92 +
      noise(along * 0.05, cross * 26, seed) * 0.05 +
      noise(along * 0.3, cross * 60, seed + 1) * 0.03;
    const c = rgb("#c9c9c8");
    return [c[0] * k, c[1] * k, c[2] * k];
  };
  const brushed =
    (seed: number): Slab["top"] =>
    (u, v, out) => {
      const c = metal(u, v, seed);
      out.r = c[0];
      out.g = c[1];
      out.b = c[2];
      out.sv = noise(u * 0.04, v * 18, seed + 2) * 0.05;
      out.gloss = 2.4;
      out.rough = 0.55;
    };
  const length = 12;
  const slabs: Slab[] = [];
  const rail = (x: number, y: number, z: number, yaw: number, seed: number) => {
    const axes = lying(yaw);
    const flangeHalf = 1.5;
    const hole = rectangle(0.85, 0.42, 0.4);
    const at = (u: number, v: number, h: number): [number, number, number] => [
      x + axes.u[0] * u + axes.v[0] * v,
      y + h,
      z + axes.u[2] * u + axes.v[2] * v,
    ];
    slabs.push({
      at: at(0, 0.2, 0.14),
      ...axes,
      half: [length, flangeHalf],
      thickness: 0.14,
      outline: (u, v) => {
        const s = u - Math.round(u / 2.6) * 2.6;
        return Math.max(rectangle(length, flangeHalf)(u, v), -hole(s, v - 0.35));
      },
      top: brushed(seed),
      side: rgb("#a9a9a8"),
      window: { u: -0.3, v: 0, w: 0.5, h: 4, strength: 3 },
    });
    const front = standing(yaw, 0);
    slabs.push({
      at: at(0, -flangeHalf + 0.1, 0.62),
      ...front,
      half: [length, 0.62],
      thickness: 0.26,
      outline: rectangle(length, 0.62, 0.1),
      top: brushed(seed + 9),
      side: rgb("#d4d4d2"),
      window: { u: -0.2, v: 0, w: 0.4, h: 5, strength: 5 },
    });
  };
  rail(0, 0, 0, 24, 701);
  rail(1.6, 0, 4.6, 24, 721);
  rail(-1, 0, 9.6, 17, 741);
  const axes = lying(24);
  const piece = tilePiece(GREY, 6, 4.6, 0.95);
  const t = flatSlab(piece, 0, 0.16, 0, 24, 5);
  slabs.push({
    ...t,
    at: [axes.u[0] * 6 + axes.v[0] * 3.35, 1.12, axes.u[2] * 6 + axes.v[2] * 3.35],
  });
  return still(slabs, { eye: { pitch: 36, yaw: 0, distance: 110 }, light: [-0.6, 0.8, 0.3] });
}

const ciments: Drawings = {
  "ciment-cpj-45-50kg": () => {
    const l: Label = {
      band: "#5b5f66",
      accent: "#b5532f",
      from: 0.36,
      to: 0.76,
      motif: "arches",
      foot: "#b5532f",
    };
    const big = bag(50, 70, 13, "block", "#c5a67c", l, 41);
    return still([bagSlab(big, -13, 6, -15), bagSlab({ ...big, seed: 47 }, 26, -18, -6)]);
  },
  "ciment-colle-ragreage-25kg": () => {
    const b = bag(
      40,
      58,
      12,
      "block",
      "#f0ece3",
      {
        band: "#2f4d75",
        accent: "#7fa7b5",
        from: 0.4,
        to: 0.76,
        motif: "waves",
        foot: "#2f4d75",
      },
      53,
    );
    const level = plaque(plastered("#a9a6a0", "#8f8c87", 0.55, 611), 19, 12, 1.3, "#87837d");
    return still([bagSlab(b, 10, -6, 15), flatSlab(level, -15, 0, 23, -14, 4)]);
  },
  "mortier-batard-35kg": () => {
    const b = bag(
      45,
      62,
      13,
      "sewn",
      "#bf9d70",
      {
        band: "#7a4a2c",
        accent: "#f0e6d2",
        from: 0.3,
        to: 0.7,
        motif: "bricks",
        ink: "#e8cfa6",
      },
      61,
      { tape: "#f0e6d2" },
    );
    const brick: Material = (x, y, i, j, out) => {
      plastered("#b5633f", "#95492d", 0.1, 621)(x + i * 60, y + j * 35, out);
      out.gloss = 0;
    };
    const wall: Piece = {
      face: laid(grid(14, 5.2, 1.3, 0.5, false), brick, {
        colour: rgb("#c2b59f"),
        edge: 0.4,
        slope: 0.6,
      }),
      half: [15.3, 12.9],
      thickness: 5,
      side: rgb("#a5573a"),
    };
    return still([bagSlab(b, -10, -6, -15), leaningSlab(wall, 25, 12, 12, 8, 1)]);
  },
  "chaux-hydraulique-25kg": () => {
    const b = bag(
      42,
      58,
      12,
      "block",
      "#f3efe6",
      {
        band: "#6f8a62",
        accent: "#c9973f",
        from: 0.34,
        to: 0.72,
        motif: "diamonds",
        foot: "#6f8a62",
      },
      71,
    );
    const coat = plaque(plastered("#efe7d6", "#d8cbb2", 0.15, 631), 13, 13, 2, "#cbbfa8");
    return still([bagSlab(b, 10, -6, 15), leaningSlab(coat, -23, 14, -10, 16, 1)]);
  },
  "platre-fin-25kg": () => {
    const b = bag(
      38,
      60,
      11,
      "sewn",
      "#f4f1ea",
      {
        band: "#c77b6a",
        accent: "#c77b6a",
        from: 0.32,
        to: 0.7,
        motif: "star",
        ink: "#fbf7ef",
      },
      83,
      { tape: "#c77b6a" },
    );
    const carved = plasterRosette();
    return still([bagSlab(b, -9, -6, -15), leaningSlab(carved, 20, 12, 12, 14, 2)]);
  },
  "enduit-tadelakt-20kg": () => {
    const b = bag(
      36,
      52,
      11,
      "sewn",
      "#d9bb8c",
      {
        band: "#b0552f",
        accent: "#7d3a1f",
        from: 0.3,
        to: 0.72,
        motif: "arches",
        ink: "#f0dcb8",
        foot: "#b0552f",
      },
      97,
      { tape: "#b0552f" },
    );
    const polished = plaque(plastered("#c0623a", "#9b4526", 0.95, 641), 14, 18, 1.6, "#94492b");
    const stone = riverStone(7, 24);
    return still([bagSlab(b, 10, -6, 14), leaningSlab(polished, -21, 10, -9, 14, 9), stone]);
  },
};

/** The smooth stone that tadelakt is polished with. */
function riverStone(x: number, z: number): Slab {
  const base = rgb("#5a5653");
  const outline = (u: number, v: number) => (Math.sqrt((u / 4.6) ** 2 + (v / 3.3) ** 2) - 1) * 3.2;
  return {
    at: [x, 1.5, z],
    ...lying(18),
    half: [4.7, 3.4],
    thickness: 1.5,
    outline,
    top: (u, v, out) => {
      const q = Math.min(0.98, (u / 4.6) ** 2 + (v / 3.3) ** 2);
      const k = (0.42 * 2.4) / Math.sqrt(1.04 - q);
      out.su = -u * 0.14 * k;
      out.sv = -v * 0.27 * k;
      const tone = 1 + fbm(u * 0.6, v * 0.6, 661, 3) * 0.2;
      out.r = base[0] * tone;
      out.g = base[1] * tone;
      out.b = base[2] * tone;
      out.gloss = 0.8;
      out.rough = 0.5;
    },
    side: rgb("#4a4644"),
    window: { u: -0.4, v: 0.4, w: 0.8, h: 0.8, strength: 5 },
  };
}

/** A carved plaster panel: an eight-pointed star in relief. */
function plasterRosette(): Piece {
  const star = (u: number, v: number, a: number) =>
    Math.max(
      a - Math.max(Math.abs(u), Math.abs(v)),
      a - (Math.abs(u) + Math.abs(v)) * Math.SQRT1_2,
    );
  const height = (u: number, v: number) => {
    const r = Math.sqrt(u * u + v * v);
    const petals = 3.1 + 1.3 * Math.cos(Math.atan2(v, u) * 8);
    const rim = smooth(0.5, 0, Math.abs(star(u, v, 8.4)) - 0.35);
    const ring = smooth(0.5, 0, Math.abs(star(u, v, 6.3)) - 0.25);
    const flower = smooth(0, 0.9, petals - r);
    const border = smooth(0.4, 0, Math.abs(Math.max(Math.abs(u), Math.abs(v)) - 12.4) - 0.4);
    return Math.max(rim, ring * 0.8, flower, border);
  };
  const white = rgb("#f3efe7");
  return {
    face: (u, v, out) => {
      const e = 0.08;
      const h = height(u, v);
      out.su = ((height(u + e, v) - h) / e) * 0.5;
      out.sv = ((height(u, v + e) - h) / e) * 0.5;
      const k = 0.86 + 0.14 * h + noise(u * 1.5, v * 1.5, 651) * 0.02;
      out.r = white[0] * k;
      out.g = white[1] * k;
      out.b = white[2] * k;
      out.gloss = 0.15;
      out.rough = 1;
    },
    half: [14, 14],
    thickness: 2.2,
    side: BISCUIT,
    outline: rectangle(14, 14, 0.3),
  };
}

export const carrelageMortars: Drawings = { ...colles, ...ciments };
