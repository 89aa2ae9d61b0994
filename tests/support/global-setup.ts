import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { createDatabase, dropDatabases, openTestServer } from "../../scripts/test-database.mjs";

declare module "vitest" {
  interface ProvidedContext {
    testDatabases: { adminUrl: string; run: string; template: string };
  }
}

/** Migrates one template database for the run; each test file gets a copy of it (see database.ts). */
export async function setup(project: TestProject) {
  const server = await openTestServer();
  const run = `test_${Date.now().toString(36)}_${process.pid}`;
  const template = `${run}_template`;
  const url = await createDatabase(server.url, template);
  await promisify(execFile)(process.execPath, ["scripts/prisma.mjs", "migrate", "deploy"], {
    cwd: project.config.root,
    env: { ...process.env, NODE_ENV: "development", DATABASE_URL: url, DIRECT_URL: url },
  });
  project.provide("testDatabases", { adminUrl: server.url, run, template });
  return async () => {
    await dropDatabases(server.url, run);
    await server.stop();
  };
}
