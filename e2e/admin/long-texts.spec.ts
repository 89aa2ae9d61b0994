import { expect, test } from "./fixtures";

test("A text that is pasted beyond its limit is not truncated, is counted, and gets an error with the field's name", {
  tag: "@phone",
}, async ({ page, signInAs }) => {
  await signInAs("ADMIN", page);
  await page.goto("/admin/products/new");
  const name = page.getByRole("textbox", { name: "Nom", exact: true });
  await name.focus();
  await page.keyboard.insertText("x".repeat(150));
  await expect(name).toHaveAccessibleDescription("");
  await page.keyboard.insertText("x".repeat(30));
  await expect(name).toHaveAccessibleDescription(/^180 caractères, 200 au plus\.$/);
  await expect(page.getByRole("status").filter({ hasText: "caractères" })).toHaveCount(0);
  await page.keyboard.insertText("x".repeat(70));
  await expect(name).toHaveValue("x".repeat(250));
  await expect(name).toHaveAccessibleDescription(/^250 caractères, 200 au plus\.$/);
  await expect(page.getByRole("status").filter({ hasText: "200 caractères au plus." })).toHaveCount(
    1,
  );
  await page.getByRole("button", { name: "Créer", exact: false }).first().click();
  await expect(page.getByRole("alert").filter({ hasText: "À corriger" })).toContainText(
    "200 caractères au plus.",
  );
});

test("A rejected product shows all its errors at once, a taken reference included", {
  tag: "@phone",
}, async ({ page, signInAs, database }) => {
  await database.query(`UPDATE "Product" SET "sku" = 'PRISE-1' WHERE "id" = (
    SELECT "id" FROM "Product" WHERE "deletedAt" IS NULL ORDER BY "id" LIMIT 1)`);
  await signInAs("ADMIN", page);
  await page.goto("/admin/products/new");
  await page.getByRole("textbox", { name: "Nom", exact: true }).fill("Mitigeur d'essai");
  await page.getByRole("textbox", { name: "Référence" }).first().fill("prise-1");
  await page.getByRole("button", { name: "Publier", exact: true }).click();
  const alert = page.getByRole("alert").filter({ hasText: "À corriger" });
  await expect(alert).toContainText("Cette référence est déjà prise.");
  await expect(alert).toContainText("Ajoutez au moins une image.");
  await expect(alert).toContainText("Choisissez une catégorie.");
});
