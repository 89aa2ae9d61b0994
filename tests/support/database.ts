import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { createDatabase } from "../../scripts/test-database.mjs";

// A fresh copy per test file, before anything reads the environment: a copy is as quick as emptying
// every table, and the append-only audit log refuses to be emptied.
const { adminUrl, run, template } = inject("testDatabases");
const worker = `${run}_${process.env.VITEST_POOL_ID ?? "1"}`;
const dataDir = mkdtempSync(join(tmpdir(), "shop-test-data-"));

process.env.DATABASE_URL = await createDatabase(adminUrl, worker, template);
process.env.DIRECT_URL = process.env.DATABASE_URL;
process.env.DATA_DIR = dataDir;

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
