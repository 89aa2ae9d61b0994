import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as list } from "@/app/api/admin/audit/route";
import { listTimeline, verifyAuditChain } from "@/domain/audit/queries";
import { AuditEntry } from "@/domain/audit/schema";
import { db } from "@/lib/db";
import { call } from "../../support/call";
import { buildStaff } from "../../support/staff";

let owner: Awaited<ReturnType<typeof buildStaff>>;
let other: Awaited<ReturnType<typeof buildStaff>>;

interface Fields {
  action?: string;
  entityType?: string;
  entityId?: string;
  createdAt?: Date;
  changes?: object;
}

const record = (user: { id: string; username: string }, fields: Fields = {}) =>
  db.auditLog.create({
    data: {
      userId: user.id,
      userName: user.username,
      action: "update_product",
      entityType: "Product",
      entityLabel: "Zellige",
      ...fields,
    },
  });

beforeAll(async () => {
  owner = await buildStaff("SUPER_ADMIN");
  other = await buildStaff("ADMIN");
  const changes = { basePrice: { before: "10.00", after: "12.00" } };
  await record(owner, { entityId: "p1", changes, createdAt: new Date("2026-01-10T12:00:00Z") });
  await record(owner, { entityId: "p2", createdAt: new Date("2026-01-11T12:00:00Z") });
  // The last minutes of the 11th, and the first of the 12th.
  await record(other, { entityId: "p3", createdAt: new Date("2026-01-11T23:59:00Z") });
  await record(other, {
    action: "create_category",
    entityType: "Category",
    entityId: "c1",
    createdAt: new Date("2026-01-12T00:01:00Z"),
  });
});

const idsOf = async (query: string) => {
  const { status, body } = await call(list, { as: owner, query });
  expect([query, status]).toEqual([query, 200]);
  return AuditEntry.array()
    .parse(body?.data)
    .map(({ entityId }) => entityId);
};

describe("the journal", () => {
  it("tells who did what to which, with both sides of each field, the latest first", async () => {
    const { body } = await call(list, { as: owner, query: "entityId=p1" });
    expect(body?.data).toEqual([
      {
        id: expect.any(String),
        createdAt: "2026-01-10T12:00:00.000Z",
        userId: owner.id,
        userName: owner.username,
        action: "update_product",
        entityType: "Product",
        entityId: "p1",
        entityLabel: "Zellige",
        changes: { basePrice: { before: "10.00", after: "12.00" } },
        requestId: null,
      },
    ]);
    expect(await idsOf("")).toEqual(["c1", "p3", "p2", "p1"]);
  });

  it.each([
    ["a person", () => `userId=${other.id}`, ["c1", "p3"]],
    ["an action", () => "action=create_category", ["c1"]],
    ["a kind of thing", () => "entityType=Product", ["p3", "p2", "p1"]],
    ["a thing", () => "entityType=Product&entityId=p2", ["p2"]],
    ["a day of the shop's clock", () => "from=2026-01-11&to=2026-01-11", ["p3", "p2"]],
    ["the days from one on", () => "from=2026-01-12", ["c1"]],
    ["the days up to one", () => "to=2026-01-10", ["p1"]],
    ["all of it together", () => `userId=${owner.id}&entityType=Product&from=2026-01-11`, ["p2"]],
    ["nothing there is", () => "action=nothing", []],
  ])("is filtered by %s", async (_, query, expected) => {
    expect(await idsOf(query())).toEqual(expected);
  });

  it("is paged", async () => {
    const { body } = await call(list, { as: owner, query: "pageSize=3&page=2" });
    expect(body?.data).toHaveLength(1);
    expect(body?.pagination).toEqual({ page: 2, pageSize: 3, total: 4, totalPages: 2 });
  });

  it.each([
    "from=hier",
    "to=2026-13-01",
    "userId=%00",
    "action=%00",
    "page=0",
    "pageSize=101",
    "page=x",
    "userId=a&userId=b",
    `entityId=${"x".repeat(100)}`,
  ])("refuses %s", async (query) => {
    expect((await call(list, { as: owner, query })).status).toBe(400);
  });

  it("shows a record its own timeline", async () => {
    const entries = await listTimeline("Product", "p1", 10);
    expect(entries.map(({ entityId }) => entityId)).toEqual(["p1"]);
    expect(await listTimeline("Category", "p1", 10)).toEqual([]);
  });
});

