import fs from "node:fs";
import path from "node:path";
import { CliError, explainFailure } from "./cli-error.mjs";
import { lastLines } from "./files.mjs";
import { CLEAN_ENV } from "./postgres-cluster.mjs";
import { findFreePort, findListenError } from "./preflight.mjs";
import { getCommandLine, isAlive, kill } from "./process-table.mjs";
import { sleep, start } from "./processes.mjs";

const RECOVERY_TIMEOUT_MS = 180_000;

/** Starts PostgreSQL on 127.0.0.1, on its earlier port if that is free, and waits until it accepts connections. */
export async function launchPostgres(place, { log, port: earlier, settings = [], temporary }) {
  await stopOrphan(place.data);
  for (let attempt = 1; ; attempt++) {
    const port = attempt === 1 ? await choosePort(earlier) : await findFreePort();
    const server = startServer(place, port, log, settings, temporary);
    if (await isReady(server, place.data)) return { port, ...server };
    const output = fs.readFileSync(log, "utf8");
    // The children of a killed server hold its shared memory for a moment.
    const transient = /Address already in use|shared memory block|lock file .* already exists/;
    if (!transient.test(output) || attempt === 20) throw toStartError(output, log);
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
  const until = Date.now() + RECOVERY_TIMEOUT_MS;
  while (!server.ended && Date.now() < until) {
    const lines = readPostmasterFile(data);
    if (Number(lines[0]) === server.child.pid && lines[7]?.trim() === "ready") return true;
    await Promise.race([sleep(50), server.exited]);
  }
  await server.stop();
  return false;
}

/** Stops a server that outlived its parent; removes a lock file that names another process. */
async function stopOrphan(data) {
  const pid = Number(readPostmasterFile(data)[0]);
  if (!pid) return;
  if (isServerProcess(pid, data)) {
    for (const signal of ["SIGINT", "SIGQUIT"]) {
      kill(pid, signal);
      for (let i = 0; i < 100 && isServerProcess(pid, data); i++) await sleep(100);
    }
    if (isServerProcess(pid, data)) {
      throw new CliError(
        `A PostgreSQL (process ${pid}) of an earlier start still uses ${data} and does not stop. End it (kill ${pid}) and run the command again.`,
      );
    }
  } else {
    fs.rmSync(path.join(data, "postmaster.pid"), { force: true });
  }
}

function isServerProcess(pid, data) {
  return isAlive(pid) && getCommandLine(pid).split("\0").join(" ").includes(`-D ${data}`);
}

function readPostmasterFile(data) {
  try {
    return fs.readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

async function choosePort(earlier) {
  if (earlier && !(await findListenError(earlier, ["127.0.0.1"]))) return earlier;
  return findFreePort();
}

function toStartError(output, log) {
  const known = explainFailure(output);
  if (known) return new CliError(known);
  return new CliError(
    `PostgreSQL did not start. The end of ${log}:\n${lastLines(output, 12)}\n\n` +
      "If that does not tell what to do, set DATABASE_URL to a PostgreSQL of your own (15 to 18).",
  );
}
