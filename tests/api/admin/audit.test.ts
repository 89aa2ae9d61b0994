import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as list } from "@/app/api/admin/audit/route";
import { listTimeline } from "@/domain/audit/queries";
import { AuditEntry } from "@/domain/audit/schema";
import { findReferencedNames, verifyAuditChain } from "@/domain/audit-log/queries";
import { db } from "@/lib/db";
import { buildProduct } from "../../support/build";
import { call } from "../../support/call";
import { buildStaff } from "../../support/staff";

let owner: Awaited<ReturnType<typeof buildStaff>>;
let other: Awaited<ReturnType<typeof buildStaff>>;

interface Fields {
  action?: string;
  entityType?: string;
  entityId?: string;
  entityLabel?: string;
  createdAt?: Date;
  changes?: object | string | number;
  requestId?: string;
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
  await record(owner, {
    entityId: "p2",
    requestId: "req_2",
    createdAt: new Date("2026-01-11T12:00:00Z"),
  });
  // The last minutes of the 11th, and the first of the 12th.
  await record(other, { entityId: "p3", createdAt: new Date("2026-01-11T23:59:00Z") });
  await record(other, {
    action: "create_category",
    entityType: "Category",
    entityId: "c1",
    createdAt: new Date("2026-01-12T00:01:00Z"),
  });
});

const getIds = async (query: string) => {
  const { status, body } = await call(list, { as: owner, query });
  expect([query, status]).toEqual([query, 200]);
  return AuditEntry.array()
    .parse(body?.data)
    .map(({ entityId }) => entityId);
};

describe("GET /api/admin/audit", () => {
  it("lists each entry with its actor, action, record and both sides of each field, newest first", async () => {
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
        isReadable: true,
        requestId: null,
      },
    ]);
    expect(await getIds("")).toEqual(["c1", "p3", "p2", "p1"]);
  });

  it.each([
    ["one user", () => `userId=${other.id}`, ["c1", "p3"]],
    ["an action", () => "action=create_category", ["c1"]],
    ["an entity type", () => "entityType=Product", ["p3", "p2", "p1"]],
    ["one record", () => "entityType=Product&entityId=p2", ["p2"]],
    ["one request or operation", () => "requestId=req_2", ["p2"]],
    ["a day of the shop's time zone", () => "from=2026-01-11&to=2026-01-11", ["p3", "p2"]],
    ["days from a date", () => "from=2026-01-12", ["c1"]],
    ["days until a date", () => "to=2026-01-10", ["p1"]],
    ["all filters together", () => `userId=${owner.id}&entityType=Product&from=2026-01-11`, ["p2"]],
    ["an unknown filter value", () => "action=nothing", []],
  ])("filters by %s", async (_, query, expected) => {
    expect(await getIds(query())).toEqual(expected);
  });

  it.each([
    ["a field of the wrong type", { basePrice: 12 }],
    ["a list", [1, 2]],
    ["a text", "constructor"],
    ["a number", 12],
  ])("returns an entry whose changes are %s, without its changes", async (_, changes) => {
    const { id } = await record(owner, { changes, createdAt: new Date("2025-01-01T12:00:00Z") });
    const { status, body } = await call(list, { as: owner, query: "to=2025-01-02" });
    expect(status).toBe(200);
    const entry = body?.data.find((one: AuditEntry) => one.id === id);
    expect(entry).toMatchObject({ changes: {}, isReadable: false });
    await db.$transaction([
      db.$executeRaw`SET LOCAL shop.retention = 'on'`,
      db.auditLog.delete({ where: { id } }),
    ]);
  });

  it("returns pages without gaps or repeats", async () => {
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
    "topic=constructor",
    "q=%00",
    "userId=a&userId=b",
    `entityId=${"x".repeat(100)}`,
  ])("rejects %s", async (query) => {
    expect((await call(list, { as: owner, query })).status).toBe(400);
  });

  it("returns the entries of a single record", async () => {
    const entries = await listTimeline("Product", "p1", 10);
    expect(entries.map(({ entityId }) => entityId)).toEqual(["p1"]);
    expect(await listTimeline("Category", "p1", 10)).toEqual([]);
  });
});

