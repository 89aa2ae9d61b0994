import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { atEnd } from "./lifecycle.mjs";
import { isAlive } from "./process-table.mjs";

const PREFIX = "shop-results-";

/** A folder for one run's reports and data, removed at its end; those of runs that were killed are swept here. */
export function makeScratchFolder() {
  const base = fs.realpathSync(os.tmpdir());
  for (const name of fs.readdirSync(base).filter((each) => each.startsWith(PREFIX))) {
    const owner = Number.parseInt(name.slice(PREFIX.length), 10);
    if (owner && !isAlive(owner)) remove(path.join(base, name));
  }
  const folder = fs.mkdtempSync(path.join(base, `${PREFIX}${process.pid}-`));
  atEnd(() => remove(folder));
  return folder;
}

function remove(folder) {
  try {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    // Another user's run on a shared machine.
    if (error.code !== "EACCES" && error.code !== "EPERM") throw error;
  }
}
