import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const DOCUMENTS = ["README.md", "docs/architecture.md", "docs/decisions.md", "docs/glossary.md"];
const FOLDERS = ["src", "emails", "prisma", "scripts", "tests", "e2e", "docs"];

/** Names of Next and TypeScript that the documents mention because the code does without them. */
const UNUSED = new Set(["loading.tsx", "draftMode", "exactOptionalPropertyTypes"]);

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) =>
    path.posix.join(folder, name.replaceAll(path.sep, "/")),
  ),
).concat(readdirSync("."));

const isCode = (file: string) =>
  /\.(ts|tsx|mjs|css|prisma|sql)$|^tsconfig\.json$/.test(file) &&
  !file.startsWith("src/generated/");

const words = new Set(
  files
    .filter(isCode)
    .flatMap((file) => readFileSync(file, "utf8").match(/[\p{L}_$][\p{L}\d_$-]*/gu)),
);

/** Text between backticks that looks like a file, or like a name with a capital or an underscore. */
function listNames(document: string): { paths: string[]; identifiers: string[] } {
  const text = readFileSync(document, "utf8").replace(/```[\s\S]*?```/g, "");
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)]
    .map(([, name = ""]) => name)
    .filter((name) => !UNUSED.has(name));
  return {
    paths: quoted.filter((name) => /^[\w./[\]()-]+\.(ts|tsx|mjs|css|sql|prisma)$/.test(name)),
    identifiers: quoted
      .map((name) => name.replace(/\(.*\)$/, ""))
      .filter((name) => /^[A-Za-z]\w*$/.test(name) && /[a-z][A-Z]|_|^[A-Z]{3,}$/.test(name)),
  };
}

describe.each(DOCUMENTS)("%s", (document) => {
  const { paths, identifiers } = listNames(document);

  it("names files that exist", () => {
    const missing = paths.filter(
      (name) => !files.some((file) => file === name || file.endsWith(`/${name}`)),
    );
    expect(missing).toEqual([]);
  });

  it("names identifiers that the code has", () => {
    expect(identifiers.filter((name) => !words.has(name))).toEqual([]);
  });
});
