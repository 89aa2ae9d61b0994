import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { newWord } from "../words";
import { expect, test } from "./fixtures";

/** Inserts a search of a customer that found nothing. */
async function insertMissedSearch(database: Client, q: string, locale = "FR"): Promise<void> {
  await database.query(
    `INSERT INTO "AnalyticsEvent" ("id", "eventType", "searchId", "locale", "metadata")
     VALUES ($1, 'search', $1, $2::"Language", jsonb_build_object('q', $3::text, 'total', 0, 'isApproximate', false))`,
    [randomUUID(), locale, q],
  );
}

test.describe("The searches without result", () => {
  test("become a synonym, a new product or ignored, each with one click", {
    tag: "@desktop",
  }, async ({ page, signInAs, database, baseURL }) => {
    const [slang, wish, noise] = [newWord(), newWord(), newWord()];
    for (const q of [slang, slang.toUpperCase(), wish, noise])
      await insertMissedSearch(database, q);
    await signInAs("ADMIN", page);
    await page.goto("/admin/dashboard");
    await page.getByRole("navigation").getByRole("link", { name: "Recherche" }).first().click();
    await expect(page).toHaveURL(/\/admin\/search$/);
    const inbox = page.getByRole("list", { name: "Recherches sans résultat" });
    const row = inbox.getByRole("listitem").filter({ hasText: new RegExp(slang, "i") });
    await expect(row).toContainText("2 recherches en français");

    await row.getByRole("button", { name: "Ajouter un synonyme" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Nouveau synonyme" });
    await expect(dialog.getByLabel("Mots que les clients cherchent")).toBeFocused();
    await expect(dialog.getByLabel("Mots que les clients cherchent")).toHaveValue(
      new RegExp(slang, "i"),
    );
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    const finds = dialog.getByLabel("Mots à trouver aussi");
    await expect(finds).toBeFocused();
    await expect(dialog).toContainText("Écrivez le mot à trouver");
    await finds.fill("robinet\nmitigeur");
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    await expect(dialog).toBeHidden();
    await expect(row).toBeHidden();

    await inbox.getByRole("button", { name: `Ignorer « ${noise} »` }).click();
    await expect(inbox.getByRole("listitem").filter({ hasText: noise })).toBeHidden();
    await page.getByText("Recherches ignorées").first().click();
    await page.getByRole("button", { name: `Remettre « ${noise} »` }).click();
    await expect(inbox.getByRole("listitem").filter({ hasText: noise })).toBeVisible();

    await page.getByRole("link", { name: `Créer le produit « ${wish} »` }).click();
    await expect(page.getByRole("heading", { name: "Nouveau produit" })).toBeVisible();
    await expect(page.locator('input[name="name"]')).toHaveValue(wish);

    await page.goto("/admin/search/synonyms");
    const mine = page.getByRole("list", { name: "Synonymes ajoutés" });
    const synonym = mine.getByRole("listitem").filter({ hasText: new RegExp(slang, "i") });
    await expect(synonym).toContainText("robinet, mitigeur");
    await synonym.getByRole("button", { name: "Modifier" }).click();
    const { rows } = await database.query(
      `SELECT "id" FROM "SearchSynonym" WHERE $1 ILIKE ANY("terms")`,
      [slang],
    );
    const other = await page.request.patch(`/api/admin/search/synonyms/${rows[0].id}`, {
      data: { version: 1, finds: ["vanne"] },
      headers: { origin: baseURL ?? "" },
    });
    expect(other.status()).toBe(200);
    const editor = page.getByRole("dialog", { name: "Modifier le synonyme" });
    await editor.getByLabel("Mots à trouver aussi").fill("douchette");
    await editor.getByRole("button", { name: "Enregistrer" }).click();
    await expect(editor.getByRole("alert").first()).toContainText("Rien n'est perdu");
    await editor.getByRole("button", { name: "Garder ma saisie" }).click();
    await expect(editor.getByLabel("Mots à trouver aussi")).toHaveValue("douchette");
    await editor.getByRole("button", { name: "Enregistrer" }).click();
    await expect(synonym).toContainText("douchette");
    await synonym.getByRole("button", { name: "Supprimer" }).click();
    await page
      .getByRole("dialog", { name: "Supprimer le synonyme" })
      .getByRole("button", { name: "Supprimer" })
      .click();
    await expect(synonym).toBeHidden();

    const lexicon = page.getByRole("list", { name: "Synonymes d'origine" });
    await page.getByLabel("Chercher un mot").fill("zelij");
    await expect(lexicon.getByRole("listitem").first()).toContainText(/zelij/i);
  });
});

test.describe("A search", () => {
  // The shop does not count headless browsers.
  test.use({ userAgent: "Mozilla/5.0 (X11; Linux x64) Chrome/141.0 Safari/537.36" });

  test("without result finds products once staff add a synonym for it", {
    tag: "@desktop",
  }, async ({ page, signInAs, insertProduct, database }) => {
    const [slang, word] = [newWord(), newWord()];
    const name = `Siphon ${word}`;
    await insertProduct({ name });
    await page.goto(`/recherche?q=${slang}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(slang);
    await expect(page.getByRole("article")).toHaveCount(0);
    const countEvents = async () => {
      const sql = `SELECT 1 FROM "AnalyticsEvent" WHERE "metadata" ->> 'q' = $1`;
      return (await database.query(sql, [slang])).rowCount;
    };
    await expect.poll(countEvents).toBe(1);

    await signInAs("ADMIN", page);
    await page.goto("/admin/search");
    await page.getByRole("button", { name: `Ajouter un synonyme pour « ${slang} »` }).click();
    await page.getByLabel("Mots à trouver aussi").fill(word);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByRole("dialog")).toBeHidden();

    await page.goto(`/recherche?q=${slang}`);
    await expect(page.getByRole("article")).toContainText([name]);
  });
});

test.describe("The rule of a search", () => {
  test("is made of products from the picker, in their order, and a page", {
    tag: "@phone",
  }, async ({ page, signInAs, insertProduct, database }) => {
    const word = newWord();
    const names = [`Siphon ${newWord()}`, `Siphon ${newWord()}`, `Siphon ${newWord()}`] as const;
    for (const name of names) await insertProduct({ name });
    await signInAs("ADMIN", page);
    await page.goto("/admin/search/rules");
    await page.getByRole("button", { name: "Nouvelle règle" }).click();
    const dialog = page.getByRole("dialog", { name: "Nouvelle règle" });
    await dialog.getByLabel("Texte cherché").fill(word);
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    await expect(dialog).toContainText("Choisissez au moins un produit");
    const pick = async (label: string, name: string) => {
      await dialog.getByRole("combobox", { name: label }).fill(name);
      await dialog.getByRole("option", { name: new RegExp(name) }).click();
    };
    await pick("Ajouter un produit en tête", names[0]);
    await pick("Ajouter un produit en tête", names[1]);
    await pick("Ajouter un produit à cacher", names[2]);
    await dialog.getByRole("button", { name: `Monter ${names[1]}` }).click();
    await dialog.getByLabel("Page à ouvrir à la place").fill("https://exemple.ma/promo");
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    await expect(dialog.getByLabel("Page à ouvrir à la place")).toBeFocused();
    await dialog.getByLabel("Page à ouvrir à la place").fill("/catalogue/eviers");
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    await expect(dialog).toBeHidden();

    const rule = page
      .getByRole("list", { name: "Règles" })
      .getByRole("listitem")
      .filter({ hasText: word });
    await expect(rule).toContainText(`Produits en tête : ${names[1]}, ${names[0]}`);
    await expect(rule).toContainText(`Produits cachés : ${names[2]}`);
    await expect(rule).toContainText("Ouvre /catalogue/eviers");
    const { rows } = await database.query(
      `SELECT "redirectTo" FROM "SearchRule" WHERE "query" = $1`,
      [word],
    );
    expect(rows).toEqual([{ redirectTo: "/catalogue/eviers" }]);

    const found = await page.request.get(`/api/public/products/search?q=${word}`);
    const { data } = await found.json();
    expect(data.map((product: { name: string }) => product.name)).toEqual([names[1], names[0]]);

    await page.getByLabel("Ce que le client écrit").fill("mitigeur");
    await page.getByRole("button", { name: "Essayer" }).click();
    await expect(page.getByRole("status").filter({ hasText: "« mitigeur »" })).toContainText(
      /\d+ produits/,
    );

    await page.goto(`/ar/recherche?q=${word.toUpperCase()}`);
    await expect(page).toHaveURL(/\/ar\/catalogue\/eviers$/);
    await page.goto("/admin/search/rules");
    await rule.getByRole("button", { name: "Supprimer" }).click();
    await page
      .getByRole("dialog", { name: "Supprimer la règle" })
      .getByRole("button", { name: "Supprimer" })
      .click();
    await expect(rule).toBeHidden();
  });
});

test("A viewer reads synonyms, rules and figures without buttons to change them", {
  tag: "@desktop",
}, async ({ page, signInAs, database }) => {
  const word = newWord();
  await insertMissedSearch(database, word, "AR");
  await signInAs("VIEWER", page);
  await page.goto("/admin/search?locale=ar&days=7");
  await expect(page.getByRole("link", { name: "7 jours" })).toHaveAttribute("aria-current", "true");
  const row = page.getByRole("listitem").filter({ hasText: word });
  await expect(row).toContainText("1 recherche en arabe");
  await expect(row.getByRole("button")).toHaveCount(0);
  await page.getByRole("link", { name: "Mesures" }).click();
  await expect(page.getByText("Position moyenne du clic")).toBeVisible();
  await expect(page.getByRole("rowheader", { name: word })).toBeVisible();
  await page.getByRole("link", { name: "Règles" }).click();
  await expect(page.getByRole("button", { name: "Nouvelle règle" })).toHaveCount(0);
  await page.getByRole("link", { name: "Synonymes" }).click();
  await expect(page.getByRole("button", { name: "Nouveau synonyme" })).toHaveCount(0);
});
