import { expect, test } from "./fixtures";

const LISTS = [
  {
    path: "/admin/products",
    filter: "availability=OUT_OF_STOCK",
    search: "Rechercher un produit",
    tag: "@desktop",
  },
  {
    path: "/admin/messages",
    filter: "assignee=none",
    search: "Rechercher un message",
    tag: "@phone",
  },
];

for (const { path, filter, search, tag } of LISTS) {
  test(`${path} clears its filters at once, with the typed text`, { tag }, async ({
    page,
    signInAs,
  }) => {
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

const MAX_SHARE_ABOVE = 0.45;

/** The first row of each admin list; lists with filters also with some of them active. */
const FIRST_ROWS = [
  ["/admin/products", "tbody tr"],
  ["/admin/products?status=TRASH", "tbody tr"],
  ["/admin/products?availability=IN_STOCK", "tbody tr"],
  ["/admin/messages?folder=all", "ul[aria-label=Messages] > li"],
  ["/admin/messages?folder=all&assignee=none&period=30", "ul[aria-label=Messages] > li"],
  ["/admin/leads?status=all", "ul[aria-label=Demandes] > li"],
  ["/admin/leads?status=all&kind=WHATSAPP&period=30", "ul[aria-label=Demandes] > li"],
  ["/admin/messages/canned-replies", 'ul[aria-label="Réponses types"] > li'],
  ["/admin/newsletter", '[aria-label="Abonnés"] tbody tr'],
  ["/admin/newsletter?locale=FR&source=footer", '[aria-label="Abonnés"] tbody tr'],
  ["/admin/newsletter/campaigns", "tbody tr"],
  ["/admin/outbox", "tbody tr"],
  ["/admin/users", "tbody tr"],
  ["/admin/audit", "main ol > li"],
  ["/admin/audit?entityType=Product&from=2020-01-01", "main ol > li"],
  ["/admin/categories", "main li[data-depth]"],
] as const;

test("each list starts in the upper half of a phone's screen, with and without filters", {
  tag: "@phone",
}, async ({ page, signInAs, resolveAdminPath, database, insertProduct }) => {
  await signInAs("SUPER_ADMIN", page);
  await page.setViewportSize({ width: 390, height: 844 });
  await resolveAdminPath("/admin/messages/[id]");
  await resolveAdminPath("/admin/newsletter/campaigns/[id]");
  await resolveAdminPath("/admin/outbox/[id]");
  await resolveAdminPath("/admin/leads");
  await insertProduct({ inTrash: true });
  const slug = await insertProduct({ status: "DRAFT" });
  await page.request.patch(`/api/admin/products/${slug}`, {
    headers: { "sec-fetch-site": "same-origin" },
    data: { version: 1, brand: "Atlas" },
  });
  await database.query(
    `INSERT INTO "NewsletterSubscriber" ("id", "email", "emailHmac", "status", "locale", "source")
     VALUES ('e2e-liste', 'liste@example.test', 'e2e-liste', 'CONFIRMED', 'FR', 'footer') ON CONFLICT DO NOTHING`,
  );
  const late: string[] = [];
  for (const [path, selector] of FIRST_ROWS) {
    await page.goto(path);
    // Streamed rows arrive in a hidden element: they have no box until they are moved into place.
    const row = page.locator(selector).filter({ visible: true }).first();
    const box = await row.boundingBox();
    const share = (box?.y ?? Number.POSITIVE_INFINITY) / 844;
    if (share > MAX_SHARE_ABOVE) late.push(`${path}: ${Math.round(share * 100)} %`);
  }
  expect(late).toEqual([]);
});

test("a phone folds the filters of the inbox behind a button that counts the active ones", {
  tag: "@phone",
}, async ({ page, signInAs }) => {
  await signInAs("ADMIN", page);
  await page.goto("/admin/messages?folder=all&period=7");
  const assignee = page.getByRole("combobox", { name: "Confié à" });
  await expect(page.getByLabel("Rechercher un message")).toBeVisible();
  await expect(assignee).toBeHidden();
  const button = page.getByRole("button", { name: "Filtres (1)" });
  await button.click();
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await assignee.selectOption("none");
  await expect(page).toHaveURL(/assignee=none/);
  await expect(page.getByRole("button", { name: "Filtres (2)" })).toBeVisible();
});
