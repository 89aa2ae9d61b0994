import fs from "node:fs";
import { inRoot, lastLines, root } from "./files.mjs";
import { explain } from "./problem.mjs";
import { run } from "./processes.mjs";
import { step } from "./step.mjs";

const results = [];

export function checkResults() {
  return results;
}

export function allPassed() {
  return results.every((result) => result.ok);
}

/** Runs one check, keeps its result for the summary, and shows what it printed when it failed. */
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
    const known = explain(error.message);
    if (known) console.error(`${known}\n`);
  }
  result.milliseconds = performance.now() - started;
}

/** A check that passes unless it throws. */
export function ensure(name, work) {
  return check(name, async () => {
    await work();
    return { ok: true };
  });
}

/** Runs an installed tool by its entry file: no shell, so a checkout's path may hold spaces. */
export async function tool(entry, args, variables) {
  const env = { ...process.env, NO_COLOR: "1", ...variables };
  const file = inRoot("node_modules", entry);
  const { code, output } = await run(process.execPath, [file, ...args], { cwd: root, env });
  return { ok: code === 0, output };
}

/** Every documented variable empty, so that a developer's .env does not reach into the tests. */
export function blankVariables() {
  const example = inRoot(".env.example");
  if (!fs.existsSync(example)) return {};
  const names = fs.readFileSync(example, "utf8").match(/^#?\s*[A-Z][A-Z0-9_]+(?==)/gm) ?? [];
  const entries = names.map((name) => [name.replace(/^#?\s*/, ""), ""]);
  return Object.fromEntries(entries.filter(([name]) => name !== "NODE_ENV"));
}
