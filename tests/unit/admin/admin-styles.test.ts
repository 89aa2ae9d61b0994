import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const FOLDER = "src/app/admin";
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".css"),
);

/** Selectors outside every `@media (hover: hover)`. */
function selectorsForTouch(css: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  for (const [, text = "", sign] of css
    .replaceAll(/\/\*.*?\*\//gs, "")
    .matchAll(/([^{};]*)([{};])/g)) {
    if (sign === "}") open.pop();
    if (sign !== "{") continue;
    if (!open.some((rule) => rule.includes("hover: hover"))) found.push(text.trim());
    open.push(text);
  }
  return found;
}

describe("Admin styles", () => {
  it("exist", () => {
    expect(files.length).toBeGreaterThan(20);
    expect(selectorsForTouch("a:hover { } @media (hover: hover) { b:hover { } } c { }")).toEqual([
      "a:hover",
      "@media (hover: hover)",
      "c",
    ]);
  });

  it.each(files)("%s limits hover styles to devices with a pointer", (file) => {
    const css = readFileSync(`${FOLDER}/${file}`, "utf8");
    expect(selectorsForTouch(css).filter((selector) => selector.includes(":hover"))).toEqual([]);
  });
});
