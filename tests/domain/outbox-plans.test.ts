import { beforeAll, describe, expect, it } from "vitest";
import { countDueMails, countFailedMails, listMails } from "@/domain/outbox/queries";
import { OutboxFolder, OutboxQuery } from "@/domain/outbox/schema";
import { db } from "@/lib/db";
import { listSequentialScans, vacuumTables } from "../support/plans";

const MAILS = 40_000;

beforeAll(async () => {
  await db.$executeRaw`
    INSERT INTO "OutboxEmail" ("id", "to", "template", "props", "subject", "state", "idempotencyKey", "createdAt",
      "nextAttemptAt", "sentAt", "bouncedAt", "complainedAt")
    SELECT 'o' || i, 'client-' || i || '@exemple-' || i % 97 || '.test', 'contact-reply', '{}',
      'Votre question ' || i,
      (CASE WHEN i % 1000 = 1 THEN 'FAILED' WHEN i % 1000 = 2 THEN 'QUEUED' ELSE 'SENT' END)::"OutboxState",
      'k' || i, now() - i * interval '3 minutes', now() - i * interval '3 minutes',
      CASE WHEN i % 1000 > 2 THEN now() - i * interval '3 minutes' END,
      CASE WHEN i % 500 = 3 THEN now() END, CASE WHEN i % 5000 = 4 THEN now() END
    FROM generate_series(1, ${MAILS}::int) AS i`;
  await vacuumTables("OutboxEmail");
}, 120_000);

const list = (asked: Record<string, string>) => () => listMails(OutboxQuery.parse(asked));

describe(`With ${MAILS} mails the table is not fully scanned by`, () => {
  it.each<[string, () => Promise<unknown>]>([
    ...OutboxFolder.options.map((folder): [string, () => Promise<unknown>] => [
      `the folder ${folder}`,
      list({ folder }),
    ]),
    ["the list", list({})],
    ["its last pages", list({ page: "1300" })],
    ["a search", list({ q: "client-4711" })],
    ["a search that finds nothing", list({ q: "introuvable" })],
    ["a search in a folder", list({ folder: "returned", q: "exemple-3.test" })],
    ["the count of failed mails", countFailedMails],
    ["the count of due mails", countDueMails],
  ])("%s", async (_, read) => {
    expect(await listSequentialScans(read)).toEqual([]);
  });
});
