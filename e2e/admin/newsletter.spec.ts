import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures";

const newEmail = () => `e2e-${randomUUID().slice(0, 8)}@example.test`;

test.describe("Newsletter subscribers", { tag: "@desktop" }, () => {
  test("are imported with the proof of their consent, found, exported and erased", async ({
    page,
    signInAs,
    database,
  }) => {
    const [one, two] = [newEmail(), newEmail()];
    const { username } = await signInAs("ADMIN", page);
    await page.goto("/admin/newsletter");
    await page.getByRole("button", { name: "Importer une liste" }).click();
    const dialog = page.getByRole("dialog", { name: "Importer une liste" });
    const csv = `E-mail;Langue\n${one};ar\n${two};fr\npas une adresse`;
    await dialog
      .getByLabel("Fichier CSV")
      .setInputFiles({ name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await expect(dialog.getByLabel(/^Liste/)).toHaveValue(csv);
    await dialog.getByRole("button", { name: "Voir l'aperçu" }).click();
    await expect(dialog.getByText("2 à importer")).toBeVisible();
    await expect(dialog.getByRole("row", { name: /4 pas une adresse illisible/ })).toBeVisible();

    const importNow = dialog.getByRole("button", { name: "Importer 2 personnes" });
    await importNow.click();
    await expect(dialog.getByText("Cochez la déclaration pour importer.")).toBeVisible();
    await dialog.getByLabel(/Où et comment/).fill("Carnet du comptoir");
    await dialog.getByRole("textbox", { name: /À quelle date/ }).fill("31/01/2026");
    await dialog.getByRole("checkbox").check();
    await importNow.click();
    await expect(page.locator(".toast-success").last()).toContainText("2 personnes sont importées");
    const { rows } = await database.query(
      `SELECT e."importedBy", s."status"::text FROM "ConsentEvent" e
       JOIN "NewsletterSubscriber" s ON s."id" = e."subscriberId" WHERE s."email" = $1`,
      [one],
    );
    expect(rows).toEqual([{ importedBy: username, status: "CONFIRMED" }]);

    await page.getByLabel("Adresse e-mail").fill(one);
    await page.getByLabel("Adresse e-mail").press("Enter");
    const table = page.getByRole("region", { name: "Abonnés" });
    await expect(table.getByRole("row")).toHaveCount(2);
    await expect(table.getByRole("row").last()).toContainText("Arabe");

    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Exporter la liste" }).click();
    const text = await readFile(await (await downloading).path(), "utf8");
    expect(text.startsWith("\uFEFFE-mail;Statut")).toBe(true);
    expect(text).toContain(`${one};Abonné;Arabe;Importé`);
    expect(text).not.toContain(two);

    await table.getByRole("button", { name: `Effacer ${one}` }).click();
    const erasing = page.getByRole("dialog", { name: "Effacer cet abonné" });
    await erasing.getByRole("textbox").fill("autre@example.test");
    await erasing.getByRole("button", { name: "Effacer l'abonné" }).click();
    await expect(erasing.getByText("Ce n'est pas l'adresse de cet abonné.")).toBeVisible();
    await erasing.getByRole("textbox").fill(one);
    await erasing.getByRole("button", { name: "Effacer l'abonné" }).click();
    await expect(page.getByText("Personne ne correspond à ces filtres.")).toBeVisible();

    await page.getByRole("button", { name: "Importer une liste" }).click();
    await dialog.getByLabel(/^Liste/).fill(one);
    await dialog.getByRole("button", { name: "Voir l'aperçu" }).click();
    await expect(dialog.getByText("1 à ne plus jamais contacter")).toBeVisible();
    await expect(dialog.getByRole("button", { name: /^Importer \d/ })).toHaveCount(0);
    await database.query(`DELETE FROM "NewsletterSubscriber" WHERE "email" = $1`, [two]);
  });

  test("have a growth chart, and the same data as a table", async ({ page, signInAs }) => {
    await signInAs("ADMIN", page);
    await page.goto("/admin/newsletter");
    await expect(page.locator(".recharts-surface").first()).toBeVisible({ timeout: 15_000 });
    await page.getByText("Voir les chiffres").click();
    await expect(
      page.getByRole("table", { name: /Arrivées, départs/ }).getByRole("row"),
    ).toHaveCount(31);
    await page.getByRole("link", { name: "Par semaine" }).click();
    await expect(page).toHaveURL(/pas=week/);
  });

  test("explain why a short search finds nothing", async ({ page, signInAs }) => {
    await signInAs("ADMIN", page);
    await page.goto("/admin/newsletter?q=ab");
    await expect(page.getByText("Cherchez avec au moins 3 lettres.")).toBeVisible();
  });
});
