import { chromium, type Page } from "@playwright/test";
import sharp from "sharp";
import { getImagePath } from "../src/data/images";
import { BROWSER_HELP, findBrowser } from "./browser.mjs";
import { insertVisits } from "./guide-events";
import { inRoot } from "./steps/files.mjs";

/**
 * Captures the screenshots of docs/guide-admin.md from a running production build: npx tsx scripts/guide-screenshots.ts, with ADDRESS,
 * USERNAME, PASSWORD, DATABASE_URL and CRON_SECRET in the environment; names of chapters as arguments capture only these. It creates a product and moves it to the trash, sends questions and
 * searches like a customer, inserts visits, imports subscribers, drafts a campaign, and lowers prices and restores them.
 */
const address = process.env.ADDRESS ?? "http://localhost:3000";

const QUESTIONS = [
  {
    name: "Youssef Amrani",
    email: "youssef@example.com",
    subject: "Devis pour une terrasse",
    message:
      "Bonjour, je carrelle 42 m² de terrasse. Pouvez-vous me faire un devis avec la colle ?",
  },
  {
    name: "عائشة الإدريسي",
    email: "aicha@example.com",
    subject: "أوقات العمل",
    message: "السلام عليكم، هل تفتحون يوم السبت بعد الظهر؟",
    locale: "ar",
  },
  {
    name: "Fatima Benali",
    email: "fatima@example.com",
    phone: "0661 23 45 67",
    subject: "Livraison à Zagora",
    message: "Bonjour, livrez-vous à Zagora ? Il me faudrait deux mitigeurs avant la fin du mois.",
    productSlug: "mitigeur-lavabo-mural-laiton-brosse",
  },
];

const CLICKS = [
  "/w/product?p=mitigeur-lavabo-mural-laiton-brosse&utm_source=instagram",
  "/w/search?q=chauffe+eau+solaire&l=ar",
];

const PHONE =
  "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36";

const SUBSCRIBERS = [
  ["youssef@example.com", "fr"],
  ["aicha@example.com", "ar"],
  ["fatima@example.com", "fr"],
  ["mehdi@example.com", "fr"],
  ["salma@example.com", "ar"],
];

const CAMPAIGN = {
  subject: "Les zelliges d'automne sont là",
  subjectAr: "وصل زليج الخريف",
  preheader: "Trois nouvelles teintes, taillées à la main à Fès.",
  preheaderAr: "ثلاثة ألوان جديدة مقطوعة باليد في فاس.",
  blocks: [
    {
      kind: "text",
      id: "texte",
      fr: "<p>Bonjour,</p><p>Trois nouvelles teintes de <strong>zellige</strong> viennent d'arriver. Passez les voir au magasin.</p>",
      ar: "<p>السلام عليكم،</p><p>وصلت ثلاثة ألوان جديدة من <strong>الزليج</strong>. تفضلوا بزيارتنا.</p>",
    },
    {
      kind: "button",
      id: "bouton",
      fr: "Voir les zelliges",
      ar: "شاهدوا الزليج",
      href: "/catalogue/carrelage",
    },
  ],
};

const MISSED_SEARCHES = [
  ["robini flexible", "fr"],
  ["robini flexible", "fr"],
  ["chauffe eau solaire", "fr"],
  ["خزان ماء", "ar"],
] as const;

const PRICE_LIST = `Réf.;Désignation;Prix TTC;Marque;Rayon
AMS-01;Mitigeur évier Tiznit;389,00;Amskroud;Robinetterie
AMS-02;Mitigeur douche Tata;1.290;Amskroud;Robinetterie
AMS-03;Robinet de puisage;95;Amskroud;Robinetterie
`;

const wanted = process.argv.slice(2);
const wants = (chapter: string) => wanted.length === 0 || wanted.includes(chapter);

const executablePath = await findBrowser();
if (!executablePath) throw new Error(BROWSER_HELP);
const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath, args });
const desktop = await browser.newPage({ viewport: { width: 1180, height: 760 }, locale: "fr-FR" });

await desktop.goto(`${address}/admin/login`);
if (wants("pages")) await capture(desktop, "connexion");
await desktop.fill('input[name="username"]', process.env.USERNAME ?? "admin");
await desktop.fill('input[name="password"]', process.env.PASSWORD ?? "");
await desktop.click('button[type="submit"]');
await desktop.waitForURL("**/admin/dashboard");
if (wants("pages")) await capture(desktop, "tableau-de-bord");

