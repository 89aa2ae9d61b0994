import fs from "node:fs";
import path from "node:path";
import { lastLines } from "./files.mjs";
import { CLEAN_ENV } from "./postgres-cluster.mjs";
import { freePort, listenError } from "./preflight.mjs";
import { explain, Problem } from "./problem.mjs";
import { commandLineOf, isAlive, kill } from "./process-table.mjs";
import { sleep, start } from "./processes.mjs";

const RECOVERY_MS = 180_000;

/** Starts the server on 127.0.0.1, on its earlier port when that is free, and waits until it accepts connections. */
export async function launch(place, { log, port: earlier, settings = [], temporary }) {
  await stopOrphan(place.data);
  for (let attempt = 1; ; attempt++) {
    const port = attempt === 1 ? await usablePort(earlier) : await freePort();
    const server = startServer(place, port, log, settings, temporary);
    if (await isReady(server, place.data)) return { port, ...server };
    const output = fs.readFileSync(log, "utf8");
    // Children of a killed server hold its shared memory for a moment.
    const passing = /Address already in use|shared memory block|lock file .* already exists/;
    if (!passing.test(output) || attempt === 20) throw failure(output, log);
    await sleep(500);
  }
}

function startServer({ bin, data, identity }, port, log, settings, temporary) {
  fs.rmSync(`${log}.1`, { force: true });
  if (fs.existsSync(log)) fs.renameSync(log, `${log}.1`);
  const output = fs.openSync(log, "w", 0o600);
  const options = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    "max_connections=100",
    ...settings,
  ].flatMap((setting) => ["-c", setting]);
  try {
    return start(path.join(bin, "postgres"), ["-D", data, ...options], {
      ...identity,
      cwd: "/",
      env: CLEAN_ENV,
      stdio: ["ignore", output, output],
      signal: "SIGINT",
      temporary,
    });
  } finally {
    fs.closeSync(output);
  }
}

async function isReady(server, data) {
  const until = Date.now() + RECOVERY_MS;
  while (!server.ended && Date.now() < until) {
    const lines = postmasterFile(data);
    if (Number(lines[0]) === server.child.pid && lines[7]?.trim() === "ready") return true;
    await Promise.race([sleep(50), server.exited]);
  }
  await server.stop();
  return false;
}

/** A server that outlived its parent is shut down; a lock file that names some other process is only removed. */
async function stopOrphan(data) {
  const pid = Number(postmasterFile(data)[0]);
  if (!pid) return;
  if (isServerOf(pid, data)) {
    for (const signal of ["SIGINT", "SIGQUIT"]) {
      kill(pid, signal);
      for (let i = 0; i < 100 && isServerOf(pid, data); i++) await sleep(100);
    }
    if (isServerOf(pid, data)) {
      throw new Problem(
        `A PostgreSQL (process ${pid}) of an earlier start still uses ${data} and does not stop. End it (kill ${pid}) and run the command again.`,
      );
    }
  } else {
    fs.rmSync(path.join(data, "postmaster.pid"), { force: true });
  }
}

function isServerOf(pid, data) {
  return isAlive(pid) && commandLineOf(pid).split("\0").join(" ").includes(`-D ${data}`);
}

function postmasterFile(data) {
  try {
    return fs.readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

async function usablePort(earlier) {
  if (earlier && !(await listenError(earlier, ["127.0.0.1"]))) return earlier;
  return freePort();
}

function failure(output, log) {
  const known = explain(output);
  if (known) return new Problem(known);
  return new Problem(
    `PostgreSQL did not start. The end of ${log}:\n${lastLines(output, 12)}\n\n` +
      "If that does not tell what to do, set DATABASE_URL to a PostgreSQL of your own (15 to 18).",
  );
}
