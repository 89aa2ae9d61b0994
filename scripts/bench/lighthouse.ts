import path from "node:path";
import { fileURLToPath } from "node:url";
import { BROWSER_HELP, findBrowser } from "../browser.mjs";
import { CliError } from "../steps/cli-error.mjs";
import { lastLines, readJson, root } from "../steps/files.mjs";
import { run } from "../steps/processes.mjs";
import type { Context, ResultRow } from "./context";
import { median, rounded } from "./statistics";

const RUNS = 5;
const MIN_SCORES = { performance: 95, accessibility: 98, "best-practices": 100, seo: 100 };
const MIN_PERFORMANCE_OF_ANY_RUN = 90;

type Category = keyof typeof MIN_SCORES;

const CATEGORIES = Object.keys(MIN_SCORES) as Category[];

interface Audit {
  score: number | null;
  numericValue: number;
  details?: {
    items?: {
      description?: string;
      node?: { selector?: string };
      sourceLocation?: { url?: string };
    }[];
  };
}

interface CategoryResult {
  score: number;
  auditRefs: { id: string; weight: number }[];
}

interface LighthouseReport {
  runtimeError?: { message: string };
  audits: Record<string, Audit>;
  categories: Record<Category, CategoryResult>;
}

type Run = Awaited<ReturnType<typeof audit>>;

export const method =
  `Lighthouse on its mobile defaults (simulated slow 4G, CPU slowed down four times), a fresh Chromium for each run, ${RUNS} runs a page, ` +
  "the pages in turn; medians, and the lowest performance of any run.";

/** P1: the four categories of Lighthouse on the most visited pages. */
export async function measureLighthouse(context: Context): Promise<ResultRow[]> {
  const { settings, productPath, scratch } = context;
  const browser = await findBrowser();
  if (!browser) throw new CliError(BROWSER_HELP);
  const pages = {
    home: "/",
    category: "/catalogue/carrelage",
    product: productPath,
    search: "/recherche?q=zellige",
    contact: "/contact",
  };
  const results = Object.entries(pages).map(([name, address]) => ({
    name,
    address,
    runs: [] as Run[],
  }));
  for (let turn = 0; turn < RUNS; turn++) {
    for (const { address, runs } of results) {
      const url = `${settings.NEXT_PUBLIC_APP_URL}${address}`;
      runs.push(await audit(browser, url, path.join(scratch, "lighthouse.json")));
    }
  }
  return results.map(({ name, address, runs }) => buildRow(name, address, runs));
}

async function audit(browser: string, url: string, file: string) {
  const flags = ["--headless=new", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const { code, output } = await run(
    process.execPath,
    [
      fileURLToPath(import.meta.resolve("lighthouse/cli/index.js")),
      url,
      "--quiet",
      "--output=json",
      `--output-path=${file}`,
      "--no-enable-error-reporting",
      `--chrome-flags=${flags.join(" ")}`,
    ],
    { cwd: root, env: { ...process.env, CHROME_PATH: browser } },
  );
  const report: LighthouseReport | undefined = code === 0 ? readJson(file) : undefined;
  if (!report || report.runtimeError) {
    throw new CliError(
      `Lighthouse failed on ${url}: ${report?.runtimeError?.message ?? lastLines(output, 10)}`,
    );
  }
  const { audits, categories } = report;
  const getValue = (id: string) => audits[id]?.numericValue ?? Number.NaN;
  return {
    scores: mapCategories((key) => Math.round(categories[key].score * 100)),
    lcp: getValue("largest-contentful-paint"),
    cls: getValue("cumulative-layout-shift"),
    tbt: getValue("total-blocking-time"),
    lost: mapCategories((key) => listLostAudits(categories[key], audits)),
  };
}

function mapCategories<T>(toValue: (key: Category) => T): Record<Category, T> {
  return Object.fromEntries(CATEGORIES.map((key) => [key, toValue(key)])) as Record<Category, T>;
}

/** Lists the audits that cost a category points, the most expensive first. */
function listLostAudits({ auditRefs }: CategoryResult, audits: Record<string, Audit>): string[] {
  return auditRefs
    .map(({ id, weight }) => ({ id, cost: weight * (1 - (audits[id]?.score ?? 1)) }))
    .filter(({ cost }) => cost > 0.005)
    .sort((a, b) => b.cost - a.cost)
    .map(({ id }) => `${id}${formatFirstFinding(audits[id])}`);
}

/** Returns the text of the audit's first finding in parentheses; empty when it has no text. */
function formatFirstFinding(audit: Audit | undefined): string {
  const found = audit?.details?.items?.[0];
  const parts = [found?.description ?? found?.node?.selector, found?.sourceLocation?.url];
  const text = parts.filter((part) => typeof part === "string").join(" ");
  return text ? ` (${text.replaceAll(/\s+/g, " ").slice(0, 200)})` : "";
}

function buildRow(name: string, address: string, runs: readonly Run[]): ResultRow {
  const scores = mapCategories((key) => median(runs.map((each) => each.scores[key])));
  const lowest = Math.min(...runs.map((each) => each.scores.performance));
  const below = CATEGORIES.filter((key) => scores[key] < MIN_SCORES[key]);
  const getMedian = (key: "lcp" | "cls" | "tbt") => median(runs.map((each) => each[key]));
  const [lcp, cls, tbt] = [getMedian("lcp"), getMedian("cls"), getMedian("tbt")];
  const lost = below.map((key) => {
    const ids = new Set(runs.flatMap((each) => each.lost[key]));
    return `${key} loses points by ${[...ids].slice(0, 5).join(", ")}`;
  });
  return {
    figure: `${name} (${address}): performance / accessibility / best practices / SEO`,
    value: Object.values(scores).join(" / "),
    target: Object.values(MIN_SCORES)
      .map((score) => (score === 100 ? "100" : `≥ ${score}`))
      .join(" / "),
    reached: below.length === 0 && lowest >= MIN_PERFORMANCE_OF_ANY_RUN,
    note: [
      `LCP ${(lcp / 1000).toFixed(2)} s, CLS ${cls.toFixed(3)}, TBT ${Math.round(tbt)} ms; lowest run ${lowest} (≥ ${MIN_PERFORMANCE_OF_ANY_RUN}).`,
      ...(lost.length > 0 ? [`${lost.join("; ")}.`] : []),
    ].join(" "),
    data: { scores, lowest, lcp: Math.round(lcp), cls: rounded(cls, 4), tbt: Math.round(tbt) },
  };
}
