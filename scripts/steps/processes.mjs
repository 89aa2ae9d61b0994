import { spawn } from "node:child_process";
import { atEnd, isEnding } from "./lifecycle.mjs";
import { kill } from "./process-table.mjs";

/** Blocks until its input closes: after a word the child ended in order, without one its parent was killed. */
const KEEPER = `read -r word && exit
kill -s "$1" -- "$2" 2>/dev/null
n=0; while kill -s 0 -- "$2" 2>/dev/null && [ $n -lt 50 ]; do sleep 0.2; n=$((n+1)); done
kill -s KILL -- "$2" 2>/dev/null
[ -z "$3" ] || rm -rf "$3"`;

/**
 * Starts a process in a group of its own, so that a Ctrl-C in the terminal reaches only us and we stop things in order.
 * Should we be killed with -9, the keeper stops the group and removes `temporary`.
 */
export function start(command, args, { signal = "SIGTERM", patience = 8000, ...options } = {}) {
  const { temporary = "", group = true, ...spawnOptions } = options;
  if (isEnding()) throw new Error("stopping");
  const child = spawn(command, args, { ...spawnOptions, detached: group });
  const exited = new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: null, error }));
    child.once("exit", (code, by) => resolve({ code, by }));
  });
  const target = group ? -child.pid : child.pid;
  const dismiss = child.pid ? keep(target, signal, temporary) : () => undefined;
  const running = { child, exited, ended: false };
  void exited.then(() => {
    running.ended = true;
    // At once: later the group's number may belong to somebody else.
    if (group && child.pid) kill(target, "SIGKILL");
    if (!temporary) dismiss();
  });
  running.stop = async () => {
    for (const step of [signal, "SIGQUIT", "SIGKILL"]) {
      if (running.ended || !child.pid) break;
      kill(step === signal ? child.pid : target, step);
      await Promise.race([exited, sleep(patience)]);
    }
    dismiss();
  };
  atEnd(running.stop);
  return running;
}

/** Runs to the end; answers the exit code and the last of what it printed. */
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

function keep(target, signal, temporary) {
  if (process.platform === "win32") return () => undefined;
  const args = ["-c", KEEPER, "keeper", signal.replace("SIG", ""), String(target), temporary];
  const keeper = spawn("sh", args, { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  keeper.on("error", () => undefined);
  keeper.stdin.on("error", () => undefined);
  keeper.unref();
  keeper.stdin.unref?.();
  return () => keeper.stdin.end("done\n");
}
