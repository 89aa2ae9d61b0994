import sharp from "sharp";
import { storeImage } from "../../src/domain/media/commands";

const [WIDTH, HEIGHT] = [4000, 3000];
const RUNS = 5;

/** Creates an image that is as hard to encode as a photo; another one each time, because equal bytes are stored once. */
async function createPhoto(seed: number): Promise<Buffer> {
  const shapes = Array.from({ length: 40 }, (_, i) => {
    const at = (step: number, of: number) => ((i + 1) * step + seed * 97) % of;
    return `<circle cx="${at(977, WIDTH)}" cy="${at(613, HEIGHT)}" r="${120 + at(131, 500)}" fill="hsl(${at(47, 360)} 45% ${25 + at(29, 50)}%)" opacity="0.6"/>`;
  });
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#b9a68a"/>${shapes.join("")}</svg>`;
  const grain = await sharp({
    create: {
      width: WIDTH,
      height: HEIGHT,
      channels: 3,
      background: "#808080",
      noise: { type: "gaussian", mean: 128, sigma: 18 },
    },
  })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return sharp(Buffer.from(drawing))
    .blur(12)
    .composite([{ input: grain, blend: "soft-light" }])
    .jpeg({ quality: 90 })
    .toBuffer();
}

const seconds: number[] = [];
let megabytes = 0;
for (let i = 0; i < RUNS; i++) {
  const original = await createPhoto(i);
  megabytes = original.length / 1_000_000;
  const started = performance.now();
  await storeImage(original);
  seconds.push((performance.now() - started) / 1000);
}
console.log(JSON.stringify({ seconds, megabytes }));
