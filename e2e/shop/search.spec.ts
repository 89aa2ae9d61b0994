import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { getDictionary } from "@/content/dictionary";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { DEVICE_TAG_BY_LOCALE, expect, test, visit } from "../fixtures";
import { getLocalizedPath } from "../pages";

for (const { locale, words, name } of [
  { locale: "fr", words: "mitigeur", name: /mitigeur/i },
  { locale: "ar", words: "خلاط", name: /خلاط/ },
] as const satisfies { locale: Locale; words: string; name: RegExp }[]) {
  test.describe(`Searching (${locale})`, { tag: DEVICE_TAG_BY_LOCALE[locale] }, () => {
    const { nav } = getDictionary(locale);
    const { search } = getCatalogueDictionary(locale);

    test("finds products from the field in the header", async ({ page }) => {
      await visit(page, getLocalizedPath(locale, { path: "/contact" }));
      const field = page.getByRole("banner").getByRole("combobox", { name: nav.searchLabel });
      await field.fill(words);
      await field.press("Enter");
      await expect(page).toHaveURL(
        getLocalizedPath(locale, { path: `/recherche?q=${encodeURIComponent(words)}` }),
      );
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        fill(search.headingFor, { words }),
      );
      const results = page.getByRole("main").getByRole("article");
      await expect(results.first()).toContainText(name);
      await results.first().getByRole("link").click();
      await expect(page).toHaveURL(/\/produit\//);
    });

    test("finds products from the home page", async ({ page }) => {
      await visit(page, getLocalizedPath(locale, { path: "/" }));
      const form = page.getByRole("search").filter({ visible: true }).first();
      await form.getByRole("combobox").fill(words);
      await form.getByRole("button", { name: nav.search, exact: true }).click();
      await expect(page.getByRole("main").getByRole("article").first()).toContainText(name);
      await expect(page.getByRole("main").getByLabel(nav.searchLabel)).toHaveValue(words);
    });

    test("shows help when nothing is found", async ({ page }) => {
      await visit(page, getLocalizedPath(locale, { path: "/recherche?q=introuvablexyz" }));
      const main = page.getByRole("main");
      await expect(
        main.getByRole("heading", { name: fill(search.none, { words: "introuvablexyz" }) }),
      ).toBeVisible();
      for (const advice of search.advice) await expect(main.getByText(advice)).toBeVisible();
      const ask = main.getByRole("link", { name: getCatalogueDictionary(locale).empty.ask });
      await expect(ask).toHaveAttribute("href", /^\/w\/search\?.*\bq=introuvablexyz/);
      await expect(main.locator('a[href$="/catalogue/carrelage"]')).toBeVisible();
      await main.getByRole("region", { name: search.popular }).getByRole("link").first().click();
      await expect(main.getByRole("article").first()).toBeVisible();
    });

    test("prepares a message about a search without results", async ({ page }) => {
      await visit(page, getLocalizedPath(locale, { path: "/recherche?q=introuvable+%26+xyz" }));
      await page.getByRole("main").getByRole("link", { name: search.contact }).click();
      await expect(page).toHaveURL(/\/contact\?recherche=introuvable/);
      await expect(page.locator('input[name="subject"]')).toHaveValue(
        fill(search.contactSubject, { words: "introuvable & xyz" }),
      );
    });

    test("shows popular searches and categories before a query is typed", async ({ page }) => {
      await visit(page, getLocalizedPath(locale, { path: "/recherche" }));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(search.heading);
      const popular = page.getByRole("region", { name: search.popular });
      await expect(popular.getByRole("link").first()).toBeVisible();
      const categories = page.getByRole("region", { name: search.categories });
      await expect(categories.locator('a[href$="/catalogue/carrelage"]')).toBeVisible();
    });

    test("suggests only queries with results", async ({ request }) => {
      for (const idea of search.suggestions) {
        const path = getLocalizedPath(locale, {
          path: `/recherche?${new URLSearchParams({ q: idea })}`,
        });
        expect(await (await request.get(path)).text(), idea).toContain("<article");
      }
    });
  });
}

