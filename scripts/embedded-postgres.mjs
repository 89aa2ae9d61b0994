import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { readJson, writeJson } from "./steps/files.mjs";
import { onExit } from "./steps/lifecycle.mjs";
import { findLiveHolder } from "./steps/lock.mjs";
import { ensureCluster, setPassword } from "./steps/postgres-cluster.mjs";
import { findPlace, isCluster } from "./steps/postgres-place.mjs";
import { launchPostgres } from "./steps/postgres-server.mjs";
import { getStartTime } from "./steps/process-table.mjs";

/** Returns the URL of the database that another running process has started from this folder, if any. */
export function findRunningPostgres(dataDir) {
  const state = findLiveHolder(getStateFile(dataDir));
  return state && buildUrl(state);
}

/** Starts the database of a folder and creates it the first time. It stops when the command ends; the data stay. */
export async function startPostgres(dataDir) {
  fs.mkdirSync(dataDir, { recursive: true });
  const place = await findPlace(fs.realpathSync(dataDir));
  const stored = readJson(getStateFile(dataDir)) ?? {};
  const password = stored.password ?? randomBytes(24).toString("hex");
  if (!stored.password) {
    if (isCluster(place.data)) setPassword(place, password);
    writeJson(getStateFile(dataDir), { password });
  }
  ensureCluster(place, password);
  const log = path.join(dataDir, "postgres.log");
  const { port, stop } = await launchPostgres(place, { log, port: stored.port });
  const state = {
    password,
    port,
    data: place.data,
    pid: process.pid,
    birth: getStartTime(process.pid),
  };
  writeJson(getStateFile(dataDir), state);
  await ensureDatabase(state);
  return { url: buildUrl(state), port, stop };
}

/** Starts a server for tests, which flushes nothing to disk and removes its files. `url` belongs to the superuser. */
export async function startTemporaryPostgres() {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), "shop-test-"));
  let home = folder;
  const remove = () => {
    for (const each of [folder, home]) fs.rmSync(each, { recursive: true, force: true });
  };
  onExit(remove);
  try {
    fs.chmodSync(folder, 0o755);
    const place = await findPlace(folder, { temporary: true });
    home = path.dirname(place.data);
    const password = randomBytes(24).toString("hex");
    ensureCluster(place, password, ["--no-sync"]);
    const { port, stop } = await launchPostgres(place, {
      log: path.join(folder, "postgres.log"),
      settings: ["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
      temporary: home,
    });
    return { url: buildUrl({ password, port }, "postgres"), stop: () => stop().then(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

async function ensureDatabase(state) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: buildUrl(state, "postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'shop'");
    if (rowCount === 0) await client.query("CREATE DATABASE shop");
  } finally {
    await client.end();
  }
}

function getStateFile(dataDir) {
  return path.join(dataDir, "postgres.json");
}

function buildUrl({ password, port }, database = "shop") {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
}
