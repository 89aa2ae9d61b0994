import fs from "node:fs";
import path from "node:path";
import { CliError } from "../steps/cli-error.mjs";
import { inRoot, lastLines, root } from "../steps/files.mjs";
import { run } from "../steps/processes.mjs";
import { openClient } from "./client.mjs";
import { withDatabase } from "./shop.mjs";
import { median, rounded } from "./statistics.mjs";

const MOST_SECONDS = 2;
const MOST_BYTES = { 640: 25_000, 1280: 120_000 };

export const how =
  "A drawn photo of 12 megapixels with grain (JPEG, quality 90) through `storePicture`: every variant, the preview and the placeholder, " +
  "5 photos, the slowest; the bytes of the ready variants of every seeded picture; and the addresses of `/_next/image` in the HTML of every kind of page.";

/** I1: pictures are made when they come in, light enough, and never while somebody waits for a page. */
export async function measureImages({ settings, database, productPath, scratch }) {
  return [
    await storing(settings, database, scratch),
    ...Object.entries(MOST_BYTES).map(([width, most]) => weight(settings, width, most)),
    await encodesPerPage(settings.PORT, productPath),
  ];
}

async function storing(settings, database, scratch) {
  const DATA_DIR = path.join(scratch, "pictures");
  const { code, output } = await run(
    process.execPath,
    [
      ...["--conditions=react-server", "--import", "tsx"],
      inRoot("scripts", "bench", "store-image.ts"),
    ],
    { cwd: root, env: { ...process.env, ...withDatabase(settings, database.url), DATA_DIR } },
  );
  if (code !== 0) throw new CliError(`${lastLines(output)}\n\nThe photo was not stored.`);
  const { seconds, megabytes } = JSON.parse(lastLines(output, 1));
  const slowest = Math.max(...seconds);
  return {
    figure: "12-megapixel photo to variants, slowest of 5",
    value: `${slowest.toFixed(2)} s`,
    target: `≤ ${MOST_SECONDS} s`,
    reached: slowest <= MOST_SECONDS,
    note: `Median ${median(seconds).toFixed(2)} s; a JPEG of ${megabytes.toFixed(1)} MB.`,
    data: { slowest: rounded(slowest), median: rounded(median(seconds)) },
  };
}

function weight(settings, width, most) {
  const media = path.join(settings.DATA_DIR, "media");
  const bytes = fs
    .readdirSync(media)
    .map((key) => fs.statSync(path.join(media, key, `${width}.webp`), { throwIfNoEntry: false }))
    .filter(Boolean)
    .map(({ size }) => size);
  if (bytes.length === 0) throw new CliError("There are no seeded pictures to weigh.");
  const heaviest = Math.max(...bytes);
  const above = bytes.filter((size) => size > most).length;
  return {
    figure: `heaviest ${width} px variant of ${bytes.length} seeded pictures`,
    value: `${(heaviest / 1000).toFixed(1)} kB`,
    target: `≤ ${most / 1000} kB`,
    reached: heaviest <= most,
    note: `Median ${(median(bytes) / 1000).toFixed(1)} kB; ${above} above the bar.`,
    data: { heaviest, median: median(bytes), above },
  };
}

async function encodesPerPage(port, productPath) {
  const client = openClient(port);
  const pages = [
    ...["/", "/ar", "/catalogue", "/catalogue/carrelage", productPath, `/ar${productPath}`],
    ...["/recherche?q=zellige", "/contact", "/a-propos", "/faq", "/plan-du-site"],
  ];
  let found = 0;
  let pictures = 0;
  try {
    for (const page of pages) {
      const { status, body } = await client.get(page, { "accept-encoding": "identity" });
      if (status !== 200) throw new CliError(`${page} answered ${status}.`);
      const html = body.toString("utf8");
      found += html.split("/_next/image").length - 1;
      pictures += html.split("<img").length - 1;
    }
  } finally {
    client.close();
  }
  return {
    figure: `addresses of the image encoder in ${pages.length} pages`,
    value: String(found),
    target: "0",
    reached: found === 0 && pictures > 0,
    note: `${pictures} pictures in them, all ready variants.`,
    data: { found, pictures, pages: pages.length },
  };
}
