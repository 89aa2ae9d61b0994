import { randomUUID } from "node:crypto";
import { connect, createServer, type Server, type Socket } from "node:net";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call } from "../support/call";

/** A TCP proxy between the app and PostgreSQL that can break connections. */
const open = new Set<Socket>();
/** Where to break the connection: after this many packets, before the next one arrives or after its response. */
let trap: { after: number; way: Failure } | null = null;
const FAILURES = ["reset before", "ended before", "ended after"] as const;
type Failure = (typeof FAILURES)[number];
let proxy: Server;
let port: number;

async function connectProxy(): Promise<void> {
  const { hostname, port: target } = new URL(process.env.DIRECT_URL ?? "");
  proxy = createServer((client) => {
    const server = connect(Number(target || 5432), hostname);
    for (const socket of [client, server]) {
      open.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => open.delete(socket));
    }
    server.on("end", () => client.end());
    client.on("end", () => server.end());
    server.on("data", (packet) => client.write(packet));
    client.on("data", (packet) => {
      const way = trap && trap.after-- === 0 ? trap.way : null;
      if (way === "reset before") client.resetAndDestroy();
      else if (way === "ended before") client.end();
      else server.write(packet);
      if (way === "ended after") server.once("data", () => client.end());
      else if (way) server.destroy();
    });
  });
  await new Promise<void>((done) => proxy.listen(port ?? 0, "127.0.0.1", done));
  port = (proxy.address() as { port: number }).port;
}

async function disconnectProxy(): Promise<void> {
  for (const socket of open) socket.destroy();
  await new Promise((done) => proxy.close(done));
}

beforeAll(async () => {
  await connectProxy();
  const url = new URL(process.env.DATABASE_URL ?? "");
  url.host = `127.0.0.1:${port}`;
  process.env.DATABASE_URL = url.href;
});

afterAll(disconnectProxy);

describe("When PostgreSQL is down", () => {
  it("the shop answers 503 with Retry-After, stays alive, and recovers by itself", async () => {
    const { GET: list } = await import("@/app/api/public/products/route");
    const { GET: search } = await import("@/app/api/public/products/search/route");
    const { GET: ready } = await import("@/app/api/health/ready/route");
    const { GET: health } = await import("@/app/api/health/route");
    const { GET: readIndex } = await import("@/app/sitemap.xml/route");
    const { GET: readFile } = await import("@/app/sitemaps/[file]/route");
    const readSitemap = (file: string) =>
      readFile(new NextRequest("http://shop.test"), { params: Promise.resolve({ file }) });
    expect((await call(list)).status).toBe(200);
    expect((await call(ready)).status).toBe(200);

    await disconnectProxy();
    for (const response of [
      await call(list),
      await call(search, { query: "q=a" }),
      await call(ready),
    ]) {
      expect(response.status).toBe(503);
      expect(response.body?.error.code).toBe("SERVICE_UNAVAILABLE");
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(JSON.stringify(response.body)).not.toMatch(/ECONN|127\.0\.0\.1|at /);
    }
    expect((await call(health)).status).toBe(200);

    for (const response of [await readIndex(), await readSitemap("pages.xml")]) {
      expect(response.status).toBe(503);
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await response.text()).toBe("");
    }

    await connectProxy();
    expect((await call(list)).status).toBe(200);
    expect((await call(ready)).status).toBe(200);
    expect((await readIndex()).status).toBe(200);
  });

  it("a link to WhatsApp opens the chat without a reference, with the number that it knew", async () => {
    const { followLink } = await import("../support/leads");
    const { db } = await import("@/lib/db");
    await db.setting.create({ data: { key: "whatsapp", value: "212611223344" } });
    expect((await followLink("/w/product?p=lavabo")).reference).toMatch(/^W-/);
    await disconnectProxy();
    const { response, location, reference, text } = await followLink("/w/product?p=lavabo&l=ar");
    expect(response.status).toBe(302);
    expect(location.href).toMatch(/^https:\/\/wa\.me\/212611223344\?/);
    expect(reference).toBeNull();
    expect(text).toContain("/ar/produit/lavabo");
    await connectProxy();
    await expect
      .poll(async () => (await followLink("/w/product?p=lavabo")).reference)
      .toMatch(/^W-/);
  });

  it("a request in progress gets 503", async () => {
    const { GET: list } = await import("@/app/api/public/products/route");
    await call(list);
    const underWay = Promise.all(Array.from({ length: 5 }, () => call(list)));
    await disconnectProxy();
    for (const { status } of await underWay) expect([200, 503]).toContain(status);
    await connectProxy();
    expect((await call(list)).status).toBe(200);
  });
});

