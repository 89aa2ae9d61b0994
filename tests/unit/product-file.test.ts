import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FILE_COLUMNS } from "@/domain/catalogue/product-file/columns";

describe("docs/import-format.md", () => {
  it("describes every column of the product file, in its order", () => {
    const table = FILE_COLUMNS.map(
      ({ header, level, note }) =>
        `| ${header} | ${level === "product" ? "produit" : "variation"} | ${note} |\n`,
    );
    expect(readFileSync("docs/import-format.md", "utf8")).toContain(table.join(""));
  });
});

describe("The columns of the product file", () => {
  it("have different keys and different headers", () => {
    for (const name of ["key", "header"] as const) {
      const names = FILE_COLUMNS.map((column) => column[name].toLowerCase());
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it("all have a sentence for the documentation", () => {
    expect(FILE_COLUMNS.filter(({ note }) => note === "")).toEqual([]);
  });
});
