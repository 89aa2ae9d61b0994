import { spawn } from "node:child_process";
import { isExiting, onExit } from "./lifecycle.mjs";
import { kill } from "./process-table.mjs";

/**
 * @typedef {object} Exit
 * @property {number | null} code
 * @property {NodeJS.Signals | null} [by]
 * @property {Error} [error]
 */

/**
 * @typedef {object} Running
 * @property {import("node:child_process").ChildProcess} child
 * @property {Promise<Exit>} exited
 * @property {boolean} ended
 * @property {() => Promise<void>} stop
 */

/**
 * @typedef {Omit<import("node:child_process").SpawnOptions, "signal" | "env"> & {
 *   env?: Record<string, string | undefined>;
 *   signal?: NodeJS.Signals;
 *   stopTimeoutMs?: number;
 *   temporary?: string;
 *   group?: boolean;
 * }} StartOptions
 */

/** Waits until its input closes. A line on it means a normal end; no line means that the parent was killed. */
const WATCHDOG_SCRIPT = `read -r word && exit
kill -s "$1" -- "$2" 2>/dev/null
n=0; while kill -s 0 -- "$2" 2>/dev/null && [ $n -lt 50 ]; do sleep 0.2; n=$((n+1)); done
kill -s KILL -- "$2" 2>/dev/null
[ -z "$3" ] || rm -rf "$3"`;

/**
 * Starts a process in its own group, so that Ctrl-C in the terminal reaches only this command, which stops its children in
 * order. If this command is killed by SIGKILL, a watchdog stops the group and removes the folder `temporary`.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {StartOptions} [options]
 * @returns {Running}
 */
export function start(
  command,
  args,
  { signal = "SIGTERM", stopTimeoutMs = 8000, ...options } = {},
) {
  const { temporary = "", group = true, ...spawnOptions } = options;
  if (isExiting()) throw new Error("stopping");
  const child = spawn(command, args, { ...spawnOptions, detached: group });
  const exited = new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: null, error }));
    child.once("exit", (code, by) => resolve({ code, by }));
  });
  const target = group ? -child.pid : child.pid;
  const dismiss = child.pid ? startWatchdog(target, signal, temporary) : () => undefined;
  const running = { child, exited, ended: false };
  void exited.then(() => {
    running.ended = true;
    // Immediately, because the group's id may be reused later.
    if (group && child.pid) kill(target, "SIGKILL");
    if (!temporary) dismiss();
  });
  running.stop = async () => {
    for (const step of [signal, "SIGQUIT", "SIGKILL"]) {
      if (running.ended || !child.pid) break;
      kill(step === signal ? child.pid : target, step);
      await Promise.race([exited, sleep(stopTimeoutMs)]);
    }
    dismiss();
  };
  onExit(running.stop);
  return running;
}

/**
 * Runs a process to its end; returns the exit code and the last 200,000 characters of its output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {StartOptions} [options]
 * @returns {Promise<{ code: number; output: string }>}
 */
export async function run(command, args, options = {}) {
  const running = start(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [running.child.stdout, running.child.stderr]) {
    stream.on("data", (chunk) => {
      output = (output + chunk).slice(-200_000);
    });
  }
  const { code, error } = await running.exited;
  return { code: error ? 1 : (code ?? 1), output: error ? `${output}${error.message}` : output };
}

export function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function startWatchdog(target, signal, temporary) {
  if (process.platform === "win32") return () => undefined;
  const args = [
    "-c",
    WATCHDOG_SCRIPT,
    "watchdog",
    signal.replace("SIG", ""),
    String(target),
    temporary,
  ];
  const watchdog = spawn("sh", args, { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  watchdog.on("error", () => undefined);
  watchdog.stdin.on("error", () => undefined);
  watchdog.unref();
  watchdog.stdin.unref?.();
  return () => watchdog.stdin.end("done\n");
}
