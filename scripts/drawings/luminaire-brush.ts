import { type Draw, studio } from "./studio";

export type Point = [x: number, y: number, round?: number];

export const CHROME =
  "#6d747b #f7f9fa@.12 #b9c0c6@.3 #ffffff@.42 #8b939a@.6 #4e555c@.78 #c9cfd4@.92 #7c848b";
export const BRASS = "#6e4c17 #d9ab55@.15 #fbe7ae@.32 #c6943f@.5 #8d6422@.75 #d8b069@.92 #7a5519";
export const COPPER = "#6a2f18 #d98a5e@.18 #fbcfae@.34 #b9663c@.55 #7d3c20@.8 #cf8a62@.94 #70341c";
export const BLACK = "#101011 #4d4d50@.2 #2b2b2d@.42 #161617@.75 #3b3b3e@.93 #131314";
export const STEEL = "#84898e #e4e7e9@.28 #bcc1c5@.55 #878c91@.82 #b5babe@.95 #7d8287";
export const WHITE = "#cfcbc3 #ffffff@.28 #f3f1ed@.6 #c8c3ba";

/** A closed polygon whose corners are rounded, each by its own third number or by `round`. */
export function poly(points: Point[], round = 0): string {
  const toward = ([x, y]: Point, [tx, ty]: Point, by: number): string => {
    const length = Math.hypot(tx - x, ty - y) || 1;
    const part = Math.min(by / length, 0.5);
    return `${fix(x + (tx - x) * part)} ${fix(y + (ty - y) * part)}`;
  };
  const corners = points.map((point, i) => {
    const before = points[(i + points.length - 1) % points.length] as Point;
    const after = points[(i + 1) % points.length] as Point;
    const by = point[2] ?? round;
    const start = toward(point, before, by);
    return `${i === 0 ? "M" : "L"}${start}Q${fix(point[0])} ${fix(point[1])} ${toward(point, after, by)}`;
  });
  return `${corners.join("")}Z`;
}

export function fix(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export function box(x: number, y: number, w: number, h: number, round = 0): string {
  return poly(
    [
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x, y + h],
    ],
    round,
  );
}

export function oval(cx: number, cy: number, rx: number, ry = rx): string {
  return `M${fix(cx - rx)} ${fix(cy)}A${fix(rx)} ${fix(ry)} 0 1 1 ${fix(cx + rx)} ${fix(cy)}A${fix(rx)} ${fix(ry)} 0 1 1 ${fix(cx - rx)} ${fix(cy)}Z`;
}

/** A star of `points` tips; the eight-fold zellige star by default. */
export function star(
  cx: number,
  cy: number,
  outer: number,
  inner = outer * 0.62,
  points = 8,
  turn = 0,
): string {
  const tips = Array.from({ length: points * 2 }, (_, i): Point => {
    const angle = turn + (i * Math.PI) / points;
    const r = i % 2 === 0 ? outer : inner;
    return [cx + r * Math.sin(angle), cy - r * Math.cos(angle)];
  });
  return poly(tips);
}

