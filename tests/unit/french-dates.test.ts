import { describe, expect, it } from "vitest";
import { formatSpans } from "@/app/admin/_components/analytics/format-span";
import { formatShortDay } from "@/app/admin/_components/charts/short-day";
import { formatDateTime, formatDay } from "@/lib/format/format";

const spaces = (text: string) => text.replace(/\s/g, " ");

describe("A French date", () => {
  it("writes the first of a month as an ordinal, and no other day", () => {
    expect(formatDay("2026-11-01")).toBe("1er nov. 2026");
    expect(formatDay("2026-11-11")).toBe("11 nov. 2026");
    expect(spaces(formatDateTime("2026-11-01T12:00:00Z"))).toMatch(/^1er nov\. 2026/);
    expect(formatShortDay("2026-11-01")).toBe("1er nov.");
  });
});

describe("The period of figures", () => {
  const november = { first: "2026-11-01", last: "2026-11-30" };
  const october = { first: "2026-10-02", last: "2026-10-31" };
  const today = { first: "2026-11-30", last: "2026-11-30" };
  const yesterday = { first: "2026-11-29", last: "2026-11-29" };

  it("is a sentence", () => {
    expect(formatSpans({ span: november, compared: null })).toBe(
      "Du 1er nov. 2026 au 30 nov. 2026.",
    );
    expect(formatSpans({ span: november, compared: october })).toBe(
      "Du 1er nov. 2026 au 30 nov. 2026, comparé à la période du 2 oct. 2026 au 31 oct. 2026.",
    );
    expect(formatSpans({ span: today, compared: yesterday })).toBe(
      "Le 30 nov. 2026, comparé au 29 nov. 2026.",
    );
  });
});
