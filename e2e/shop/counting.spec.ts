import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { READING_MS } from "@/app/(shop)/_components/tracking/event-queue";
import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { countingChoice } from "@/content/pages/privacy";
import { CONSENT_COOKIE } from "@/domain/consent/rules";
import { LOCALES } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { DEVICE_TAG_BY_LOCALE, expect, test, visit, waitForHydration } from "../fixtures";
import { recordTransfers } from "../transfers";

/** The shop excludes headless browsers; the random part tells the visitors of the tests apart. */
const newUserAgent = () =>
  `Mozilla/5.0 (X11; Linux x64) Chrome/141.0 Safari/537.36 ${randomUUID()}`;

interface CountedEvent {
  eventType: string;
  page: string;
  locale: string;
  source: string | null;
  slug: string | null;
  visitors: string;
}

for (const locale of LOCALES) {
  test.describe(`A visit (${locale})`, { tag: DEVICE_TAG_BY_LOCALE[locale] }, () => {
    test.use({ userAgent: newUserAgent() });

    test("from home over a category to a product is counted once per page, in one session", async ({
      page,
      database,
    }) => {
      const campaign = `e2e-${randomUUID()}`;
      const listEvents = async (): Promise<CountedEvent[]> => {
        const { rows } = await database.query(
          `SELECT e."eventType", e."page", e."locale"::text, e."source", p."slug", e."visitorHash" AS "visitors" FROM "AnalyticsEvent" e
           LEFT JOIN "Product" p ON p."id" = e."productId"
           WHERE e."campaign" = $1 ORDER BY e."createdAt", e."eventType"`,
          [campaign],
        );
        return rows;
      };
      const transfers = await recordTransfers(page);
      await visit(page, localPath(locale, `/?utm_source=Facebook&utm_campaign=${campaign}`));
      await page.waitForLoadState("networkidle");
      const category = page.getByRole("main").locator(`a[href*="/catalogue/"]`).first();
      await (await waitForHydration(category)).click();
      await page.waitForURL("**/catalogue/*");
      const product = page.getByRole("article").getByRole("link").first();
      const slug = (await product.getAttribute("href"))?.split("/").at(-1);
      await (await waitForHydration(product)).click();
      await page.waitForURL("**/produit/*");
      await expect.poll(async () => (await listEvents()).length).toBe(4);

      await page.goBack();
      await page.waitForURL("**/catalogue/*");
      await expect.poll(async () => (await listEvents()).length).toBe(5);
      // A document of its own.
      await page.goto(localPath(locale, `/produit/${slug}`));
      await page.waitForLoadState("networkidle");
      await page.mouse.wheel(0, 200);
      await expect.poll(async () => (await listEvents()).length).toBe(7);
      const events = await listEvents();
      expect(
        events.map(({ eventType, page: name, slug: seen }) => [eventType, name, seen]),
      ).toEqual([
        ["page_view", "home", null],
        ["page_view", "category", null],
        ["page_view", "product", null],
        ["product_view", "product", slug],
        ["page_view", "category", null],
        ["page_view", "product", null],
        ["product_view", "product", slug],
      ]);
      expect(new Set(events.map(({ visitors }) => visitors)).size).toBe(1);
      expect(new Set(events.map((event) => event.locale))).toEqual(new Set([locale.toUpperCase()]));
      expect(new Set(events.map(({ source }) => source))).toEqual(new Set(["facebook"]));

      expect(await listOwnCookies(page)).toEqual([]);
      const stored = await page.evaluate(() => [
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
      ]);
      expect(stored).toEqual([]);
      const bodies = await Promise.all(
        transfers
          .filter(({ type }) => type === "Script")
          .map(async ({ url, body }) => ({
            body,
            text: await (await page.request.get(url)).text(),
          })),
      );
      const trackers = bodies.filter(({ text }) => text.includes("/api/analytics/track"));
      expect(trackers.length).toBeGreaterThan(0);
      for (const { body } of trackers) expect(body).toBeLessThan(2_000);
    });
  });
}

