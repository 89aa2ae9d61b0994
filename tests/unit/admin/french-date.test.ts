import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  formatDay,
  parseDay,
  parseTime,
  withSeparator,
} from "@/app/admin/_components/fields/dates/french-date";

describe("A French date", () => {
  it.each([
    ["31/01/2026", "2026-01-31"],
    ["1/2/2026", "2026-02-01"],
    ["31.1.26", "2026-01-31"],
    [" 31-01-2026 ", "2026-01-31"],
    ["31 01 2026", "2026-01-31"],
    ["31012026", "2026-01-31"],
    ["2026-01-31", "2026-01-31"],
    ["29/02/2028", "2028-02-29"],
  ])("%j is parsed as %s", (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it.each([
    "",
    "31/02/2026",
    "29/02/2026",
    "01/13/2026",
    "0/1/2026",
    "31/01",
    "demain",
    "2026",
    "31/01/0026",
  ])("%j is rejected", (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it("is formatted with the day first", () => {
    expect(formatDay("2026-01-31")).toBe("31/01/2026");
    expect(formatDay("demain")).toBe("");
  });
});

describe("A time of day", () => {
  it.each([
    ["9", "09:00"],
    ["9h", "09:00"],
    ["9h30", "09:30"],
    ["9 H 30", "09:30"],
    ["09:30", "09:30"],
    ["18.05", "18:05"],
    ["0930", "09:30"],
    ["930", "09:30"],
    ["00:00", "00:00"],
  ])("%j is parsed as %s", (text, time) => {
    expect(parseTime(text)).toBe(time);
  });

  it.each(["", "24:00", "9:60", "9:5:1", "midi", "99"])("%j is rejected", (text) => {
    expect(parseTime(text)).toBeNull();
  });
});

describe("The separator of a date or time", () => {
  it("is inserted after the day, the month and the hour", () => {
    expect(withSeparator("31", "3", "day")).toBe("31/");
    expect(withSeparator("31/01", "31/0", "day")).toBe("31/01/");
    expect(withSeparator("09", "0", "time")).toBe("09:");
  });

  it("is not doubled when typed, and can be deleted", () => {
    expect(withSeparator("31//", "31/", "day")).toBe("31/");
    expect(withSeparator("31", "31/", "day")).toBe("31");
    expect(withSeparator("09::", "09:", "time")).toBe("09:");
  });
});

describe("Pages", () => {
  it("contain no native date or time field, since it uses the browser's language", () => {
    const files = readdirSync("src/app", { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".tsx"),
    );
    expect(files.length).toBeGreaterThan(200);
    const native = files.filter((file) =>
      /type=(["'{]+)(date|datetime-local|time|month|week)["'}]/.test(
        readFileSync(`src/app/${file}`, "utf8"),
      ),
    );
    expect(native).toEqual([]);
  });
});
