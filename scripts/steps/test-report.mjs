import path from "node:path";
import { readJson, root } from "./files.mjs";
import { formatDuration } from "./step.mjs";

const NO_COUNTS = { passed: 0, failed: 0, skipped: 0 };
const SLOWEST_FILES = 10;

/** Reads the counts of a Vitest report and the milliseconds that the tests of each file took, imports not included. */
export function readVitestReport(file) {
  const report = readJson(file);
  if (!report) return { counts: NO_COUNTS, files: [] };
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  const files = report.testResults.map(({ name, startTime, endTime }) => ({
    file: path.relative(root, name),
    milliseconds: endTime - startTime,
  }));
  return { counts, files };
}

/** Reads the counts of a Playwright report and the milliseconds that the tests of each file took in all projects. */
export function readPlaywrightReport(file) {
  const report = readJson(file);
  if (!report?.stats) return { counts: NO_COUNTS, files: [] };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const files = report.suites.map((suite) => ({
    file: path.relative(root, path.join(report.config.rootDir, suite.file)),
    milliseconds: sumDurations(suite),
  }));
  return { counts: { passed: expected, failed: unexpected + flaky, skipped }, files };
}

function sumDurations({ suites = [], specs = [] }) {
  const results = specs.flatMap((spec) => spec.tests.flatMap((test) => test.results));
  const own = results.reduce((sum, { duration }) => sum + duration, 0);
  return suites.reduce((sum, suite) => sum + sumDurations(suite), own);
}

/** Prints the test files that took longest. Two run at a time, so their sum exceeds the time of the step. */
export function printSlowestFiles(results) {
  const files = results.flatMap((result) => result.files ?? []);
  if (files.length === 0) return;
  files.sort((a, b) => b.milliseconds - a.milliseconds);
  console.log("\nSlowest files\n");
  for (const { file, milliseconds } of files.slice(0, SLOWEST_FILES)) {
    console.log(`  ${formatDuration(0, milliseconds).padStart(10)}   ${file}`);
  }
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