test("A reference search redirects to its product", { tag: "@desktop" }, async ({ page }) => {
  await visit(page, "/recherche?q=zel-0101");
  const results = page.getByRole("main").getByRole("article");
  await expect(results.first().getByRole("link")).toHaveAttribute("href", /^\/produit\//);
  await results.first().getByRole("link").click();
  await expect(page.getByRole("main").getByText("ZEL-0101").first()).toBeVisible();
});

test("Results can be filtered and sorted like any list", { tag: "@phone" }, async ({ page }) => {
  await visit(page, "/recherche?q=mitigeur&option=Couleur%3ANoir+Mat&sort=price_asc");
  const results = page.getByRole("main").getByRole("article");
  await expect(results.first()).toBeVisible();
  const { list } = getCatalogueDictionary("fr");
  await page
    .getByRole("list", { name: list.chosen })
    .getByRole("link", { name: fill(list.remove, { filter: "Noir Mat" }) })
    .click();
  await expect(page).toHaveURL("/recherche?q=mitigeur&sort=price_asc");
});

test("Results of several departments are narrowed to one, and back", { tag: "@desktop" }, async ({
  page,
}) => {
  await visit(page, "/recherche?q=blanc");
  await expect(page.locator("[data-live]")).toBeVisible();
  const { list } = getCatalogueDictionary("fr");
  const group = page.getByRole("group", { name: list.categories, exact: true });
  const radios = group.locator('input[type="radio"]');
  const listSlugs = () =>
    radios.evaluateAll((fields) => fields.map((field) => field.getAttribute("value")));
  const slugs = await listSlugs();
  expect(slugs.length).toBeGreaterThan(2);
  await radios.nth(2).check();
  await expect(page).toHaveURL(`/recherche?q=blanc&category=${slugs[2]}`);
  await expect(radios.nth(2)).toBeChecked();
  await expect(radios.nth(2)).toBeFocused();
  expect(await listSlugs()).toEqual(slugs);
  await page.getByRole("list", { name: list.chosen }).getByRole("link").first().click();
  await expect(page).toHaveURL("/recherche?q=blanc");
  await expect(radios.first()).toBeChecked();
});

const HOSTILE = {
  quotes: `'"«»\`' OR 1=1 --`,
  operators: "& | ! ( ) : * < > <-> :*",
  "a lone operator": "!",
  "a NUL": "mitigeur\0",
  "a NUL only": "\0",
  "ten thousand letters": "a".repeat(10_000),
  "two thousand words": "b ".repeat(2_000),
  emoji: "🚿🛁👷🏽‍♂️",
  "bidirectional controls": "\u202Eruegitim\u2066\u200F",
  markup: `<img src=x onerror=alert(1)><script>alert(1)</script>`,
  wildcards: "%_%\\",
  blanks: "   \t\n ",
  braces: "{words} {{7*7}}",
};

test.describe("A hostile query", { tag: "@desktop" }, () => {
  test("is treated as plain words", async ({ page }) => {
    const problems: string[] = [];
    page.on("dialog", (dialog) => {
      problems.push(dialog.message());
      void dialog.dismiss();
    });
    for (const [name, words] of Object.entries(HOSTILE)) {
      await test.step(name, async () => {
        await visit(page, `/recherche?${new URLSearchParams({ q: words })}`);
        await expect(page.locator("main script[src], main img[src='x']")).toHaveCount(0);
        expect(problems).toEqual([]);
      });
    }
  });

  test("in a malformed URL is rejected without a server error", async ({ request }) => {
    for (const query of ["q=%E0%A4%A", "q=%", "q=%00", "q[]=a&q[x]=b", "q=a&q=b", "q=%FF%FE"]) {
      const response = await request.get(`/recherche?${query}`);
      expect(response.status(), query).toBeLessThan(500);
      expect(await response.text(), query).not.toMatch(/\bat \w+ \(|node_modules|PrismaClient/);
    }
  });
});
