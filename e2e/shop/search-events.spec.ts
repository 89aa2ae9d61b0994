import { expect, test } from "../fixtures";
import { newWord } from "../words";

// The shop does not count headless browsers.
test.use({ userAgent: `Mozilla/5.0 (X11; Linux x64) Chrome/141.0 Safari/537.36 ${newWord()}` });

interface StoredEvent {
  eventType: string;
  searchId: string;
  metadata: Record<string, unknown>;
}

test("Searching counts once for all pages of its results, and the product that is opened with its position", {
  tag: "@desktop",
}, async ({ page, database }) => {
  const word = newWord();
  const listEvents = async (q: string): Promise<StoredEvent[]> => {
    const { rows } = await database.query(
      `SELECT "eventType", "searchId", "metadata" FROM "AnalyticsEvent" WHERE "searchId" IN (
         SELECT "searchId" FROM "AnalyticsEvent" WHERE "metadata" ->> 'q' = $1) ORDER BY "createdAt"`,
      [q],
    );
    return rows;
  };

  // What a page sends while it is left has the user agent of a headless browser again, so the test waits for each event.
  await page.goto(`/recherche?q=${word}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(word);
  await page.keyboard.press("Tab");
  await expect.poll(async () => (await listEvents(word)).length).toBe(1);
  await page.goto(`/recherche?q=${word}&sort=price_asc`);
  await page.waitForLoadState("networkidle");
  await page.goto(`/recherche?q=${word}&inStock=1`);
  await page.waitForLoadState("networkidle");
  expect((await listEvents(word)).length).toBe(1);
  const [missed] = await listEvents(word);
  expect(missed).toMatchObject({ eventType: "search", metadata: { total: 0, source: "page" } });

  // Other tests search too, so that this text is unique; its other word finds the products.
  const found = `mitigeur ${newWord()}`;
  await page.goto(`/recherche?q=${encodeURIComponent(found)}&sort=price_desc`);
  const card = page.getByRole("article").nth(2);
  const slug = (await card.getByRole("link").first().getAttribute("href"))?.split("/").at(-1);
  await page.waitForLoadState("networkidle");
  await card.getByRole("link").first().click();
  await page.waitForURL(`**/produit/${slug}`);
  const listClicks = async () =>
    (await listEvents(found)).filter(({ eventType }) => eventType === "search_click");
  await expect.poll(async () => (await listClicks()).at(-1)?.metadata).toEqual({ position: 3 });

  await page.goBack();
  await page.waitForLoadState("networkidle");
  await page.getByRole("article").first().getByRole("link").first().click();
  await expect.poll(async () => (await listClicks()).at(-1)?.metadata).toEqual({ position: 1 });
  expect((await listEvents(found)).length).toBeLessThanOrEqual(2);
});
