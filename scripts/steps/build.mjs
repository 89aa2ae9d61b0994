import fs from "node:fs";
import { fingerprint, inRoot, lastLines, readJson, root, writeJson } from "./files.mjs";
import { claim } from "./lock.mjs";
import { requireFreeSpace } from "./preflight.mjs";
import { explain, Problem } from "./problem.mjs";
import { run } from "./processes.mjs";

const SOURCES = [
  "src",
  "public",
  "emails",
  "prisma/schema.prisma",
  "next.config.ts",
  "package-lock.json",
  "tsconfig.json",
];
const STAMP = inRoot(".next", "stamp.json");

export const nextEntry = inRoot("node_modules", "next", "dist", "bin", "next");

/** Builds unless the last build was of the same sources, public variables and seeded content. */
export async function buildWhenStale(variables, content) {
  const stamp = buildStamp(variables, content);
  if (readJson(STAMP)?.stamp === stamp && fs.existsSync(inRoot(".next", "BUILD_ID"))) {
    return "up to date";
  }
  requireFreeSpace(1.5, [root]);
  fs.rmSync(STAMP, { force: true });
  const env = { ...process.env, ...variables, NODE_ENV: "production" };
  // Reads kept by the last build may be of a catalogue that has changed since.
  fs.rmSync(inRoot(".next", "cache", "fetch-cache"), { recursive: true, force: true });
  const { code, output } = await run(process.execPath, [nextEntry, "build"], { cwd: root, env });
  if (code !== 0) {
    const advice = explain(output) ?? "Mend what the lines above say and run the command again.";
    throw new Problem(`${lastLines(output, 40)}\n\nThe production build failed. ${advice}`);
  }
  writeJson(STAMP, { stamp });
  return "built";
}

/** Two commands must not build into the same folder, nor one under a running server. */
export function claimBuild(what) {
  const holder = claim(inRoot(".data", "build.lock"), { what });
  if (!holder) return;
  throw new Problem(
    `This checkout's build is in use by "${holder.what}" (process ${holder.pid}). Stop that first (Ctrl-C there, or kill ${holder.pid}).`,
  );
}

function buildStamp(variables, content) {
  const all = { ...process.env, ...variables };
  const open = Object.keys(all).filter((name) => name.startsWith("NEXT_PUBLIC_"));
  const values = open.sort().map((name) => [name, all[name]]);
  return fingerprint(SOURCES, [values, content], ["src/generated"]);
}