/** Chapters of the guide with pictures of their own. */
const CHAPTERS = new Map<string, (page: Page) => Promise<void>>([
  ["fiche", captureProduct],
  ["pages", capturePages],
  ["liste", captureList],
  ["messages", captureMessages],
  ["newsletter", captureNewsletter],
  ["recherche", captureSearch],
  ["grille", captureGrid],
  ["lot", captureBulkChange],
  ["import", captureImport],
  ["statistiques", captureFigures],
]);
for (const [name, captureChapter] of CHAPTERS) {
  if (wants(name)) await captureChapter(desktop);
}
await browser.close();

async function captureProduct(page: Page): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 760 },
    isMobile: true,
    hasTouch: true,
    locale: "fr-FR",
    storageState: await page.context().storageState(),
  });
  await createProduct(await context.newPage());
  await context.close();
}

async function capturePages(page: Page): Promise<void> {
  for (const [name, path] of [
    ["produits", "/admin/products"],
    ["categories", "/admin/categories"],
    ["reglages", "/admin/settings"],
    ["equipe", "/admin/users"],
    ["journal", "/admin/audit"],
    ["compte", "/admin/account"],
  ] as const) {
    await page.goto(`${address}${path}`);
    await capture(page, name);
  }
}

async function createProduct(page: Page): Promise<void> {
  await page.goto(`${address}/admin/products/new`);
  await page.fill('input[name="name"]', "Mitigeur lavabo Amskroud laiton");
  await page.fill(
    'textarea[name="description"]',
    "Mitigeur monotrou en laiton brossé, bec fixe de 12 cm. Cartouche céramique garantie cinq ans.",
  );
  await page.selectOption('select[name="categoryId"]', {
    label: await findLabel(page, "Robinetterie"),
  });
  await capture(page, "telephone-nouveau");
  const names = ["mitigeur-lavabo-mural-laiton-brosse", "mitigeur-lavabo-noir-mat"];
  const files = names.map((name) => getImagePath(name));
  await page.locator("#champ-images").setInputFiles(files);
  await page.getByRole("button", { name: "Retirer la photo 2" }).waitFor();
  await page.locator("#champ-images").scrollIntoViewIfNeeded();
  await page.getByRole("heading", { name: "Photos" }).scrollIntoViewIfNeeded();
  await capture(page, "telephone-photos");
  await page.fill('input[name="basePrice"]', "489");
  await page.getByRole("button", { name: "Publier tout de suite" }).click();
  await page.locator(".toast-success").waitFor();
  await page.waitForURL(/\/edit/);
  await capture(page, "telephone-publie");
  await desktop.goto(page.url());
  await capture(desktop, "fiche");
  await desktop.fill('input[name="basePrice"]', "469,50");
  await desktop.getByRole("button", { name: "Enregistrer et publier" }).click();
  await desktop.locator(".toast-success").waitFor();
  await desktop.getByRole("link", { name: "Historique" }).click();
  await desktop.waitForURL(/vue=historique/);
  await capture(desktop, "historique");
}

async function captureList(page: Page): Promise<void> {
  await page.goto(`${address}/admin/products?q=Amskroud`);
  await page.getByRole("button", { name: /^Actions pour Mitigeur lavabo Amskroud/ }).click();
  await capture(page, "actions");
  await page.getByRole("button", { name: "Mettre à la corbeille" }).click();
  await page.locator(".toast-success").waitFor();
  await capture(page, "corbeille");
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Une page, un produit, une référence").fill("zellige");
  await page.getByText("Produits", { exact: true }).last().waitFor();
  await capture(page, "palette");
}

async function captureGrid(page: Page): Promise<void> {
  await page.goto(`${address}/admin/products?q=mitigeur`);
  await page.getByRole("link", { name: "Grille", exact: true }).click();
  const cell = page.getByRole("grid").locator('[data-row="1"][data-column="3"]');
  await cell.click();
  await page.getByRole("grid").focus();
  await page.keyboard.type("249,50");
  await page.keyboard.press("Enter");
  await page.keyboard.type("quatre-vingts");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await capture(page, "grille");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
}

