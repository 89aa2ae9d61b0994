import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { isCluster } from "./postgres-place.mjs";
import { explain, Problem } from "./problem.mjs";

const MAJOR = "18";
export const CLEAN_ENV = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
// Trigrams and the text search parser go by LC_CTYPE: under plain C they drop every Arabic letter.
const CTYPES = ["C.UTF-8", "en_US.UTF-8"];

/** Makes the data folder unless it is there; answers whether it did. */
export function ensureCluster(place, password, extra = []) {
  const { data } = place;
  if (isCluster(data)) {
    requireMajor(data);
    return false;
  }
  if (fs.existsSync(data) && fs.readdirSync(data).length > 0) {
    throw new Problem(
      `${data} is not empty and holds no database. Move it away, then run the command again.`,
    );
  }
  // Beside its final name, so that one cut short is never taken for a database.
  const draft = `${data}.initialising`;
  const failures = [];
  for (const ctype of CTYPES) {
    const failure = initialise(place, draft, password, [`--lc-ctype=${ctype}`, ...extra]);
    if (failure === undefined) {
      fs.rmSync(data, { recursive: true, force: true });
      fs.renameSync(draft, data);
      return true;
    }
    failures.push(failure);
  }
  fs.rmSync(draft, { recursive: true, force: true });
  throw new Problem(explain(failures.join()) ?? `PostgreSQL could not be set up:\n${failures[0]}`);
}

/** For a folder whose password file was lost: single-user mode asks for none. */
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
  if (status !== 0) throw new Problem(`The password of the database could not be set:\n${stderr}`);
}

function initialise({ bin, identity }, draft, password, extra) {
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
  throw new Problem(
    `The database in ${data} was made by PostgreSQL ${version}; this checkout runs ${MAJOR}. ` +
      "Move it with a backup and a restore, or set DATA_DIR to another folder for a new database.",
  );
}
