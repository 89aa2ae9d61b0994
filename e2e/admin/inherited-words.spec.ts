import { expect, test } from "./fixtures";
import { ADMIN_PAGES } from "./pages";

/** Every plain object inherits these names: a page that looks one up in it finds a function. */
const INHERITED = ["constructor", "__proto__", "toString", "hasOwnProperty"];

test("Every page and list stays readable when people type words that every object inherits", {
  tag: "@desktop",
}, async ({ page, signInAs, resolveAdminPath, database, baseURL }) => {
  test.slow();
  await signInAs("SUPER_ADMIN", page);
  const send = async (method: "post" | "patch", path: string, data: object) => {
    const response = await page.request[method](path, { data, headers: { origin: baseURL ?? "" } });
    expect(response.status(), await response.text()).toBeLessThan(300);
    return (await response.json()).data;
  };
  const made: { categories: string[]; products: string[]; addresses: string[] } = {
    categories: [],
    products: [],
    addresses: [],
  };
  for (const [i, word] of INHERITED.entries()) {
    const category = await send("post", "/api/admin/categories", {
      // Nested below another category, since the header has room for few top-level ones.
      parentId: "cat-outillage",
      name: word,
      nameAr: word,
      description: word,
    });
    const { product } = await send("post", "/api/admin/products", {
      name: word,
      nameAr: word,
      description: `${word} ${word}`,
      categoryId: category.id,
      brand: word,
      basePrice: "10",
      seoTitle: word,
      details: `<p>${word}</p>`,
      facts: [{ name: word, nameAr: word, value: word, valueAr: word }],
      variations: [
        { name: word, value: word, sku: `${word.toUpperCase().replaceAll("_", "P")}-${i}` },
      ],
    });
    await database.query(
      `INSERT INTO "ProductImage" ("id", "productId", "url", "key", "altText", "width", "height", "bytes", "isPrimary")
       SELECT $1, $1, "url", "key", $2, "width", "height", "bytes", true FROM "ProductImage" LIMIT 1`,
      [product.id, word],
    );
    await send("patch", `/api/admin/products/${product.id}`, { version: 1, status: "ACTIVE" });
    await send("patch", `/api/admin/categories/${category.id}`, {
      version: 1,
      description: `${word}.`,
    });
    await send("post", "/api/public/contact", {
      name: word,
      email: `${i}@exemple.ma`,
      subject: word,
      message: word,
    });
    await send("post", "/api/admin/canned-replies", { title: word, body: word, locale: "FR" });
    await send("post", "/api/admin/newsletter/campaign", { subject: word, preheader: word });
    made.categories.push(category.id);
    made.products.push(product.id);
    const query = `option=${word}%3A${word}`;
    made.addresses.push(
      `/produit/${product.slug}`,
      `/ar/produit/${product.slug}`,
      `/catalogue/${category.slug}`,
      `/catalogue/${category.slug}?${query}`,
      `/ar/catalogue/${category.slug}?${query}`,
      `/recherche?q=${word}`,
      `/recherche?q=${word}&${query}`,
      `/api/public/products?option[${word}]=${word}`,
      `/api/public/products/search?q=${word}`,
      `/admin/products/${product.id}/edit`,
      `/admin/products/${product.id}/edit?vue=historique`,
    );
  }
  try {
    const panel: string[] = [];
    for (const path of Object.keys(ADMIN_PAGES)) panel.push(await resolveAdminPath(path));
    const messages = await database.query(
      `SELECT "id" FROM "ContactMessage" WHERE "name" = ANY($1)`,
      [INHERITED],
    );
    const campaigns = await database.query(
      `SELECT "id" FROM "Campaign" WHERE "subject" = ANY($1)`,
      [INHERITED],
    );
    const addresses = [
      "/",
      "/catalogue",
      "/plan-du-site",
      "/sitemap.xml",
      "/sitemaps/pages.xml",
      "/sitemaps/products-1.xml",
      "/api/public/categories",
      ...made.addresses,
      ...panel,
      ...messages.rows.map(({ id }) => `/admin/messages/${id}`),
      ...campaigns.rows.map(({ id }) => `/admin/newsletter/campaigns/${id}`),
    ];
    for (const address of addresses) {
      const response = await page.request.get(address);
      const text = await response.text();
      const failed = response.status() >= 500 || text.includes("La page n'a pas pu s'afficher");
      expect({ address, status: response.status(), failed }).toMatchObject({ failed: false });
    }
    // React errors appear in a browser only.
    for (const address of ["/admin/audit", "/admin/dashboard", "/admin/categories"]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByText("La page n'a pas pu s'afficher")).toHaveCount(0);
    }
  } finally {
    await database.query(`DELETE FROM "Product" WHERE "id" = ANY($1)`, [made.products]);
    await database.query(`DELETE FROM "Category" WHERE "id" = ANY($1)`, [made.categories]);
    await database.query(`DELETE FROM "ContactMessage" WHERE "name" = ANY($1)`, [INHERITED]);
    await database.query(`DELETE FROM "CannedReply" WHERE "title" = ANY($1)`, [INHERITED]);
    await database.query(`DELETE FROM "Campaign" WHERE "subject" = ANY($1)`, [INHERITED]);
  }
});
