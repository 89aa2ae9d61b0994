import fs from "node:fs";
import path from "node:path";
import { CliError } from "../steps/cli-error.mjs";
import { inRoot, lastLines, root } from "../steps/files.mjs";
import { run } from "../steps/processes.mjs";
import { openClient } from "./client";
import type { Context, ResultRow } from "./context";
import { type ShopSettings, withDatabase } from "./shop";
import { median, rounded } from "./statistics";

const MAX_SECONDS = 2;
/** By width in pixels. */
const MAX_BYTES = { 640: 25_000, 1280: 120_000 };

export const method =
  "A drawn photo of 12 megapixels with grain (JPEG, quality 90) through `storeImage`: every variant, the preview and the placeholder, " +
  "5 photos, the slowest; the bytes of the ready variants of every seeded image; and the addresses of `/_next/image` in the HTML of every kind of page.";

/** I1: images are encoded at upload, are small enough, and are never encoded during a page request. */
export async function measureImages(context: Context): Promise<ResultRow[]> {
  const { settings, productPath } = context;
  return [
    await measureStoring(context),
    ...Object.entries(MAX_BYTES).map(([width, maxBytes]) =>
      measureSizes(settings, width, maxBytes),
    ),
    await countEncoderAddresses(settings.PORT, productPath),
  ];
}

async function measureStoring({ settings, database, scratch }: Context): Promise<ResultRow> {
  const DATA_DIR = path.join(scratch, "images");
  const { code, output } = await run(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", inRoot("scripts", "bench", "store-image.ts")],
    { cwd: root, env: { ...process.env, ...withDatabase(settings, database.url), DATA_DIR } },
  );
  if (code !== 0) throw new CliError(`${lastLines(output)}\n\nThe photo was not stored.`);
  const { seconds, megabytes } = JSON.parse(lastLines(output, 1));
  const slowest = Math.max(...seconds);
  return {
    figure: "12-megapixel photo to variants, slowest of 5",
    value: `${slowest.toFixed(2)} s`,
    target: `≤ ${MAX_SECONDS} s`,
    reached: slowest <= MAX_SECONDS,
    note: `Median ${median(seconds).toFixed(2)} s; a JPEG of ${megabytes.toFixed(1)} MB.`,
    data: { slowest: rounded(slowest), median: rounded(median(seconds)) },
  };
}

function measureSizes(settings: ShopSettings, width: string, maxBytes: number): ResultRow {
  const media = path.join(settings.DATA_DIR, "media");
  const bytes = fs
    .readdirSync(media)
    .map((key) => fs.statSync(path.join(media, key, `${width}.webp`), { throwIfNoEntry: false }))
    .flatMap((stat) => (stat ? [stat.size] : []));
  if (bytes.length === 0) throw new CliError("There are no seeded images to measure.");
  const heaviest = Math.max(...bytes);
  const above = bytes.filter((size) => size > maxBytes).length;
  return {
    figure: `heaviest ${width} px variant of ${bytes.length} seeded images`,
    value: `${(heaviest / 1000).toFixed(1)} kB`,
    target: `≤ ${maxBytes / 1000} kB`,
    reached: heaviest <= maxBytes,
    note: `Median ${(median(bytes) / 1000).toFixed(1)} kB; ${above} above the bar.`,
    data: { heaviest, median: median(bytes), above },
  };
}

async function countEncoderAddresses(port: string, productPath: string): Promise<ResultRow> {
  const client = openClient(port);
  const pages = [
    "/",
    "/ar",
    "/catalogue",
    "/catalogue/carrelage",
    productPath,
    `/ar${productPath}`,
    "/recherche?q=zellige",
    "/contact",
    "/a-propos",
    "/faq",
    "/plan-du-site",
  ];
  let found = 0;
  let images = 0;
  try {
    for (const page of pages) {
      const { status, body } = await client.get(page, { "accept-encoding": "identity" });
      if (status !== 200) throw new CliError(`${page} answered ${status}.`);
      const html = body.toString("utf8");
      found += html.split("/_next/image").length - 1;
      images += html.split("<img").length - 1;
    }
  } finally {
    client.close();
  }
  return {
    figure: `addresses of the image encoder in ${pages.length} pages`,
    value: String(found),
    target: "0",
    reached: found === 0 && images > 0,
    note: `${images} images in them, all ready variants.`,
    data: { found, pictures: images, pages: pages.length },
  };
}