export function path(d: string, fill: string, more = ""): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`;
}

export function line(d: string, stroke: string, width: number, more = ""): string {
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${fix(width)}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
}

/** The opacity of one of `layers` that together give `whole`. */
function faint(whole: number, layers: number): string {
  return (1 - (1 - Math.min(whole, 0.98)) ** (1 / layers)).toFixed(4);
}

/** A shape with a soft edge, as stacked outlines: a real blur costs librsvg thirty times as much. */
export function soft(
  d: string,
  fill: string,
  opacity: number,
  deviation: number,
  layers = 8,
): string {
  return times(layers, (i) => {
    const width = deviation * 2.3 * (i / (layers - 1)) ** 1.25;
    return `<path d="${d}" fill="${fill}" stroke="${fill}" stroke-width="${fix(width)}" stroke-linejoin="round" opacity="${faint(opacity, layers)}"/>`;
  });
}

/** A stroke with a soft edge. */
export function haze(
  d: string,
  stroke: string,
  width: number,
  opacity: number,
  deviation: number,
): string {
  return times(7, (i) =>
    line(d, stroke, width + deviation * (i - 2) * 0.6, `stroke-opacity="${faint(opacity, 7)}"`),
  );
}

export function group(transform: string, ...shapes: string[]): string {
  return `<g transform="${transform}">${shapes.join("")}</g>`;
}

export function times(count: number, each: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => each(i)).join("");
}

interface Relief {
  /** Width of the lit and shaded edges. */
  rim?: number;
  light?: number;
  shade?: number;
  /** The turn of an enclosing group in degrees, so that light still falls from the upper left. */
  turn?: number;
}

/** Collects the gradients, clips and filters its shapes need. */
export class Brush {
  readonly defs: string[] = [];

  private define(tag: string, attributes: string, content: string): string {
    const id = `d${this.defs.length}`;
    this.defs.push(`<${tag} id="${id}" ${attributes}>${content}</${tag}>`);
    return `url(#${id})`;
  }

  private stops(list: string): string {
    const parts = list.split(" ");
    return parts
      .map((part, i) => {
        const [colour, at = String(i / Math.max(1, parts.length - 1))] = part.split("@");
        const [hue, opacity] = (colour ?? "").split("/");
        const faint = opacity === undefined ? "" : ` stop-opacity="${opacity}"`;
        return `<stop offset="${at}" stop-color="${hue}"${faint}/>`;
      })
      .join("");
  }

  /** `list`: "colour[/opacity][@offset] …"; `angle` 0 runs left to right, 90 downwards. */
  lin(list: string, angle = 0): string {
    const turn = `gradientTransform="rotate(${angle} .5 .5)"`;
    return this.define("linearGradient", turn, this.stops(list));
  }

  /** A gradient between two points of the picture. */
  span(list: string, x1: number, y1: number, x2: number, y2: number): string {
    const ends = `gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"`;
    return this.define("linearGradient", ends, this.stops(list));
  }

  rad(list: string, cx = 0.5, cy = 0.5, r = 0.5): string {
    return this.define("radialGradient", `cx="${cx}" cy="${cy}" r="${r}"`, this.stops(list));
  }

  /** A true blur, costly: for light, where stacked outlines would show. */
  blurred(deviation: number, ...shapes: string[]): string {
    const region = `x="-.1" y="-.1" width="1.2" height="1.2"`;
    const filter = this.define("filter", region, `<feGaussianBlur stdDeviation="${deviation}"/>`);
    return `<g filter="${filter}">${shapes.join("")}</g>`;
  }

  clip(d: string, ...shapes: string[]): string {
    const cut = this.define("clipPath", "", `<path d="${d}" clip-rule="evenodd"/>`);
    return `<g clip-path="${cut}">${shapes.join("")}</g>`;
  }

  /** A solid thing: its fill with a lit upper-left and a shaded lower-right edge. */
  solid(
    d: string,
    fill: string,
    { rim = 10, light = 0.5, shade = 0.45, turn = 0 }: Relief = {},
  ): string {
    const angle = ((45 - turn) * Math.PI) / 180;
    const dx = Math.cos(angle) * rim;
    const dy = Math.sin(angle) * rim;
    const steps = Math.round(4 + rim * 0.6);
    const edge = (stroke: string, opacity: number, sign: 1 | -1) =>
      times(steps, (i) => {
        const width = rim * (0.7 + (2.5 * i) / (steps - 1));
        return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${fix(width)}" stroke-opacity="${faint(opacity, steps)}" transform="translate(${fix(sign * dx)} ${fix(sign * dy)})"/>`;
      });
    return path(d, fill) + this.clip(d, edge("#000", shade, -1), edge("#fff", light, 1));
  }

  /** A round bar following `d`: dark edge, body, light, highlight. */
  tube(d: string, width: number, [edge, base, light]: [string, string, string]): string {
    const up = `transform="translate(${fix(-width * 0.1)} ${fix(-width * 0.14)})"`;
    return (
      line(d, edge, width) +
      line(d, base, width * 0.78, `stroke-opacity=".9"`) +
      line(d, light, width * 0.4, `${up} stroke-opacity=".55"`) +
      line(d, light, width * 0.16, up)
    );
  }

  /** The soft shadow of a shape on what lies behind it. */
  cast(d: string, dx = 18, dy = 26, deviation = 18, opacity = 0.34): string {
    return group(`translate(${dx} ${dy})`, soft(d, "#2c1d10", opacity, deviation));
  }

  /** The contact shadow on the floor. */
  floor(cx: number, cy: number, rx: number, ry = rx * 0.09, opacity = 0.3): string {
    const dark = "#3a2a1a";
    const fill = this.rad(
      `${dark}/${opacity} ${dark}/${opacity * 0.86}@.45 ${dark}/${opacity * 0.3}@.75 ${dark}/0@1`,
    );
    return path(oval(cx, cy, rx + 44, ry + 36), fill);
  }

  glow(cx: number, cy: number, rx: number, ry = rx, colour = "#ffd58a", opacity = 0.8): string {
    const fill = this.rad(`${colour}/${opacity} ${colour}/${opacity * 0.4}@.35 ${colour}/0@1`);
    return path(oval(cx, cy, rx, ry), fill);
  }

  /** An upright cylinder seen slightly from above. */
  drum(
    cx: number,
    top: number,
    rx: number,
    h: number,
    metal: string,
    lid: string,
    tilt = 0.16,
  ): string {
    const ry = rx * tilt;
    const side = `M${cx - rx} ${top}V${top + h}A${rx} ${ry} 0 0 0 ${cx + rx} ${top + h}V${top}Z`;
    return path(side, this.lin(metal)) + path(oval(cx, top, rx, ry), lid);
  }

  screw(cx: number, cy: number, r: number, metal = STEEL, turn = 30): string {
    const slot = box(cx - r * 0.62, cy - r * 0.12, r * 1.24, r * 0.24, r * 0.1);
    return (
      path(oval(cx + r * 0.08, cy + r * 0.16, r * 1.12), "#000", `fill-opacity=".35"`) +
      path(oval(cx, cy, r), this.lin(metal, 45)) +
      group(
        `rotate(${turn} ${cx} ${cy})`,
        path(slot, "#1d1d1e", `fill-opacity=".8"`),
        path(slot, "#1d1d1e", `fill-opacity=".8" transform="rotate(90 ${cx} ${cy})"`),
      )
    );
  }
}

/** A studio picture whose shapes are drawn with one brush. */
export function scene(draw: (brush: Brush) => string[], ground?: [string, string]): Draw {
  return () => {
    const brush = new Brush();
    const shapes = draw(brush).join("");
    return studio(shapes, brush.defs.join(""), ground);
  };
}

/** The same picture moved and scaled about the middle, so that it also survives a square crop. */
export function framed(
  scale: number,
  dx: number,
  dy: number,
  draw: (brush: Brush) => string[],
): (brush: Brush) => string[] {
  const at = `translate(${fix(800 - 800 * scale + dx)} ${fix(600 - 600 * scale + dy)}) scale(${scale})`;
  return (brush) => [group(at, ...draw(brush))];
}
