import { beforeAll, describe, expect, it } from "vitest";
import { buildCategory, buildProduct } from "../support/build";
import { call } from "../support/call";
import { getHandler, OPERATIONS, toOperationName } from "../support/operations";
import { buildStaff } from "../support/staff";
import { recordStatements } from "../support/statements";

const WRITE = /\b(?:INSERT|UPDATE|DELETE|MERGE|TRUNCATE|NOTIFY|nextval)\b/i;

const reads = OPERATIONS.filter(({ method }) => method === "GET");
const isWrite = (text: string) => WRITE.test(text.replace(/"\w+"/g, ""));

beforeAll(async () => {
  const { id: categoryId } = await buildCategory({ slug: "carrelage" });
  await buildProduct({ slug: "zellige-blanc", name: "Zellige blanc", categoryId });
});

describe("A statement", () => {
  it.each([
    ["INSERT INTO \"RateLimit\" VALUES ('x')", true],
    ['WITH gone AS (DELETE FROM "Upload" RETURNING 1) SELECT * FROM gone', true],
    ['SELECT "id" FROM "Product" FOR UPDATE', true],
    ['SELECT "updatedAt", "deletedAt" FROM "Product"', false],
  ])("is recognised as a write or a read: %s", (text, expected) => {
    expect(isWrite(text)).toBe(expected);
  });
});

describe("Reading does not write to the database", () => {
  it.each(reads.filter(({ spec }) => spec.access === "public"))(
    "$path, for a customer",
    async (operation) => {
      const statements = await recordStatements(async () => {
        const { status } = await call(getHandler(operation), {
          params: { slug: "zellige-blanc" },
          query: /\/search/.test(operation.path) ? "q=zellige" : "",
        });
        expect([200, 303, 400]).toContain(status);
      });
      expect(statements.filter(isWrite)).toEqual([]);
    },
  );

  it("for staff", async () => {
    const as = await buildStaff("SUPER_ADMIN");
    const writing: string[] = [];
    for (const operation of reads.filter(({ spec }) => spec.access !== "public")) {
      const params = { id: "none", version: "1", kind: "messages" };
      const statements = await recordStatements(() => call(getHandler(operation), { as, params }));
      if (statements.some(isWrite)) writing.push(toOperationName(operation));
    }
    expect(writing).toEqual([]);
  });
});
