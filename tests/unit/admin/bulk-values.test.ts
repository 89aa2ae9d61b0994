import { describe, expect, it } from "vitest";
import {
  EMPTY_VALUES,
  toChanges,
  toControlErrors,
  toSchedule,
} from "@/app/admin/(signed-in)/products/bulk/bulk-values";
import { BulkChanges } from "@/domain/catalogue/bulk/schema";

const build = (values: Partial<typeof EMPTY_VALUES>) => toChanges({ ...EMPTY_VALUES, ...values });
const parse = (values: Partial<typeof EMPTY_VALUES>) => BulkChanges.parse(build(values));

describe("The form of bulk changes", () => {
  it("asks for nothing until a change is chosen and complete", () => {
    const incomplete: Partial<typeof EMPTY_VALUES>[] = [
      {},
      { priceMode: "DOWN_PERCENT" },
      { brandMode: "SET", brand: " " },
      { stockMode: "ADD" },
      { factMode: "SET", factName: "Poids" },
      { isNew: "yes", factMode: "REMOVE" },
      { scheduledAt: "2026-12-01T00:00" },
    ];
    for (const values of incomplete) expect(build(values)).toBeNull();
  });

  it.each([
    [
      { priceMode: "DOWN_PERCENT", priceValue: "12,5" },
      { price: { mode: "PERCENT", value: "-12.50", variations: true } },
    ],
    [
      { priceMode: "DOWN", priceValue: "-5", withVariations: false, rounding: "0.05" },
      { price: { mode: "ADD", value: "-5.00", rounding: "0.05" } },
    ],
    [
      { priceMode: "SET", priceValue: "1 250", minPrice: "1", confirmHighPrice: true },
      {
        price: {
          mode: "SET",
          value: "1250.00",
          min: "1.00",
          variations: true,
          confirmHighPrice: true,
        },
      },
    ],
    [{ brandMode: "REMOVE" }, { brand: null }],
    [{ stockMode: "UNTRACKED" }, { stock: { mode: "SET", value: null } }],
    [{ stockMode: "SET", stock: "12" }, { stock: { mode: "SET", value: 12 } }],
    [{ stockMode: "ADD", stock: "-3" }, { stock: { mode: "ADD", value: -3 } }],
    [
      { isNew: "yes", isFeatured: "no" },
      { isNew: true, isFeatured: false },
    ],
    [
      { factMode: "REPLACE", factName: "Poids", factFrom: "2 kg", factValue: "3 kg" },
      { facts: { mode: "REPLACE", fact: { name: "Poids", value: "3 kg" }, from: "2 kg" } },
    ],
    [{ factMode: "REMOVE", factName: "Poids" }, { facts: { mode: "REMOVE", name: "Poids" } }],
  ])("%o becomes changes that the route accepts", (values, expected) => {
    expect(parse(values)).toEqual(expected);
  });

  it("leaves texts that are no amounts to the route, which names the field", () => {
    const { error } = BulkChanges.safeParse(build({ priceMode: "UP", priceValue: "dix" }));
    expect(error?.issues[0]?.path).toEqual(["price", "value"]);
    expect(toControlErrors({ "changes.price.value": "Non", other: "?" })).toEqual({
      priceValue: "Non",
    });
  });

  it("sends its date in UTC, from the time of the shop", () => {
    expect(toSchedule(EMPTY_VALUES)).toBeUndefined();
    const scheduledAt = "2026-12-01T08:00";
    expect(toSchedule({ ...EMPTY_VALUES, scheduledAt })).toBe("2026-12-01T08:00:00.000Z");
    expect(toSchedule({ ...EMPTY_VALUES, scheduledAt: "demain" })).toBe("demain");
  });
});
