import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { onExit } from "./lifecycle.mjs";
import { isAlive } from "./process-table.mjs";

const PREFIX = "shop-results-";

/** Creates a folder for one run's reports and data, removed at its end. Also removes the folders of killed runs. */
export function makeScratchFolder() {
  const base = fs.realpathSync(os.tmpdir());
  for (const name of fs.readdirSync(base).filter((each) => each.startsWith(PREFIX))) {
    const owner = Number.parseInt(name.slice(PREFIX.length), 10);
    if (owner && !isAlive(owner)) remove(path.join(base, name));
  }
  const folder = fs.mkdtempSync(path.join(base, `${PREFIX}${process.pid}-`));
  onExit(() => remove(folder));
  return folder;
}

function remove(folder) {
  try {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    // The folder belongs to another user of this machine.
    if (error.code !== "EACCES" && error.code !== "EPERM") throw error;
  }
}
