import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/** Files below the given folders, without the generated client and the static catalogue. */
const FILES = ["src", "emails", "scripts", "prisma"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) =>
      path.posix.join(folder, name.replaceAll(path.sep, "/")),
    ),
  )
  .filter((file) => /\.(tsx?|mjs|css)$/.test(file) && !/^src\/(generated|data)\//.test(file))
  .map((file) => ({ file, text: stripComments(readFileSync(file, "utf8")) }));

function stripComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "");
}

const CODE = FILES.filter(({ file }) => !file.endsWith(".css"));
const isWordIn = (word: string, text: string) =>
  new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(text);

/** Lists the class names that a style sheet defines, without those of `:global(…)`. */
function listClasses(css: string): string[] {
  const own = css.replace(/:global\([^)]*\)/g, "");
  return [
    ...new Set([...own.matchAll(/\.([a-z]\w*)(?=[^;{}]*\{)/gi)].map(([, name = ""]) => name)),
  ];
}

describe("A class of a CSS module", () => {
  it("is found in selectors only", () => {
    const css =
      ":global(.a) .b:is(.c, .d) > e { inline-size: 0.5rem } @media (width > 1.5rem) { .f {} }";
    expect(listClasses(css)).toEqual(["b", "c", "d", "f"]);
  });

  it("is read by a component that imports the module", () => {
    const unused = FILES.filter(({ file }) => file.endsWith(".module.css")).flatMap(
      ({ file, text }) => {
        const readers = CODE.filter((code) => code.text.includes(`/${path.posix.basename(file)}"`));
        return listClasses(text)
          .filter((name) => !readers.some((code) => new RegExp(`\\.${name}\\b`).test(code.text)))
          .map((name) => `${file}: ${name}`);
      },
    );
    expect(unused).toEqual([]);
  });

  it("exists where a component reads it", () => {
    const classes = new Map(FILES.map(({ file, text }) => [file, listClasses(text)]));
    let imports = 0;
    const missing = CODE.flatMap(({ file, text }) =>
      [...text.matchAll(/^import (\w+) from "([^"]+\.module\.css)";$/gm)].flatMap(
        ([, name = "", source = ""]) => {
          imports += 1;
          const module = source.startsWith("@/")
            ? source.replace("@/", "src/")
            : path.posix.join(path.posix.dirname(file), source);
          const code = text.replace(/^import .*$/gm, "");
          const read = code.matchAll(new RegExp(`(?<![\\w.])${name}\\.([a-zA-Z]\\w*)`, "g"));
          return [...read].flatMap(([, key = ""]) =>
            classes.get(module)?.includes(key) ? [] : [`${file}: ${key} of ${module}`],
          );
        },
      ),
    );
    expect(imports).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });
});

describe("A custom property", () => {
  it("is read, and what is read is defined", () => {
    const all = FILES.map(({ text }) => text).join("\n");
    const css = FILES.filter(({ file }) => file.endsWith(".css"))
      .map(({ text }) => text)
      .join("\n");
    const names = new Set([...css.matchAll(/--[a-z][\w-]*/g)].map(([name]) => name));
    const wrong = [...names].filter(
      (name) =>
        !new RegExp(`var\\(\\s*${name}(?![\\w-])`).test(all) ||
        !new RegExp(`${name}["']?\\s*:`).test(all),
    );
    expect(names.size).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
  });
});

describe("A text of the storefront", () => {
  it("has a key that something reads", () => {
    const readers = CODE.filter(({ file }) => !file.startsWith("src/content/"));
    const keys = CODE.filter(({ file }) => file.startsWith("src/content/")).flatMap(({ text }) =>
      [...text.matchAll(/^\s+([a-z]\w*):/gim)].map(([, key = ""]) => key),
    );
    const unread = [...new Set(keys)].filter(
      (key) => !readers.some(({ text }) => isWordIn(key, text)),
    );
    expect(keys.length).toBeGreaterThan(300);
    // `plural` reads the forms by the name that Intl gives.
    expect(unread).toEqual(["zero"]);
  });
});

describe("An icon of the storefront", () => {
  it("is shown somewhere", () => {
    const icons = readFileSync("src/ui/icons/icon.tsx", "utf8");
    const names = [...icons.matchAll(/^ {2}"?([a-z][\w-]*)"?: \(/gm)].map(([, name = ""]) => name);
    const pages = CODE.filter(({ file }) => !file.endsWith("/icon.tsx"));
    const unused = names.filter((name) => !pages.some(({ text }) => text.includes(`"${name}"`)));
    expect(names.length).toBeGreaterThan(10);
    expect(unused).toEqual([]);
  });
});

describe("An environment variable", () => {
  it("is read outside env.ts and documented", () => {
    const env = readFileSync("src/lib/env.ts", "utf8");
    const example = readFileSync(".env.example", "utf8");
    const config =
      readFileSync("prisma.config.ts", "utf8") + readFileSync("next.routes.ts", "utf8");
    const names = [...env.matchAll(/^\s+([A-Z][A-Z_\d]+):/gm)].map(([, name = ""]) => name);
    const readers = CODE.filter(({ file }) => file.startsWith("src/") && file !== "src/lib/env.ts");
    const unread = names.filter(
      (name) =>
        !isWordIn(name, config) &&
        !readers.some(({ text }) => isWordIn(name, text)) &&
        !new RegExp(`env\\.${name}\\b`).test(env),
    );
    // The analytics to come are configured by these.
    expect(unread).toEqual([]);
    expect(names.filter((name) => !example.includes(name))).toEqual([]);
  });
});
