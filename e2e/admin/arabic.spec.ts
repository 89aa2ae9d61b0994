import { randomUUID } from "node:crypto";
import { checkNumberOrder } from "../number-order";
import { expect, test } from "./fixtures";

const MIRROR = "مرآة 70×50 سم، 10 %";

test("names and subjects in Arabic preserve the order of their figures on every admin page", {
  tag: "@desktop",
}, async ({ page, signInAs, database, insertProduct }) => {
  await signInAs("SUPER_ADMIN", page);
  const product = await insertProduct({ name: MIRROR });
  const id = `e2e-${randomUUID()}`;
  await database.query(
    `INSERT INTO "ContactMessage" ("id", "name", "email", "subject", "message", "locale", "productId")
     VALUES ($1, 'يوسف 12×15', $2, $3, 'هل عندكم 60×60 سم؟', 'AR', $4)`,
    [id, `${id}@example.test`, MIRROR, product],
  );
  await database.query(
    `INSERT INTO "Campaign" ("id", "subject") VALUES ($1, $2) ON CONFLICT DO NOTHING`,
    [id, MIRROR],
  );
  for (const path of [
    "/admin/products",
    `/admin/products/${product}/edit`,
    "/admin/messages?folder=all",
    `/admin/messages?folder=all&product=${product}`,
    `/admin/messages/${id}`,
    "/admin/newsletter/campaigns",
    `/admin/newsletter/campaigns/${id}`,
  ]) {
    await page.goto(path);
    const { turned, count } = await checkNumberOrder(page);
    expect.soft(turned, path).toEqual([]);
    expect.soft(count, path).toBeGreaterThan(0);
  }
  await page.goto(`/admin/products?q=${encodeURIComponent("مرآة")}`);
  await page.getByRole("button", { name: `Actions pour ${MIRROR}` }).click();
  await page.getByRole("button", { name: "Mettre à la corbeille" }).click();
  await expect(page.locator(".toast-success").last()).toContainText("est à la corbeille");
  expect((await checkNumberOrder(page)).turned).toEqual([]);
  await database.query(`DELETE FROM "ContactMessage" WHERE "id" = $1`, [id]);
  await database.query(`DELETE FROM "Campaign" WHERE "id" = $1`, [id]);
});
