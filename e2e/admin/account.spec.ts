import { waitForHydration } from "../fixtures";
import { expect, test } from "./fixtures";

test.describe("The account page", { tag: "@desktop" }, () => {
  test("changes the password and signs the other devices out", async ({
    page,
    browser,
    insertStaff,
  }) => {
    const { username, password } = await insertStaff("VIEWER");
    const elsewhere = await (await browser.newContext()).newPage();
    for (const each of [elsewhere, page]) {
      await each.goto("/admin/login");
      await each.fill('input[name="username"]', username);
      await each.fill('input[name="password"]', password);
      await each.click('button[type="submit"]');
      await each.waitForURL("/admin/dashboard");
    }
    await page.goto("/admin/account");
    await expect(page.getByRole("button", { name: /^Déconnecter / })).toHaveCount(1);
    await page.getByLabel("Mot de passe actuel").fill(password);
    await page.getByLabel("Nouveau mot de passe").fill("une petite phrase neuve");
    await page.getByRole("button", { name: "Changer le mot de passe" }).click();
    await expect(page.locator(".toast-success")).toContainText("Mot de passe changé");
    await expect(page.getByRole("button", { name: /^Déconnecter / })).toHaveCount(0);
    await elsewhere.goto("/admin/dashboard");
    await expect(elsewhere).toHaveURL(/\/admin\/login/);
    await elsewhere.context().close();
  });

  test("signs a lost device out", async ({ page, browser, insertStaff, baseURL }) => {
    const { username, password } = await insertStaff("ADMIN");
    const lost = await browser.newContext({ ...(baseURL && { baseURL }) });
    const body = { username, password, rememberMe: true };
    const headers = { "sec-fetch-site": "same-origin" };
    await lost.request.post("/api/auth/login", { data: body, headers });
    await page.request.post("/api/auth/login", { data: body, headers });
    await page.goto("/admin/account");
    await (await waitForHydration(page.getByRole("button", { name: /^Déconnecter / }))).click();
    await expect(page.locator(".toast-success")).toContainText("est déconnecté");
    expect((await lost.request.get("/api/auth/session")).status()).toBe(401);
    await lost.close();
  });
});

test.describe("The dashboard and the audit log", { tag: "@desktop" }, () => {
  test("link from a count to the list of the counted items", async ({ page, signInAs }) => {
    await signInAs("VIEWER", page);
    await page.goto("/admin/dashboard");
    await page.getByRole("link", { name: /en rupture/ }).click();
    await expect(page).toHaveURL(/\/admin\/products\?outOfStock=1/);
  });

  test("show who changed what with both sides, and filter it by person and day", async ({
    page,
    signInAs,
    insertProduct,
  }) => {
    const owner = await signInAs("SUPER_ADMIN", page);
    const slug = await insertProduct({ name: "Siphon du journal", status: "DRAFT" });
    const response = await page.request.patch(`/api/admin/products/${slug}`, {
      headers: { "sec-fetch-site": "same-origin" },
      data: { version: 1, brand: "Atlas" },
    });
    expect(response.status()).toBe(200);
    const today = new Date().toISOString().slice(0, 10);
    await page.goto("/admin/audit");
    await page.getByRole("button", { name: "Filtres", exact: true }).click();
    await page.getByLabel("Personne", { exact: true }).selectOption({ label: owner.username });
    await page.getByLabel("Du", { exact: true }).fill(today);
    await page.getByRole("button", { name: "Filtrer" }).click();
    await expect(page).toHaveURL(new RegExp(`userId=${owner.id}.*from=${today}`));
    const entry = page.getByRole("listitem").filter({ hasText: "Siphon du journal" });
    await expect(entry).toContainText(`${owner.username} a modifié le produit`);
    await expect(entry).toContainText(/Marque : vide.*Atlas/);
  });
});
