import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { expect, test } from "./fixtures";

test.describe("The users page", { tag: "@desktop" }, () => {
  test("invites a user, and a disabled user is signed out at once", async ({
    page,
    browser,
    signInAs,
    database,
  }) => {
    await signInAs("SUPER_ADMIN", page);
    const username = `n${randomBytes(5).toString("hex")}`;
    const email = `${username}@example.test`;
    await page.goto("/admin/users");
    await page.getByRole("button", { name: "Inviter quelqu'un" }).click();
    const dialog = page.getByRole("dialog", { name: "Inviter quelqu'un" });
    await dialog.locator('input[name="username"]').fill(username);
    await dialog.locator('input[name="email"]').fill(email);
    await dialog.locator('button[type="submit"]').click();
    await expect(page.locator(".toast-success").last()).toContainText(email);

    const guest = await (await browser.newContext()).newPage();
    const found = { link: "" };
    await expect(async () => {
      found.link = await findMailedLink(email);
    }).toPass({ timeout: 15_000 });
    await guest.goto(found.link);
    await guest.locator('input[name="password"]').first().fill("un-mot-de-passe-tout-neuf");
    await guest.getByRole("button", { name: "Enregistrer le mot de passe" }).click();
    await guest.getByRole("link", { name: "Se connecter" }).click();
    await guest.fill('input[name="username"]', username);
    await guest.fill('input[name="password"]', "un-mot-de-passe-tout-neuf");
    await guest.click('button[type="submit"]');
    await guest.waitForURL("/admin/dashboard");

    await page.goto(`/admin/users?q=${username}`);
    await page.getByRole("button", { name: `Gérer ${username}` }).click();
    await page.getByRole("button", { name: "Désactiver le compte" }).first().click();
    const question = page.getByRole("button", { name: "Désactiver le compte" }).last();
    if (await question.isVisible()) await question.click();
    await expect
      .poll(async () => {
        const { rows } = await database.query(
          `SELECT "isActive" FROM "User" WHERE "username" = $1`,
          [username],
        );
        return rows[0].isActive;
      })
      .toBe(false);
    await guest.goto("/admin/dashboard");
    await expect(guest).toHaveURL(/\/admin\/login/);
    await guest.context().close();
  });
});

/** Returns the link in the newest message that the local transport stored for this address. */
async function findMailedLink(address: string): Promise<string> {
  const folder = join(process.env.DATA_DIR ?? ".data", "outbox");
  for (const file of (await readdir(folder)).toSorted().toReversed()) {
    const mail = await simpleParser(await readFile(join(folder, file)));
    const link = /https?:\S+/.exec(mail.text ?? "")?.[0];
    if (link && mail.headerLines.some(({ key, line }) => key === "to" && line.includes(address))) {
      return link;
    }
  }
  throw new Error(`No message for ${address}`);
}
