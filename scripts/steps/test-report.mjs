import { readJson } from "./files.mjs";
import { formatDuration } from "./step.mjs";

const NO_COUNTS = { passed: 0, failed: 0, skipped: 0 };

export function readVitestCounts(file) {
  const report = readJson(file);
  if (!report) return NO_COUNTS;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

export function readPlaywrightCounts(file) {
  const stats = readJson(file)?.stats;
  if (!stats) return NO_COUNTS;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/** Prints a table of the steps and, on a line of its own, the totals. A step that failed without a failing test counts as one. */
export function printSummary(results, planned) {
  const total = { ...NO_COUNTS };
  const names = new Set([...results.map((result) => result.name), ...planned]);
  console.log("\nSummary\n");
  for (const name of names) {
    const result = results.find((each) => each.name === name);
    console.log(`  ${formatLine(name, result)}`);
    if (!result) continue;
    const counts = result.counts ?? NO_COUNTS;
    total.passed += counts.passed;
    total.failed += counts.failed || (result.ok ? 0 : 1);
    total.skipped += counts.skipped;
  }
  console.log(`\n${formatCounts(total)}`);
}

function formatLine(name, result) {
  const label = name.padEnd(24);
  if (!result) return `- ${label}not run`;
  const verdict = result.ok ? "passed" : "failed";
  const took = formatDuration(0, result.milliseconds);
  return `${result.ok ? "✓" : "✗"} ${label}${verdict.padEnd(10)}${took.padStart(10)}   ${result.counts ? formatCounts(result.counts) : ""}`.trimEnd();
}

function formatCounts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
