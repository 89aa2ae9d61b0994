import { afterAll, vi } from "vitest";

/**
 * Files of a worker share its process, and with it the packages, which take longer to load than our own code.
 * What a file may have changed is reset: our modules, the environment and the singletons on globalThis.
 */
vi.resetModules();
const environment = { ...process.env };
const shared = globalThis as { shopDatabase?: { $disconnect(): Promise<void> } };

afterAll(async () => {
  await shared.shopDatabase?.$disconnect();
  for (const key of Object.keys(globalThis)) {
    if (key.startsWith("shop")) Reflect.deleteProperty(globalThis, key);
  }
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
