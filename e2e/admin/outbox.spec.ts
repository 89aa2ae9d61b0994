import { randomUUID } from "node:crypto";
import { expect, test } from "./fixtures";

test.describe("A mail with an unknown outcome", { tag: "@desktop" }, () => {
  test("is found, read without its links, and sent again after a confirmation that it may arrive twice", async ({
    page,
    signInAs,
    database,
  }) => {
    const id = `e2e-${randomUUID()}`;
    const to = `${id}@example.test`;
    await database.query(
      `INSERT INTO "OutboxEmail" ("id", "to", "template", "props", "subject", "state", "attempts", "idempotencyKey")
       VALUES ($1, $2, 'contact-received', '{"reference": "EO-1001", "product": null, "opens": {"isOpen": false, "until": "09:00", "inDays": 1, "weekday": "mon"}, "phone": null, "whatsapp": "https://wa.me/212600000000"}',
         'Votre message', 'UNKNOWN', 3, $1)`,
      [id, to],
    );
    await signInAs("ADMIN", page);
    await page.goto("/admin/dashboard");
    await page.getByRole("link", { name: "Revoir" }).click();
    await page.getByRole("searchbox").fill(to);
    await page.getByRole("button", { name: "Chercher" }).click();
    await page.getByRole("link", { name: "Votre message" }).click();
    await expect(page.getByText("Incertain")).toBeVisible();
    const mail = page.frameLocator("iframe[title=\"L'e-mail tel qu'il est envoyé\"]");
    await expect(mail.locator("h1")).toBeVisible();

    await page.getByRole("button", { name: "Renvoyer" }).click();
    const question = page.getByRole("dialog");
    await expect(question).toContainText("deux fois");
    await question.getByRole("button", { name: "Renvoyer" }).click();
    await expect
      .poll(async () => {
        const { rows } = await database.query(`SELECT "state" FROM "OutboxEmail" WHERE "id" = $1`, [
          id,
        ]);
        return rows[0].state;
      })
      .toBe("SENT");
    await page.reload();
    await expect(page.getByText("Envoyé", { exact: true })).toBeVisible();
  });
});
