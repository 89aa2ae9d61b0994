import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import sharp from "sharp";
import { visit } from "../fixtures";
import { expect, type StaffMember, test } from "./fixtures";

const toast = (page: Page) => page.locator(".toast-success").last();

/** A small photo as a phone's camera takes it. */
async function photos(count: number) {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const background = { r: (index * 60) % 255, g: 90, b: Math.floor(Math.random() * 255) };
      const image = sharp({ create: { width: 1600, height: 1200, channels: 3, background } });
      return {
        name: `photo-${index}.jpg`,
        mimeType: "image/jpeg",
        buffer: await image.jpeg().toBuffer(),
      };
    }),
  );
}

async function fillNew(page: Page, name: string) {
  await page.goto("/admin/products/new");
  await page.getByLabel("Nom", { exact: false }).first().waitFor();
  await page.fill('input[name="name"]', name);
  await page.fill('textarea[name="description"]', "Une description de plus de dix caractères.");
  await page.selectOption('select[name="categoryId"]', { index: 2 });
}

test.describe("A member of staff", () => {
  test("adds a product with four photos, and customers see it a second later", async ({
    page,
    signInAs,
    database,
  }) => {
    await signInAs("ADMIN", page);
    const name = `Mitigeur d'essai ${randomUUID().slice(0, 8)} chromé`;
    await fillNew(page, name);
    await page.fill('input[name="basePrice"]', "1 249,50");
    await page.locator("#champ-images").setInputFiles(await photos(4));
    await expect(page.getByRole("button", { name: "Retirer la photo 4" })).toBeVisible();
    await page.getByRole("button", { name: "Publier", exact: true }).click();
    await expect(toast(page)).toBeVisible();
    await page.waitForURL(/\/admin\/products\/[^/]+\/edit/);
    const { rows } = await database.query(
      `SELECT p."slug", p."basePrice"::text AS price, count(i.*)::int AS images
       FROM "Product" p JOIN "ProductImage" i ON i."productId" = p."id" WHERE p."name" = $1 GROUP BY p."id"`,
      [name],
    );
    expect(rows).toEqual([{ slug: expect.any(String), price: "1249.50", images: 4 }]);
    await visit(page, `/produit/${rows[0].slug}`);
    await expect(page.locator("h1")).toHaveText(name);
    await database.query(`DELETE FROM "Product" WHERE "name" = $1`, [name]);
  });

  test("sees what is missing before publication, without losing typed text", {
    tag: "@desktop",
  }, async ({ page, signInAs }) => {
    await signInAs("ADMIN", page);
    await fillNew(page, "Sans photo");
    await page.fill('textarea[name="description"]', "Court");
    await page.getByRole("button", { name: "Publier", exact: true }).click();
    const summary = page.getByRole("alert").filter({ hasText: "À corriger" });
    await expect(summary.getByRole("listitem")).toHaveCount(2);
    await expect(page.locator("#champ-images-erreur")).toBeVisible();
    await expect(page.locator('textarea[name="description"]')).toHaveValue("Court");
    await expect(page.locator('input[name="name"]')).toHaveValue("Sans photo");
    expect(page.url()).toContain("/new");

    await page.fill('textarea[name="description"]', "Une description assez longue.");
    await expect(summary.getByRole("listitem")).toHaveCount(1);
    await page.locator("#champ-images").setInputFiles(await photos(1));
    await expect(summary).toHaveCount(0);
    await expect(page.locator("form [aria-invalid=true]")).toHaveCount(0);
  });

  test("confirms a product without a price, which is then on request", { tag: "@phone" }, async ({
    page,
    signInAs,
    database,
  }) => {
    await signInAs("ADMIN", page);
    const name = `Sans prix ${randomUUID().slice(0, 8)}`;
    await fillNew(page, name);
    await page.locator("#champ-images").setInputFiles(await photos(1));
    await expect(page.getByRole("button", { name: "Retirer la photo 1" })).toBeVisible();
    await page.getByRole("button", { name: "Publier", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Publier sans prix ?" });
    await expect(dialog).toContainText("Prix sur demande");
    await dialog.getByRole("button", { name: "Publier sans prix" }).click();
    await page.waitForURL(/\/admin\/products\/[^/]+\/edit/);
    const { rows } = await database.query(
      `DELETE FROM "Product" WHERE "name" = $1 RETURNING "status", "priceOnRequest"`,
      [name],
    );
    expect(rows).toEqual([{ status: "ACTIVE", priceOnRequest: true }]);
  });

  test("sets a price, a stock and a photo for each option value, and customers see them", {
    tag: "@phone",
  }, async ({ page, signInAs, database }) => {
    await signInAs("ADMIN", page);
    const name = `Lavabo à choisir ${randomUUID().slice(0, 8)}`;
    await fillNew(page, name);
    await page.fill('input[name="basePrice"]', "500");
    await page.locator("#champ-images").setInputFiles(await photos(2));
    await expect(page.getByRole("button", { name: "Retirer la photo 2" })).toBeVisible();
    await page.locator("summary").filter({ hasText: "Variations" }).click();
    await page.getByRole("button", { name: "Ajouter une option" }).click();
    await page.getByLabel("Option *", { exact: true }).fill("Couleur");
    const adder = page.getByLabel("Ajouter une valeur");
    await adder.fill("Blanc");
    await adder.press("Enter");
    await adder.fill("Noir mat");
    await page.getByRole("button", { name: "Ajouter", exact: true }).click();
    await page.locator('[id="champ-variations.0.values.1.price"]').fill("650");
    await page.locator('[id="champ-variations.0.values.1.stock"]').fill("4");
    for (const [value, photo] of [
      ["Blanc", "Photo 1"],
      ["Noir mat", "Photo 2"],
    ] as const) {
      await page.getByRole("button", { name: `Photo pour ${value} : aucune` }).click();
      const sheet = page.getByRole("dialog", { name: `Photo pour ${value}` });
      await sheet.getByRole("button", { name: photo }).click();
      await expect(sheet).toBeHidden();
    }
    await page.getByRole("button", { name: "Publier", exact: true }).click();
    await page.waitForURL(/\/admin\/products\/[^/]+\/edit/);

    const { rows } = await database.query(
      `SELECT p."slug", v."value", v."priceModifier"::text AS modifier, v."stock", i."order"
       FROM "Product" p JOIN "ProductVariation" v ON v."productId" = p."id"
       LEFT JOIN "ProductImage" i ON i."productId" = p."id" AND i."url" = v."imageUrl"
       WHERE p."name" = $1 ORDER BY v."order"`,
      [name],
    );
    expect(rows).toEqual([
      { slug: expect.any(String), value: "Blanc", modifier: "0.00", stock: null, order: 0 },
      { slug: expect.any(String), value: "Noir mat", modifier: "150.00", stock: 4, order: 1 },
    ]);
    await visit(page, `/produit/${rows[0].slug}`);
    await page.getByRole("radio", { name: "Noir mat" }).check();
    await expect(page.locator("[data-thumb]").nth(1)).toHaveAttribute("aria-current", "true");
    await expect(page.getByText(/650/).first()).toBeVisible();
    await database.query(`DELETE FROM "Product" WHERE "name" = $1`, [name]);
  });

  test("schedules a product in the shop's time zone, by typing or with the calendar", {
    tag: "@desktop",
  }, async ({ page, signInAs, database }) => {
    await signInAs("ADMIN", page);
    const name = `Programmé ${randomUUID().slice(0, 8)}`;
    await fillNew(page, name);
    await page.getByLabel("Visible à partir du", { exact: true }).fill("31/02/2031");
    await page.getByLabel("Visible à partir du : heure").fill("9h30");
    await expect(page.getByText("Écrivez une date comme 31/01/2026.")).toBeVisible();
    await page.getByRole("button", { name: "Créer en brouillon" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "À corriger" })).toContainText(
      "Visible à partir du",
    );
    await page.getByLabel("Visible à partir du", { exact: true }).fill("14/02/2031");
    await expect(page.getByLabel("Visible à partir du : heure")).toHaveValue("09:30");

    await page.getByLabel("Visible jusqu'au", { exact: true }).fill("01/03/2031");
    await page.getByRole("button", { name: "Calendrier : Visible jusqu'au" }).click();
    const calendar = page.getByRole("dialog", { name: "Calendrier : Visible jusqu'au" });
    await expect(calendar.getByText("mars 2031").first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(calendar).toBeHidden();
    await expect(page.getByLabel("Visible jusqu'au", { exact: true })).toHaveValue("08/03/2031");

    await page.getByRole("button", { name: "Créer en brouillon" }).click();
    await page.waitForURL(/\/admin\/products\/[^/]+\/edit/);
    await expect(page.getByLabel("Visible à partir du", { exact: true })).toHaveValue("14/02/2031");
    const { rows } = await database.query(
      `DELETE FROM "Product" WHERE "name" = $1 RETURNING "publishAt", "unpublishAt"`,
      [name],
    );
    expect(rows).toEqual([
      {
        publishAt: new Date("2031-02-14T09:30:00Z"),
        unpublishAt: new Date("2031-03-08T23:59:00Z"),
      },
    ]);
  });

  test("loses no typed text when the session ends while a form is open", { tag: "@phone" }, async ({
    page,
    signInAs,
    database,
  }) => {
    const person = await signInAs("ADMIN", page);
    const name = `Session finie ${randomUUID().slice(0, 8)}`;
    await fillNew(page, name);
    await database.query(`DELETE FROM "Session" WHERE "userId" = $1`, [person.id]);
    const dialog = page.getByRole("dialog", { name: "Votre session a pris fin" });
    const create = page.getByRole("button", { name: "Créer en brouillon" });
    // A request of the form itself may open the dialog before the button does.
    await expect(async () => {
      if (!(await dialog.isVisible())) await create.click({ timeout: 1_000 });
      await expect(dialog).toBeVisible({ timeout: 3_000 });
    }).toPass();
    await dialog.locator('input[name="username"]').fill(person.username);
    await dialog.locator('input[name="password"]').fill(person.password);
    await dialog.getByRole("button", { name: "Se connecter" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.locator('input[name="name"]')).toHaveValue(name);
    await page.getByRole("button", { name: "Créer en brouillon" }).click();
    await page.waitForURL(/\/admin\/products\/[^/]+\/edit/);
    await expect(page.locator('input[name="name"]')).toHaveValue(name);
  });
});

test.describe("Two editors of one product", () => {
  test("both have their changes to different fields stored, and choose a side for the same field", {
    tag: "@desktop",
  }, async ({ page, browser, signInAs, insertProduct, database }) => {
    const slug = await insertProduct({ status: "DRAFT" });
    const path = `/admin/products/${slug}/edit`;
    await signInAs("ADMIN", page);
    const { other, colleague } = await openElsewhere(browser, signInAs, path);
    await page.goto(path);

    await other.fill('input[name="name"]', "Le nom du collègue");
    await save(other);
    await page.fill('textarea[name="description"]', "Ma description, de plus de dix caractères.");
    await save(page);
    await expect(
      page.getByText(`Fusionné avec les modifications de ${colleague.username}`),
    ).toBeVisible();
    await expect(page.locator('input[name="name"]')).toHaveValue("Le nom du collègue");

    await other.reload();
    await other.fill('input[name="name"]', "Encore le collègue");
    await save(other);
    await page.fill('input[name="name"]', "Mon nom à moi");
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Cette fiche a changé entre-temps" });
    await expect(dialog).toContainText("Encore le collègue");
    await expect(dialog).toContainText("Mon nom à moi");
    await dialog.getByRole("button", { name: "Enregistrer ce choix" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.locator('input[name="name"]')).toHaveValue("Mon nom à moi");
    await expect
      .poll(async () => {
        const { rows } = await database.query(
          `SELECT "name", "description" FROM "Product" WHERE "slug" = $1`,
          [slug],
        );
        return rows;
      })
      .toEqual([
        { name: "Mon nom à moi", description: "Ma description, de plus de dix caractères." },
      ]);
    await other.context().close();
  });
});

async function openElsewhere(
  browser: Browser,
  signInAs: (role: "ADMIN", page: Page) => Promise<StaffMember>,
  path: string,
) {
  const context = await browser.newContext();
  const other = await context.newPage();
  const colleague = await signInAs("ADMIN", other);
  await other.goto(path);
  return { other, colleague };
}

async function save(page: Page) {
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(toast(page)).toBeVisible();
}

test.describe("The trash", () => {
  test("hides a product from customers, and restores it", { tag: "@phone" }, async ({
    page,
    signInAs,
    insertProduct,
  }) => {
    const name = `À jeter ${randomUUID().slice(0, 8)}`;
    const slug = await insertProduct({ name });
    await signInAs("SUPER_ADMIN", page);
    await page.goto(`/admin/products?q=${encodeURIComponent(name)}`);
    await page.getByRole("button", { name: `Actions pour ${name}` }).click();
    await page.getByRole("button", { name: "Mettre à la corbeille" }).click();
    await expect(toast(page)).toBeVisible();
    expect((await page.request.get(`/api/public/products/${slug}`)).status()).toBe(410);
    await page.getByRole("button", { name: "Annuler" }).click();
    await expect
      .poll(async () => (await page.request.get(`/api/public/products/${slug}`)).status())
      .toBe(200);
  });
});
