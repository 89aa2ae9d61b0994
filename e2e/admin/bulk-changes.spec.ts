import { randomUUID } from "node:crypto";
import { findViolations } from "../axe";
import { findCategoryId, visit } from "../fixtures";
import { expect, test } from "./fixtures";
import { insertPricedCategory } from "./priced-category";

test("prices of a filter are lowered with a preview, seen by customers, and restored", async ({
  page,
  signInAs,
  database,
}) => {
  test.slow();
  await signInAs("ADMIN", page);
  const category = await insertPricedCategory(database);
  const readPrices = async () => {
    const { rows } = await database.query(
      `SELECT "basePrice"::text AS price FROM "Product" WHERE "categoryId" = $1 ORDER BY "id"`,
      [category],
    );
    return rows.map(({ price }) => price);
  };
  await page.goto(`/admin/products?categoryId=${category}&pageSize=20`);
  await page.locator("tbody input[type=checkbox]").first().check();
  await page.getByRole("button", { name: "Les 3 résultats" }).click();
  await page.getByRole("link", { name: "Modifier en lot" }).click();
  await page.waitForURL(/\/admin\/products\/bulk/);
  await page.getByLabel("Changement", { exact: true }).selectOption("DOWN_PERCENT");
  await page.getByLabel("De combien, en %").fill("10");
  await expect(page.getByText("3 produits : 3 à modifier")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Modifier 3 produits" }).click();

  await page.waitForURL(/\/admin\/imports\/[^/]+$/);
  await expect(page.getByText("Terminé", { exact: true })).toBeVisible({ timeout: 30_000 });
  expect(await readPrices()).toEqual(["90.00", "180.00", "270.00"]);
  const operation = page.url();
  await visit(page, `/produit/${category}-1`);
  await expect(
    page
      .locator("main")
      .getByText(/^90\sMAD/)
      .first(),
  ).toBeVisible();

  await page.goto(operation);
  await page.getByRole("button", { name: "Annuler les changements" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Annuler les changements" }).click();
  await expect(page.getByText("Annulé", { exact: true })).toBeVisible({ timeout: 30_000 });
  expect(await readPrices()).toEqual(["100.00", "200.00", "300.00"]);
  expect(await findViolations(page)).toEqual([]);
  await visit(page, `/produit/${category}-1`);
  await expect(
    page
      .locator("main")
      .getByText(/^100\sMAD/)
      .first(),
  ).toBeVisible();

  const scheduled = await page.request.post("/api/admin/products/bulk/changes", {
    headers: { "sec-fetch-site": "same-origin" },
    data: {
      selection: { ids: [`${category}1`] },
      changes: { price: { mode: "SET", value: "80" } },
      scheduledAt: "2030-12-01T00:00:00Z",
    },
  });
  expect(scheduled.status()).toBe(201);
  await visit(page, `/produit/${category}-1`);
  await expect(page.getByText(/^À partir du 1er décembre 2030 : 80\sMAD$/)).toBeVisible();
  await visit(page, `/ar/produit/${category}-1`);
  await expect(page.getByText(/^ابتداءً من 1 دجنبر 2030: 80\sدرهم$/)).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  const { data } = await scheduled.json();
  await page.goto(`/admin/imports/${data.id}`);
  await page.getByRole("button", { name: "Déprogrammer" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Déprogrammer" }).click();
  await expect(page.getByText("Arrêté", { exact: true })).toBeVisible();
  await visit(page, `/produit/${category}-1`);
  await expect(page.getByText(/^À partir du 1er/)).toHaveCount(0);
  await database.query(`DELETE FROM "Product" WHERE "categoryId" = $1`, [category]);
  await database.query(`DELETE FROM "Category" WHERE "id" = $1`, [category]);
});

test("price and category are changed in the list, by keyboard, and restored", {
  tag: "@desktop",
}, async ({ page, signInAs, insertProduct, database }) => {
  await signInAs("ADMIN", page);
  const name = `Essai ${randomUUID().slice(0, 8)}`;
  const slug = await insertProduct({ name, status: "DRAFT" });
  await database.query(`UPDATE "Product" SET "basePrice" = 100 WHERE "slug" = $1`, [slug]);
  await page.goto(`/admin/products?q=${encodeURIComponent(name)}`);
  const row = page.locator("tbody tr").filter({ hasText: name });
  await row.getByRole("button", { name: /^Prix de/ }).press("Enter");
  const input = row.getByRole("textbox", { name: /^Prix de/ });
  await expect(input).toBeFocused();
  await input.fill("12,345");
  await input.press("Enter");
  await expect(row.getByRole("alert")).toContainText("Indiquez un prix");
  expect(await findViolations(page)).toEqual([]);
  await input.fill("129,50");
  await input.press("Enter");
  await expect(row).toContainText("129,50");
  await page.getByRole("button", { name: "Annuler", exact: true }).click();
  await expect(row).toContainText("100");

  await row.getByRole("button", { name: /^Catégorie de/ }).press("Enter");
  const select = row.getByRole("combobox", { name: /^Catégorie de/ });
  const chosen = await findCategoryId(database, "luminaire");
  await select.selectOption(chosen);
  await row.getByRole("button", { name: "Enregistrer" }).click();
  await expect(row.getByRole("button", { name: /^Catégorie de/ })).toBeVisible();
  const { rows } = await database.query(`SELECT "categoryId" FROM "Product" WHERE "slug" = $1`, [
    slug,
  ]);
  expect(rows).toEqual([{ categoryId: chosen }]);
});

test("fifty prices are pasted from Excel into the grid, corrected, and saved product by product", {
  tag: "@desktop",
}, async ({ page, signInAs, database }) => {
  await signInAs("ADMIN", page);
  const run = `Grille ${randomUUID().slice(0, 8)}`;
  await database.query(
    `INSERT INTO "Product" ("id", "slug", "name", "description", "categoryId", "basePrice")
     SELECT md5($1 || n), md5($1 || n), $1 || ' ' || lpad(n::text, 3, '0'), 'Un produit pour la grille.',
       $2, 10 FROM generate_series(1, 60) AS n`,
    [run, await findCategoryId(database, "luminaire")],
  );
  await page.goto(`/admin/products?q=${encodeURIComponent(run)}`);
  await page.getByRole("link", { name: "Grille", exact: true }).click();
  const grid = page.getByRole("grid");
  await grid.getByRole("gridcell", { name: `${run} 001` }).click();
  await grid.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  const prices = Array.from({ length: 50 }, (_, i) => (i === 0 ? "vingt" : `${i + 20},5`));
  await page.evaluate(
    (text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    `${prices.join("\r\n")}\r\n`,
  );
  const save = page.getByRole("button", { name: /^Enregistrer/ });
  await expect(save).toHaveText("Enregistrer 50 produits");
  await expect(page.getByText("1 cellule à corriger")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(save).toBeDisabled();
  await page.keyboard.press("Control+Shift+z");
  await page.keyboard.press("Control+Home");
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.type("20,5");
  await page.keyboard.press("Enter");
  await expect(page.getByText("cellule à corriger")).toHaveCount(0);
  expect(await findViolations(page)).toEqual([]);
  // A key writes into the active cell, also when that row was scrolled out of sight.
  await grid.evaluate((table) => table.parentElement?.scrollTo(0, 100_000));
  await page.keyboard.type("7");
  await expect(grid.getByRole("textbox")).toBeInViewport();
  await page.keyboard.press("Escape");
  // Another editor changes the second product's price before the grid is saved.
  await database.query(
    `UPDATE "Product" SET "basePrice" = 11, "version" = 2 WHERE "name" = $1 || ' 002'`,
    [run],
  );
  await save.click();
  await expect(save).toHaveText("Enregistrer 1 produit", { timeout: 60_000 });
  await page.getByRole("button", { name: "Garder le mien" }).click();
  await expect(save).toBeDisabled();
  const { rows } = await database.query(
    `SELECT "basePrice"::text AS price FROM "Product" WHERE "name" LIKE $1 || '%' ORDER BY "name"`,
    [run],
  );
  const expected = Array.from({ length: 60 }, (_, i) => (i < 50 ? `${i + 20}.50` : "10.00"));
  expect(rows.map(({ price }) => price)).toEqual(expected);
  await database.query(`DELETE FROM "Product" WHERE "name" LIKE $1 || '%'`, [run]);
});