describe("Events of visitors", () => {
  const sendViews = async () => {
    const { POST: track } = await import("@/app/api/analytics/track/route");
    const { newClientHeaders } = await import("../support/analytics");
    const ids = Array.from({ length: 3 }, () => randomUUID());
    const body = ids.map((id) => ({ eventType: "page_view", id, path: "/" }));
    const { status } = await call(track, { method: "POST", body, headers: newClientHeaders() });
    expect(status).toBe(202);
    return ids;
  };
  const countStored = async (ids: readonly string[]) => {
    const { db } = await import("@/lib/db");
    return db.analyticsEvent.count({ where: { id: { in: [...ids] } } });
  };

  it("are accepted while PostgreSQL is down, and stored soon after it is back", async () => {
    const before = await sendViews();
    await expect.poll(() => countStored(before), { timeout: 5_000 }).toBe(3);
    await disconnectProxy();
    const during = await sendViews();
    const { flushEvents } = await import("@/domain/analytics/buffer-commands");
    for (let attempt = 0; attempt < 3; attempt++) await flushEvents();
    await connectProxy();
    await expect.poll(() => countStored(during), { timeout: 6_000 }).toBe(3);
  });

  it.each(FAILURES)(
    "are stored once when the connection is %s any statement that writes them",
    { timeout: 60_000 },
    async (way) => {
      const { flushEvents } = await import("@/domain/analytics/buffer-commands");
      const { db } = await import("@/lib/db");
      let interrupted = 0;
      for (let after = 0, isOver = false; !isOver; after++) {
        await db.$queryRaw`SELECT 1`;
        const ids = await sendViews();
        trap = { after, way };
        await flushEvents();
        isOver = trap.after >= 0;
        trap = null;
        if (!isOver) interrupted++;
        await expect
          .poll(async () => {
            await flushEvents();
            return countStored(ids).catch(() => 0);
          })
          .toBe(3);
      }
      expect(interrupted).toBeGreaterThan(1);
    },
  );
});

describe.each(FAILURES)(
  "When the connection to PostgreSQL is %s any statement of a contact message",
  (way) => {
    it("the customer gets 503, and the retry is stored once", { timeout: 60_000 }, async () => {
      const { postContact, buildContactFields, listMessagesFrom } = await import(
        "../support/contact"
      );
      const { db } = await import("@/lib/db");
      const answered = new Set<number>();
      for (let after = 0, isOver = false; !isOver; after++) {
        await db.$queryRaw`SELECT 1`;
        const fields = buildContactFields();
        trap = { after, way };
        const { status } = await postContact(fields);
        // Work after the response may hit the trap instead: then no statement is left to interrupt.
        isOver = trap.after >= 0 || after > 60;
        trap = null;
        answered.add(status);
        expect([201, 503], `${way} packet ${after}`).toContain(status);
        await expect.poll(async () => (await postContact(fields)).status).toBe(201);
        expect(await listMessagesFrom(fields.email)).toHaveLength(1);
      }
      expect(answered).toEqual(new Set([201, 503]));
    });
  },
);

it("a transaction with a connection lost between two statements reports that PostgreSQL is down", async () => {
  const { db } = await import("@/lib/db");
  const { toAppError } = await import("@/lib/errors");
  const error: unknown = await db
    .$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1`;
      for (const socket of open) socket.destroy();
      await new Promise((done) => setTimeout(done, 50));
      await tx.setting.count();
    })
    .catch((thrown: unknown) => thrown);
  expect(toAppError(error).code).toBe("SERVICE_UNAVAILABLE");
});

it("a statement that takes too long reports that the service is busy", async () => {
  const { db, pool } = await import("@/lib/db");
  const { toAppError } = await import("@/lib/errors");
  const sleep = "SELECT pg_sleep(5)";
  const byPrisma = db
    .$transaction([db.$executeRaw`SET LOCAL statement_timeout = 50`, db.$queryRawUnsafe(sleep)])
    .catch((thrown: unknown) => thrown);
  const client = await pool.connect();
  await client.query("SET statement_timeout = 50");
  const byClient = await client.query(sleep).catch((thrown: unknown) => thrown);
  client.release(true);
  for (const error of [await byPrisma, byClient]) {
    expect(toAppError(error)).toMatchObject({ code: "SERVICE_UNAVAILABLE", retryAfterSeconds: 5 });
  }
});

describe("/api/health/ready", () => {
  it("returns details only to the bearer of CRON_SECRET", async () => {
    const { GET: ready } = await import("@/app/api/health/ready/route");
    expect((await call(ready)).body?.data).toEqual({ status: "ready" });
    const headers = { authorization: `Bearer ${process.env.CRON_SECRET}` };
    expect((await call(ready, { headers })).body?.data).toEqual({
      status: "ready",
      database: true,
      migrations: true,
    });
  });

  it("is not ready while a migration of this build is missing", async () => {
    const { GET: ready } = await import("@/app/api/health/ready/route");
    const { db } = await import("@/lib/db");
    await db.$executeRaw`UPDATE "_prisma_migrations" SET "rolled_back_at" = now()`;
    const headers = { authorization: `Bearer ${process.env.CRON_SECRET}` };
    const { status, body } = await call(ready, { headers });
    expect(status).toBe(503);
    expect(body?.error.details).toEqual({ database: true, migrations: false });
  });
});
