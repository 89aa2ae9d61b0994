import { randomUUID } from "node:crypto";
import {
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";
import { Client } from "pg";
import { type Choice, CONSENT_COOKIE } from "@/domain/consent/rules";
import { POSTHOG_WORDING, VISITS_WORDING } from "@/domain/consent/wordings";

interface ProductValues {
  name?: string;
  nameAr?: string | null;
  description?: string;
  descriptionAr?: string | null;
  status?: "ACTIVE" | "DRAFT" | "ARCHIVED";
  inTrash?: boolean;
}

interface ForTest {
  /** Whether API routes may answer 4xx in this test without failing it. */
  allowApiErrors: boolean;
  /** The answer to the consent banner that the browser holds; null for a first visit, which shows the banner. */
  consent: Choice | null;
  /**
   * A page without motion that all tests of a worker share, with its cache: it loads in half the time. For tests that only visit pages
   * and store nothing in the browser.
   */
  sharedPage: Page;
  /** Inserts a product for this test directly into the database, and returns its slug. */
  insertProduct: (values?: ProductValues) => Promise<string>;
  /** Inserts a redirect to the product or category with this slug, and returns the former slug. */
  insertRedirect: (kind: "Product" | "Category", slug: string) => Promise<string>;
}

interface ForWorker {
  database: Client;
  /** The page behind `sharedPage`, and the errors that it had. */
  sharedTab: { page: Page; problems: string[] };
}

export const test = base.extend<ForTest, ForWorker>({
  allowApiErrors: [false, { option: true }],
  consent: ["refused", { option: true }],

  /** Fails the test on errors of its pages. */
  context: async ({ context, baseURL, allowApiErrors, consent }, use) => {
    if (consent) await storeConsent(context, baseURL, consent);
    const problems = recordProblems(context, baseURL, allowApiErrors);
    await use(context);
    expect(problems, "errors of the pages in this test").toEqual([]);
  },

  sharedTab: [
    async ({ browser }, use, { project }) => {
      const { baseURL, viewport, isMobile, hasTouch, deviceScaleFactor } = project.use;
      const { locale, timezoneId } = project.use;
      const context = await browser.newContext({
        baseURL,
        viewport,
        isMobile,
        hasTouch,
        deviceScaleFactor,
        locale,
        timezoneId,
        reducedMotion: "reduce",
      });
      await storeConsent(context, baseURL, "refused");
      const problems = recordProblems(context, baseURL, false);
      await use({ page: await context.newPage(), problems });
      await context.close();
    },
    { scope: "worker" },
  ],

  sharedPage: async ({ sharedTab: { page, problems }, viewport }, use) => {
    problems.length = 0;
    await page.emulateMedia({ colorScheme: "light" });
    if (viewport) await page.setViewportSize(viewport);
    await use(page);
    expect(problems, "errors of the pages in this test").toEqual([]);
  },

  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern.
    async ({}, use) => {
      const connectionString = process.env.E2E_DATABASE_URL;
      if (!connectionString)
        throw new Error("E2E_DATABASE_URL: the database of the shop under test");
      const client = new Client({ connectionString });
      await client.connect();
      await use(client);
      await client.end();
    },
    { scope: "worker" },
  ],

  insertProduct: async ({ database }, use) => {
    const made: string[] = [];
    await use(async (values = {}) => {
      const slug = uniqueSlug();
      made.push(slug);
      await database.query(
        `INSERT INTO "Product" ("id", "slug", "name", "nameAr", "description", "descriptionAr", "basePrice",
           "categoryId", "status", "deletedAt", "publishAt")
         SELECT $1, $1, $2, $3, $4, $5, 120, c."id", $6::"ProductStatus", CASE WHEN $7 THEN now() END, '2001-01-01'
         FROM "Category" c WHERE c."slug" = 'eviers'`,
        [
          slug,
          values.name ?? "Siphon de test",
          values.nameAr ?? null,
          values.description ?? "Un siphon pour les essais.",
          values.descriptionAr ?? null,
          values.status ?? "ACTIVE",
          values.inTrash ?? false,
        ],
      );
      return slug;
    });
    await database.query(`DELETE FROM "Product" WHERE "slug" = ANY($1)`, [made]);
  },

  insertRedirect: async ({ database }, use) => {
    const made: string[] = [];
    await use(async (kind, slug) => {
      const old = uniqueSlug();
      made.push(old);
      const column = kind === "Product" ? "productId" : "categoryId";
      await database.query(
        `INSERT INTO "SlugRedirect" ("id", "slug", "${column}") SELECT $1, $1, "id" FROM "${kind}" WHERE "slug" = $2`,
        [old, slug],
      );
      return old;
    });
    await database.query(`DELETE FROM "SlugRedirect" WHERE "slug" = ANY($1)`, [made]);
  },
});

