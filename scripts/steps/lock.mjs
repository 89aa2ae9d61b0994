import fs from "node:fs";
import path from "node:path";
import { readJson } from "./files.mjs";
import { atEnd } from "./lifecycle.mjs";
import { birthOf, isAlive } from "./process-table.mjs";

/** Takes the lock until the command ends; answers the live process that holds it, if there is one. */
export function claim(file, note) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), ...note });
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      fs.writeFileSync(file, mine, { flag: "wx", mode: 0o600 });
      atEnd(() => fs.rmSync(file, { force: true }));
      return undefined;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = liveHolder(file);
    if (holder) return holder;
    fs.rmSync(file, { force: true });
  }
  return { pid: 0, ...note };
}

/** Who holds a lock or state file, unless that process is gone: numbers are used again after a restart, so birth counts too. */
export function liveHolder(file) {
  const holder = readJson(file);
  return holder && isSameProcess(holder) ? holder : undefined;
}

function isSameProcess({ pid, birth }) {
  return Number.isInteger(pid) && isAlive(pid) && birthOf(pid) === birth;
}
