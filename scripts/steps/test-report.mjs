import { readJson } from "./files.mjs";
import { duration } from "./step.mjs";

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

export function vitestCounts(file) {
  const report = readJson(file);
  if (!report) return NOTHING;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

export function playwrightCounts(file) {
  const stats = readJson(file)?.stats;
  if (!stats) return NOTHING;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/** A table of the steps and, alone on the last line, the totals. A step that failed without a failing test counts as one. */
export function printSummary(results, planned) {
  const total = { ...NOTHING };
  const names = new Set([...results.map((result) => result.name), ...planned]);
  console.log("\nSummary\n");
  for (const name of names) {
    const result = results.find((each) => each.name === name);
    console.log(`  ${line(name, result)}`);
    if (!result) continue;
    const counts = result.counts ?? NOTHING;
    total.passed += counts.passed;
    total.failed += counts.failed || (result.ok ? 0 : 1);
    total.skipped += counts.skipped;
  }
  console.log(`\n${phrase(total)}`);
}

function line(name, result) {
  const label = name.padEnd(24);
  if (!result) return `- ${label}not run`;
  const verdict = result.ok ? "passed" : "failed";
  const took = duration(0, result.milliseconds);
  return `${result.ok ? "✓" : "✗"} ${label}${verdict.padEnd(10)}${took.padStart(10)}   ${result.counts ? phrase(result.counts) : ""}`.trimEnd();
}

function phrase({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
