import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  buildSelectionSchema,
  changeInBatches,
  MAX_SELECTED_IDS,
  resolveSelection,
  type Selection,
} from "@/lib/lists/bulk-selection";
import { MAX_COUNTED } from "@/lib/lists/pagination";

const Selected = buildSelectionSchema(z.string().regex(/^\w+$/));
const listIds = (count: number) => Array.from({ length: count }, (_, i) => `id${i}`);
const resolve = (selection: Selection, matching: string[] = []) =>
  resolveSelection(selection, { plural: "lignes", listMatchingIds: async () => matching });

describe("A selection", () => {
  it("is a list of valid ids, or a filter with the confirmed number", () => {
    expect(Selected.safeParse({ ids: listIds(MAX_SELECTED_IDS) }).success).toBe(true);
    expect(Selected.safeParse({ filter: { status: "DRAFT" }, total: 3 }).success).toBe(true);
  });

  it.each([
    ["no ids", { ids: [] }],
    ["an invalid id", { ids: ["é"] }],
    ["too many ids", { ids: listIds(MAX_SELECTED_IDS + 1) }],
    ["a filter without a number", { filter: {} }],
    ["a number of zero", { filter: {}, total: 0 }],
    ["ids and a filter", { ids: ["a"], filter: {}, total: 1 }],
  ])("is not valid with %s", (_, selection) => {
    expect(Selected.safeParse(selection).success).toBe(false);
  });

  it("names each id once", async () => {
    expect(await resolve({ ids: ["a", "b", "a"] })).toEqual(["a", "b"]);
  });

  it.each([95, 100, 105])("accepts %i rows where 100 were confirmed", async (count) => {
    expect(await resolve({ filter: {}, total: 100 }, listIds(count))).toHaveLength(count);
  });

  it.each([94, 106, 0])("must be confirmed again with %i rows instead of 100", async (count) => {
    const resolving = resolve({ filter: {}, total: 100 }, listIds(count));
    await expect(resolving).rejects.toMatchObject({
      code: "CONFLICT",
      message: `La liste a changé : ${count} lignes au lieu de 100. Vérifiez-la avant de recommencer.`,
      details: { total: count },
    });
  });

  it("is refused where the filter matches more rows than lists count", async () => {
    const resolving = resolve({ filter: {}, total: MAX_COUNTED }, listIds(MAX_COUNTED));
    await expect(resolving).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
      message: "Ce filtre trouve trop de lignes à la fois. Affinez-le.",
    });
  });

  it("is changed a hundred rows at a time, one batch after the other", async () => {
    let running = 0;
    const sizes = await changeInBatches(listIds(250), async ({ length }) => {
      running += 1;
      expect(running).toBe(1);
      await Promise.resolve();
      running -= 1;
      return length;
    });
    expect(sizes).toEqual([100, 100, 50]);
  });
});
