import fs from "node:fs";
import { explainFailure } from "./cli-error.mjs";
import { inRoot, lastLines, root } from "./files.mjs";
import { run } from "./processes.mjs";
import { step } from "./step.mjs";

const results = [];

export function checkResults() {
  return results;
}

export function allPassed() {
  return results.every((result) => result.ok);
}

/** Runs one check, records its result for the summary and prints the output of a failed one. */
export async function check(name, work) {
  const started = performance.now();
  const result = { name, ok: false };
  results.push(result);
  try {
    await step(name, async () => {
      Object.assign(result, await work());
      if (!result.ok) throw new Error(result.output);
      return "passed";
    });
  } catch (error) {
    console.error(`\n${lastLines(error.message, 150)}\n`);
    const known = explainFailure(error.message);
    if (known) console.error(`${known}\n`);
  }
  result.milliseconds = performance.now() - started;
}

/** Runs a check that passes unless `work` throws. */
export function checkCompletes(name, work) {
  return check(name, async () => {
    await work();
    return { ok: true };
  });
}

/** Runs an installed tool by its entry file, without a shell, so that the checkout's path may contain spaces. */
export async function runTool(entry, args, variables) {
  const env = { ...process.env, NO_COLOR: "1", ...variables };
  const file = inRoot("node_modules", entry);
  const { code, output } = await run(process.execPath, [file, ...args], { cwd: root, env });
  return { ok: code === 0, output };
}

/** Returns every variable of .env.example as empty, so that a developer's .env does not affect the tests. */
export function blankVariables() {
  const example = inRoot(".env.example");
  if (!fs.existsSync(example)) return {};
  const names = fs.readFileSync(example, "utf8").match(/^#?\s*[A-Z][A-Z0-9_]+(?==)/gm) ?? [];
  const entries = names.map((name) => [name.replace(/^#?\s*/, ""), ""]);
  return Object.fromEntries(entries.filter(([name]) => name !== "NODE_ENV"));
}
