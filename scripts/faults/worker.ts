import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** Starts a worker script, which writes a line when it is ready. */
export function startWorker(script: string, variables: Record<string, string>) {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", `scripts/faults/${script}`],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, NODE_ENV: "development", LOG_LEVEL: "silent", ...variables },
    },
  );
  return { child, isReady: once(child.stdout, "data") };
}

export async function killWorker(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}
