import { readFile } from "node:fs/promises";
import { findViolations } from "../axe";
import { visit } from "../fixtures";
import { expect, test } from "./fixtures";
import { insertPricedCategory } from "./priced-category";

test("an export with a changed price is checked, imported, seen by customers, and undone", async ({
  page,
  signInAs,
  database,
}) => {
  test.slow();
  await signInAs("ADMIN", page);
  const category = await insertPricedCategory(database);
  const product = { id: `${category}1`, slug: `${category}-1`, price: "100.00" };
  const raised = "101,50";

  await page.goto(`/admin/products?categoryId=${category}`);
  await page.getByRole("button", { name: "Exporter" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Les produits filtrés, CSV" }).click(),
  ]);
  const lines = (await readFile(await download.path(), "utf8")).split("\r\n");
  const changed = lines.map((line) =>
    line.includes(product.id) ? line.replace(";100,00;", `;${raised};`) : line,
  );
  expect(changed).not.toEqual(lines);

  await page.goto("/admin/imports");
  await page.getByRole("link", { name: "Importer un fichier" }).click();
  await page.getByLabel("Fichier").setInputFiles({
    name: "prix.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(changed.join("\r\n")),
  });
  await page.getByRole("button", { name: "Lire le fichier" }).click();
  await expect(page.getByText("Toutes les colonnes sont reconnues.")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Vérifier le fichier" }).click();
  await expect(page.getByRole("heading", { name: "Résultat de la vérification" })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.locator("ins")).toHaveText([raised]);
  expect(await findViolations(page)).toEqual([]);

  await page.getByRole("button", { name: "Importer 1 produit" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Importer", exact: true }).click();
  await page.waitForURL(/\/admin\/imports\/(?!new)[^/]+$/);
  await expect(page.getByText("Terminé", { exact: true })).toBeVisible({ timeout: 30_000 });
  const operation = page.url();
  await visit(page, `/produit/${product.slug}`);
  await expect(page.locator("main")).toContainText(raised);

  await page.goto(operation);
  await page.getByRole("button", { name: "Annuler les changements" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Annuler les changements" }).click();
  await expect(page.getByText("Annulé", { exact: true })).toBeVisible({ timeout: 30_000 });
  const { rows: restored } = await database.query(
    `SELECT "basePrice"::text AS price FROM "Product" WHERE "id" = $1`,
    [product.id],
  );
  expect(restored).toEqual([{ price: product.price }]);
});
