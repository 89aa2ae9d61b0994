import fs from "node:fs";
import { CliError, explainFailure } from "./cli-error.mjs";
import { fingerprint, inRoot, lastLines, readJson, root, writeJson } from "./files.mjs";
import { claimLock } from "./lock.mjs";
import { requireFreeSpace } from "./preflight.mjs";
import { run } from "./processes.mjs";

const SOURCES = [
  "src",
  "public",
  "emails",
  "prisma/schema.prisma",
  "next.config.mjs",
  "next.routes.ts",
  "package-lock.json",
  "tsconfig.json",
];
const STAMP = inRoot(".next", "stamp.json");

export const nextEntry = inRoot("node_modules", "next", "dist", "bin", "next");

/** Builds unless the last build had the same sources, public variables and seeded content. */
export async function buildWhenStale(variables, content) {
  const stamp = buildStamp(variables, content);
  if (readJson(STAMP)?.stamp === stamp && fs.existsSync(inRoot(".next", "BUILD_ID"))) {
    return "up to date";
  }
  requireFreeSpace(1.5, [root]);
  fs.rmSync(STAMP, { force: true });
  const env = { ...process.env, ...variables, NODE_ENV: "production" };
  // Cached reads of the last build may hold an older catalogue.
  fs.rmSync(inRoot(".next", "cache", "fetch-cache"), { recursive: true, force: true });
  const { code, output } = await run(process.execPath, [nextEntry, "build"], { cwd: root, env });
  if (code !== 0) {
    const advice =
      explainFailure(output) ?? "Mend what the lines above say and run the command again.";
    throw new CliError(`${lastLines(output, 40)}\n\nThe production build failed. ${advice}`);
  }
  writeJson(STAMP, { stamp });
  return "built";
}

/** Locks the build folder: two commands must not build into it, nor one while a server runs from it. */
export function claimBuild(what) {
  const holder = claimLock(inRoot(".data", "build.lock"), { what });
  if (!holder) return;
  throw new CliError(
    `This checkout's build is in use by "${holder.what}" (process ${holder.pid}). Stop that first (Ctrl-C there, or kill ${holder.pid}).`,
  );
}

function buildStamp(variables, content) {
  const all = { ...process.env, ...variables };
  const publicNames = Object.keys(all).filter((name) => name.startsWith("NEXT_PUBLIC_"));
  const values = publicNames.sort().map((name) => [name, all[name]]);
  return fingerprint(SOURCES, [values, content], ["src/generated"]);
}
