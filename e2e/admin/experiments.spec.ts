import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Client } from "pg";
import { CONSENT_TEXTS } from "@/content/consent";
import { getDictionary } from "@/content/dictionary";
import { assignVariant } from "@/domain/analytics/experiments/assignment";
import { CONSENT_COOKIE, VISITOR_COOKIE } from "@/domain/consent/rules";
import { VARIANTS_COOKIE } from "@/lib/cache/variants-cookie";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { CONSENT_WORDING } from "../fixtures";
import { newWord } from "../words";
import { expect, test } from "./fixtures";

/** Headless browsers are not counted. */
const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36";

const TITLE = { fr: "Votre chantier commence ici", ar: "ورشتكم تبدأ من هنا" };
const LEAD = { fr: "Des conseils et du stock à Ouarzazate.", ar: "نصائح ومخزون في ورزازات." };

interface Experiment {
  id: string;
  number: number;
}

/** A person of this variant, by the hash that the shop uses. */
function findPerson({ id, number }: Experiment, variant: number): string {
  const people = Array.from({ length: 100 }, (_, i) => `e2e-${newWord()}-${i}`.padEnd(22, "0"));
  const person = people
    .map((each) => each.slice(-22))
    .find((each) => assignVariant({ id, number, slot: "hero", variants: [{}] }, each) === variant);
  if (!person) throw new Error("nobody has this variant");
  return person;
}

async function openShop(
  browser: Browser,
  baseURL: string | undefined,
  cookies: Record<string, string>,
) {
  const url = baseURL ?? "";
  const context = await browser.newContext({ userAgent: USER_AGENT, baseURL: url });
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url })));
  return { context, page: await context.newPage() };
}

const accept = (person: string) => ({
  [CONSENT_COOKIE]: `${CONSENT_WORDING}.accepted.20261130`,
  [VISITOR_COOKIE]: `${person}.20261130`,
});

async function findCookie(context: BrowserContext, name: string): Promise<string | undefined> {
  return (await context.cookies()).find((cookie) => cookie.name === name)?.value;
}

const getTitle = (page: Page) => page.getByRole("heading", { level: 1 });

const listExposures = async (database: Client, person: string) =>
  (
    await database.query(
      `SELECT ("metadata" ->> 'variant')::int AS "variant" FROM "AnalyticsEvent" WHERE "eventType" = 'exposure' AND "personId" = $1`,
      [person],
    )
  ).rows.map(({ variant }) => variant);

/** Inserts people who saw each variant; one in ten of the control and one in four of the variant asks for a product. */
async function simulateVisitors(database: Client, { id }: Experiment, people: number) {
  await database.query(
    `INSERT INTO "AnalyticsEvent" ("id", "eventType", "personId", "createdAt", "metadata")
     SELECT $1 || type || v || '-' || i, type, $1 || v || '-' || i, now(),
       CASE type WHEN 'exposure' THEN jsonb_build_object('experiment', $1::text, 'variant', v) END
     FROM generate_series(0, 1) v, generate_series(1, $2::int) i, unnest(ARRAY['exposure', 'whatsapp_click']) type
     WHERE type = 'exposure' OR i % (CASE v WHEN 0 THEN 10 ELSE 4 END) = 0`,
    [id, people],
  );
}

async function createExperiment(page: Page, database: Client, name: string): Promise<Experiment> {
  await page.goto("/admin/analytics/experiments");
  await page.getByRole("button", { name: "Nouvel essai" }).click();
  const form = page.getByRole("dialog", { name: "Nouvel essai" });
  await form.locator('input[name="name"]').fill(name);
  await form.getByLabel("Titre en français").fill(TITLE.fr);
  await form.getByLabel("Titre en arabe").fill(TITLE.ar);
  await form.getByLabel("Phrase en français").fill(LEAD.fr);
  await form.getByRole("button", { name: "Enregistrer" }).click();
  await expect(form.getByText("Écrivez ce texte dans les deux langues.")).toBeVisible();
  await form.getByLabel("Phrase en arabe").fill(LEAD.ar);
  await form.getByLabel(/Visiteurs qui font ce but/).fill("10");
  await form.getByLabel(/Plus petite différence utile/).fill("5");
  await expect(form.getByText(/Il faut 686 visiteurs par version/)).toBeVisible();
  await form.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const { rows } = await database.query(
    `SELECT "id", "number" FROM "Experiment" WHERE "name" = $1`,
    [name],
  );
  return rows[0];
}

