import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const FILES = ["src/app/(shop)", "src/app", "src/ui"].flatMap((folder) =>
  readdirSync(folder, { recursive: folder !== "src/app", encoding: "utf8" })
    .filter((name) => name.endsWith(".css"))
    .map((name) => path.join(folder, name)),
);

/** Every selector with :hover, and whether an enclosing rule requires a device that can hover. */
function hoverRules(css: string): { selector: string; isGuarded: boolean }[] {
  const found: { selector: string; isGuarded: boolean }[] = [];
  const around: string[] = [];
  let prelude = "";
  for (const character of css.replace(/\/\*.*?\*\//gs, "")) {
    if (character === "{") {
      const selector = prelude.trim();
      if (selector.includes(":hover")) {
        const isGuarded = around.some((outer) => /\(hover:\s*hover\)/.test(outer));
        found.push({ selector, isGuarded });
      }
      around.push(selector);
    } else if (character === "}") around.pop();
    prelude = /[{};]/.test(character) ? "" : prelude + character;
  }
  return found;
}

describe("Hover styles", () => {
  it("are detected", () => {
    expect(hoverRules(".a:hover{} @media (hover: hover){.b:hover, .c{}}")).toEqual([
      { selector: ".a:hover", isGuarded: false },
      { selector: ".b:hover, .c", isGuarded: true },
    ]);
    expect(FILES.flatMap((file) => hoverRules(readFileSync(file, "utf8"))).length).toBeGreaterThan(
      20,
    );
  });

  it.each(FILES)("are limited to devices with a pointer: %s", (file) => {
    const bare = hoverRules(readFileSync(file, "utf8")).filter(({ isGuarded }) => !isGuarded);
    expect(bare.map(({ selector }) => selector)).toEqual([]);
  });
});
