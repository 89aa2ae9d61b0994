import { expect, test } from "./fixtures";

test("a special day is added, announced as unsaved, saved, and deleted", { tag: "@phone" }, async ({
  page,
  signInAs,
}) => {
  await signInAs("ADMIN", page);
  const [date, day] = ["11/05/2031", "11 mai 2031"];
  await page.goto("/admin/settings");
  await expect(page.getByLabel("Nom de la boutique")).toBeDisabled();
  await page.getByRole("button", { name: "Ajouter un jour" }).click();
  await page
    .getByLabel(/^Date du jour particulier/)
    .last()
    .fill(date);
  await page.getByRole("button", { name: `Ouvrir ce jour (${day})` }).click();
  await page.getByLabel(`${day}, fermeture 1`).fill("08:00");
  await expect(page.getByText("La fermeture (08:00) vient avant l'ouverture")).toBeVisible();
  await page.getByLabel(`${day}, fermeture 1`).fill("12:00");

  await page.getByRole("link", { name: "Produits" }).first().click();
  const leaving = page.getByRole("dialog", { name: "Quitter sans enregistrer ?" });
  await leaving.getByRole("button", { name: "Rester sur la page" }).click();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.locator(".toast-success")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(`${day}, fermeture 1`)).toHaveValue("12:00");

  await page
    .getByRole("button", { name: /^Retirer le jour particulier/ })
    .last()
    .click();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Tout est enregistré.")).toBeVisible();
});

test("Monday's hours are copied to the week with one click, and restored with one", {
  tag: "@desktop",
}, async ({ page, signInAs }) => {
  await signInAs("ADMIN", page);
  await page.goto("/admin/settings");
  const closing = (day: string) => page.getByLabel(`${day}, fermeture 1`);
  const before = await closing("Samedi").inputValue();
  await closing("Lundi").fill("17:45");
  await page.getByRole("button", { name: "Copier lundi sur la semaine" }).click();
  await expect(closing("Samedi")).toHaveValue("17:45");
  await expect(page.getByRole("button", { name: "Ouvrir ce jour (Dimanche)" })).toBeVisible();
  await page.getByRole("button", { name: "Remettre les horaires d'avant" }).click();
  await expect(closing("Samedi")).toHaveValue(before);
  await expect(closing("Lundi")).toHaveValue("17:45");
});
