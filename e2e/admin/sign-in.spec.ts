import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

async function signIn(page: Page, username: string, password: string) {
  await page.goto("/admin/login");
  await page.fill('input[name="username"]', username);
  await page.fill('input[name="password"]', password);
  await page.click('button[type="submit"]');
}

test.describe("Signing in", () => {
  test("shows a polite error, and preserves the username", { tag: "@desktop" }, async ({
    page,
    insertStaff,
  }) => {
    const { username } = await insertStaff("ADMIN");
    await signIn(page, username, "pas-le-bon-mot-de-passe");
    await expect(page.getByText("Identifiant ou mot de passe incorrect.")).toBeVisible();
    await expect(page.locator('input[name="username"]')).toHaveValue(username);
  });

  test("reveals the password on request, and signs in with it", { tag: "@phone" }, async ({
    page,
    insertStaff,
  }) => {
    const { username, password } = await insertStaff("VIEWER");
    await page.goto("/admin/login");
    const field = page.locator('input[name="password"]');
    await page.fill('input[name="username"]', username);
    await field.fill(password);
    const toggle = page.getByRole("button", { name: "Afficher le mot de passe" });
    await expect(field).toHaveAttribute("type", "password");
    await toggle.click();
    await expect(toggle).toHaveAttribute("aria-pressed", "true");
    await expect(field).toHaveAttribute("type", "text");
    await expect(field).toHaveAttribute("autocomplete", "current-password");
    await expect(field).toHaveValue(password);
    await page.click('button[type="submit"]');
    await page.waitForURL("/admin/dashboard");
  });

  test("redirects to the requested admin page, and nowhere else", { tag: "@desktop" }, async ({
    page,
    insertStaff,
  }) => {
    const { username, password } = await insertStaff("ADMIN");
    await page.goto("/admin/products?status=DRAFT");
    await expect(page).toHaveURL(/\/admin\/login\?suite=/);
    await page.fill('input[name="username"]', username);
    await page.fill('input[name="password"]', password);
    await page.click('button[type="submit"]');
    await page.waitForURL(/\/admin\/products/);
    // A response still in flight would set the cookie again.
    await page.waitForLoadState("networkidle");
    await page.context().clearCookies();
    await page.goto("/admin/login?suite=https://ailleurs.example/admin/");
    await page.fill('input[name="username"]', username);
    await page.fill('input[name="password"]', password);
    await page.click('button[type="submit"]');
    await page.waitForURL("/admin/dashboard");
  });

  test("asks for an enabled second factor, and accepts a recovery code once", {
    tag: "@phone",
  }, async ({ page, insertStaff }) => {
    const { username, password } = await insertStaff("ADMIN");
    await signIn(page, username, password);
    await page.waitForURL("/admin/dashboard");
    await page.goto("/admin/account");
    const codes = await addSecondFactor(page, password);
    expect(codes).toHaveLength(10);
    const more = page.getByRole("button", { name: "Plus", exact: true });
    if (await more.isVisible()) await more.click();
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await page.waitForURL("/admin/login");

    await signIn(page, username, password);
    await page.fill('input[name="code"]', "AAAA-BBBB-CCCC");
    await page.getByRole("button", { name: "Vérifier" }).click();
    await expect(page.getByText("Ce code n'est pas bon, ou a déjà servi.")).toBeVisible();
    await page.fill('input[name="code"]', codes[0] ?? "");
    await page.getByRole("button", { name: "Vérifier" }).click();
    await page.waitForURL("/admin/dashboard");

    // A response still in flight would set the cookie again.
    await page.waitForLoadState("networkidle");
    await page.context().clearCookies();
    await signIn(page, username, password);
    await page.fill('input[name="code"]', codes[0] ?? "");
    await page.getByRole("button", { name: "Vérifier" }).click();
    await expect(page.getByText("Ce code n'est pas bon, ou a déjà servi.")).toBeVisible();
  });
});

async function addSecondFactor(page: Page, password: string): Promise<string[]> {
  const { Secret, TOTP } = await import("otpauth");
  await page.getByRole("button", { name: "Activer la double authentification" }).click();
  await page.getByLabel(/Votre mot de passe, pour confirmer/).fill(password);
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByAltText("Code QR à viser avec l'application")).toBeVisible();
  const key = (await page.locator("form code").first().textContent()) ?? "";
  const secret = Secret.fromBase32(key.replace(/\s/g, ""));
  await page.fill('input[name="code"]', new TOTP({ secret }).generate());
  await page.getByRole("button", { name: "Activer", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Vos dix codes de secours" })).toBeVisible();
  const codes = await page.locator("li code").allTextContents();
  await page.getByLabel("J'ai gardé ces codes en lieu sûr").check();
  await page.getByRole("button", { name: "Terminer" }).click();
  await expect(page.getByText("La double authentification est active.")).toBeVisible();
  return codes;
}
