import { defineConfig } from "@playwright/test";
import { BROWSER_HELP, findHeadlessBrowser } from "./scripts/browser.mjs";

const executablePath = await findHeadlessBrowser();
if (!executablePath) throw new Error(BROWSER_HELP);

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "test-results/report.json" }],
  ],
  use: {
    baseURL: process.env.E2E_BASE_URL ?? "http://localhost:3000",
    browserName: "chromium",
    locale: "fr-FR",
    timezoneId: "Africa/Casablanca",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      // Chromium's sandbox refuses to be started by root.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
  projects: [
    {
      name: "desktop",
      grepInvert: /@phone/,
      use: { viewport: { width: 1280, height: 800 } },
    },
    {
      name: "phone",
      grepInvert: /@desktop/,
      use: {
        viewport: { width: 360, height: 740 },
        isMobile: true,
        hasTouch: true,
        deviceScaleFactor: 2,
      },
    },
  ],
});
