import path from "node:path";
import { fileURLToPath } from "node:url";
import { BROWSER_HELP, findBrowser } from "../browser.mjs";
import { CliError } from "../steps/cli-error.mjs";
import { lastLines, readJson, root } from "../steps/files.mjs";
import { run } from "../steps/processes.mjs";
import { median, rounded } from "./statistics.mjs";

const RUNS = 5;
const LEAST = { performance: 95, accessibility: 98, "best-practices": 100, seo: 100 };
const LEAST_OF_ANY_RUN = 90;

export const how =
  `Lighthouse on its mobile defaults (simulated slow 4G, CPU slowed down four times), a fresh Chromium for each run, ${RUNS} runs a page, ` +
  "the pages in turn; medians, and the lowest performance of any run.";

/** P1: the four categories of Lighthouse on the pages that people see most. */
export async function measureLighthouse({ settings, productPath, scratch }) {
  const browser = await findBrowser();
  if (!browser) throw new CliError(BROWSER_HELP);
  const pages = {
    home: "/",
    category: "/catalogue/carrelage",
    product: productPath,
    search: "/recherche?q=zellige",
    contact: "/contact",
  };
  const results = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
  for (let turn = 0; turn < RUNS; turn++) {
    for (const [name, address] of Object.entries(pages)) {
      const url = `${settings.NEXT_PUBLIC_APP_URL}${address}`;
      results[name].push(await audit(browser, url, path.join(scratch, "lighthouse.json")));
    }
  }
  return Object.entries(results).map(([name, runs]) => rowOf(name, pages[name], runs));
}

async function audit(browser, url, file) {
  const flags = ["--headless=new", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const { code, output } = await run(
    process.execPath,
    [
      fileURLToPath(import.meta.resolve("lighthouse/cli/index.js")),
      url,
      ...["--quiet", "--output=json", `--output-path=${file}`, "--no-enable-error-reporting"],
      `--chrome-flags=${flags.join(" ")}`,
    ],
    { cwd: root, env: { ...process.env, CHROME_PATH: browser } },
  );
  const report = code === 0 ? readJson(file) : undefined;
  if (!report || report.runtimeError) {
    throw new CliError(
      `Lighthouse failed on ${url}: ${report?.runtimeError?.message ?? lastLines(output, 10)}`,
    );
  }
  const { audits, categories } = report;
  return {
    scores: Object.fromEntries(
      Object.keys(LEAST).map((key) => [key, Math.round(categories[key].score * 100)]),
    ),
    lcp: audits["largest-contentful-paint"].numericValue,
    cls: audits["cumulative-layout-shift"].numericValue,
    tbt: audits["total-blocking-time"].numericValue,
    lost: Object.fromEntries(
      Object.keys(LEAST).map((key) => [key, lostIn(categories[key], audits)]),
    ),
  };
}

/** The audits that cost a category points, the dearest first. */
function lostIn({ auditRefs }, audits) {
  return auditRefs
    .map(({ id, weight }) => ({ id, cost: weight * (1 - (audits[id].score ?? 1)) }))
    .filter(({ cost }) => cost > 0.005)
    .sort((a, b) => b.cost - a.cost)
    .map(({ id }) => `${id}${firstFinding(audits[id])}`);
}

/** What it says of the first thing that it found, where that is words and not a picture or a table of times. */
function firstFinding({ details }) {
  const found = details?.items?.[0];
  const words = [found?.description ?? found?.node?.selector, found?.sourceLocation?.url];
  const said = words.filter((part) => typeof part === "string").join(" ");
  return said ? ` (${said.replaceAll(/\s+/g, " ").slice(0, 200)})` : "";
}

function rowOf(name, address, runs) {
  const of = (key) => median(runs.map((each) => each.scores[key]));
  const scores = Object.fromEntries(Object.keys(LEAST).map((key) => [key, of(key)]));
  const lowest = Math.min(...runs.map((each) => each.scores.performance));
  const below = Object.keys(LEAST).filter((key) => scores[key] < LEAST[key]);
  const [lcp, cls, tbt] = ["lcp", "cls", "tbt"].map((key) => median(runs.map((one) => one[key])));
  const lost = below.map((key) => {
    const ids = new Set(runs.flatMap((each) => each.lost[key]));
    return `${key} loses points by ${[...ids].slice(0, 5).join(", ")}`;
  });
  return {
    figure: `${name} (${address}): performance / accessibility / best practices / SEO`,
    value: Object.values(scores).join(" / "),
    target: Object.values(LEAST)
      .map((least) => (least === 100 ? "100" : `≥ ${least}`))
      .join(" / "),
    reached: below.length === 0 && lowest >= LEAST_OF_ANY_RUN,
    note: [
      `LCP ${(lcp / 1000).toFixed(2)} s, CLS ${cls.toFixed(3)}, TBT ${Math.round(tbt)} ms; lowest run ${lowest} (≥ ${LEAST_OF_ANY_RUN}).`,
      ...(lost.length > 0 ? [`${lost.join("; ")}.`] : []),
    ].join(" "),
    data: { scores, lowest, lcp: Math.round(lcp), cls: rounded(cls, 4), tbt: Math.round(tbt) },
  };
}
