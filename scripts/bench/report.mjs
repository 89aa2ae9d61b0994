import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import { findBrowser } from "../browser.mjs";
import { inRoot, readJson } from "../steps/files.mjs";

const MARKS = { true: "yes", false: "NO", undefined: "–" };

/** What the figures were measured on. Nothing in it names the machine or a path of it. */
export async function describeMachine(postgresql) {
  const browser = await findBrowser();
  const version = (name) => readJson(inRoot("node_modules", name, "package.json"))?.version;
  return {
    processor: os.cpus()[0]?.model.trim() ?? "unknown",
    cores: os.availableParallelism(),
    memoryGb: Math.round(os.totalmem() / 1024 ** 3),
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    node: process.versions.node,
    next: version("next"),
    postgresql,
    chromium: browser ? versionOf(browser) : "none",
    lighthouse: version("lighthouse"),
  };
}

function versionOf(browser) {
  try {
    const output = execFileSync(browser, ["--version"], { encoding: "utf8", stdio: "pipe" });
    return /\d+(\.\d+)+/.exec(output)?.[0] ?? "unknown";
  } catch {
    return "unknown";
  }
}

export function printTable(rows) {
  const cells = rows.map((row) => [
    row.bar,
    row.figure,
    row.value,
    row.target ?? "",
    MARKS[row.reached],
  ]);
  const lines = [["Bar", "Figure", "Value", "Target", "Reached"], ...cells];
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  console.log();
  for (const line of lines) {
    console.log(`  ${line.map((cell, i) => cell.padEnd(widths[i])).join("  ")}`.trimEnd());
  }
  const missed = rows.filter(({ reached }) => reached === false);
  if (missed.length > 0) console.log(`\n${missed.map((row) => `  ${sentence(row)}`).join("\n")}`);
}

/** Keeps the run in docs/: figures for machines, a page for people. */
export function writeReport({ startedAt, minutes, machine, methods, rows }) {
  const run = { startedAt, minutes, machine, rows };
  fs.mkdirSync(inRoot("docs"), { recursive: true });
  fs.writeFileSync(inRoot("docs", "benchmarks.json"), `${JSON.stringify(run, null, 2)}\n`);
  fs.writeFileSync(inRoot("docs", "benchmarks.md"), page({ ...run, methods }));
}

function page({ startedAt, minutes, machine, methods, rows }) {
  const due = rows.filter(({ reached }) => reached !== undefined);
  const missed = due.filter(({ reached }) => !reached);
  return `# Benchmarks

The last whole run of \`npm run bench\`, which writes this page and [benchmarks.json](benchmarks.json) anew each time.
Figures are ratios measured side by side in one run, or counts; a millisecond is of this machine only. "–" is for information.

**${due.length - missed.length} of ${due.length} figures reached**, ${startedAt.slice(0, 16).replace("T", " ")} UTC, in ${minutes} minutes.

| Bar | Figure | Value | Target | Reached |
|---|---|---|---|---|
${rows.map((row) => `| ${row.bar} | ${cell(row.figure)} | ${cell(row.value)} | ${cell(row.target ?? "")} | ${MARKS[row.reached]} |`).join("\n")}

## Missed

${missed.length > 0 ? missed.map((row) => `- ${cell(sentence(row))}`).join("\n") : "Nothing."}

## Notes

${rows
  .filter(({ note }) => note)
  .map((row) => `- **${row.bar}** ${cell(row.figure)}: ${cell(row.note)}`)
  .join("\n")}

## How each is measured

${Object.entries(methods)
  .map(([bar, how]) => `- **${bar}** ${how}`)
  .join("\n")}

## Machine

${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB of memory, ${machine.system}. Node ${machine.node}, Next ${machine.next},
PostgreSQL ${machine.postgresql} (embedded, durable settings), Chromium ${machine.chromium}, Lighthouse ${machine.lighthouse}. The shop, the database, the browser and the load
share it.
`;
}

function cell(text) {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

function sentence({ bar, figure, value, target, note }) {
  return `${bar} ${figure.replace(/^… /, "")}: ${value} where ${target} is asked for. ${note ?? ""}`.trimEnd();
}
