import fs from "node:fs";
import path from "node:path";
import { nextEntry } from "../steps/build.mjs";
import { CliError } from "../steps/cli-error.mjs";
import { inRoot, lastLines } from "../steps/files.mjs";
import { findFreePort } from "../steps/preflight.mjs";
import { run, sleep, start } from "../steps/processes.mjs";

const APP = inRoot("scripts", "bench", "bare-next");

export type BareNext = Awaited<ReturnType<typeof startBareNext>>;

/** Builds the bare Next application, unless its build is there, and starts it. */
export async function startBareNext(databaseUrl: string) {
  const env = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: databaseUrl,
  };
  if (!fs.existsSync(path.join(APP, ".next", "BUILD_ID"))) {
    const { code, output } = await run(process.execPath, [nextEntry, "build"], { cwd: APP, env });
    if (code !== 0)
      throw new CliError(`${lastLines(output)}\n\nThe bare application was not built.`);
  }
  const port = await findFreePort();
  const server = start(process.execPath, [nextEntry, "start", "-p", String(port)], {
    cwd: APP,
    env,
    stdio: "ignore",
  });
  for (let attempt = 0; attempt < 150; attempt++) {
    const answer = await fetch(`http://127.0.0.1:${port}/none`).catch(() => null);
    if (answer?.status === 404) return { ...server, port };
    await sleep(200);
  }
  throw new CliError("The bare application did not start.");
}
