import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { readJson, writeJson } from "./steps/files.mjs";
import { atEnd } from "./steps/lifecycle.mjs";
import { liveHolder } from "./steps/lock.mjs";
import { ensureCluster, setPassword } from "./steps/postgres-cluster.mjs";
import { findPlace, isCluster } from "./steps/postgres-place.mjs";
import { launch } from "./steps/postgres-server.mjs";
import { birthOf } from "./steps/process-table.mjs";

/** The URL of the database that another live process runs from this folder, if one does. */
export function runningPostgres(dataDir) {
  const state = liveHolder(stateFileOf(dataDir));
  return state && urlFor(state);
}

/** Starts the database of a folder, making it the first time. It stops when the command ends, and the data stay. */
export async function startPostgres(dataDir) {
  fs.mkdirSync(dataDir, { recursive: true });
  const place = await findPlace(fs.realpathSync(dataDir));
  const kept = readJson(stateFileOf(dataDir)) ?? {};
  const password = kept.password ?? randomBytes(24).toString("hex");
  if (!kept.password) {
    if (isCluster(place.data)) setPassword(place, password);
    writeJson(stateFileOf(dataDir), { password });
  }
  ensureCluster(place, password);
  const log = path.join(dataDir, "postgres.log");
  const { port, stop } = await launch(place, { log, port: kept.port });
  const state = { password, port, data: place.data, pid: process.pid, birth: birthOf(process.pid) };
  writeJson(stateFileOf(dataDir), state);
  await ensureDatabase(state);
  return { url: urlFor(state), port, stop };
}

/** A server for tests: flushes nothing to disk and leaves nothing behind. The URL is its administrator's. */
export async function startTemporaryPostgres() {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), "shop-test-"));
  let home = folder;
  const remove = () => {
    for (const each of [folder, home]) fs.rmSync(each, { recursive: true, force: true });
  };
  atEnd(remove);
  try {
    fs.chmodSync(folder, 0o755);
    const place = await findPlace(folder, { temporary: true });
    home = path.dirname(place.data);
    const password = randomBytes(24).toString("hex");
    ensureCluster(place, password, ["--no-sync"]);
    const { port, stop } = await launch(place, {
      log: path.join(folder, "postgres.log"),
      settings: ["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
      temporary: home,
    });
    return { url: urlFor({ password, port }, "postgres"), stop: () => stop().then(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

async function ensureDatabase(state) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: urlFor(state, "postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'shop'");
    if (rowCount === 0) await client.query("CREATE DATABASE shop");
  } finally {
    await client.end();
  }
}

function stateFileOf(dataDir) {
  return path.join(dataDir, "postgres.json");
}

function urlFor({ password, port }, database = "shop") {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
}
