import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";

/** The icons of the site and the picture that link previews show where a page has none of its own. */

const root = join(import.meta.dirname, "..");
const app = join(root, "src/app");
const publicFolder = join(root, "public");

const COLOURS = {
  earth: "#9c4621",
  earthLight: "#c4683c",
  sand: "#fdfaf4",
  brass: "#c99a3a",
  night: "#1f2d4c",
  nightDeep: "#141c33",
};

/** As in src/ui/zellige.tsx: tips on the edges of a 24 × 24 box. */
const STAR =
  "M12 0L15.51 3.51H20.49V8.49L24 12L20.49 15.51V20.49H15.51L12 24L8.49 20.49H3.51V15.51L0 12L3.51 8.49V3.51H8.49Z";

/** The mark alone, drawn in a 24 × 24 box. */
function mark(colour: string): string {
  return `<g stroke-linejoin="round" fill="none">
    <path d="${STAR}" transform="translate(0.8 0.8) scale(0.9333)" stroke="${colour}" stroke-width="1.7"/>
    <path d="${STAR}" transform="translate(6 6) scale(0.5)" fill="${colour}"/>
  </g>`;
}

/** `share` of the square is the mark, the rest its ground. */
function tile(size: number, share: number, radius = 0): string {
  const scale = (size * share) / 24;
  const offset = (size * (1 - share)) / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">
    <rect width="${size}" height="${size}" rx="${radius}" fill="${COLOURS.earth}"/>
    <g transform="translate(${offset} ${offset}) scale(${scale})">${mark(COLOURS.sand)}</g>
  </svg>`;
}

/** The tab's icon: earth on light surfaces, lighter on dark ones. */
function tabIcon(): string {
  const drawing = mark("currentColor").replace(/\s*\n\s*/g, "");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><style>svg{color:${COLOURS.earth}}@media (prefers-color-scheme:dark){svg{color:${COLOURS.earthLight}}}</style>${drawing}</svg>\n`;
}

/** A field of stars at night, the mark large before it, a kasbah's stepped crown at the foot. */
function preview(): string {
  const stars: string[] = [];
  for (let y = -1; y < 8; y++) {
    for (let x = -1; x < 13; x++) {
      stars.push(
        `<path d="${STAR}" transform="translate(${x * 96 + 24} ${y * 96 - 21}) scale(4)"/>`,
      );
      stars.push(
        `<path d="${STAR}" transform="translate(${x * 96 + 48} ${y * 96 + 3}) scale(2)"/>`,
      );
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">
    <defs>
      <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stop-color="${COLOURS.nightDeep}"/>
        <stop offset="0.62" stop-color="${COLOURS.night}"/>
        <stop offset="1" stop-color="#46384f"/>
      </linearGradient>
      <radialGradient id="glow" cx="0.5" cy="0.47" r="0.5">
        <stop offset="0" stop-color="${COLOURS.brass}" stop-opacity="0.34"/>
        <stop offset="1" stop-color="${COLOURS.brass}" stop-opacity="0"/>
      </radialGradient>
      <linearGradient id="wall" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stop-color="${COLOURS.earthLight}"/>
        <stop offset="1" stop-color="${COLOURS.earth}"/>
      </linearGradient>
    </defs>
    <rect width="1200" height="630" fill="url(#sky)"/>
    <g fill="none" stroke="${COLOURS.brass}" stroke-width="0.32" opacity="0.42">${stars.join("")}</g>
    <rect width="1200" height="630" fill="url(#glow)"/>
    ${kasbah()}
    <g transform="translate(456 120) scale(12)">${mark(COLOURS.sand)}</g>
  </svg>`;
}

function kasbah(): string {
  const towers = [
    { x: -20, width: 190, height: 150 },
    { x: 190, width: 130, height: 96 },
    { x: 340, width: 520, height: 62 },
    { x: 880, width: 130, height: 104 },
    { x: 1030, width: 190, height: 164 },
  ];
  return towers
    .map(({ x, width, height }) => {
      const top = 630 - height;
      const merlons = Array.from({ length: Math.floor(width / 34) }, (_, i) => {
        const left = x + 6 + i * 34;
        return `<path d="M${left} ${top + 1}v-10h5v-8h5v-7h6v7h5v8h5v10Z"/>`;
      });
      const slits = Array.from({ length: Math.floor(width / 64) }, (_, i) => {
        const left = x + 30 + i * 60;
        return `<rect x="${left}" y="${top + 26}" width="9" height="20" rx="4.5" fill="${COLOURS.nightDeep}" opacity="0.55"/>`;
      });
      return `<g fill="url(#wall)"><rect x="${x}" y="${top}" width="${width}" height="${height}"/>${merlons.join("")}</g>${slits.join("")}`;
    })
    .join("");
}

/** An .ico that holds one PNG: what browsers ask for when they know nothing of the page. */
function ico(png: Buffer, size: number): Buffer {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(size, 6);
  header.writeUInt8(size, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(22, 18);
  return Buffer.concat([header, png]);
}

const png = (svg: string) => sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true });

mkdirSync(publicFolder, { recursive: true });
writeFileSync(join(app, "icon.svg"), tabIcon());
await png(tile(180, 0.68)).toFile(join(app, "apple-icon.png"));
writeFileSync(join(app, "favicon.ico"), ico(await png(tile(32, 0.82, 6)).toBuffer(), 32));
await png(tile(192, 0.74, 28)).toFile(join(publicFolder, "icon-192.png"));
await png(tile(512, 0.74, 76)).toFile(join(publicFolder, "icon-512.png"));
await png(tile(512, 0.56)).toFile(join(publicFolder, "icon-maskable-512.png"));
await sharp(Buffer.from(preview()))
  .jpeg({ quality: 84, mozjpeg: true })
  .toFile(join(publicFolder, "og.jpg"));
