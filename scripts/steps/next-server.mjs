import fs from "node:fs";
import path from "node:path";
import { CliError, explainFailure } from "./cli-error.mjs";
import { inRoot, lastLines, readJson, root } from "./files.mjs";
import { sleep, start } from "./processes.mjs";

const START_TIMEOUT_MS = 60_000;

/** The arguments of `npm start`: a smaller heap is collected before it grows to several times what it holds. */
function listStartArguments() {
  const [, ...args] = readJson(inRoot("package.json")).scripts.start.split(" ");
  return args;
}

/** Starts the built shop and waits until its readiness check passes. Its output goes to `log`. */
export async function startServer(port, variables, log) {
  fs.mkdirSync(path.dirname(log), { recursive: true });
  const output = fs.openSync(log, "w", 0o600);
  const server = start(process.execPath, [...listStartArguments(), "-p", String(port)], {
    cwd: root,
    env: {
      // With an arena for each of its threads, glibc holds a hundred megabytes more.
      MALLOC_ARENA_MAX: "2",
      ...process.env,
      ...variables,
      NODE_ENV: "production",
      PORT: String(port),
    },
    stdio: ["ignore", output, output],
    stopTimeoutMs: 5000,
  });
  fs.closeSync(output);
  let answer = "nothing yet";
  const until = Date.now() + START_TIMEOUT_MS;
  while (!server.ended && Date.now() < until) {
    answer = await checkReadiness(port);
    if (answer === 200) return server;
    await Promise.race([sleep(200), server.exited]);
  }
  const text = fs.readFileSync(log, "utf8");
  await server.stop();
  throw new CliError(
    `${lastLines(text)}\n\nThe shop did not become ready (GET /api/health/ready: ${answer}). ` +
      (explainFailure(text) ?? `The lines above are the end of ${log}.`),
  );
}

async function checkReadiness(port) {
  try {
    const signal = AbortSignal.timeout(5000);
    const response = await fetch(`http://127.0.0.1:${port}/api/health/ready`, { signal });
    await response.arrayBuffer();
    return response.status;
  } catch (error) {
    return error.cause?.code ?? error.message;
  }
}
