import { getDictionary } from "@/content/dictionary";
import { fill } from "@/lib/i18n/fill";
import { LOCALES } from "@/lib/i18n/locale";
import { expect, test, visit } from "../fixtures";
import { getLocalizedPath } from "../pages";

for (const locale of LOCALES) {
  test.describe(`The contact page (${locale})`, { tag: "@desktop" }, () => {
    const { hours } = getDictionary(locale);
    const path = getLocalizedPath(locale, { path: "/contact" });

    for (const { when, instant, state, until } of [
      {
        when: "on a Monday morning",
        instant: "2026-11-23T10:00:00Z",
        state: hours.openNow,
        until: fill(hours.closesAt, { time: "19:00" }),
      },
      {
        when: "on a Saturday after closing",
        instant: "2026-11-21T20:00:00Z",
        state: hours.closedNow,
        until: fill(hours.opensOn, { day: hours.days.mon, time: "09:00" }),
      },
      {
        when: "on a Sunday",
        instant: "2026-11-22T12:00:00Z",
        state: hours.closedNow,
        until: fill(hours.opensTomorrow, { time: "09:00" }),
      },
    ]) {
      test(`shows whether the shop is open ${when}`, async ({ page }) => {
        await page.clock.setFixedTime(new Date(instant));
        await visit(page, path);
        const line = page.getByRole("main").locator("[data-open]");
        await expect(line.first()).toContainText(state);
        await expect(line.first()).toContainText(until);
      });
    }

    test("shows how to write to, call and find the shop", async ({ page }) => {
      await visit(page, path);
      const main = page.getByRole("main");
      await expect(main.locator('a[href^="/w/contact"]').first()).toBeVisible();
      await expect(main.locator('a[href^="tel:+212"]').first()).toHaveText(/^\+212[\d\s]+$/);
      await expect(main.locator('a[href^="mailto:"]').first()).toBeVisible();
      const map = main.locator('a[href*="google.com/maps"], a[href*="openstreetmap"]').first();
      await expect(map).toBeVisible();
      await expect(main.getByText("09:00").first()).toBeVisible();
    });
  });
}

test.describe("In another time zone", { tag: "@desktop" }, () => {
  test.use({ timezoneId: "Pacific/Auckland" });

  test("the shop's own time decides whether it is open", async ({ page }) => {
    await page.clock.setFixedTime(new Date("2026-11-23T10:00:00Z"));
    await visit(page, "/contact");
    const { openNow } = getDictionary("fr").hours;
    await expect(page.getByRole("main").locator("[data-open]").first()).toContainText(openNow);
  });
});
