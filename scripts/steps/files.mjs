import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(fileURLToPath(new URL("../..", import.meta.url)));

export function inRoot(...parts) {
  return path.join(root, ...parts);
}

/** Returns the parsed file, or undefined when it is missing or incomplete (after a power loss). */
export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Writes the file atomically, readable by its owner only. */
export function writeJson(file, value) {
  const draft = `${file}.${process.pid}.tmp`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true });
  fs.renameSync(draft, file);
}

/** Hashes files and folders (relative name and content) and plain values; `except` lists paths to skip. */
export function fingerprint(names, values = [], except = []) {
  const hash = createHash("sha256").update(JSON.stringify(values));
  const skip = new Set(except.map((name) => inRoot(name)));
  for (const name of names) add(inRoot(name));
  return hash.digest("hex").slice(0, 32);

  function add(file) {
    if (skip.has(file)) return;
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      for (const entry of fs.readdirSync(file).sort()) add(path.join(file, entry));
    } else if (stat?.isFile()) {
      hash.update(`\0${path.relative(root, file)}\0`).update(fs.readFileSync(file));
    }
  }
}

export function lastLines(text, count = 25) {
  return text.trimEnd().split("\n").slice(-count).join("\n");
}
