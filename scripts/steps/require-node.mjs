import { readFileSync } from "node:fs";

// Imported first, so it must load on any version of Node: no newer syntax, no newer named imports.
const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
const minimum = manifest.engines.node.replace(/[^\d.]/g, "");

if (isOlder(process.versions.node, minimum)) {
  console.error(
    `Node ${process.versions.node} is too old: the shop needs Node ${minimum} or newer.\n` +
      "Install Node 24 from https://nodejs.org (or with your version manager) and run the command again.",
  );
  process.exit(1);
}

function isOlder(version, than) {
  const [left, right] = [version, than].map((text) => text.split(".").map(Number));
  const at = right.findIndex((part, i) => left[i] !== part);
  return at >= 0 && left[at] < right[at];
}
