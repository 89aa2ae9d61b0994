import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import { findBrowser } from "../browser.mjs";
import { inRoot, readJson } from "../steps/files.mjs";
import type { BarRow } from "./context";

const MARKS = { true: "yes", false: "NO", undefined: "–" } as const;

type Machine = Awaited<ReturnType<typeof describeMachine>>;

interface Report {
  startedAt: string;
  minutes: number;
  machine: Machine;
  /** How each benchmark is measured, by its name. */
  methods: Record<string, string>;
  rows: readonly BarRow[];
}

/** Describes the machine without its name or any path on it. */
export async function describeMachine(postgresql: string) {
  const browser = await findBrowser();
  const version = (name: string): string | undefined =>
    readJson(inRoot("node_modules", name, "package.json"))?.version;
  return {
    processor: os.cpus()[0]?.model.trim() ?? "unknown",
    cores: os.availableParallelism(),
    memoryGb: Math.round(os.totalmem() / 1024 ** 3),
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    node: process.versions.node,
    next: version("next"),
    postgresql,
    chromium: browser ? readVersion(browser) : "none",
    lighthouse: version("lighthouse"),
  };
}

function readVersion(browser: string): string {
  try {
    const output = execFileSync(browser, ["--version"], { encoding: "utf8", stdio: "pipe" });
    return /\d+(\.\d+)+/.exec(output)?.[0] ?? "unknown";
  } catch {
    return "unknown";
  }
}

export function printTable(rows: readonly BarRow[]): void {
  const cells = rows.map((row) => [row.bar, row.figure, row.value, row.target ?? "", getMark(row)]);
  const head = ["Bar", "Figure", "Value", "Target", "Reached"];
  const lines = [head, ...cells];
  const widths = head.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  console.log();
  for (const line of lines) {
    console.log(`  ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ")}`.trimEnd());
  }
  const missed = rows.filter(({ reached }) => reached === false);
  if (missed.length > 0) console.log(`\n${missed.map((row) => `  ${formatMiss(row)}`).join("\n")}`);
}

/** Ends the part of docs/benchmarks.md that a run replaces; what people wrote below it stays. */
const END_OF_RUN = "<!-- npm run bench replaces everything above this line. -->";

/** Writes the run to docs/benchmarks.json and into docs/benchmarks.md. */
export function writeReport({ startedAt, minutes, machine, methods, rows }: Report): void {
  const run = { startedAt, minutes, machine, rows };
  fs.mkdirSync(inRoot("docs"), { recursive: true });
  fs.writeFileSync(inRoot("docs", "benchmarks.json"), `${JSON.stringify(run, null, 2)}\n`);
  const page = inRoot("docs", "benchmarks.md");
  const [, written = ""] = fs.readFileSync(page, "utf8").split(END_OF_RUN);
  fs.writeFileSync(page, buildPage({ ...run, methods }) + END_OF_RUN + written);
}

function getMark({ reached }: BarRow): string {
  return MARKS[`${reached}`];
}

function buildPage({ startedAt, minutes, machine, methods, rows }: Report): string {
  const due = rows.filter(({ reached }) => reached !== undefined);
  const missed = due.filter(({ reached }) => !reached);
  return `# Benchmarks

The last whole run of \`npm run bench\`, which writes it here and to [benchmarks.json](benchmarks.json). Below it stand figures that were taken by hand.
Figures are ratios measured side by side in one run, or counts; a millisecond is of this machine only. "–" is for information.

**${due.length - missed.length} of ${due.length} figures reached**, ${startedAt.slice(0, 16).replace("T", " ")} UTC, in ${minutes} minutes.

| Bar | Figure | Value | Target | Reached |
|---|---|---|---|---|
${rows.map((row) => `| ${row.bar} | ${escapeCell(row.figure)} | ${escapeCell(row.value)} | ${escapeCell(row.target)} | ${getMark(row)} |`).join("\n")}

## Missed

${missed.length > 0 ? missed.map((row) => `- ${escapeCell(formatMiss(row))}`).join("\n") : "Nothing."}

## Notes

${rows
  .filter(({ note }) => note)
  .map((row) => `- **${row.bar}** ${escapeCell(row.figure)}: ${escapeCell(row.note)}`)
  .join("\n")}

## How each is measured

${Object.entries(methods)
  .map(([bar, method]) => `- **${bar}** ${method}`)
  .join("\n")}

## Machine

${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB of memory, ${machine.system}. Node ${machine.node}, Next ${machine.next},
PostgreSQL ${machine.postgresql} (embedded, durable settings), Chromium ${machine.chromium}, Lighthouse ${machine.lighthouse}. The shop, the database, the browser and the load
share it.

`;
}

function escapeCell(text: string | undefined = ""): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

function formatMiss({ bar, figure, value, target, note }: BarRow): string {
  return `${bar} ${figure.replace(/^… /, "")}: ${value} where ${target} is asked for. ${note ?? ""}`.trimEnd();
}
