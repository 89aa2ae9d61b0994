import { describe, expect, it } from "vitest";
import { buildWhatsappLink, getOpenState, groupHours } from "@/domain/settings/rules";
import { ShopSettings } from "@/domain/settings/schema";

const shop = ShopSettings.parse({});
/** Morocco uses GMT since 20 September 2026, also in Ramadan. */
const at = (instant: string, settings: Partial<ShopSettings> = {}) =>
  getOpenState({ ...shop, ...settings }, new Date(instant));

describe("The shop", () => {
  it.each([
    ["2026-11-23T08:59:00Z", false, "09:00", 0, "mon"],
    ["2026-11-23T09:00:00Z", true, "19:00", 0, "mon"],
    ["2026-11-23T18:59:00Z", true, "19:00", 0, "mon"],
    ["2026-11-23T19:00:00Z", false, "09:00", 1, "tue"],
    ["2026-11-21T17:59:00Z", true, "18:00", 0, "sat"],
    ["2026-11-21T18:00:00Z", false, "09:00", 2, "mon"],
    ["2026-11-22T13:00:00Z", false, "09:00", 1, "mon"],
    ["2026-11-23T00:30:00Z", false, "09:00", 0, "mon"],
  ])("at %s is open: %s, until %s in %d days", (instant, isOpen, until, inDays, weekday) => {
    expect(at(instant)).toEqual({ isOpen, until, inDays, weekday });
  });

  it("uses the same clock in Ramadan", () => {
    expect(at("2027-03-01T08:30:00Z").isOpen).toBe(false);
    expect(at("2027-03-01T09:00:00Z").isOpen).toBe(true);
  });

  it("has days with different hours", () => {
    const exceptions = [
      { date: "2026-11-23", hours: [] },
      { date: "2026-11-24", hours: [{ open: "10:00", close: "12:00" }] },
    ];
    expect(at("2026-11-23T11:00:00Z", { exceptions })).toMatchObject({
      isOpen: false,
      until: "10:00",
      inDays: 1,
    });
    expect(at("2026-11-24T10:30:00Z", { exceptions })).toMatchObject({
      isOpen: true,
      until: "12:00",
    });
  });

  it("closes at noon when the hours say so", () => {
    const hours = {
      ...shop.hours,
      mon: [
        { open: "14:00", close: "18:00" },
        { open: "08:00", close: "12:00" },
      ],
    };
    expect(at("2026-11-23T12:30:00Z", { hours })).toMatchObject({
      isOpen: false,
      until: "14:00",
      inDays: 0,
    });
  });

  it("never opens when no day has hours", () => {
    const hours = Object.fromEntries(
      Object.keys(shop.hours).map((day) => [day, []]),
    ) as unknown as ShopSettings["hours"];
    expect(at("2026-11-23T12:30:00Z", { hours })).toEqual({
      isOpen: false,
      until: null,
      inDays: 0,
      weekday: null,
    });
  });

  it("shows its week in three lines", () => {
    expect(
      groupHours(shop.hours).map(({ from, to, openings }) => [from, to, openings.length]),
    ).toEqual([
      ["mon", "fri", 1],
      ["sat", "sat", 1],
      ["sun", "sun", 0],
    ]);
  });

  it("accepts a message in any script", () => {
    expect(buildWhatsappLink("212600000000", "Bonjour & سلام")).toBe(
      "https://wa.me/212600000000?text=Bonjour%20%26%20%D8%B3%D9%84%D8%A7%D9%85",
    );
  });
});