describe("with 30,000 entries no filter reads the journal from end to end:", () => {
  beforeAll(async () => {
    await db.$transaction([
      // Without the trigger: the chain is not what this is about.
      db.$executeRaw`SET LOCAL session_replication_role = 'replica'`,
      db.$executeRaw`
        INSERT INTO "AuditLog" ("id", "userId", "userName", "action", "entityType", "entityId", "createdAt")
        SELECT 'bulk' || n, ${owner.id}, 'x', CASE WHEN n % 1000 = 0 THEN 'purge_product' ELSE 'update_product' END,
          CASE WHEN n % 1000 = 1 THEN 'Setting' ELSE 'Product' END, 'p' || n % 3000, now() - n * interval '1 minute'
        FROM generate_series(1, 30000) n`,
    ]);
    await db.$executeRaw`ANALYZE "AuditLog"`;
  });

  it.each([
    "",
    "page=50",
    "action=purge_product",
    "action=nothing",
    "entityType=Setting",
    "entityType=Product&entityId=p7",
    "from=2026-01-01&to=2026-01-02",
  ])("%s", async (query) => {
    const sent = vi.spyOn(pg.Client.prototype, "query");
    await call(list, { as: owner, query });
    const statements = sent.mock.calls.map(([config]) => config as unknown as pg.QueryConfig);
    sent.mockRestore();
    const client = new pg.Client(process.env.DATABASE_URL);
    await client.connect();
    const plans: string[] = [];
    for (const { text, values } of statements.filter(({ text: sql }) => sql.includes("AuditLog"))) {
      const { rows } = await client.query(`EXPLAIN ${text}`, values);
      plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
    }
    await client.end();
    expect(plans).toHaveLength(2);
    expect(plans[0]).not.toContain("Seq Scan");
    if (query !== "" && !query.startsWith("page")) expect(plans[1]).not.toContain("Seq Scan");
  });
});

describe("the chain of hashes", () => {
  it("holds as long as nobody reaches past the trigger, and names what they changed or took out", async () => {
    await db.$transaction([
      db.$executeRaw`SET LOCAL shop.retention = 'on'`,
      db.auditLog.deleteMany(),
    ]);
    expect(await verifyAuditChain()).toEqual({ checked: 0, broken: [] });
    const entries = [];
    for (let i = 0; i < 6; i++) entries.push(await record(owner, { entityId: `e${i}` }));
    expect(await verifyAuditChain()).toEqual({ checked: 6, broken: [] });

    const past = (statement: string) =>
      db.$transaction([
        db.$executeRaw`SET LOCAL shop.retention = 'on'`,
        db.$executeRawUnsafe(statement),
      ]);
    const [first, , third, fourth, fifth] = entries.map(({ seq }) => seq);
    await past(`UPDATE "AuditLog" SET "action" = 'delete_product' WHERE "seq" = ${third}`);
    expect(await verifyAuditChain()).toEqual({ checked: 6, broken: [third] });
    await past(`UPDATE "AuditLog" SET "action" = 'update_product' WHERE "seq" = ${third}`);
    expect((await verifyAuditChain()).broken).toEqual([]);

    await past(`UPDATE "AuditLog" SET "userId" = '${other.id}' WHERE "seq" = ${third}`);
    expect((await verifyAuditChain()).broken).toEqual([third]);
    await past(`UPDATE "AuditLog" SET "userId" = '${owner.id}' WHERE "seq" = ${third}`);

    await past(`DELETE FROM "AuditLog" WHERE "seq" = ${fourth}`);
    expect((await verifyAuditChain()).broken).toEqual([fifth]);
    await record(owner);
    expect((await verifyAuditChain()).broken).toEqual([fifth]);

    await past(`DELETE FROM "AuditLog" WHERE "seq" <= ${first}`);
    expect((await verifyAuditChain()).broken).toEqual([fifth]);
  });

  it("has no forks when many write at once", async () => {
    const before = (await verifyAuditChain()).broken;
    await Promise.all(Array.from({ length: 40 }, () => record(owner)));
    expect((await verifyAuditChain()).broken).toEqual(before);
  });

  it("shows an entry whose hash was made anew, by the one after it", async () => {
    const one = await record(owner);
    const two = await record(owner);
    const before = (await verifyAuditChain()).broken;
    await db.$transaction([
      db.$executeRaw`SET LOCAL shop.retention = 'on'`,
      db.$executeRaw`UPDATE "AuditLog" SET "entityId" = 'elsewhere' WHERE "seq" = ${one.seq}`,
      db.$executeRaw`
        UPDATE "AuditLog" a SET "hash" = shop_audit_hash(a, (SELECT b."hash" FROM "AuditLog" b WHERE b."seq" < a."seq" ORDER BY b."seq" DESC LIMIT 1))
        WHERE "seq" = ${one.seq}`,
    ]);
    expect((await verifyAuditChain()).broken).toEqual([...before, two.seq]);
  });
});
