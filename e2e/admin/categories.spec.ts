import { randomUUID } from "node:crypto";
import { expect, test } from "./fixtures";

test.describe("The category tree", () => {
  test("accepts new categories, is sorted by buttons, and offers to move the content of a deleted category", {
    tag: "@phone",
  }, async ({ page, signInAs, database }) => {
    await signInAs("ADMIN", page);
    const run = randomUUID().slice(0, 6);
    const [target, first, second] = [`Cible ${run}`, `Rayon A ${run}`, `Rayon B ${run}`] as const;
    await page.goto("/admin/categories");
    for (const name of [target, first, second]) {
      await page.getByRole("button", { name: "Nouvelle catégorie" }).click();
      const editor = page.getByRole("dialog");
      await editor.locator('input[name="name"]').fill(name);
      await editor.locator('button[type="submit"]').click();
      await expect(page.getByRole("button", { name, exact: true })).toBeVisible();
    }
    await page.getByRole("button", { name: `Vers l'intérieur : ${second}` }).click();
    await expect.poll(async () => (await getParent(second))?.name).toBe(first);

    await page.getByRole("button", { name: `Supprimer ${first}` }).click();
    const dialog = page.getByRole("dialog", { name: `Supprimer « ${first} »` });
    await expect(dialog).toContainText("1 sous-catégorie");
    await dialog.getByRole("button", { name: "Déplacer et supprimer" }).click();
    await expect(dialog).toContainText("Choisissez où déplacer son contenu.");
    await dialog.locator('select[name="moveTo"]').selectOption({ label: target });
    await dialog.getByRole("button", { name: "Déplacer et supprimer" }).click();
    await expect(dialog).toBeHidden();
    await expect.poll(async () => (await getParent(second))?.name).toBe(target);

    for (const name of [second, target]) {
      await page.getByRole("button", { name: `Supprimer ${name}` }).click();
      await page.getByRole("button", { name: "Supprimer la catégorie" }).click();
      await expect(page.getByRole("button", { name, exact: true })).toBeHidden();
    }

    async function getParent(name: string): Promise<{ name: string } | undefined> {
      const { rows } = await database.query(
        `SELECT p."name" FROM "Category" c JOIN "Category" p ON p."id" = c."parentId" WHERE c."name" = $1`,
        [name],
      );
      return rows[0];
    }
  });

  test("asks for confirmation before it hides a category, and lists what is hidden with it", {
    tag: "@desktop",
  }, async ({ page, signInAs, insertProduct, database }) => {
    await signInAs("ADMIN", page);
    // The id of the category below it has at most 40 characters, too.
    const id = `e2e-${randomUUID().slice(0, 23)}`;
    const [name, below] = [`Rayon ${id.slice(4, 12)}`, `Sous-rayon ${id.slice(4, 12)}`];
    await database.query(
      `INSERT INTO "Category" ("id", "slug", "name", "parentId", "order") VALUES ($1, $1, $3, NULL, 99), ($2, $2, $4, $1, 0)`,
      [id, `${id}-b`, name, below],
    );
    const slug = await insertProduct();
    await database.query(`UPDATE "Product" SET "categoryId" = $1 WHERE "slug" = $2`, [
      `${id}-b`,
      slug,
    ]);
    const status = async (path: string) => (await page.request.get(path)).status();
    await page.goto("/admin/categories");
    await page.getByRole("button", { name: `Modifier ${name}`, exact: true }).click();
    const editor = page.getByRole("dialog", { name: `Modifier « ${name} »` });
    await editor.getByLabel("Visible dans la boutique").uncheck();
    await editor.getByRole("button", { name: "Enregistrer" }).click();
    const question = page.getByRole("dialog", { name: `Masquer « ${name} »` });
    await expect(question).toContainText("1 produit et 2 catégories ne seront plus visibles");
    await question.getByRole("button", { name: "Annuler" }).click();
    expect(await status(`/produit/${slug}`)).toBe(200);
    await editor.getByRole("button", { name: "Enregistrer" }).click();
    await question.getByRole("button", { name: "Masquer la catégorie" }).click();
    await expect(editor).toBeHidden();
    const row = page.getByRole("listitem").filter({ hasText: below });
    await expect(row).toContainText(`Masquée par « ${name} »`);
    for (const path of [`/produit/${slug}`, `/catalogue/${id}`, `/catalogue/${id}-b`]) {
      expect(await status(path), path).toBe(404);
    }
    await page.goto(`/admin/products?categoryId=${id}-b`);
    await expect(page.getByText("Catégorie masquée").first()).toBeVisible();
    await page.goto(`/admin/products/${slug}/edit`);
    await expect(page.getByText("les clients ne voient pas ses produits")).toBeVisible();
    await database.query(`DELETE FROM "Product" WHERE "slug" = $1`, [slug]);
    await database.query(`DELETE FROM "Category" WHERE "id" = ANY($1)`, [[`${id}-b`]]);
    await database.query(`DELETE FROM "Category" WHERE "id" = $1`, [id]);
  });

  test("shows customers a new name at once", { tag: "@desktop" }, async ({ page, signInAs }) => {
    await signInAs("ADMIN", page);
    const rename = async (from: string, to: string) => {
      await page.goto("/admin/categories");
      await page.getByRole("button", { name: `Modifier ${from}`, exact: true }).click();
      const editor = page.getByRole("dialog");
      await editor.locator('input[name="name"]').fill(to);
      await editor.locator('button[type="submit"]').click();
      await expect(page.getByRole("button", { name: to, exact: true })).toBeVisible();
      await page.goto("/catalogue/miroirs");
      await expect(page.locator("h1")).toHaveText(to);
    };
    const name = `Miroirs ${randomUUID().slice(0, 6)}`;
    await rename("Miroirs", name);
    await rename(name, "Miroirs");
  });
});