test.describe("A visitor who leaves for WhatsApp at once", { tag: "@phone" }, () => {
  test("is counted with the page and the request, since a tap is a person's", async ({
    browser,
    baseURL,
    database,
    insertProduct,
  }) => {
    // The pages of the fixture must not leave the shop.
    const context = await browser.newContext({
      userAgent: newUserAgent(),
      baseURL,
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    const campaign = `e2e-${randomUUID()}`;
    const slug = await insertProduct();
    // The time after which a page counts as read never ends here.
    await page.addInitScript((readingMs) => {
      const { setTimeout: wait } = window;
      const patched = (act: TimerHandler, delay?: number, ...rest: unknown[]) =>
        delay === readingMs ? 0 : wait(act, delay, ...rest);
      Object.assign(window, { setTimeout: patched });
    }, READING_MS);
    const sent = recordEvents(page);
    await visit(page, `/produit/${slug}?utm_campaign=${campaign}`);
    const link = page.getByRole("main").getByRole("link", {
      name: getCatalogueDictionary("fr").product.whatsapp,
    });
    await waitForHydration(link.first());
    expect(sent).toEqual([]);
    const redirected = page.waitForResponse("**/w/**");
    // The chat cannot be reached.
    await link.first().tap({ noWaitAfter: true });
    expect(new URL((await redirected).headers().location ?? "").host).toBe("wa.me");
    await context.close();
    const listEvents = async () => {
      const { rows } = await database.query(
        `SELECT "eventType", count(*)::int AS "count", min("visitorHash") AS "visitor" FROM "AnalyticsEvent"
         WHERE "campaign" = $1 GROUP BY 1 ORDER BY 1`,
        [campaign],
      );
      return rows;
    };
    await expect
      .poll(async () => (await listEvents()).map(({ eventType, count }) => [eventType, count]))
      .toEqual([
        ["page_view", 1],
        ["product_view", 1],
        ["whatsapp_click", 1],
      ]);
    expect(new Set((await listEvents()).map(({ visitor }) => visitor)).size).toBe(1);
  });
});

test.describe("A visitor who refuses", { tag: "@desktop" }, () => {
  test.use({ userAgent: newUserAgent() });

  test("on the privacy page is no longer counted, until the choice is changed", async ({
    page,
    database,
  }) => {
    const words = countingChoice.fr;
    const { rows } = await database.query(`SELECT now() AS "now"`);
    const campaign = `e2e-${randomUUID()}`;
    const countEvents = async () => {
      const sql = `SELECT count(*)::int AS "count" FROM "AnalyticsEvent" WHERE "campaign" = $1 AND "createdAt" >= $2`;
      return (await database.query(sql, [campaign, rows[0].now])).rows[0].count;
    };
    const sent = recordEvents(page);
    await visit(page, `/confidentialite?utm_campaign=${campaign}`);
    await page.keyboard.press("Tab");
    await expect.poll(countEvents).toBe(1);
    const refuse = page.getByRole("button", { name: words.refuse });
    await (await waitForHydration(refuse)).click();
    await expect(page.getByRole("status").getByText(words.refused)).toBeVisible();
    const before = sent.length;
    await visit(page, `/faq?utm_campaign=${campaign}`);
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("Tab");
    await visit(page, "/confidentialite");
    await expect(page.getByText(words.refused)).toBeVisible();
    expect([sent.length, await countEvents()]).toEqual([before, 1]);
    const allow = page.getByRole("button", { name: words.allow });
    await (await waitForHydration(allow)).click();
    await expect(page.getByText(words.allowed)).toBeVisible();
    expect(await listOwnCookies(page)).toEqual([]);
    await visit(page, `/faq?utm_campaign=${campaign}`);
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("Tab");
    await expect.poll(countEvents).toBe(2);

    // The device of a member of staff, signed in or not.
    const url = new URL("/", page.url()).href;
    for (const name of ["session", "device-0123456789ab"]) {
      await page.context().addCookies([{ name, value: "x", url }]);
      const counted = page.waitForResponse("**/api/analytics/track");
      await visit(page, `/contact?utm_campaign=${campaign}`);
      await page.waitForLoadState("networkidle");
      await page.keyboard.press("Tab");
      expect((await counted).status()).toBe(202);
      await page.context().clearCookies();
    }
    await visit(page, `/a-propos?utm_campaign=${campaign}`);
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("Tab");
    await expect.poll(countEvents).toBe(3);
  });
});

/** Returns the requests that count something, as they are sent. */
function recordEvents(page: Page): string[] {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/analytics/track")) sent.push(request.postData() ?? "");
  });
  return sent;
}

/** Without the answer to the consent banner, which the fixture stores. */
async function listOwnCookies(page: Page): Promise<string[]> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name }) => name).filter((name) => name !== CONSENT_COOKIE);
}
