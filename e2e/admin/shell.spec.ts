import { expect, test } from "./fixtures";

test.describe("The admin by keyboard", { tag: "@desktop" }, () => {
  test("lists its shortcuts, and navigates with them", async ({ page, signInAs }) => {
    await signInAs("SUPER_ADMIN", page);
    await page.goto("/admin/dashboard");
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("?");
    const list = page.getByRole("dialog", { name: "Raccourcis clavier" });
    await expect(list).toContainText("Nouveau produit");
    await page.keyboard.press("Escape");
    await expect(list).toBeHidden();
    await page.keyboard.press("g");
    await page.keyboard.press("p");
    await page.waitForURL("/admin/products");
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox").first()).toBeFocused();
    await page.keyboard.type("gn?");
    await expect(page.getByRole("searchbox").first()).toHaveValue("gn?");
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  test("finds a product by its name in the palette, and opens it", async ({
    page,
    signInAs,
    insertProduct,
  }) => {
    const slug = await insertProduct({ name: "Palette d'essai unique" });
    await signInAs("VIEWER", page);
    await page.goto("/admin/dashboard");
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog", { name: "Aller à…" });
    await expect(palette.getByRole("combobox")).toBeFocused();
    await palette.getByRole("combobox").fill("Palette d'essai");
    await palette.getByText("Palette d'essai unique").click();
    await page.waitForURL(`/admin/products/${slug}/edit`);
    await expect(page.locator('input[name="name"]')).toBeDisabled();
    await expect(page.getByText("Journal")).toBeHidden();
  });
});

test("signing out ends access to every admin page", { tag: "@phone" }, async ({
  page,
  signInAs,
}) => {
  await signInAs("ADMIN", page);
  await page.goto("/admin/dashboard");
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Plus" }).click();
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await page.waitForURL("/admin/login");
  await page.goto("/admin/products");
  await expect(page).toHaveURL(/\/admin\/login\?suite=%2Fadmin%2Fproducts/);
});

test.describe("The admin on a phone", { tag: "@phone" }, () => {
  test("is navigated by tapping: products, new messages, the sheet, the audit log", async ({
    page,
    signInAs,
    database,
  }) => {
    await signInAs("SUPER_ADMIN", page);
    await database.query(
      `INSERT INTO "ContactMessage" ("id", "name", "email", "message")
       VALUES (gen_random_uuid()::text, 'Salma', 'salma@example.test', 'Bonjour, livrez-vous ?')`,
    );
    await page.goto("/admin/products");
    const bar = page.getByRole("navigation", { name: "Navigation rapide" });
    await expect(bar.getByRole("link", { name: "Produits" })).toHaveAttribute(
      "aria-current",
      "page",
    );
    const messages = bar.getByRole("link", { name: /^Messages/ });
    await expect(messages).toHaveAccessibleName(/\d+\+? nouveau/);
    await messages.tap();
    await page.waitForURL("/admin/messages");

    const more = bar.getByRole("button", { name: "Plus" });
    await expect(more).toHaveAttribute("aria-expanded", "false");
    await more.tap();
    const sheet = page.getByRole("dialog", { name: "Plus" });
    await expect(sheet).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
    await expect(more).toBeFocused();
    await more.tap();
    await sheet.getByRole("link", { name: "Journal" }).tap();
    await page.waitForURL("/admin/audit");
    await expect(sheet).toBeHidden();
    await expect(page.getByRole("heading", { name: "Journal" })).toBeVisible();

    await bar.getByRole("link", { name: "Nouveau produit" }).tap();
    await page.waitForURL("/admin/products/new");
  });

  test("shows a viewer only what the role may see", async ({ page, signInAs }) => {
    await signInAs("VIEWER", page);
    await page.goto("/admin/dashboard");
    const bar = page.getByRole("navigation", { name: "Navigation rapide" });
    await expect(bar.getByRole("link")).toHaveText(["Tableau de bord", "Produits"]);
    await bar.getByRole("button", { name: "Plus" }).tap();
    const pages = page.getByRole("navigation", { name: "Autres pages" });
    await expect(pages.getByRole("link")).toHaveText([
      "Imports et modifications",
      "Statistiques",
      "Recherche",
      "Mon compte",
      "Voir la boutique",
    ]);
  });

  test("hides no content behind its bar: the end of a page and the save bar are above it", async ({
    page,
    signInAs,
  }) => {
    await signInAs("SUPER_ADMIN", page);
    const getGapAbove = (selector: string) =>
      page.evaluate((wanted) => {
        const bar = document.querySelector("nav[aria-label='Navigation rapide']");
        const one = document.querySelector(wanted);
        if (!bar || !one) throw new Error(`${wanted} is not there`);
        return bar.getBoundingClientRect().top - one.getBoundingClientRect().bottom;
      }, selector);
    await page.goto("/admin/settings");
    expect(await getGapAbove("[data-save-bar]")).toBeGreaterThanOrEqual(0);
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    expect(await getGapAbove("[data-save-bar]")).toBeGreaterThanOrEqual(0);
    await page.goto("/admin/products/new");
    expect(await getGapAbove("[data-save-bar]")).toBeGreaterThanOrEqual(0);
    await page.goto("/admin/audit");
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    expect(await getGapAbove("main > :last-child")).toBeGreaterThanOrEqual(0);
  });
});
