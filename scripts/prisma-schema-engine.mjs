#!/usr/bin/env node
/**
 * Prisma's schema engine without a native binary: answers the JSON-RPC of the Prisma CLI over stdio with the WebAssembly
 * build of the engine. Set PRISMA_SCHEMA_ENGINE_BINARY to this file.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

const args = process.argv.slice(2);
const getOption = (name) => args[args.indexOf(name) + 1];
const listOptions = (name) => args.flatMap((arg, i) => (arg === name ? [args[i + 1]] : []));
const url = args.includes("--datasource") ? JSON.parse(getOption("--datasource")).url : undefined;

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

  const datamodels = [...listOptions("--datamodels"), ...listOptions("-d")].map((path) => [
    path,
    readFileSync(path, "utf8"),
  ]);
  const log = (line) => process.stderr.write(`${line}\n`);
  return engine.SchemaEngine.new(
    { datamodels: datamodels.length ? datamodels : undefined },
    log,
    createAdapterFactory(),
  );
}

function createAdapterFactory() {
  // Separate fields, because with a connection string the adapter would use the main database as the shadow database.
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
    factory[method] = async () => withWholeScripts(withCatalogTypes(await original()));
  }
  return bindMigrationAwareSqlAdapterFactory(factory);
}

/** Reads the catalog types `name` and `"char"`, which the adapter rejects, as text and character, which the engine expects. */
function withCatalogTypes(adapter) {
  const CHAR = 18;
  const TYPE_OVERRIDES = { 19: 25, [CHAR]: 25, 1003: 1009 };
  const { queryRaw, performIO } = adapter;
  adapter.queryRaw = async (query) => {
    const characters = [];
    const self = Object.create(adapter);
    self.performIO = async (statement) => {
      const result = await performIO.call(adapter, statement);
      result.fields.forEach((field, i) => {
        if (field.dataTypeID === CHAR) characters.push(i);
        field.dataTypeID = TYPE_OVERRIDES[field.dataTypeID] ?? field.dataTypeID;
      });
      return result;
    };
    const result = await queryRaw.call(self, query);
    for (const i of characters) result.columnTypes[i] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}

/** Runs scripts as a whole: the adapter would split them at every semicolon, even inside function bodies. */
function withWholeScripts(adapter) {
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
