import { describe, expect, it } from "vitest";
import { hoursLines, openState, whatsappLink } from "@/domain/settings/rules";
import { ShopSettings } from "@/domain/settings/schema";

const shop = ShopSettings.parse({});
/** Ouarzazate kept UTC+1 in 2025, and UTC+0 in Ramadan (the clock moved on 23 February and 6 April). Past days: what is to come differs between editions of the time zones. */
const at = (instant: string, settings: Partial<ShopSettings> = {}) =>
  openState({ ...shop, ...settings }, new Date(instant));

describe("the shop", () => {
  it.each([
    ["2025-11-24T07:59:00Z", false, "09:00", 0, "mon"],
    ["2025-11-24T08:00:00Z", true, "19:00", 0, "mon"],
    ["2025-11-24T17:59:00Z", true, "19:00", 0, "mon"],
    ["2025-11-24T18:00:00Z", false, "09:00", 1, "tue"],
    ["2025-11-22T16:59:00Z", true, "18:00", 0, "sat"],
    ["2025-11-22T17:00:00Z", false, "09:00", 2, "mon"],
    ["2025-11-23T12:00:00Z", false, "09:00", 1, "mon"],
    ["2025-11-23T23:30:00Z", false, "09:00", 0, "mon"],
  ])("at %s is open: %s, until %s in %d days", (instant, isOpen, until, inDays, weekday) => {
    expect(at(instant)).toEqual({ isOpen, until, inDays, weekday });
  });

  it("follows the clock on the wall in Ramadan", () => {
    expect(at("2025-03-10T08:30:00Z").isOpen).toBe(false);
    expect(at("2025-03-10T09:00:00Z").isOpen).toBe(true);
  });

  it("has days that differ", () => {
    const exceptions = [
      { date: "2025-11-24", hours: [] },
      { date: "2025-11-25", hours: [{ open: "10:00", close: "12:00" }] },
    ];
    expect(at("2025-11-24T10:00:00Z", { exceptions })).toMatchObject({
      isOpen: false,
      until: "10:00",
      inDays: 1,
    });
    expect(at("2025-11-25T09:30:00Z", { exceptions })).toMatchObject({
      isOpen: true,
      until: "12:00",
    });
  });

  it("closes at noon where it says so", () => {
    const hours = {
      ...shop.hours,
      mon: [
        { open: "14:00", close: "18:00" },
        { open: "08:00", close: "12:00" },
      ],
    };
    expect(at("2025-11-24T11:30:00Z", { hours })).toMatchObject({
      isOpen: false,
      until: "14:00",
      inDays: 0,
    });
  });

  it("never opens when no day does", () => {
    const hours = Object.fromEntries(
      Object.keys(shop.hours).map((day) => [day, []]),
    ) as unknown as ShopSettings["hours"];
    expect(at("2025-11-24T11:30:00Z", { hours })).toEqual({
      isOpen: false,
      until: null,
      inDays: 0,
      weekday: null,
    });
  });

  it("tells its week in three lines", () => {
    expect(
      hoursLines(shop.hours).map(({ from, to, openings }) => [from, to, openings.length]),
    ).toEqual([
      ["mon", "fri", 1],
      ["sat", "sat", 1],
      ["sun", "sun", 0],
    ]);
  });

  it("takes a message in any script", () => {
    expect(whatsappLink("212600000000", "Bonjour & سلام")).toBe(
      "https://wa.me/212600000000?text=Bonjour%20%26%20%D8%B3%D9%84%D8%A7%D9%85",
    );
  });
});
