import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A TypeScript file below `src`, without the generated client. */
export interface Source {
  /** From the root of the repository, with slashes: `src/lib/db.ts`. */
  file: string;
  text: string;
}

export const SOURCES: readonly Source[] = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((name) => path.posix.join("src", name.replaceAll(path.sep, "/")))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("src/generated/"))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

const FILES = new Set(SOURCES.map(({ file }) => file));

/** Lists the files of `src` that this file imports, types included. */
export function listImports({ file, text }: Source): string[] {
  const specifiers = [...text.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, name]) => name);
  return specifiers.flatMap((name) => resolve(file, name ?? "") ?? []);
}

function resolve(file: string, name: string): string | undefined {
  const base = name.startsWith("@/")
    ? `src/${name.slice(2)}`
    : name.startsWith(".")
      ? path.posix.join(path.posix.dirname(file), name)
      : null;
  if (base === null) return undefined;
  return [base, `${base}.ts`, `${base}.tsx`].find((candidate) => FILES.has(candidate));
}

/** Finds a cycle of the graph and returns its nodes; null when there is none. */
export function findCycle(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const finished = new Set<string>();
  const path: string[] = [];
  const visit = (node: string): string[] | null => {
    if (finished.has(node)) return null;
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    finished.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const cycle = visit(node);
    if (cycle) return cycle;
  }
  return null;
}
