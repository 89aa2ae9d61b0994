import { randomUUID } from "node:crypto";
import { expect, test } from "./fixtures";

test("the audit log shows a price in its summary line, and filters by action and by name", {
  tag: "@phone",
}, async ({ page, signInAs, database }) => {
  const { id, username } = await signInAs("SUPER_ADMIN", page);
  const name = `Zellige ${randomUUID().slice(0, 8)}`;
  const insertEntry = (action: string, label: string, changes: object | string) =>
    database.query(
      `INSERT INTO "AuditLog" ("id", "userId", "userName", "action", "entityType", "entityId", "entityLabel", "changes")
       VALUES ($1, $2, $3, $4, 'Product', $1, $5, $6)`,
      [randomUUID(), id, username, action, label, JSON.stringify(changes)],
    );
  await insertEntry("update_product", name, { basePrice: { before: "95.00", after: "99.00" } });
  await insertEntry("update_product", `مغسلة ${name}`, {
    brand: { before: "constructor", after: "BOX" },
  });
  await insertEntry("constructor", `Abîmé ${name}`, "constructor");

  await page.goto("/admin/audit");
  await page.getByLabel(/nom ou référence/).fill(name);
  await page.getByRole("button", { name: "Chercher" }).click();
  const entries = page.locator("main ol > li").filter({ hasText: name });
  await expect(entries).toHaveCount(3);
  await expect(
    entries.filter({ hasText: "Le détail de cette entrée ne peut pas être lu." }),
  ).toHaveCount(1);
  await expect(entries.filter({ hasText: "constructor → devient BOX" })).toHaveCount(1);
  await expect(page.locator("bdi", { hasText: "مغسلة" })).toHaveCount(1);

  await page
    .getByRole("navigation", { name: "Filtres rapides" })
    .getByRole("link", { name: "Prix" })
    .click();
  await page.waitForURL(/topic=price/);
  await expect(entries).toHaveCount(1);
  await expect(entries).toContainText(/Prix : 95 →.*99\sMAD/);
  await page.goto("/admin/dashboard");
  await expect(page.getByRole("heading", { name: "Derniers changements" })).toBeVisible();
});
