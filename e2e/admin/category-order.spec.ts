import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const getRow = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("button", { name, exact: true }) });

async function create(page: Page, name: string, parent?: string) {
  await page.getByRole("button", { name: "Nouvelle catégorie" }).click();
  const dialog = page.getByRole("dialog", { name: "Nouvelle catégorie" });
  await dialog.getByLabel("Nom", { exact: false }).first().fill(name);
  if (parent) await dialog.getByLabel("Placée dans").selectOption({ label: parent });
  await dialog.getByRole("button", { name: "Créer la catégorie" }).click();
  await expect(dialog).toBeHidden();
  await expect(getRow(page, name)).toBeVisible();
}

test(
  "a category is created, moved by buttons and by keys, hidden, and deleted once it is empty",
  { tag: "@desktop" },
  async ({ page, signInAs }, info) => {
    await signInAs("ADMIN", page);
    const mark = `${info.project.name}-${Date.now().toString(36)}`;
    const [home, first, second] = [`Maison ${mark}`, `Un ${mark}`, `Deux ${mark}`];
    await page.goto("/admin/categories");
    await create(page, home);
    await create(page, first, home);
    await create(page, second, home);

    await page.getByRole("button", { name: `Monter : ${second}` }).click();
    await expect(page.getByText(`${second} : place 1 sur 2 dans ${home}.`)).toBeAttached();
    await page.getByRole("button", { name: `Vers l'intérieur : ${first}` }).click();
    await expect(getRow(page, first)).toHaveAttribute("data-depth", "2");
    await expect(page.getByRole("button", { name: `Vers l'intérieur : ${first}` })).toHaveAttribute(
      "aria-disabled",
      "true",
    );

    const handle = page.getByRole("button", { name: `Déplacer ${first}` });
    await handle.focus();
    await page.keyboard.press("Space");
    await expect(getRow(page, first)).toHaveAttribute("data-dragging", "true");
    // The keyboard sensor starts listening in the next turn of the event loop.
    await expect(async () => {
      await page.keyboard.press("ArrowLeft");
      await expect(getRow(page, first)).toHaveAttribute("data-depth", "1", { timeout: 4_000 });
    }).toPass();
    await expect(getRow(page, first)).toHaveAttribute("data-depth", "1");
    await page.keyboard.press("Space");
    await expect(page.getByText(`${first} : place 2 sur 2 dans ${home}.`)).toBeAttached();
    await page.reload();
    await expect(getRow(page, first)).toHaveAttribute("data-depth", "1");

    await page.getByRole("button", { name: `Modifier ${second}` }).click();
    await page.getByRole("checkbox", { name: "Visible dans la boutique" }).uncheck();
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(getRow(page, second).getByText("Masquée")).toBeVisible();

    await page.getByRole("button", { name: `Supprimer ${home}` }).click();
    const dialog = page.getByRole("dialog", { name: `Supprimer « ${home} »` });
    await expect(dialog).toContainText("2 sous-catégories");
    await dialog.getByLabel("Déplacer vers").selectOption({ label: `\u00a0\u00a0\u00a0${first}` });
    await dialog.getByRole("button", { name: "Déplacer et supprimer" }).click();
    await expect(getRow(page, home)).toBeHidden();
    await expect(getRow(page, first)).toHaveAttribute("data-depth", "0");
    await expect(getRow(page, second)).toHaveAttribute("data-depth", "1");

    for (const name of [second, first]) {
      await page.getByRole("button", { name: `Supprimer ${name}` }).click();
      await page.getByRole("button", { name: "Supprimer la catégorie" }).click();
      await expect(getRow(page, name)).toBeHidden();
    }
  },
);
