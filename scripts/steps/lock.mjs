import fs from "node:fs";
import path from "node:path";
import { readJson } from "./files.mjs";
import { onExit } from "./lifecycle.mjs";
import { getStartTime, isAlive } from "./process-table.mjs";

/** Locks `file` until the command ends. Returns the running process that holds the lock, or undefined on success. */
export function claimLock(file, note) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, birth: getStartTime(process.pid), ...note });
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      fs.writeFileSync(file, mine, { flag: "wx", mode: 0o600 });
      onExit(() => fs.rmSync(file, { force: true }));
      return undefined;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = findLiveHolder(file);
    if (holder) return holder;
    fs.rmSync(file, { force: true });
  }
  return { pid: 0, ...note };
}

/** Returns the holder of a lock or state file if it still runs. Compares start times, because process ids are reused. */
export function findLiveHolder(file) {
  const holder = readJson(file);
  return holder && isSameProcess(holder) ? holder : undefined;
}

function isSameProcess({ pid, birth }) {
  return Number.isInteger(pid) && isAlive(pid) && getStartTime(pid) === birth;
}
