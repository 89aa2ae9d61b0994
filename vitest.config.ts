import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const FRESH_MODULES = "tests/support/fresh-modules.ts";

export default defineConfig({
  resolve: {
    alias: {
      "@": fromRoot("src"),
      "@emails": fromRoot("emails"),
      "server-only": fromRoot("tests/support/server-only-stub.ts"),
      "next/cache": fromRoot("tests/support/next-cache-stub.ts"),
    },
  },
  test: {
    pool: "forks",
    maxWorkers: 2,
    // The files of a worker share its process and so the loaded packages; FRESH_MODULES resets the rest.
    isolate: false,
    // The first mail of a process waits for the renderer.
    expect: { poll: { timeout: 10_000 } },
    env: {
      LOG_LEVEL: "silent",
      SESSION_SECRET: "a-session-secret-for-tests-only-0123456789",
      CRON_SECRET: "a-cron-secret-for-tests-only-0123456789",
      NEXT_PUBLIC_APP_URL: "http://localhost:3000",
    },
    coverage: {
      provider: "v8",
      include: ["src/**/*.{ts,tsx}"],
      exclude: ["src/generated/**", "src/data/**", "**/*.test.ts"],
      reporter: ["text-summary", "json-summary", "html"],
    },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          setupFiles: [FRESH_MODULES],
          include: ["tests/unit/**/*.test.{ts,tsx}", "src/**/*.test.ts"],
          // Modules may read the environment; nothing listens there.
          env: { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" },
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/{api,domain,contract}/**/*.test.ts"],
          globalSetup: "tests/support/global-setup.ts",
          setupFiles: [
            FRESH_MODULES,
            "tests/support/database.ts",
            "tests/support/fail-on-console.ts",
          ],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
