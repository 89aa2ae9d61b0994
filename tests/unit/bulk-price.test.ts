import { describe, expect, it } from "vitest";
import { changePrice, type PriceRule } from "@/domain/catalogue/bulk/price";

const percent = (value: string, rule: Partial<PriceRule> = {}) =>
  ({ mode: "PERCENT", value, ...rule }) as const;
const add = (value: string, rule: Partial<PriceRule> = {}) =>
  ({ mode: "ADD", value, ...rule }) as const;

describe("A price rule", () => {
  it.each([
    ["129.00", { mode: "SET", value: "99.90" } as const, "99.90"],
    ["129.00", add("10.50"), "139.50"],
    ["129.00", add("-29.00"), "100.00"],
    ["129.00", percent("-10.00"), "116.10"],
    ["0.05", percent("-10.00"), "0.05"],
    ["1.15", percent("10.00"), "1.27"],
    ["8.25", percent("-33.33"), "5.50"],
    ["100.00", percent("-100.00"), "0.00"],
    ["99999999.99", percent("-0.01"), "99989999.99"],
    // As floats, 1.005 × 100 and 8.575 × 100 fall below the half.
    ["1.00", percent("0.50"), "1.01"],
    ["8.57", percent("0.05"), "8.57"],
    ["17.15", percent("-50.00"), "8.58"],
  ])("changes %s by %o to %s, half a centime up", (price, rule, expected) => {
    expect(changePrice(price, rule)).toEqual({ price: expected });
  });

  it.each([
    ["0.05", "116.12", "116.10"],
    ["0.05", "116.13", "116.15"],
    ["1", "116.49", "116.00"],
    ["1", "116.50", "117.00"],
    ["5", "117.49", "115.00"],
    ["5", "117.50", "120.00"],
    ["10", "114.99", "110.00"],
    ["10", "115.00", "120.00"],
    ["END_90", "116.10", "115.90"],
    ["END_90", "116.40", "116.90"],
    ["END_90", "116.90", "116.90"],
    ["END_90", "0.10", "0.90"],
  ] as const)("rounds to %s: %s becomes %s", (rounding, price, expected) => {
    expect(changePrice(price, add("0.00", { rounding }))).toEqual({ price: expected });
  });

  it("limits the result after rounding", () => {
    expect(changePrice("116.10", add("0.00", { rounding: "10", min: "125.00" }))).toEqual({
      price: "125.00",
    });
    expect(changePrice("116.10", add("50.00", { max: "150.00" }))).toEqual({ price: "150.00" });
    expect(changePrice("10.00", add("-50.00", { min: "5.00" }))).toEqual({ price: "5.00" });
  });

  it("refuses a price below zero or above the largest price", () => {
    expect(changePrice("10.00", add("-10.01"))).toEqual({ problem: "negative" });
    expect(changePrice("99999999.99", add("0.01"))).toEqual({ problem: "too-large" });
    expect(changePrice("99999999.99", percent("1000.00"))).toEqual({ problem: "too-large" });
  });

  it("gives the nearest centime of the exact result, for any price and percentage", () => {
    for (let i = 0; i < 5_000; i++) {
      const centimes = (i * 7_919) % 10_000_000;
      const hundredths = ((i * 104_729) % 20_000) - 10_000;
      const exact = BigInt(centimes) * BigInt(10_000 + hundredths);
      const changed = changePrice(toAmount(centimes), percent(toAmount(hundredths)));
      const result = BigInt("price" in changed ? changed.price.replace(".", "") : -1);
      const distance = result * 10_000n - exact;
      expect(distance > -5_000n && distance <= 5_000n, `${centimes} ${hundredths}`).toBe(true);
    }
  });
});

function toAmount(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, "0");
  return `${hundredths < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
