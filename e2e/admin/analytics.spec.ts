import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { newWord } from "../words";
import { expect, test } from "./fixtures";

/** Inserts visits of today on a phone: a page, a product, and a request of every second visit. */
async function insertVisits(database: Client, source: string, count: number): Promise<string> {
  const { rows } = await database.query(
    `SELECT "id", "name", "categoryId" FROM "Product" WHERE "status" = 'ACTIVE' AND "deletedAt" IS NULL ORDER BY "id" LIMIT 1`,
  );
  const { id, name, categoryId } = rows[0];
  for (let visit = 0; visit < count; visit++) {
    const session = randomUUID();
    const types = ["page_view", "product_view", ...(visit % 2 === 0 ? ["whatsapp_click"] : [])];
    for (const eventType of types) {
      await database.query(
        `INSERT INTO "AnalyticsEvent" ("id", "eventType", "sessionId", "visitorHash", "device", "locale", "source", "page", "productId", "categoryId")
         VALUES ($1, $2, $3, $3, 'phone', 'FR', $4, 'product', $5, $6)`,
        [
          randomUUID(),
          eventType,
          session,
          source,
          eventType === "page_view" ? null : id,
          categoryId,
        ],
      );
    }
  }
  return name;
}

test.describe("The figures of visits", () => {
  test("are filtered by a click, saved as a report, and shared without an account", {
    tag: "@desktop",
  }, async ({ page, signInAs, database, browser, baseURL }) => {
    const source = `${newWord()}.test`;
    const product = await insertVisits(database, source, 4);
    await signInAs("ADMIN", page);
    await page.goto("/admin/dashboard");
    await page.getByRole("navigation").getByRole("link", { name: "Statistiques" }).first().click();
    await expect(page).toHaveURL(/\/admin\/analytics$/);
    await page.getByRole("link", { name: "Aujourd'hui" }).click();
    await expect(page).toHaveURL(/period=today/);

    const sources = page.getByRole("region", { name: "Sources" });
    await sources.getByRole("link", { name: source }).press("Enter");
    await expect(page).toHaveURL(new RegExp(`source=${source}`));
    const chips = page.getByRole("list", { name: "Filtres actifs" });
    await expect(chips).toContainText(source);
    const products = page.getByRole("region", { name: "Produits les plus vus" });
    await expect(products.getByRole("row")).toHaveCount(2);
    await expect(products.getByRole("row").last()).toContainText(product);
    await expect(products.getByRole("row").last()).toContainText("4");

    await page.getByRole("button", { name: "Partager" }).click();
    const dialog = page.getByRole("dialog", { name: "Partager ces chiffres" });
    await dialog.getByRole("button", { name: "Créer le lien" }).click();
    const url = await dialog.getByLabel("Adresse").inputValue();
    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(new URL(new URL(url).pathname, baseURL).href);
    await expect(stranger.getByRole("region", { name: "Produits les plus vus" })).toContainText(
      product,
    );
    await expect(stranger.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
    await expect(stranger.getByRole("link", { name: source })).toHaveCount(0);
    await stranger.context().close();
    await dialog.getByRole("button", { name: "Fermer" }).click();

    await chips.getByRole("link", { name: /Retirer le filtre Source/ }).click();
    await expect(chips).toBeHidden();

    await page.getByRole("link", { name: "Entonnoirs" }).click();
    await page.getByRole("link", { name: "De la visite à la vente" }).click();
    await page.waitForURL("**/admin/analytics/funnels/defaut*");
    await page.goto(`${new URL(page.url()).pathname}?period=today&source=${source}`);
    const steps = page.getByRole("region", { name: "Étapes" });
    await expect(steps).toContainText("4 visites");
    await expect(steps).toContainText("2 visites (50 % du début)");

    await page.goto("/admin/analytics/reports");
    await page.getByRole("button", { name: "Nouveau rapport" }).click();
    const name = newWord();
    const form = page.getByRole("dialog", { name: "Nouveau rapport" });
    await form.locator('input[name="name"]').fill(name);
    await form.getByLabel("Par", { exact: true }).selectOption({ label: "Source" });
    await form.getByRole("button", { name: "Enregistrer" }).click();
    await page.getByRole("link", { name }).click();
    await expect(page.getByRole("region", { name: "Résultat" })).toContainText(source);
  });
});
