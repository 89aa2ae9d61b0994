import { describe, expect, it } from "vitest";
import { listImports, SOURCES } from "../support/sources";

const LOADER = "src/lib/posthog/loader.ts";
const BROWSER = "src/lib/posthog/browser.ts";
const read = (file: string) => SOURCES.find((source) => source.file === file)?.text ?? "";

describe("The browser part of PostHog", () => {
  it("is imported by one file only, which only the loader imports", () => {
    const importers = SOURCES.filter(({ text }) => /["'(]posthog-js/.test(text));
    expect(importers.map(({ file }) => file)).toEqual([BROWSER]);
    const users = SOURCES.filter((source) => listImports(source).includes(BROWSER));
    expect(users.map(({ file }) => file)).toEqual([LOADER]);
  });

  it("is imported late, in a branch that a build without a key drops", () => {
    const loader = read(LOADER);
    expect(loader).not.toMatch(/^import /m);
    const [, branch = ""] = loader.split(
      /if \(process\.env\.NEXT_PUBLIC_POSTHOG_KEY\) \{|^ {2}\}$/m,
    );
    const imports = loader.replace(/typeof import\("\.\/browser"\)/g, "").match(/import\(/g) ?? [];
    expect(branch).toContain('import("./browser")');
    expect(imports).toHaveLength(1);
  });
});
