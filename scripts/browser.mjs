import { existsSync } from "node:fs";
import path from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const DEFAULT_PATHS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

export const BROWSER_HELP =
  "No Chromium was found. Set CHROMIUM_PATH to one, or install one:\n" +
  "  npx playwright install --with-deps chromium     (Playwright's own)\n" +
  "  apt-get install chromium-headless-shell         (Debian)";

/** Returns the path of a Chromium: CHROMIUM_PATH, else Playwright's, else the system's; undefined without one. */
export async function findBrowser(env = process.env) {
  if (env.CHROMIUM_PATH) return ifExists(env.CHROMIUM_PATH);
  const { chromium } = await import("@playwright/test");
  return (
    ifExists(chromium.executablePath()) ?? findOnPath(env, NAMES) ?? DEFAULT_PATHS.find(ifExists)
  );
}

/** Like `findBrowser`, but prefers the system's headless shell, which renders the same pages in half the time. */
export async function findHeadlessBrowser(env = process.env) {
  if (env.CHROMIUM_PATH) return ifExists(env.CHROMIUM_PATH);
  return findOnPath(env, ["chromium-headless-shell"]) ?? findBrowser(env);
}

function findOnPath(env, names) {
  const folders = (env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find(ifExists);
}

function ifExists(file) {
  return file && existsSync(file) ? file : undefined;
}
