import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { CliError, explainFailure } from "./cli-error.mjs";
import { isCluster } from "./postgres-place.mjs";

const MAJOR = "18";
export const CLEAN_ENV = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
// Trigrams and the text search parser depend on LC_CTYPE: under plain C they drop every Arabic letter.
const CTYPES = ["C.UTF-8", "en_US.UTF-8"];

/** Creates the data folder unless it exists; returns whether it did. */
export function ensureCluster(place, password, extra = []) {
  const { data } = place;
  if (isCluster(data)) {
    requireMajor(data);
    return false;
  }
  if (fs.existsSync(data) && fs.readdirSync(data).length > 0) {
    throw new CliError(
      `${data} is not empty and holds no database. Move it away, then run the command again.`,
    );
  }
  // Created under another name, so that an incomplete folder is never used as a database.
  const draft = `${data}.initialising`;
  const failures = [];
  for (const ctype of CTYPES) {
    const failure = initializeCluster(place, draft, password, [`--lc-ctype=${ctype}`, ...extra]);
    if (failure === undefined) {
      fs.rmSync(data, { recursive: true, force: true });
      fs.renameSync(draft, data);
      return true;
    }
    failures.push(failure);
  }
  fs.rmSync(draft, { recursive: true, force: true });
  throw new CliError(
    explainFailure(failures.join()) ?? `PostgreSQL could not be set up:\n${failures[0]}`,
  );
}

/** Sets the password in single-user mode, which asks for none; for a folder whose password file was lost. */
export function setPassword({ bin, data, identity }, password) {
  const { status, stderr } = spawnSync(
    path.join(bin, "postgres"),
    ["--single", "-D", data, "postgres"],
    {
      ...identity,
      cwd: "/",
      env: CLEAN_ENV,
      input: `ALTER ROLE postgres PASSWORD '${password}'\n`,
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new CliError(`The password of the database could not be set:\n${stderr}`);
}

function initializeCluster({ bin, identity }, draft, password, extra) {
  const passwordFile = `${draft}.password`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { recursive: true, mode: 0o700 });
  fs.rmSync(passwordFile, { force: true });
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (identity.uid) {
    for (const file of [draft, passwordFile]) fs.chownSync(file, identity.uid, identity.gid);
  }
  const args = [
    `--pgdata=${draft}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...extra,
  ];
  const options = { ...identity, cwd: "/", env: CLEAN_ENV, encoding: "utf8" };
  const { status, stderr, error } = spawnSync(path.join(bin, "initdb"), args, options);
  fs.rmSync(passwordFile, { force: true });
  return status === 0 ? undefined : stderr || error?.message || "initdb failed";
}

function requireMajor(data) {
  const version = fs.readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
  if (version === MAJOR) return;
  throw new CliError(
    `The database in ${data} was made by PostgreSQL ${version}; this checkout runs ${MAJOR}. ` +
      "Move it with a backup and a restore, or set DATA_DIR to another folder for a new database.",
  );
}
