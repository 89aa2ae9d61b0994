/** The studio every object is drawn in: one canvas, one light from the upper left, one ground. */

export const WIDTH = 1600;
export const HEIGHT = 1200;

/** An SVG document of WIDTH × HEIGHT, or the finished picture as PNG bytes of that size. Must be deterministic. */
export type Draw = () => string | Promise<Buffer>;

export type Drawings = Record<string, Draw>;

/** Wraps shapes into a document: warm paper ground, soft floor light. `defs` holds gradients of the caller's own. */
export function studio(
  shapes: string,
  defs = "",
  ground: [string, string] = ["#f6f1e8", "#e4dacb"],
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<defs>
<radialGradient id="studio-ground" cx="45%" cy="38%" r="85%"><stop offset="0" stop-color="${ground[0]}"/><stop offset="1" stop-color="${ground[1]}"/></radialGradient>
<filter id="studio-shadow" x="-30%" y="-80%" width="160%" height="260%"><feGaussianBlur stdDeviation="26"/></filter>
${defs}</defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#studio-ground)"/>
${shapes}
</svg>`;
}

/** A repeatable stream of numbers in [0, 1) from a seed (mulberry32): textures must not differ between machines. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
