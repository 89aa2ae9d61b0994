import type { Page } from "@playwright/test";

/** Returns the elements that reach beyond the page's edge and make it scroll. */
export function findOverflowingElements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const beyond = Array.from(document.querySelectorAll("body *")).filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    });
    return [
      `${scrollWidth} > ${clientWidth}`,
      ...beyond.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)),
    ];
  });
}
