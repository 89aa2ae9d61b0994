import { createHash, randomBytes, randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import type { Page, Response } from "@playwright/test";
import type { Client } from "pg";
import type { Role } from "@/lib/auth/permissions";
import { test as base, expect } from "../fixtures";

export interface StaffMember {
  id: string;
  username: string;
  email: string;
  password: string;
}

interface ForTest {
  /** Inserts a member of staff for this test, who can sign in. */
  insertStaff: (role: Role) => Promise<StaffMember>;
  /** Signs the page's browser in as a new member of staff by inserting a session row. */
  signInAs: (role: Role, page: Page) => Promise<StaffMember>;
  /** Resolves the path of an admin page; `[id]` becomes a product, or the record that the page shows. */
  resolveAdminPath: (path: string) => Promise<string>;
}

const PASSWORD = "un-mot-de-passe-solide";

export const test = base.extend<ForTest>({
  allowApiErrors: true,

  page: async ({ page }, use) => {
    waitForHydrationOnLoad(page);
    await use(page);
  },

  insertStaff: async ({ database }, use) => {
    const made: string[] = [];
    await use(async (role) => {
      const id = `e2e-${randomUUID()}`;
      const username = `u${randomBytes(5).toString("hex")}`;
      const email = `${username}@example.test`;
      const passwordHash = await hash(PASSWORD, {
        memoryCost: 19_456,
        timeCost: 2,
        parallelism: 1,
      });
      made.push(id);
      await database.query(
        `INSERT INTO "User" ("id", "username", "email", "passwordHash", "passwordChangedAt", "role") VALUES ($1, $2, $3, $4, now(), $5::"UserRole")`,
        [id, username, email, passwordHash, role],
      );
      return { id, username, email, password: PASSWORD };
    });
    // The audit log is append-only and references its users, so they are disabled instead of deleted.
    await database.query(`UPDATE "User" SET "isActive" = false WHERE "id" = ANY($1)`, [made]);
    await database.query(`DELETE FROM "Session" WHERE "userId" = ANY($1)`, [made]);
  },

  resolveAdminPath: async ({ database }, use) => {
    await use(async (path) => {
      if (path.startsWith("/admin/outbox/"))
        return path.replace("[id]", await insertMail(database));
      if (path.startsWith("/admin/newsletter/campaigns/"))
        return path.replace("[id]", await ensureCampaign(database));
      if (path.startsWith("/admin/imports/"))
        return path.replace("[id]", await insertOperation(database));
      if (path === "/admin/leads") await insertLead(database);
      if (path.startsWith("/admin/analytics/"))
        return path.replace("[id]", await findAnalyticsId(path, database));
      if (path === "/admin/messages/[id]")
        return path.replace("[id]", await insertMessage(database));
      const { rows } = await database.query(`SELECT "id" FROM "Product" ORDER BY "id" LIMIT 1`);
      return path.replace("[id]", rows[0].id);
    });
  },

  signInAs: async ({ database, insertStaff, baseURL }, use) => {
    await use(async (role, page) => {
      const person = await insertStaff(role);
      const token = `d_${randomBytes(20).toString("hex")}`;
      await database.query(
        `INSERT INTO "Session" ("id", "userId", "expiresAt") VALUES ($1, $2, now() + interval '1 day')`,
        [createHash("sha256").update(token).digest("hex"), person.id],
      );
      const url = baseURL ?? "";
      await page.context().addCookies([{ name: "session", value: token, url, httpOnly: true }]);
      waitForHydrationOnLoad(page);
      return person;
    });
  },
});

const loading = new WeakSet<Page>();

/** From now on, loading an admin page waits until React has hydrated all of its controls. */
function waitForHydrationOnLoad(page: Page): void {
  if (loading.has(page)) return;
  loading.add(page);
  page.goto = withHydration(page, page.goto.bind(page));
  page.reload = withHydration(page, page.reload.bind(page));
}

function withHydration<Given extends unknown[]>(
  page: Page,
  load: (...given: Given) => Promise<Response | null>,
) {
  const asleep = () =>
    page.evaluate(() =>
      Array.from(document.querySelectorAll("button, input, select, textarea"))
        .filter((field) => !Object.keys(field).some((key) => key.startsWith("__reactProps")))
        .map((field) => field.outerHTML.slice(0, 80)),
    );
  return async (...given: Given) => {
    const response = await load(...given);
    const isOfPanel = new URL(page.url()).pathname.startsWith("/admin");
    if (isOfPanel) await expect(async () => expect(await asleep()).toEqual([])).toPass();
    return response;
  };
}

/** Inserts a mail with an unknown outcome, which no sender claims. */
async function insertMail(database: Client): Promise<string> {
  const id = `e2e-${randomUUID()}`;
  await database.query(
    `INSERT INTO "OutboxEmail" ("id", "to", "template", "props", "subject", "state", "attempts", "idempotencyKey")
     VALUES ($1, 'client@example.test', 'password-reset', '{"username": "fatima"}', 'Votre nouveau mot de passe', 'UNKNOWN', 3, $1)`,
    [id],
  );
  return id;
}

/** Inserts a customer's message; each test that requests one gets its own. */
async function insertMessage(database: Client): Promise<string> {
  const id = `e2e-${randomUUID()}`;
  await database.query(
    `INSERT INTO "ContactMessage" ("id", "name", "email", "phone", "subject", "message")
     VALUES ($1, 'Fatima Alaoui', $2, '0661 23 45 67', 'Zellige vert', 'Livrez-vous à Zagora ?')`,
    [id, `${id}@example.test`],
  );
  return id;
}

/** Inserts a new lead, once: the list then has a row. */
async function insertLead(database: Client): Promise<void> {
  await database.query(
    `INSERT INTO "Lead" ("id", "kind", "reference", "selection", "page", "source", "device", "note")
     VALUES ('e2e-lead', 'WHATSAPP', 'W-E2E', 'مغسلة 60×40', 'search', 'instagram.com', 'phone', 'Rappeler demain.')
     ON CONFLICT DO NOTHING`,
  );
}

/** Inserts a finished bulk change of one product. */
async function insertOperation(database: Client): Promise<string> {
  const id = `e2e-${randomUUID()}`;
  await database.query(
    `INSERT INTO "ProductOperation" ("id", "kind", "state", "title", "spec", "total", "changed", "finishedAt", "undoUntil")
     VALUES ($1, 'BULK', 'APPLIED', 'Prix −10 %', '{}', 1, 1, now(), now() + interval '30 days')`,
    [id],
  );
  await database.query(
    `INSERT INTO "ProductOperationItem" ("operationId", "number", "productId", "label", "state")
     SELECT $1, 1, "id", "name", 'APPLIED' FROM "Product" ORDER BY "id" LIMIT 1`,
    [id],
  );
  return id;
}

export { expect };

/** Inserts a draft campaign once; later tests reuse it. */
async function ensureCampaign(database: Client): Promise<string> {
  const id = "e2e-campagne";
  await database.query(
    `INSERT INTO "Campaign" ("id", "subject") VALUES ($1, 'Campagne de test') ON CONFLICT DO NOTHING`,
    [id],
  );
  return id;
}

/** Returns the id of an experiment that was stopped, with a result. */
async function findExperimentId(database: Client): Promise<string> {
  const id = "e2e-essai";
  const variants = [{ label: { fr: "Écrivez-nous", ar: "راسلونا" } }];
  const counts = [
    { people: 900, converted: 90 },
    { people: 910, converted: 130 },
  ];
  await database.query(
    `INSERT INTO "Experiment" ("id", "name", "slot", "variants", "goal", "baseline", "effect", "horizon", "state", "startedAt", "stoppedAt", "counts")
     VALUES ($1, 'Bouton WhatsApp', 'whatsapp', $2, 'whatsapp_click', 10, 5, 686, 'STOPPED', now() - interval '20 days', now(), $3)
     ON CONFLICT DO NOTHING`,
    [id, JSON.stringify(variants), JSON.stringify(counts)],
  );
  return id;
}

/** Returns the id of the funnel of every shop, or of a saved report or board. */
async function findAnalyticsId(path: string, database: Client): Promise<string> {
  if (path.startsWith("/admin/analytics/funnels")) return "defaut";
  if (path.startsWith("/admin/analytics/experiments")) return findExperimentId(database);
  const isReport = path.startsWith("/admin/analytics/reports");
  const kind = isReport ? "REPORT" : "BOARD";
  const definition = isReport
    ? { dimension: "product", measure: "requests" }
    : { cards: [{ card: "figures" }, { card: "funnel", id: "defaut" }] };
  const { rows } = await database.query(
    `INSERT INTO "AnalyticsDefinition" ("id", "kind", "name", "definition") VALUES ($1, $2::"AnalyticsKind", $3, $4)
     ON CONFLICT ("kind", "name") DO UPDATE SET "definition" = EXCLUDED."definition" RETURNING "id"`,
    [randomUUID(), kind, "Demandes de la semaine", JSON.stringify(definition)],
  );
  return rows[0].id;
}
