import { execFileSync } from "node:child_process";

/** Moves processes with their threads to the first core. Returns false on a system without `taskset`. */
export function shareOneCore(pids: readonly number[]): boolean {
  try {
    for (const pid of pids) execFileSync("taskset", ["-acp", "0", `${pid}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** The resident memory of a process in megabytes of 2 ** 20 bytes. */
export function readMemoryMb(pid: number): number {
  const kilobytes = execFileSync("ps", ["-o", "rss=", "-p", `${pid}`], { encoding: "utf8" });
  return Math.round(Number(kilobytes) / 1024);
}
