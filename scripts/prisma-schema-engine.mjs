#!/usr/bin/env node
/**
 * Prisma's schema engine without a native binary: the JSON-RPC that the Prisma CLI speaks over stdio,
 * answered by the WebAssembly build of the engine. Point PRISMA_SCHEMA_ENGINE_BINARY at this file.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

const args = process.argv.slice(2);
const optionOf = (name) => args[args.indexOf(name) + 1];
const optionsOf = (name) => args.flatMap((arg, i) => (arg === name ? [args[i + 1]] : []));
const url = args.includes("--datasource") ? JSON.parse(optionOf("--datasource")).url : undefined;

if (args.includes("--version")) {
  console.log("schema-engine (WebAssembly)");
} else if (args.includes("can-connect-to-database")) {
  await checkConnection();
} else {
  await serve(await startEngine());
}

async function checkConnection() {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const fields = {
      message: error.message,
      is_panic: false,
      error_code: error.code === "3D000" ? "P1003" : "P1001",
      meta: {},
    };
    console.error(JSON.stringify({ level: "ERROR", fields }));
    process.exitCode = 1;
  }
}

async function startEngine() {
  const engine = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const wasm = readFileSync(entry.replace("schema_engine.js", "schema_engine_bg.wasm"));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm), {
    "./schema_engine_bg.js": engine,
  });
  engine.__wbg_set_wasm(exports);
  exports.__wbindgen_start?.();

  const datamodels = [...optionsOf("--datamodels"), ...optionsOf("-d")].map((path) => [
    path,
    readFileSync(path, "utf8"),
  ]);
  const log = (line) => process.stderr.write(`${line}\n`);
  return engine.SchemaEngine.new(
    { datamodels: datamodels.length ? datamodels : undefined },
    log,
    adapterFactory(),
  );
}

function adapterFactory() {
  // As parts, not as a connection string: with a string the adapter's shadow database would be the main one.
  const { hostname, port, username, password, pathname } = new URL(url);
  const factory = new PrismaPg({
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
  });
  for (const method of ["connect", "connectToShadowDb"]) {
    const original = factory[method].bind(factory);
    factory[method] = async () => runningScriptsWhole(readingCatalogTypes(await original()));
  }
  return bindMigrationAwareSqlAdapterFactory(factory);
}

/** The adapter refuses the catalog's own types `name` and `"char"`; the engine expects text and character. */
function readingCatalogTypes(adapter) {
  const CHAR = 18;
  const READ_AS = { 19: 25, [CHAR]: 25, 1003: 1009 };
  const { queryRaw, performIO } = adapter;
  adapter.queryRaw = async (query) => {
    const characters = [];
    const self = Object.create(adapter);
    self.performIO = async (statement) => {
      const result = await performIO.call(adapter, statement);
      result.fields.forEach((field, i) => {
        if (field.dataTypeID === CHAR) characters.push(i);
        field.dataTypeID = READ_AS[field.dataTypeID] ?? field.dataTypeID;
      });
      return result;
    };
    const result = await queryRaw.call(self, query);
    for (const i of characters) result.columnTypes[i] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}

/** The adapter cuts scripts at every semicolon, in the middle of function bodies too. */
function runningScriptsWhole(adapter) {
  adapter.executeScript = async (script) => {
    try {
      await adapter.client.query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

async function serve(engine) {
  const requests = createInterface({ input: process.stdin });
  requests.on("close", () => process.exit(0));
  for await (const line of requests) {
    if (!line.trim()) continue;
    const { id, method, params } = JSON.parse(line);
    const { result, error } = await answer(engine, method, params);
    if (result?.stdout) send({ id: 0, method: "print", params: { content: result.stdout } });
    send({ id, result, error });
  }
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

async function answer(engine, method, params) {
  try {
    const result =
      method === "getDatabaseVersion" ? await engine.version(params) : await engine[method](params);
    return { result: result ?? {} };
  } catch (error) {
    const data = {
      is_panic: false,
      message: String(error.message ?? error),
      meta: null,
      error_code: error.code ?? null,
    };
    return {
      error: { code: 4466, message: "An error happened. Check the data field for details.", data },
    };
  }
}
