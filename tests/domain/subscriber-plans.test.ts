import { beforeAll, describe, expect, it } from "vitest";
import { deleteExpiredSubscribers } from "@/domain/newsletter/retention-commands";
import {
  countSubscribers,
  listGrowth,
  listSubscribers,
} from "@/domain/newsletter/subscribers/queries";
import { SubscriberQuery } from "@/domain/newsletter/subscribers/schema";
import { db } from "@/lib/db";
import { listSequentialScans, vacuumTables } from "../support/plans";

const PEOPLE = 20_000;
const LARGE = new Set(["NewsletterSubscriber", "ConsentEvent"]);

beforeAll(async () => {
  await db.$executeRaw`
    INSERT INTO "NewsletterSubscriber" ("id", "email", "emailHmac", "status", "locale", "source", "subscribedAt", "unsubscribedAt")
    SELECT 'p' || i, 'personne-' || i || '@exemple-' || (i % 97) || '.test', 'h' || i,
      (CASE WHEN i % 10 = 0 THEN 'UNSUBSCRIBED' WHEN i % 25 = 1 THEN 'PENDING' ELSE 'CONFIRMED' END)::"SubscriberStatus",
      (CASE WHEN i % 3 = 0 THEN 'AR' ELSE 'FR' END)::"Language",
      (ARRAY['footer', 'home', 'product', 'import'])[1 + i % 4], now() - i * interval '20 minutes',
      CASE WHEN i % 10 = 0 THEN now() - (i % 29) * interval '1 day' END
    FROM generate_series(1, ${PEOPLE}::int) i`;
  await db.$executeRaw`
    INSERT INTO "ConsentEvent" ("id", "subscriberId", "event", "wordingVersion", "delta", "createdAt")
    SELECT 'e' || i, 'p' || i, 'CONFIRM', 'newsletter-1', 1, now() - i * interval '40 minutes'
    FROM generate_series(1, ${PEOPLE}::int) i`;
  await vacuumTables("NewsletterSubscriber", "ConsentEvent");
}, 120_000);

const listLargeScans = async (act: () => Promise<unknown>) =>
  (await listSequentialScans(act)).filter((table) => LARGE.has(table));

describe(`With ${PEOPLE} subscribers no table is fully scanned by`, () => {
  it.each([
    ["the list", {}],
    ["its last pages", { page: "300" }],
    ["one status", { status: "CONFIRMED" }],
    ["unsubscribed", { status: "UNSUBSCRIBED" }],
    ["readers of Arabic", { locale: "AR" }],
    ["one source", { source: "home" }],
    ["one source and status", { source: "home", status: "PENDING" }],
    ["a month", { from: "2026-10-01", to: "2026-10-31" }],
    ["a search", { q: "personne-123" }],
    ["a search without results", { q: "introuvable" }],
    ["a search with many results", { q: "exemple" }],
  ])("%s", async (_, asked) => {
    expect(await listLargeScans(() => listSubscribers(SubscriberQuery.parse(asked)))).toEqual([]);
  });

  it("the counts of the statuses", async () => {
    expect(await listLargeScans(countSubscribers)).toEqual([]);
  });

  it.each(["day", "week"] as const)("the growth by %s", async (step) => {
    expect(await listLargeScans(() => listGrowth(step, 1))).toEqual([]);
  });

  it("the nightly cleanup", async () => {
    expect(await listLargeScans(() => deleteExpiredSubscribers(new Date()))).toEqual([]);
  });
});
