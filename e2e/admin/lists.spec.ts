import { expect, test } from "./fixtures";

const LISTS = [
  { path: "/admin/products", filter: "availability=OUT_OF_STOCK", search: "Rechercher un produit" },
  { path: "/admin/messages", filter: "assignee=none", search: "Rechercher un message" },
];

for (const { path, filter, search } of LISTS) {
  test(`${path} gives its filters up at once, with what was typed`, async ({ page, signInAs }) => {
    await signInAs("ADMIN", page);
    await page.goto(`${path}?${filter}`);
    const clear = page.getByRole("button", { name: "Effacer les filtres" }).first();
    await page.getByLabel(search).fill("introuvable");
    await expect(page).toHaveURL(/q=introuvable/);
    await expect(page).toHaveURL(new RegExp(filter));
    await clear.click();
    await expect(page).toHaveURL(path);
    await expect(page.getByLabel(search)).toHaveValue("");
    await expect(clear).toHaveCount(0);
  });
}
