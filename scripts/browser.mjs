import { existsSync } from "node:fs";
import path from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const USUAL_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

export const BROWSER_HELP =
  "No Chromium was found. Set CHROMIUM_PATH to one, or install one:\n" +
  "  npx playwright install --with-deps chromium     (Playwright's own)\n" +
  "  apt-get install chromium-headless-shell         (Debian)";

/** The Chromium to drive: CHROMIUM_PATH, then Playwright's own, then the system's; undefined when there is none. */
export async function findBrowser(env = process.env) {
  if (env.CHROMIUM_PATH) return existing(env.CHROMIUM_PATH);
  const { chromium } = await import("@playwright/test");
  return existing(chromium.executablePath()) ?? onPath(env, NAMES) ?? USUAL_PLACES.find(existing);
}

/** As `findBrowser`, with the system's Chromium without a window before all others: it draws the same pages in half the time. */
export async function findHeadlessBrowser(env = process.env) {
  if (env.CHROMIUM_PATH) return existing(env.CHROMIUM_PATH);
  return onPath(env, ["chromium-headless-shell"]) ?? findBrowser(env);
}

function onPath(env, names) {
  const folders = (env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find(existing);
}

function existing(file) {
  return file && existsSync(file) ? file : undefined;
}
