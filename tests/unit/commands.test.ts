import fs from "node:fs";
import { isBuiltin } from "node:module";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { scripts } from "../../package.json" with { type: "json" };

// These scripts install the dependencies, so none of their imports may need a package.
const FROM_A_CLEAN_CLONE = ["demo", "test", "verify", "dev"] as const;

describe.each(FROM_A_CLEAN_CLONE)("npm run %s", (name) => {
  test("imports no package before the dependencies are installed", () => {
    const [, entry = ""] = /^node (\S+\.mjs)/.exec(scripts[name]) ?? [];
    const modules = listImportedModules(new URL(`../../${entry}`, import.meta.url));
    expect(modules.size).toBeGreaterThan(5);
    const packages = [...modules].flatMap(([file, imports]) =>
      imports
        .filter((specifier) => !specifier.startsWith(".") && !isBuiltin(specifier))
        .map((specifier) => `${file}: ${specifier}`),
    );
    expect(packages).toEqual([]);
  });
});

/** Lists the statically imported modules of this one, recursively. */
function listImportedModules(
  entry: URL,
  loaded = new Map<string, string[]>(),
): Map<string, string[]> {
  const file = fileURLToPath(entry);
  if (loaded.has(file)) return loaded;
  const text = fs.readFileSync(file, "utf8");
  const imports = Array.from(
    text.matchAll(/^(?:import|export)\s(?:[^;]*?\sfrom\s+)?"([^"]+)"/gm),
    ([, specifier = ""]) => specifier,
  );
  loaded.set(file, imports);
  for (const specifier of imports.filter((each) => each.startsWith("."))) {
    listImportedModules(new URL(specifier, entry), loaded);
  }
  return loaded;
}
