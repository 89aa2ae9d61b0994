import { inRoot, lastLines, readJson, root } from "./files.mjs";
import { requireFreeSpace } from "./preflight.mjs";
import { explain, Problem } from "./problem.mjs";
import { run } from "./processes.mjs";

export async function ensureDependencies() {
  if (!dependenciesAreStale()) return "up to date";
  requireFreeSpace(1.5, [root]);
  let result = await npm("ci");
  if (lacksOtherPlatformsOnly(result.output)) result = await npm("install", "--no-save");
  if (result.code === 0 && !dependenciesAreStale()) return "installed";
  throw new Problem(`${lastLines(result.output, 15)}\n\n${reasonFor(result.output)}`);
}

function npm(...args) {
  // The npm that runs us, when there is one: on some systems `npm` is not on the path of scripts.
  const entry = process.env.npm_execpath;
  const [command, before] = entry?.endsWith("npm-cli.js")
    ? [process.execPath, [entry]]
    : ["npm", []];
  const options = ["--include=dev", "--no-audit", "--no-fund", "--loglevel=warn"];
  const env = { ...process.env, NODE_ENV: "" };
  return run(command, [...before, ...args, ...options], { cwd: root, env });
}

/**
 * A registry that mirrors one platform leaves the binaries of the others out of the lock file, and `npm ci` of npm 11
 * refuses it for that. `npm install --no-save` takes the same locked versions and leaves the file alone.
 */
function lacksOtherPlatformsOnly(output) {
  const missing = [...output.matchAll(/Missing: (.+)@\S* from lock file/g)].map(
    (match) => match[1],
  );
  if (missing.length === 0 || /Invalid: /.test(output)) return false;
  const packages = Object.values(readJson(inRoot("package-lock.json"))?.packages ?? {});
  const optional = new Set(
    packages.flatMap((each) => Object.keys(each.optionalDependencies ?? {})),
  );
  return missing.every((name) => optional.has(name));
}

/** npm writes its hidden lock file last, so an install that was cut short has none. */
function dependenciesAreStale() {
  const wanted = readJson(inRoot("package-lock.json"))?.packages;
  const present = readJson(inRoot("node_modules", ".package-lock.json"))?.packages;
  if (!wanted)
    throw new Problem(
      "package-lock.json is missing or broken. Restore it: git checkout package-lock.json",
    );
  if (!present) return true;
  return Object.entries(wanted).some(([name, { version, optional, devOptional, link }]) => {
    if (name === "" || link) return false;
    if (present[name]) return present[name].version !== version;
    return !(optional || devOptional);
  });
}

function reasonFor(output) {
  const known = explain(output);
  if (known) return known;
  if (/ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ECONNRESET|ECONNREFUSED|ENETUNREACH|network/i.test(output)) {
    return "npm could not reach its registry. Check the network (or the registry and proxy in your npm settings: npm config get registry) and run it again.";
  }
  if (/EUSAGE|in sync/.test(output)) {
    return "package.json and package-lock.json do not agree. Run npm install, then try again.";
  }
  return "npm could not install the dependencies. The lines above say why; mend that and run it again.";
}