async function captureBulkChange(page: Page): Promise<void> {
  await page.goto(`${address}/admin/products?q=zellige`);
  await page.locator("tbody input[type=checkbox]").first().check();
  await page.locator("tbody input[type=checkbox]").nth(1).check();
  await page.getByRole("link", { name: "Modifier en lot" }).click();
  await page.getByLabel("Changement", { exact: true }).selectOption("DOWN_PERCENT");
  await page.getByLabel("De combien, en %").fill("10");
  await page.getByText(/2 produits : \d à modifier/).waitFor();
  await capture(page, "modification-en-lot");
  await page.getByRole("button", { name: /^Modifier \d produit/ }).click();
  await page.getByText("Terminé", { exact: true }).waitFor({ timeout: 30_000 });
  await capture(page, "operation");
  await page.getByRole("button", { name: "Annuler les changements" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Annuler les changements" }).click();
  await page.getByText("Annulé", { exact: true }).waitFor({ timeout: 30_000 });
}

async function captureImport(page: Page): Promise<void> {
  await page.goto(`${address}/admin/imports/new`);
  const buffer = Buffer.from(PRICE_LIST);
  await page
    .getByLabel("Fichier")
    .setInputFiles({ name: "tarif-amskroud.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Lire le fichier" }).click();
  await page.getByRole("heading", { name: "Options" }).waitFor();
  await page.selectOption('select[name="onError"]', "skip");
  await page.getByLabel("Rayon").selectOption("categoryId");
  await capture(page, "import-colonnes");
  await page.getByLabel("Créer les catégories").check();
  await page.getByRole("button", { name: "Vérifier le fichier" }).click();
  await page.getByRole("heading", { name: "Résultat de la vérification" }).waitFor();
  await capture(page, "import-verification");
}

async function captureFigures(page: Page): Promise<void> {
  await insertVisits(process.env.DATABASE_URL ?? "");
  const headers = { authorization: `Bearer ${process.env.CRON_SECRET}` };
  const { ok } = await fetch(`${address}/api/cron/analytics-rollup`, { headers });
  if (!ok) throw new Error("The visits could not be summed up: is CRON_SECRET that of the shop?");
  await page.goto(`${address}/admin/analytics?period=30`);
  await capture(page, "statistiques");
  await page.goto(`${address}/admin/analytics/funnels/defaut?period=30`);
  await capture(page, "entonnoir");
}

async function captureMessages(page: Page): Promise<void> {
  for (const question of QUESTIONS) await sendQuestion(question);
  await page.goto(`${address}/admin/messages`);
  await capture(page, "messages");
  await page
    .getByRole("link", { name: /Fatima Benali/ })
    .first()
    .click();
  await page
    .getByLabel("Réponse au client")
    .fill("Bonjour {{prenom}},\n\nOui, nous livrons à Zagora le mardi et le vendredi.");
  await page.getByText("Aperçu du mail").click();
  await page.evaluate(() => scrollTo(0, 0));
  await capture(page, "message");
  for (const click of CLICKS) await clickWhatsApp(click);
  await page.goto(`${address}/admin/leads`);
  await capture(page, "demandes");
}

/** A click of a customer's phone; the chat is not opened. */
async function clickWhatsApp(path: string): Promise<void> {
  const headers = { "user-agent": PHONE };
  await fetch(`${address}${path}`, { redirect: "manual", headers });
}

async function captureNewsletter(page: Page): Promise<void> {
  const lines = SUBSCRIBERS.map(([email, locale]) => `${email};${locale}`);
  await post(page, "/api/admin/newsletter/subscribers/import", {
    csv: ["email;langue", ...lines].join("\n"),
    source: "Cahier du comptoir, salon de l'habitat",
    consentedOn: new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10),
    statement: true,
  });
  await page.goto(`${address}/admin/newsletter`);
  await capture(page, "newsletter");
  const { data } = await post(page, "/api/admin/newsletter/campaign", CAMPAIGN);
  await page.goto(`${address}/admin/newsletter/campaigns`);
  await capture(page, "campagnes");
  await page.goto(`${address}/admin/newsletter/campaigns/${data.id}`);
  await capture(page, "campagne");
}

async function captureSearch(page: Page): Promise<void> {
  const events = MISSED_SEARCHES.map(([q, locale], index) => ({
    eventType: "search",
    searchId: `guide-recherche-${index}`,
    source: "page",
    total: 0,
    q,
    locale,
  }));
  await post(page, "/api/analytics/track", events);
  await page.goto(`${address}/admin/search`);
  await capture(page, "recherche");
}

async function post(page: Page, path: string, data: object): Promise<{ data: { id: string } }> {
  const headers = { "sec-fetch-site": "same-origin" };
  const response = await page.request.post(`${address}${path}`, { headers, data });
  if (!response.ok()) throw new Error(`${path}: ${await response.text()}`);
  return response.json();
}

/** A question repeated on the same day creates no second message. */
async function sendQuestion(question: (typeof QUESTIONS)[number]): Promise<void> {
  const response = await fetch(`${address}/api/public/contact`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify({ locale: "fr", ...question }),
  });
  if (!response.ok) throw new Error(await response.text());
}

async function findLabel(page: Page, category: string): Promise<string> {
  const labels = await page.locator('select[name="categoryId"] option').allTextContents();
  return labels.find((label) => label.includes(category)) ?? "";
}

async function capture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(400);
  const screenshot = sharp(await page.screenshot());
  await screenshot.webp({ quality: 72 }).toFile(inRoot("docs", "guide", `${name}.webp`));
}