async function press(page: Page, label: string): Promise<void> {
  await page.getByRole("button", { name: label }).click();
  await page.getByRole("dialog").getByRole("button", { name: label }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  // The button that was pressed is gone.
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeFocused();
}

test("An experiment goes from its start to the winner that everybody sees", {
  tag: "@desktop",
}, async ({ page, signInAs, database, browser, baseURL }) => {
  test.slow();
  const toPattern = (locale: Locale) =>
    new RegExp(fill(getDictionary(locale).home.promise, { since: "\\d+" }));
  const usual = { fr: toPattern("fr"), ar: toPattern("ar") };
  await signInAs("ADMIN", page);
  const experiment = await createExperiment(page, database, newWord());
  await press(page, "Lancer l'essai");
  await expect(page.getByRole("heading", { name: "En cours" })).toBeVisible();
  await expect(page.getByText("Pas encore concluant.")).toBeVisible();

  await test.step("a person of the variant sees it in both languages, by load and by click", async () => {
    const person = findPerson(experiment, 1);
    const { context, page: shop } = await openShop(browser, baseURL, accept(person));
    await shop.goto("/");
    await expect(getTitle(shop)).toHaveText(usual.fr);
    await shop.keyboard.press("Tab");
    await expect.poll(() => findCookie(context, VARIANTS_COOKIE)).toMatch(/^a..1$/);
    await shop.goto("/catalogue");
    await shop.getByRole("banner").getByRole("link").first().click();
    await expect(getTitle(shop)).toHaveText(TITLE.fr);
    await shop.goto("/ar");
    await expect(getTitle(shop)).toHaveText(TITLE.ar);
    // Tests that save something at the same time empty the cache.
    const readCacheStatus = async () => {
      const headers = (await shop.goto("/"))?.headers() ?? {};
      expect(headers["cache-control"]).toBe("private, no-cache");
      return headers["cache-status"] ?? headers["x-nextjs-cache"];
    };
    await expect.poll(readCacheStatus).toMatch(/hit/i);
    await expect(getTitle(shop)).toHaveText(TITLE.fr);
    await expect(shop.locator('link[rel="canonical"]')).toHaveAttribute("href", /^[^~]+$/);
    await expect(shop.locator('header a[href="/ar"]').first()).toBeAttached();
    await shop.keyboard.press("Tab");
    await expect.poll(() => listExposures(database, person)).toEqual([1]);
    await context.close();
  });

  await test.step("people of the control see what others see, and are counted", async () => {
    const person = findPerson(experiment, 0);
    const { context, page: shop } = await openShop(browser, baseURL, accept(person));
    await shop.goto("/ar");
    await shop.keyboard.press("Tab");
    await expect.poll(() => findCookie(context, VARIANTS_COOKIE)).toMatch(/^a..0$/);
    await shop.goto("/ar");
    await expect(getTitle(shop)).toHaveText(usual.ar);
    await shop.keyboard.press("Tab");
    await expect.poll(() => listExposures(database, person)).toEqual([0]);
    await context.close();
  });

  await test.step("the banner assigns a person at once, and a withdrawal ends it", async () => {
    const { context, page: shop } = await openShop(browser, baseURL, {});
    await shop.goto("/");
    const { accept: yes, refuse } = CONSENT_TEXTS.fr;
    await shop.getByRole("button", { name: yes, exact: true }).click();
    await expect.poll(() => findCookie(context, VARIANTS_COOKIE)).toMatch(/^a..[01]$/);
    const isVariant = (await findCookie(context, VARIANTS_COOKIE))?.endsWith("1");
    await shop.goto("/");
    await expect(getTitle(shop)).toHaveText(isVariant ? TITLE.fr : usual.fr);
    await shop.getByRole("link", { name: getDictionary("fr").nav.cookies }).click();
    await shop.getByRole("button", { name: refuse, exact: true }).click();
    await expect.poll(() => findCookie(context, VARIANTS_COOKIE)).toBeUndefined();
    await context.close();
  });

  const refused = { [CONSENT_COOKIE]: `${CONSENT_WORDING}.refused.20261130` };
  await test.step("without consent the usual page is shown, and nothing is counted", async () => {
    const { context, page: shop } = await openShop(browser, baseURL, refused);
    await shop.goto("/");
    await expect(getTitle(shop)).toHaveText(usual.fr);
    await expect(shop.locator("[data-experiment]")).toHaveCount(0);
    await shop.keyboard.press("Tab");
    await context.close();
    const { rows: counted } = await database.query(
      `SELECT count(*)::int AS "count" FROM "AnalyticsEvent" WHERE "eventType" = 'exposure' AND "personId" IS NULL`,
    );
    expect(counted[0].count).toBe(0);
  });

  await simulateVisitors(database, experiment, 700);
  await page.reload();
  await expect(page.getByText("fait mieux que la version actuelle.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Version 1/ })).toContainText(/2[45](,\d)?\s%/);
  await press(page, "Arrêter l'essai");
  await press(page, "Retenir : version 1");
  await expect(page.getByText("Montrée à tous")).toBeVisible();
  const { context, page: shop } = await openShop(browser, baseURL, refused);
  await shop.goto("/");
  await expect(getTitle(shop)).toHaveText(TITLE.fr);
  await press(page, "Revenir à la version d'avant");
  await expect(page.getByText("Montrée à tous")).toBeHidden();
  await shop.goto("/");
  await expect(getTitle(shop)).toHaveText(usual.fr);
  await context.close();
});
