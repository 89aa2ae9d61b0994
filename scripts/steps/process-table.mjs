import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

export function kill(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

export function isAlive(pid) {
  return kill(pid, 0) && !/^Z/.test(getState(pid));
}

/** Returns the start time, which tells a process from a later one with the same id; empty when the process is gone. */
export function getStartTime(pid) {
  try {
    if (process.platform === "linux") return readStat(pid)[19];
    return execFileSync("ps", ["-p", String(pid), "-o", "lstart="], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

export function getCommandLine(pid) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
  } catch {
    return "";
  }
}

function getState(pid) {
  try {
    return process.platform === "linux" ? readStat(pid)[0] : "";
  } catch {
    return "";
  }
}

export function getParentPid(pid) {
  try {
    return Number(process.platform === "linux" ? readStat(pid)[1] : 0);
  } catch {
    return 0;
  }
}

/** Returns the fields of /proc/<pid>/stat after the command's name, which may contain spaces. */
function readStat(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}
