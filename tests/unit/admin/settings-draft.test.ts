import { expect, it } from "vitest";
import { withMondayHours } from "@/app/admin/(signed-in)/settings/settings-draft";
import { ShopSettings } from "@/domain/settings/schema";

it("copies Monday to the days up to Saturday and leaves Sunday", () => {
  const { hours } = ShopSettings.parse({});
  const monday = [
    { open: "08:30", close: "12:30" },
    { open: "14:30", close: "19:00" },
  ];
  const sunday = [{ open: "10:00", close: "12:00" }];
  const copied = withMondayHours({ ...hours, mon: monday, sun: sunday });
  const { sun, ...others } = copied;
  expect(Object.values(others)).toEqual(Array(6).fill(monday));
  expect(sun).toBe(sunday);
  expect(copied.tue).not.toBe(monday);
});
