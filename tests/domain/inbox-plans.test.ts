import { beforeAll, describe, expect, it } from "vitest";
import { findNeighbours, listMatchingIds, listMessages } from "@/domain/messaging/inbox/queries";
import { type InboxFilters, InboxQuery } from "@/domain/messaging/inbox/schema";
import { findThread } from "@/domain/messaging/inbox/thread-queries";
import { countNewMessages } from "@/domain/messaging/queries";
import { db } from "@/lib/db";
import { buildProduct } from "../support/build";
import {
  explainStatements,
  listExecutedNodes,
  listSequentialScans,
  vacuumTables,
} from "../support/plans";
import { buildUser } from "../support/staff";

const COUNT = 20_000;
const PART = 2_000;
let userId = "";
let productId = "";
let message = { id: "", createdAt: "" };

beforeAll(async () => {
  ({ id: userId } = await buildUser());
  ({ id: productId } = await buildProduct());
  for (let start = 1; start <= COUNT; start += PART) await insertMessages(start, start + PART - 1);
  await vacuumTables("ContactMessage");
  const row = await db.contactMessage.findUniqueOrThrow({ where: { id: "m9000" } });
  message = { id: row.id, createdAt: row.createdAt.toISOString() };
}, 180_000);

/** In batches, since indexing twenty thousand messages exceeds the statement timeout. */
async function insertMessages(from: number, to: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "ContactMessage" ("id", "name", "email", "phone", "subject", "message", "status", "isSpam", "waitingSince",
      "assignedToId", "productId", "createdAt")
    SELECT 'm' || i, 'Client ' || i, 'client' || i % 5000 || '@exemple.ma', '06' || lpad(i::text, 8, '0'), 'Question ' || i,
      repeat('Bonjour, avez-vous du zellige bleu en stock ? ', 1 + i % 9),
      (ARRAY['NEW','READ','REPLIED','ARCHIVED','ARCHIVED','ARCHIVED','ARCHIVED','ARCHIVED'])[1 + i % 8]::"MessageStatus",
      i % 50 = 0, CASE WHEN i % 16 = 1 THEN now() END,
      CASE WHEN i % 40 = 3 THEN ${userId} END, CASE WHEN i % 100 = 4 THEN ${productId} END,
      now() - i * interval '10 minutes'
    FROM generate_series(${from}::int, ${to}::int) AS i`;
}

const query = (filters: InboxFilters = {}) => InboxQuery.parse(filters);

describe("With 20,000 messages no table is fully scanned by", () => {
  const lists: [string, () => Promise<unknown>][] = [
    ...(["new", "open", "waiting", "replied", "archived", "spam", "all"] as const).map(
      (folder): [string, () => Promise<unknown>] => [
        `the folder ${folder}`,
        () => listMessages(query({ folder }), userId),
      ],
    ),
    ["a search", () => listMessages(query({ q: "client 4711" }), userId)],
    ["a search for an address", () => listMessages(query({ q: "client77@exemple.ma" }), userId)],
    ["a search for a number", () => listMessages(query({ q: "06 00 00 47 11" }), userId)],
    ["a search for a reference", () => listMessages(query({ q: "EO-1200" }), userId)],
    ["assigned to me", () => listMessages(query({ folder: "all", assignee: "me" }), userId)],
    ["about a product", () => listMessages(query({ folder: "all", product: productId }), userId)],
    ["the last days", () => listMessages(query({ folder: "all", period: "7" }), userId)],
    ["all matching ids", () => listMatchingIds({ folder: "new" }, userId)],
    ["the messages around one", () => findNeighbours(query({ folder: "all" }), message, userId)],
    ["the unread count", () => countNewMessages()],
    ["a thread with the customer's other messages", () => findThread(message.id)],
  ];

  it.each(lists)("%s", async (_, read) => {
    expect(await listSequentialScans(read)).not.toContain("ContactMessage");
  });
});

it.each(["newest", "oldest"] as const)(
  "reads the %s page of a folder from an index without sorting",
  async (sort) => {
    for (const folder of ["archived", "all"] as const) {
      const plans = await explainStatements(() =>
        listMessages({ ...query({ folder }), sort }, userId),
      );
      const pickers = plans
        .flatMap(listExecutedNodes)
        .filter((node) => node["Node Type"] === "Limit")
        .map(listExecutedNodes)
        .filter((nodes) => nodes.some((node) => node["Node Type"] === "WindowAgg"));
      expect(pickers).toHaveLength(1);
      expect(pickers[0]?.map((node) => node["Node Type"])).not.toContain("Sort");
    }
  },
);
