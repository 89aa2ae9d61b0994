import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import sharp from "sharp";
import { visit } from "../fixtures";
import { expect, type StaffMember, test } from "./fixtures";

const toast = (page: Page) => page.locator(".toast-success").last();

/** What a phone's camera gives, small. */
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
    await page.getByRole("button", { name: "Publier tout de suite" }).click();
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

  test("is told what is missing before a product can be public, and keeps what was typed", async ({
    page,
    signInAs,
  }) => {
    await signInAs("ADMIN", page);
    await fillNew(page, "Sans photo");
    await page.fill('textarea[name="description"]', "Court");
    await page.getByRole("button", { name: "Publier tout de suite" }).click();
    await expect(page.locator("#champ-images-erreur, [aria-invalid=true]").first()).toBeVisible();
    await expect(page.locator('textarea[name="description"]')).toHaveValue("Court");
    await expect(page.locator('input[name="name"]')).toHaveValue("Sans photo");
    expect(page.url()).toContain("/new");
  });

  test("loses nothing when the session ends in mid-form", async ({ page, signInAs, database }) => {
    const person = await signInAs("ADMIN", page);
    const name = `Session finie ${randomUUID().slice(0, 8)}`;
    await fillNew(page, name);
    await database.query(`DELETE FROM "Session" WHERE "userId" = $1`, [person.id]);
    await page.getByRole("button", { name: "Créer", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Votre session a pris fin" });
    await dialog.locator('input[name="username"]').fill(person.username);
    await dialog.locator('input[name="password"]').fill(person.password);
    await dialog.getByRole("button", { name: "Se connecter" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.locator('input[name="name"]')).toHaveValue(name);
    await page.getByRole("button", { name: "Créer", exact: true }).click();
    await page.waitForURL(/\/admin\/products\/[^/]+\/edit/);
    await expect(page.locator('input[name="name"]')).toHaveValue(name);
  });
});

test.describe("Two people with one product open", () => {
  test("both keep their changes where they changed different things, and choose where they did not", async ({
    page,
    browser,
    signInAs,
    makeProduct,
    database,
  }) => {
    const slug = await makeProduct({ status: "DRAFT" });
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
  test("takes a product from customers, and gives it back", async ({
    page,
    signInAs,
    makeProduct,
  }) => {
    const name = `À jeter ${randomUUID().slice(0, 8)}`;
    const slug = await makeProduct({ name });
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