async function storeConsent(context: BrowserContext, baseURL: string | undefined, choice: Choice) {
  const value = `${CONSENT_WORDING}.${choice}.20261130`;
  await context.addCookies([{ name: CONSENT_COOKIE, value, url: baseURL ?? "" }]);
}

/** Records console errors, uncaught errors, 5xx responses, missing files and requests to other hosts. */
function recordProblems(
  context: BrowserContext,
  baseURL: string | undefined,
  allowApiErrors: boolean,
): string[] {
  const problems: string[] = [];
  const visited = new Set<string>();
  const home = new URL(baseURL ?? "").host;
  context.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (request.isNavigationRequest()) visited.add(request.url());
    if (protocol.startsWith("http") && host !== home) problems.push(`left for ${host}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`);
  });
  context.on("console", (message) => {
    // The test that visits a page asserts its status; 5xx are caught above.
    const { url } = message.location();
    const isStatus = message.text().startsWith("Failed to load resource");
    const isRefusal = allowApiErrors && url.startsWith(`${baseURL}/api/`);
    const isExpected = isStatus && (visited.has(url) || isRefusal);
    if (message.type() === "error" && !isExpected) problems.push(`${message.text()} (${url})`);
  });
  context.on("weberror", (error) => problems.push(String(error.error().stack)));
  return problems;
}

export { expect };

/** The text that the banner of the shop under test shows. */
export const CONSENT_WORDING = process.env.NEXT_PUBLIC_POSTHOG_KEY
  ? POSTHOG_WORDING
  : VISITS_WORDING;

/** For tests that need not combine both: each language runs on one device, each device in one language. */
export const DEVICE_TAG_BY_LOCALE = { fr: "@desktop", ar: "@phone" } as const;

/** Marks the rows of tests, so that the sitemap test ignores them. */
export const TEST_SLUG_PREFIX = "e2e-";

function uniqueSlug(): string {
  return `${TEST_SLUG_PREFIX}${randomUUID()}`;
}

/** Opens a page, asserts its status and waits for its heading. */
export async function visit(page: Page, path: string, status = 200): Promise<void> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(status);
  await expect(page.locator("h1").first()).toBeVisible();
}

/** Waits until React has hydrated this element: earlier actions reach the browser only. */
export async function waitForHydration(locator: Locator): Promise<Locator> {
  await expect
    .poll(() =>
      locator.evaluate((element) =>
        Object.keys(element).some((key) => key.startsWith("__reactProps")),
      ),
    )
    .toBe(true);
  return locator;
}

export async function getText(locator: Locator): Promise<string> {
  return ((await locator.textContent()) ?? "").trim();
}

/** Returns the id of a seeded category. Other tests create and delete categories at the same time, so tests name the one that they use. */
export async function findCategoryId(database: Client, slug: string): Promise<string> {
  const { rows } = await database.query(`SELECT "id" FROM "Category" WHERE "slug" = $1`, [slug]);
  return rows[0].id;
}