describe("Audit quick filters and search", () => {
  const variation = (fields: object) => ({ id: "v1", name: "Taille", value: "60", ...fields });
  const changed = (from: object, to: object) => ({
    variations: { before: [variation(from)], after: [variation(to)] },
  });
  const at = (day: number) => new Date(`2024-03-${String(day).padStart(2, "0")}T12:00:00Z`);

  beforeAll(async () => {
    const price = { basePrice: { before: "95.00", after: "99.00" } };
    const one = { priceModifier: "0.00", stock: 3 };
    await record(owner, { entityId: "t-price", changes: price, createdAt: at(1) });
    await record(owner, {
      entityId: "t-modifier",
      changes: changed(one, { ...one, priceModifier: "5.00" }),
      createdAt: at(2),
    });
    await record(owner, {
      entityId: "t-stock",
      changes: changed(one, { ...one, stock: 0 }),
      createdAt: at(3),
    });
    const status = { status: { before: "DRAFT", after: "ACTIVE" } };
    await record(owner, { entityId: "t-status", changes: status, createdAt: at(4) });
    await record(owner, {
      action: "open_message",
      entityType: "ContactMessage",
      entityId: "t-message",
      changes: { status: { before: "NEW", after: "READ" } },
      createdAt: at(5),
    });
    await record(owner, {
      action: "sign_in",
      entityType: "User",
      entityId: "t-person",
      createdAt: at(6),
    });
    const named = { before: "Mitigeur Oasis", after: "Mitigeur Palmeraie" };
    await record(owner, { entityId: "t-renamed", entityLabel: "Mitigeur Oasis", createdAt: at(7) });
    await record(owner, {
      entityId: "t-renamed",
      entityLabel: "Mitigeur Palmeraie",
      changes: { name: named },
      createdAt: at(8),
    });
    await record(owner, { entityId: "t-odd", changes: "variations", createdAt: at(9) });
    await record(owner, {
      entityId: "t-odd",
      changes: { variations: { before: "x", after: [null, 3] } },
      createdAt: at(10),
    });
  });

  it.each([
    ["topic=price", ["t-modifier", "t-price"]],
    ["topic=stock", ["t-stock"]],
    ["topic=status", ["t-status"]],
    ["topic=texts", ["t-renamed"]],
    ["topic=photos", []],
    ["topic=sign-in", ["t-person"]],
    ["topic=team", []],
    ["q=palmeraie", ["t-renamed", "t-renamed"]],
    ["q=mitigeurs%20oasis", ["t-renamed", "t-renamed"]],
    ["q=palmeraie&topic=texts", ["t-renamed"]],
    ["q=constructor", []],
    ["q=%26%7C!('", []],
  ])("%s", async (query, expected) => {
    expect(await getIds(`${query}&from=2024-03-01&to=2024-03-31`)).toEqual(expected);
  });

  it("finds a product by its reference and by the reference of a variation", async () => {
    const reference = (prefix: string) => `${prefix}-${randomUUID().slice(0, 8)}`.toUpperCase();
    const [sku, other] = [reference("MIT"), reference("VAR")];
    const { id } = await buildProduct({
      sku,
      variations: { create: { name: "Taille", value: "60", sku: other } },
    });
    await record(owner, { entityId: id, createdAt: at(11) });
    expect(await getIds(`q=${sku.toLowerCase()}`)).toEqual([id]);
    expect(await getIds(`q=${other}`)).toEqual([id]);
  });

  it("resolves ids in an entry to names, also inside the blocks of a campaign", async () => {
    const { id, name, categoryId } = await buildProduct();
    const entry = {
      changes: {
        categoryId: { before: null, after: categoryId },
        blocks: { before: [], after: [{ kind: "products", productIds: [id, "gone"] }] },
      },
    };
    const names = await findReferencedNames([entry as unknown as AuditEntry]);
    expect(names.get(id)).toBe(name);
    expect(names.has(categoryId)).toBe(true);
    expect(names.size).toBe(2);
  });
});

describe("With 30,000 entries, no filter scans the whole audit table:", () => {
  beforeAll(async () => {
    await db.$transaction(
      async (tx) => {
        // Disables the trigger, since this test is not about the hash chain.
        await tx.$executeRaw`SET LOCAL session_replication_role = 'replica'`;
        await tx.$executeRaw`
        INSERT INTO "AuditLog" ("id", "userId", "userName", "action", "entityType", "entityId", "entityLabel", "changes", "createdAt")
        SELECT 'bulk' || n, ${owner.id}, 'x', CASE WHEN n % 1000 = 0 THEN 'purge_product' ELSE 'update_product' END,
          CASE WHEN n % 1000 = 1 THEN 'Setting' ELSE 'Product' END, 'p' || n % 3000,
          CASE WHEN n % 3000 = 7 THEN 'Cadran solaire' END,
          CASE WHEN n % 1000 = 2 THEN '{"basePrice": {"before": "1.00", "after": "2.00"}}'::jsonb END, now() - n * interval '1 minute'
        FROM generate_series(1, 30000) n`;
      },
      { timeout: 50_000 },
    );
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
    "topic=price",
    "q=cadran",
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
    expect(plans).toHaveLength(query.startsWith("q=") ? 3 : 2);
    const isFiltered = query !== "" && !query.startsWith("page");
    for (const plan of isFiltered ? plans : plans.slice(0, 1)) {
      expect(plan).not.toMatch(/Seq Scan on "?AuditLog/);
    }
  });
});

describe("The audit hash chain", () => {
  it("detects entries that were changed or removed behind the trigger, and names them", async () => {
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

  it("has no forks when many transactions write at once", async () => {
    const before = (await verifyAuditChain()).broken;
    await Promise.all(Array.from({ length: 40 }, () => record(owner)));
    expect((await verifyAuditChain()).broken).toEqual(before);
  });

  it("detects an entry with a recomputed hash by the entry that follows it", async () => {
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
