import { expect, findCategoryId, test } from "../fixtures";

/** Follows the acceptance test case of the shop's specification, with seeded credentials and a real category. */
test("admin can login and create product", { tag: "@desktop" }, async ({ page, database }) => {
  const categoryId = await findCategoryId(database, "eviers");

  await page.goto("/admin/login");

  await page.fill('input[name="username"]', process.env.SEED_ADMIN_USERNAME ?? "admin");
  await page.fill('input[name="password"]', process.env.SEED_ADMIN_PASSWORD ?? "");
  await page.click('button[type="submit"]');

  await page.waitForURL("/admin/dashboard");
  expect(page.url()).toContain("/admin/dashboard");

  await page.click('a[href="/admin/products"]');
  await page.click('button:has-text("Nouveau produit")');

  await page.fill('input[name="name"]', "E2E Test Product");
  await page.fill('textarea[name="description"]', "Test description");
  await page.selectOption('select[name="categoryId"]', categoryId);
  await page.click('button:has-text("Créer")');

  await expect(page.locator(".toast-success")).toBeVisible();

  const { rows: made } = await database.query(
    `DELETE FROM "Product" WHERE "name" = 'E2E Test Product' RETURNING "status"`,
  );
  expect(made).toEqual([{ status: "DRAFT" }]);
});
