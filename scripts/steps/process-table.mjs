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
  return kill(pid, 0) && !/^Z/.test(stateOf(pid));
}

/** What tells a process from a later one with the same number: its start time. Empty when it is gone. */
export function birthOf(pid) {
  try {
    if (process.platform === "linux") return statOf(pid)[19];
    return execFileSync("ps", ["-p", String(pid), "-o", "lstart="], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

export function commandLineOf(pid) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
  } catch {
    return "";
  }
}

function stateOf(pid) {
  try {
    return process.platform === "linux" ? statOf(pid)[0] : "";
  } catch {
    return "";
  }
}

export function parentOf(pid) {
  try {
    return Number(process.platform === "linux" ? statOf(pid)[1] : 0);
  } catch {
    return 0;
  }
}

/** The fields of /proc/<pid>/stat after the command's name, which may itself hold spaces. */
function statOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}
