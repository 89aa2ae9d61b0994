import { beforeAll, describe, expect, it } from "vitest";
import { countLateLeads, listLeads } from "@/domain/messaging/leads/queries";
import { type LeadFilters, LeadQuery } from "@/domain/messaging/leads/schema";
import { db } from "@/lib/db";
import { buildProduct } from "../support/build";
import { listSequentialScans, vacuumTables } from "../support/plans";

const COUNT = 20_000;
let productId = "";

beforeAll(async () => {
  ({ id: productId } = await buildProduct());
  await db.$executeRaw`
    INSERT INTO "Lead" ("id", "kind", "reference", "productId", "status", "createdAt")
    SELECT 'l' || i, 'WHATSAPP', 'W-' || i, CASE WHEN i % 200 = 4 THEN ${productId} END,
      (ARRAY['NEW','REPLIED','QUOTED','SOLD','LOST','LOST','LOST','LOST'])[1 + i % 8]::"LeadStatus",
      now() - i * interval '10 minutes'
    FROM generate_series(1, ${COUNT}::int) AS i`;
  await vacuumTables("Lead");
}, 120_000);

const query = (filters: LeadFilters = {}) => LeadQuery.parse(filters);

describe("With 20,000 leads no table is fully scanned by", () => {
  it.each<[string, () => Promise<unknown>]>([
    ["new leads", () => listLeads(query())],
    ["all leads", () => listLeads(query({ status: "all" }))],
    ["a status", () => listLeads(query({ status: "QUOTED" }))],
    ["a page far down", () => listLeads({ ...query({ status: "LOST" }), page: 100 })],
    ["a reference", () => listLeads(query({ q: "W-4711" }))],
    ["words", () => listLeads(query({ q: "lavabo vert" }))],
    ["a product", () => listLeads(query({ status: "all", product: productId }))],
    ["a period", () => listLeads(query({ status: "all", period: "7" }))],
    ["late clicks", () => listLeads(query({ kind: "WHATSAPP", late: "1" }))],
    ["the count of the dashboard", () => countLateLeads()],
  ])("%s", async (_, read) => {
    expect(await listSequentialScans(read)).not.toContain("Lead");
  });
});
