import type { Page } from "@playwright/test";

interface NumberOrder {
  count: number;
  /** Runs whose figures are drawn in another order than written. */
  turned: string[];
}

/** Compares the drawn position of each figure in runs such as "70×50". */
export function checkNumberOrder(page: Page): Promise<NumberOrder> {
  return page.evaluate(() => {
    const signed = /\d+(?:[.,]\d+)?(?:\s*[×x*–-]\s*\d+(?:[.,]\d+)?)+|\d+ ?%/g;
    const turned: string[] = [];
    let count = 0;
    const boxes = (nodes: Text[], from: number, to: number) => {
      const range = document.createRange();
      let passed = 0;
      const found: DOMRect[] = [];
      for (const node of nodes) {
        for (let at = 0; at < node.length; at++, passed++) {
          if (passed < from || passed >= to || /\s/.test(node.data[at] ?? "")) continue;
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const [box] = range.getClientRects();
          if (box && box.width > 0) found.push(box);
        }
      }
      return found;
    };
    const blocks = document.querySelectorAll(
      "h1, h2, h3, h4, p, li, td, th, dd, dt, legend, label, summary, a, button, strong",
    );
    for (const block of blocks) {
      if (block.closest('[dir="ltr"]:not(bdi)')) continue;
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const nodes: Text[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
      const text = nodes.map(({ data }) => data).join("");
      for (const match of text.matchAll(signed)) {
        const drawn = boxes(nodes, match.index, match.index + match[0].length);
        if (drawn.length < 2) continue;
        count += 1;
        const isInOrder = drawn.every((box, i) => {
          const before = drawn[i - 1];
          return !before || box.top > before.top + 4 || box.left >= before.left - 0.5;
        });
        if (!isInOrder) turned.push(`${match[0]} in ${text.trim().slice(0, 80)}`);
      }
    }
    return { count, turned };
  });
}
