import type { Page } from "@playwright/test";
import axe, { type RunOnly } from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** What axe-core has to say of the page as it stands; empty when nothing. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return run(page, { type: "tag", values: RULES });
}

/** Those of `RULES` that look at colours. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** What it has to say of the page in light, then of its colours in dark: nothing else changes with them. */
export async function findViolationsInBothSchemes(page: Page): Promise<string[]> {
  const found = await findViolations(page);
  // Without motion: a colour on its way from the one to the other is neither.
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  return [...found, ...(await run(page, { type: "rule", values: COLOUR_RULES }))];
}

async function run(page: Page, runOnly: RunOnly): Promise<string[]> {
  const found = await page.evaluate(async (only) => {
    const { axe: runner } = window as unknown as { axe: typeof axe };
    const { violations } = await runner.run(document, {
      runOnly: only,
      resultTypes: ["violations"],
    });
    return violations;
  }, runOnly);
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")} ${node.html.slice(0, 160)}`),
  );
}
