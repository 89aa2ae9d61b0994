import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";
import type { RunOnly } from "axe-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** Returns the axe-core violations of the page in its current state. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return run(page, { type: "tag", values: RULES });
}

/** The colour-related rules of `RULES`. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** Returns the violations in the light scheme, then the colour violations in the dark one, where only colours change. */
export async function findViolationsInBothSchemes(page: Page): Promise<string[]> {
  const found = await findViolations(page);
  // Without motion, since a colour in transition belongs to neither scheme.
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  return [...found, ...(await run(page, { type: "rule", values: COLOUR_RULES }))];
}

async function run(page: Page, runOnly: RunOnly): Promise<string[]> {
  const found = await page.evaluate(async (only) => {
    // What fades in has the contrast of its end only at the end.
    const fading = document
      .getAnimations()
      .map((animation) => animation.finished.catch(() => null));
    await Promise.race([Promise.all(fading), new Promise((done) => setTimeout(done, 1_000))]);
    const { axe: runner } = window as unknown as { axe: typeof axe };
    const { violations } = await runner.run(document, {
      runOnly: only,
      resultTypes: ["violations"],
      // No rule of ours reads the content of style sheets or media.
      preload: false,
    });
    return violations;
  }, runOnly);
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")} ${node.html.slice(0, 160)}`),
  );
}
