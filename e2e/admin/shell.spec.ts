import { expect, test } from "./fixtures";

test.describe("The panel by keyboard", { tag: "@desktop" }, () => {
  test("lists its shortcuts, and goes where they say", async ({ page, signInAs }) => {
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
    makeProduct,
  }) => {
    const slug = await makeProduct({ name: "Palette d'essai unique" });
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

test("signing out closes the panel for good", async ({ page, signInAs }) => {
  await signInAs("ADMIN", page);
  await page.goto("/admin/dashboard");
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await page.waitForURL("/admin/login");
  await page.goto("/admin/products");
  await expect(page).toHaveURL(/\/admin\/login\?suite=%2Fadmin%2Fproducts/);
});
