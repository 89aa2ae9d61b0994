import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import sharp from "sharp";
import { findViolations } from "../axe";
import { visit } from "../fixtures";
import { expect, test } from "./fixtures";
import { insertPricedCategory } from "./priced-category";

/** A ZIP with a photo in a folder, a broken photo, and a file that is none. */
async function buildPhotoZip() {
  // A colour of its own: equal photos are stored once, and other tests store some too.
  const background = { r: randomInt(256), g: randomInt(256), b: randomInt(256) };
  const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .webp()
    .toBuffer();
  const files = {
    "photos/Neuve.webp": new Uint8Array(photo),
    "photos/cassee.jpg": strToU8("x"),
    "liste.txt": strToU8("x"),
  };
  return {
    name: "photos.zip",
    mimeType: "application/zip",
    buffer: Buffer.from(zipSync(files, { level: 0 })),
  };
}

/** Puts texts into the cells of one column, by a part of their line. */
function setCells(lines: readonly string[], column: string, texts: ReadonlyMap<string, string>) {
  const place = lines[0]?.split(";").findIndex((cell) => cell.includes(column)) ?? -1;
  expect(place).toBeGreaterThan(0);
  return lines.map((line) => {
    const text = [...texts].find(([part]) => line.includes(part))?.[1];
    return text === undefined ? line : line.split(";").with(place, text).join(";");
  });
}

test("an export with a changed price and photos is checked, imported, seen by customers, and undone", async ({
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
  const [matching, missing] = [`${category}2`, `${category}3`];
  const photos = new Map([
    [matching, "neuve.webp"],
    [missing, "cassee.jpg"],
  ]);
  const readKeys = async () => {
    const { rows } = await database.query(
      `SELECT "productId", "key" FROM "ProductImage" WHERE "productId" = ANY($1)`,
      [[matching, missing]],
    );
    return new Map<string, string>(rows.map(({ productId, key }) => [productId, key]));
  };
  const formerKeys = await readKeys();

  await page.goto("/admin/imports");
  await page.getByRole("link", { name: "Importer un fichier" }).click();
  await page.getByLabel("Fichier").setInputFiles({
    name: "prix.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(setCells(changed, "Photos", photos).join("\r\n")),
  });
  await page.getByRole("button", { name: "Lire le fichier" }).click();
  await expect(page.getByText("Toutes les colonnes sont reconnues.")).toBeVisible();
  await page.getByText("Premières lignes du fichier (3)").click();
  await expect(page.getByRole("region", { name: "Premières lignes" })).toContainText(raised);
  await page.getByLabel("Photos ou fichier ZIP").setInputFiles(await buildPhotoZip());
  await expect(page.getByText("Photos refusées : cassee.jpg")).toBeVisible();
  await expect(page.getByText("Photos envoyées : 1")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Vérifier le fichier" }).click();
  await expect(page.getByRole("heading", { name: "Résultat de la vérification" })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.locator("ins")).toHaveText([raised, "neuve.webp"]);
  await expect(page.getByText("Ligne 4 : cassee.jpg")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  await page.getByRole("button", { name: "Importer 2 produits" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Importer", exact: true }).click();
  await page.waitForURL(/\/admin\/imports\/(?!new)[^/]+$/);
  await expect(page.getByText("Terminé", { exact: true })).toBeVisible({ timeout: 30_000 });
  const operation = page.url();
  const keys = await readKeys();
  expect(keys.get(matching)).not.toBe(formerKeys.get(matching));
  expect(keys.get(missing)).toBe(formerKeys.get(missing));
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
  expect(await readKeys()).toEqual(formerKeys);
});

/** Moves on with the Tab key to a control, as people without a mouse do, and presses Enter. */
async function pressByKeyboard(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  const isFocused = () => control.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 60 && !(await isFocused()); presses += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(control).toBeFocused();
  await page.keyboard.press("Enter");
}

async function chooseByKeyboard(page: Page, field: Locator, name: string, text: string) {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    pressByKeyboard(page, field),
  ]);
  await chooser.setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

test("an import is made and undone with the keyboard alone, and no step loses the focus", {
  tag: "@desktop",
}, async ({ page, signInAs, database }) => {
  test.slow();
  await signInAs("ADMIN", page);
  const category = await insertPricedCategory(database);
  const answer = await page.request.get(
    `/api/admin/products/export?format=csv&categoryId=${category}`,
  );
  const file = (await answer.text()).replaceAll(";100,00;", ";102,50;");
  const getButton = (name: string | RegExp) => page.getByRole("button", { name });
  const getHeading = (name: string, level = 2) => page.getByRole("heading", { name, level });
  const dialog = page.getByRole("dialog");

  await page.goto("/admin/imports");
  await pressByKeyboard(page, page.getByRole("link", { name: "Importer un fichier" }));
  await expect(getHeading("Importer des produits", 1)).toBeFocused();
  const field = page.getByLabel("Fichier");
  await pressByKeyboard(page, getButton("Lire le fichier"));
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription("Choisissez un fichier.");
  await chooseByKeyboard(page, field, "vide.csv", "");
  await pressByKeyboard(page, getButton("Lire le fichier"));
  await expect(field).toHaveAccessibleDescription(/vide/);
  await expect(field).toBeFocused();

  await chooseByKeyboard(page, field, "prix.csv", file);
  await pressByKeyboard(page, getButton("Lire le fichier"));
  await expect(getHeading("prix.csv")).toBeFocused();
  await pressByKeyboard(page, getButton("Vérifier le fichier"));
  await expect(getHeading("Résultat de la vérification")).toBeFocused({ timeout: 30_000 });
  await pressByKeyboard(
    page,
    page.getByRole("link", { name: "Changer les colonnes et les options" }),
  );
  await expect(getHeading("prix.csv")).toBeFocused();
  await pressByKeyboard(page, getButton("Vérifier le fichier"));
  await expect(getHeading("Résultat de la vérification")).toBeFocused({ timeout: 30_000 });

  await pressByKeyboard(page, getButton(/^Importer \d/));
  await pressByKeyboard(page, dialog.getByRole("button", { name: "Importer", exact: true }));
  await expect(getHeading("Import de prix.csv", 1)).toBeFocused();
  await expect(page.getByText("Terminé", { exact: true })).toBeVisible({ timeout: 30_000 });
  await pressByKeyboard(page, getButton("Annuler les changements"));
  await pressByKeyboard(page, dialog.getByRole("button", { name: "Annuler les changements" }));
  await expect(page.getByText("Annulé", { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(getHeading("Opération")).toBeFocused();
});
