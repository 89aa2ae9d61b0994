import type { APIResponse, Page } from "@playwright/test";
import { getDictionary } from "@/content/dictionary";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { expect, test, visit } from "../fixtures";
import { getLocalizedPath, PRODUCTS } from "../pages";

const INTERNALS = /\bat \w+ \(|node_modules|webpack|Prisma|ECONN|SELECT "/;

test.describe("An unknown URL", { tag: "@desktop" }, () => {
  for (const locale of LOCALES) {
    for (const path of [
      "/produit/il-n-y-en-a-pas",
      "/catalogue/il-n-y-en-a-pas",
      "/il-n-y-en-a-pas",
      "/il/n/y/en/a/pas",
      "/produit",
      "/catalogue/carrelage/il-n-y-en-a-pas",
    ]) {
      test(`answers 404 and shows links: ${getLocalizedPath(locale, { path })}`, async ({
        sharedPage: page,
      }) => {
        await visit(page, getLocalizedPath(locale, { path }), 404);
        await expectHelp(page, locale);
      });
    }
  }

  for (const locale of LOCALES) {
    test(`suggests products whose names resemble it (${locale})`, async ({ request, page }) => {
      const product = getLocalizedPath(locale, { path: PRODUCTS.withVariations });
      const { pathname } = new URL(product, "http://localhost");
      const mistyped = pathname.slice(0, -1);
      expect((await request.head(mistyped)).status()).toBe(404);
      await visit(page, mistyped, 404);
      const near = getDictionary(locale).notFound.near;
      await expect(page.getByRole("heading", { name: near })).toBeVisible();
      await page.getByRole("main").locator(`a[href="${pathname}"]`).click();
      await expect(page).toHaveURL(pathname);
    });
  }

  test("is not cached as a page", async ({ request }) => {
    const answer = await request.get("/il-n-y-en-a-pas");
    expect(answer.status()).toBe(404);
    expect(await answer.text()).toContain("noindex");
  });

  test("leads to the catalogue by its search", async ({ page }) => {
    await visit(page, "/produit/il-n-y-en-a-pas", 404);
    const field = page.getByRole("combobox").filter({ visible: true }).first();
    await field.fill("zellige");
    await field.press("Enter");
    await expect(page).toHaveURL("/recherche?q=zellige");
    await expect(page.getByRole("article").first()).toBeVisible();
  });
});

test.describe("An unpublished product", { tag: "@desktop" }, () => {
  for (const [name, values] of [
    ["a draft", { status: "DRAFT" }],
    ["an archived product", { status: "ARCHIVED" }],
    ["a product in the trash", { inTrash: true }],
  ] as const) {
    test(`answers 404: ${name}`, async ({ page, insertProduct }) => {
      const secret = "Le nom que personne ne doit lire";
      const slug = await insertProduct({ ...values, name: secret });
      for (const locale of LOCALES) {
        const path = getLocalizedPath(locale, { path: `/produit/${slug}` });
        const response = await page.goto(path);
        expect([404, 410]).toContain(response?.status());
        await expectHelp(page, locale);
        expect(await page.content()).not.toContain(secret);
      }
    });
  }
});

test.describe("A former URL", { tag: "@desktop" }, () => {
  for (const { kind, folder, slug } of [
    { kind: "Product", folder: "produit", slug: PRODUCTS.withVariations.split("/").at(-1) ?? "" },
    { kind: "Category", folder: "catalogue", slug: "carrelage" },
  ] as const) {
    for (const locale of LOCALES) {
      test(`of a ${kind.toLowerCase()} redirects to the current one in one hop (${locale})`, async ({
        request,
        insertRedirect,
      }) => {
        const old = await insertRedirect(kind, slug);
        const path = (name: string) => getLocalizedPath(locale, { path: `/${folder}/${name}` });
        for (const view of ["first", "second"]) {
          const answer = await request.get(path(old), { maxRedirects: 0 });
          expect(answer.status(), view).toBe(308);
          const locations = answer.headersArray().filter(({ name }) => /^location$/i.test(name));
          expect(locations.map(({ value }) => new URL(value, answer.url()).pathname)).toEqual([
            path(slug),
          ]);
        }
        const target = await request.get(path(slug), { maxRedirects: 0 });
        expect(target.status()).toBe(200);
      });
    }
  }

  test("with the default language in it redirects to the one without", async ({ request }) => {
    for (const [from, to] of [
      ["/fr", "/"],
      ["/fr/contact", "/contact"],
      ["/fr/catalogue/carrelage?page=2", "/catalogue/carrelage?page=2"],
    ] as const) {
      const answer = await request.get(from, { maxRedirects: 0 });
      expect(answer.status(), from).toBe(308);
      const { pathname, search } = new URL(answer.headers().location ?? "", answer.url());
      expect(pathname + search).toBe(to);
    }
  });
});

test.describe("A malformed URL", { tag: "@desktop" }, () => {
  for (const [name, slug] of [
    ["Arabic letters", encodeURIComponent("خلاط-مغسلة")],
    ["300 letters", "a".repeat(300)],
    ["5,000 letters", "a".repeat(5_000)],
    ["a NUL", "%00"],
    ["a NUL in a word", "mitigeur%00"],
    ["a truncated percent escape", "%E0%A4%A"],
    ["half a surrogate", "%ED%A0%80"],
    ["a quote", "'%22%60"],
    ["a parent path", "..%2F..%2Fetc%2Fpasswd"],
    ["markup", "%3Cscript%3Ealert(1)%3C%2Fscript%3E"],
    ["emoji", encodeURIComponent("🚿")],
    ["a blank", "%20"],
    ["a placeholder", "[slug]"],
  ] as const) {
    test(`is rejected without a server error: ${name}`, async ({ request }) => {
      for (const path of [`/produit/${slug}`, `/catalogue/${slug}`, `/${slug}`, `/ar/${slug}`]) {
        await expectRejection(await request.get(path), path);
      }
      await expectRejection(await request.get(`/catalogue/${slug}?page=2`), "filtered");
    });
  }

  test("of a file is rejected without a server error", async ({ request }) => {
    for (const key of ["x.webp", "..%2f..%2fpackage.json", "%00", `${"a".repeat(64)}/640.webp`]) {
      await expectRejection(await request.get(`/media/${key}`), key);
    }
  });
});

test.describe("A list ignores invalid filters", { tag: "@desktop" }, () => {
  for (const query of [
    "page=0",
    "page=-1",
    "page=99999",
    "page=1e9",
    "page=abc&page=2",
    "minPrice=abc",
    "minPrice=-5&maxPrice=1e99",
    "minPrice=500&maxPrice=10",
    "option=x",
    "option=:&option=a:&option=:b",
    "option[Couleur]=Blanc",
    "option=Couleur%3A%00",
    "option=Couleur%3A%ED%A0%80",
    "sort=zzz",
    "sort=name&sort=price_asc",
    "inStock=maybe&inStock=1",
    `option=${"a".repeat(4_000)}`,
    Array.from({ length: 200 }, (_, index) => `option=N${index}:V`).join("&"),
    "pageSize=100000",
    "%00=1&page=2",
    "__proto__=1&constructor=2&page=2",
  ]) {
    test(`?${query.slice(0, 60)}`, async ({ request }) => {
      for (const path of ["/catalogue/carrelage?", "/ar/catalogue/wc?", "/recherche?q=zellige&"]) {
        const answer = await request.get(path + query);
        expect(answer.status(), path).toBe(200);
        const text = await answer.text();
        expect(text, path).toMatch(/<h1\b[^>]*>/);
        expect(text, path).not.toMatch(INTERNALS);
      }
    });
  }
});

async function expectHelp(page: Page, locale: Locale): Promise<void> {
  const { notFound } = getDictionary(locale);
  const root = page.locator("html");
  await expect(root).toHaveAttribute("lang", locale);
  await expect(root).toHaveAttribute("dir", locale === "ar" ? "rtl" : "ltr");
  await expect(page).toHaveTitle(new RegExp(notFound.title));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(notFound.heading);
  await expect(page.getByRole("combobox").filter({ visible: true }).first()).toBeVisible();
  const shelf = getLocalizedPath(locale, { path: "/catalogue/carrelage" });
  await expect(page.getByRole("main").locator(`a[href="${shelf}"]`)).toBeVisible();
  expect(await page.content()).not.toMatch(INTERNALS);
}

async function expectRejection(answer: APIResponse, path: string): Promise<void> {
  expect(answer.status(), path).toBeGreaterThanOrEqual(400);
  expect(answer.status(), path).toBeLessThan(500);
  expect(await answer.text(), path).not.toMatch(INTERNALS);
}
