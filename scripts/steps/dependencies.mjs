import { CliError, explainFailure } from "./cli-error.mjs";
import { inRoot, lastLines, readJson, root } from "./files.mjs";
import { requireFreeSpace } from "./preflight.mjs";
import { run } from "./processes.mjs";

export async function ensureDependencies() {
  if (!areDependenciesStale()) return "up to date";
  requireFreeSpace(1.5, [root]);
  let result = await npm("ci");
  if (lacksOnlyOptionalPackages(result.output)) result = await npm("install", "--no-save");
  if (result.code === 0 && !areDependenciesStale()) return "installed";
  throw new CliError(`${lastLines(result.output, 15)}\n\n${describeFailure(result.output)}`);
}

function npm(...args) {
  // Prefers the npm that runs this script: on some systems `npm` is not on the PATH of scripts.
  const entry = process.env.npm_execpath;
  const [command, before] = entry?.endsWith("npm-cli.js")
    ? [process.execPath, [entry]]
    : ["npm", []];
  const options = ["--include=dev", "--no-audit", "--no-fund", "--loglevel=warn"];
  const env = { ...process.env, NODE_ENV: "" };
  return run(command, [...before, ...args, ...options], { cwd: root, env });
}

/**
 * A registry that mirrors one platform omits the binaries of the others from the lock file, and `npm ci` of npm 11 rejects
 * such a file. `npm install --no-save` installs the same locked versions and does not change the file.
 */
function lacksOnlyOptionalPackages(output) {
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

/** npm writes its hidden lock file last, so an interrupted install has none. */
function areDependenciesStale() {
  const wanted = readJson(inRoot("package-lock.json"))?.packages;
  const present = readJson(inRoot("node_modules", ".package-lock.json"))?.packages;
  if (!wanted)
    throw new CliError(
      "package-lock.json is missing or broken. Restore it: git checkout package-lock.json",
    );
  if (!present) return true;
  return Object.entries(wanted).some(([name, { version, optional, devOptional, link }]) => {
    if (name === "" || link) return false;
    if (present[name]) return present[name].version !== version;
    return !(optional || devOptional);
  });
}

function describeFailure(output) {
  const known = explainFailure(output);
  if (known) return known;
  if (/ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ECONNRESET|ECONNREFUSED|ENETUNREACH|network/i.test(output)) {
    return "npm could not reach its registry. Check the network (or the registry and proxy in your npm settings: npm config get registry) and run it again.";
  }
  if (/EUSAGE|in sync/.test(output)) {
    return "package.json and package-lock.json do not agree. Run npm install, then try again.";
  }
  return "npm could not install the dependencies. The lines above say why; mend that and run it again.";
}
