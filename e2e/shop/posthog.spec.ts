import type { BrowserContext, Page } from "@playwright/test";
import { CONSENT_TEXTS } from "@/content/consent";
import { getDictionary } from "@/content/dictionary";
import { parseVisitor } from "@/domain/consent/rules";
import type { Locale } from "@/lib/i18n/locale";
import { startPostHogServer } from "../../tests/support/posthog-server";
import { expect, test, visit, waitForHydration } from "../fixtures";
import { PRODUCTS } from "../pages";

const { NEXT_PUBLIC_POSTHOG_KEY: key, NEXT_PUBLIC_POSTHOG_HOST: host } = process.env;

test.skip(!key || !host, "The build has no PostHog key.");
test.describe.configure({ mode: "serial" });
test.use({
  consent: null,
  // What was queued before a withdrawal is refused by the relay.
  allowApiErrors: true,
  // PostHog captures nothing of headless browsers.
  userAgent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/143.0.0.0 Safari/537.36",
});

let server: Awaited<ReturnType<typeof startPostHogServer>>;
test.beforeAll(async () => {
  server = await startPostHogServer(Number(new URL(host ?? "").port));
});
test.afterAll(() => server.stop());
test.beforeEach(async ({ context }) => {
  server.received.length = 0;
  await context.addInitScript(() => {
    Object.defineProperty(navigator, "webdriver", { get: () => false });
    Object.defineProperty(navigator, "userAgentData", { get: () => undefined });
  });
});

const click = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const listNames = () => server.listEvents().map(({ event }) => event);

/** The cookies, and the keys of both storages that PostHog would use. */
async function listStored(page: Page, context: BrowserContext): Promise<string[]> {
  const keys = await page.evaluate(() =>
    [localStorage, sessionStorage].flatMap((storage) => Object.keys(storage)),
  );
  const cookies = (await context.cookies()).map(({ name }) => name).toSorted();
  return [...cookies, ...keys.filter((name) => /ph_|posthog/.test(name))];
}

async function readVisitor(context: BrowserContext) {
  const visitor = (await context.cookies()).find(({ name }) => name === "visitor");
  return parseVisitor(visitor?.value)?.personId;
}

test("A refusal means no request to PostHog, no cookie and nothing stored", {
  tag: "@desktop",
}, async ({ page, context }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await visit(page, "/");
  await expect(page.getByRole("region", { name: CONSENT_TEXTS.fr.label })).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(await listStored(page, context)).toEqual([]);
  await click(page, CONSENT_TEXTS.fr.refuse);
  await visit(page, "/contact");
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(4_000);
  expect(await listStored(page, context)).toEqual(["consent"]);
  expect(server.received).toEqual([]);
  expect(requests.filter((url) => url.includes("/api/relay"))).toEqual([]);
});

test("After consent, visits reach PostHog through the shop's address, without typed text, until the consent is withdrawn", {
  tag: "@desktop",
}, async ({ page, context }) => {
  await visit(page, PRODUCTS.withVariations);
  await click(page, CONSENT_TEXTS.fr.accept);
  await expect.poll(listNames, { timeout: 20_000 }).toContain("$pageview");
  // A replay is sent from the first action on that follows the start of the recording, which the page does not show.
  await expect(async () => {
    await page.getByRole("heading", { level: 1 }).click();
    await expect.poll(listNames, { timeout: 4_000 }).toContain("$snapshot");
  }).toPass({ timeout: 20_000 });
  const visitor = await readVisitor(context);
  expect(visitor).toMatch(/^[\w-]{22}$/);

  const countViews = () => listNames().filter((name) => name === "$pageview").length;
  const expectViews = (number: number) =>
    expect.poll(countViews, { timeout: 20_000 }).toBeGreaterThanOrEqual(number);
  await visit(page, "/contact");
  const message = page.getByRole("textbox", { name: /message/i });
  await (await waitForHydration(message)).fill("Secretmot pour ma terrasse");
  await expectViews(2);
  await visit(page, "/recherche?q=secretmot");
  await page.getByRole("searchbox").or(page.getByRole("combobox")).first().fill("secretmot2");
  // The replay of the typed text is sent, too.
  await page.waitForTimeout(3_000);
  await expectViews(3);
  await visit(page, "/faq");
  await expectViews(4);
  const events = server.listEvents();
  const ids = events.map(({ distinct_id, properties }) => distinct_id ?? properties.distinct_id);
  expect(new Set(ids)).toEqual(new Set([visitor]));
  expect(JSON.stringify(events).toLowerCase()).not.toContain("secretmot");
  expect(events.some(({ properties }) => properties["$feature/new-hero"] === "b")).toBe(true);
  for (const { headers } of server.received) {
    expect(headers.cookie).toBeUndefined();
    expect(headers["x-forwarded-for"]).toBeUndefined();
  }

  await page
    .getByRole("contentinfo")
    .getByRole("link", { name: getDictionary("fr").nav.cookies })
    .click();
  await click(page, CONSENT_TEXTS.fr.refuse);
  await expect.poll(() => listStored(page, context)).toEqual(["consent"]);
  await page.waitForTimeout(1_000);
  server.received.length = 0;
  await page.getByRole("heading", { level: 1 }).click();
  await page.mouse.wheel(0, 400);
  await visit(page, "/contact");
  await page.waitForTimeout(4_000);
  expect(server.received).toEqual([]);
  expect(await listStored(page, context)).toEqual(["consent"]);
});

test("On an Arabic phone the consent is given in Arabic", { tag: "@desktop" }, async ({
  page,
  context,
}) => {
  const locale: Locale = "ar";
  await page.setViewportSize({ width: 360, height: 740 });
  await visit(page, "/ar/contact");
  await click(page, CONSENT_TEXTS[locale].accept);
  await expect.poll(listNames, { timeout: 20_000 }).toContain("$pageview");
  expect(server.listEvents()[0]?.properties.distinct_id).toBe(await readVisitor(context));
});
