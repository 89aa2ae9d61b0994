import { NextRequest } from "next/server";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { DELETE as remove } from "@/app/api/admin/newsletter/subscribers/[id]/route";
import { POST as importList } from "@/app/api/admin/newsletter/subscribers/import/route";
import { GET as list } from "@/app/api/admin/newsletter/subscribers/route";
import { GET as retention } from "@/app/api/cron/retention/route";
import { deleteExpiredSubscribers } from "@/domain/newsletter/retention-commands";
import { countSubscribers, listGrowth } from "@/domain/newsletter/subscribers/queries";
import { unsubscribeByOneClick } from "@/domain/newsletter/subscription/commands";
import { ELIGIBLE } from "@/domain/newsletter/subscription/suppression";
import { suppress } from "@/domain/newsletter/subscription/suppression-commands";
import { signSubscriberToken } from "@/domain/newsletter/subscription/unsubscribe-link";
import { db } from "@/lib/db";
import { call } from "../../support/call";
import { buildSubscriber, isSuppressed, newEmail } from "../../support/newsletter";
import { dumpDatabase } from "../../support/sign-in";
import { buildStaff } from "../../support/staff";

const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY);
const find = (email: string) => db.newsletterSubscriber.findUnique({ where: { email } });

async function getEmails(query: string): Promise<string[]> {
  const { status, body } = await call(list, { as: await buildStaff(), query });
  expect(status).toBe(200);
  return body?.data.map(({ email }: { email: string }) => email);
}

describe("The list of subscribers", () => {
  it("filters by status, language, source, days and part of the address, newest first", async () => {
    const tag = newEmail().slice(7, 15);
    const one = await buildSubscriber({ email: `a-${tag}@x.ma`, subscribedAt: ago(3) });
    const two = await buildSubscriber({
      email: `b_${tag}@x.ma`,
      subscribedAt: ago(2),
      locale: "AR",
      source: "home",
      status: "PENDING",
    });
    expect(await getEmails(`q=${tag.toUpperCase()}`)).toEqual([two.email, one.email]);
    expect(await getEmails(`q=${tag}&status=PENDING`)).toEqual([two.email]);
    expect(await getEmails(`q=${tag}&locale=FR`)).toEqual([one.email]);
    expect(await getEmails(`q=${tag}&source=home`)).toEqual([two.email]);
    const day = ago(3).toISOString().slice(0, 10);
    expect(await getEmails(`q=${tag}&to=${day}`)).toEqual([one.email]);
    expect(await getEmails(`q=${tag}&pageSize=1&page=2`)).toEqual([one.email]);
    expect(await getEmails(`q=${encodeURIComponent("%_%")}`)).toEqual([]);
    expect(await getEmails(`q=b_${tag}`)).toEqual([two.email]);
  });

  it.each(["status=x", "q=ab", "from=hier", "page=0", "pageSize=1000", "locale=EN", "format=xls"])(
    "rejects %s",
    async (query) => {
      expect((await call(list, { as: await buildStaff(), query })).status).toBe(400);
    },
  );

  it("counts the subscribers of each status", async () => {
    const before = await countSubscribers();
    await buildSubscriber({ status: "BOUNCED" });
    expect(await countSubscribers()).toEqual({ ...before, BOUNCED: before.BOUNCED + 1 });
  });
});

describe("The subscriber growth", () => {
  it("returns each day with its subscriptions, departures and total", async () => {
    const { id } = await buildSubscriber();
    const entry = { wordingVersion: "newsletter-1", subscriberId: id };
    await db.consentEvent.createMany({
      data: [
        { ...entry, event: "CONFIRM", delta: 1, createdAt: ago(3) },
        { ...entry, event: "CONFIRM", delta: 1, createdAt: ago(3) },
        { ...entry, event: "UNSUBSCRIBE", delta: -1, createdAt: ago(1) },
        { ...entry, event: "CHANGE", delta: 0, createdAt: ago(1) },
        { ...entry, event: "CONFIRM", delta: 1, createdAt: ago(400) },
      ],
    });
    const total = await db.newsletterSubscriber.count({ where: { status: "CONFIRMED" } });
    expect((await countSubscribers()).CONFIRMED).toBe(total);
    const days = await listGrowth("day", total);
    expect(days).toHaveLength(30);
    expect(days.at(-1)?.total).toBe(total);
    expect(days.at(-2)).toMatchObject({ joined: 0, left: 1, total });
    expect(days.at(-4)).toMatchObject({ joined: 2, left: 0, total: total + 1 });
    expect(days.at(-5)).toMatchObject({ joined: 0, left: 0, total: total - 1 });
    const weeks = await listGrowth("week", total);
    expect(weeks).toHaveLength(26);
    expect(weeks.reduce((sum, { joined }) => sum + joined, 0)).toBe(2);
  });
});

describe("The subscriber export", () => {
  async function download(query = "") {
    const as = await buildStaff();
    const request = new NextRequest(
      `http://shop.test/api/admin/newsletter/subscribers?format=csv${query}`,
      { headers: { host: "shop.test", cookie: as.cookie } },
    );
    const response = await list(request, { params: Promise.resolve({}) });
    return { as, response, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  it("opens in a French spreadsheet: semicolons, a BOM, and no formulas in cells", async () => {
    const dangerous = ["=1+1@x.ma", "+x@x.ma", "-x@x.ma", "@x@x.ma"];
    for (const email of dangerous) await buildSubscriber({ email });
    const { response, bytes } = await download();
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename="abonnes-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text.split("\r\n")[0]).toBe(
      "E-mail;Statut;Langue;Source;Inscrit le;Confirmé le;Arrêté le",
    );
    const { data } = Papa.parse<string[]>(text, { delimiter: ";", skipEmptyLines: true });
    expect(data.length).toBe((await db.newsletterSubscriber.count()) + 1);
    for (const email of dangerous) expect(data.map(([cell]) => cell)).toContain(`'${email}`);
    for (const row of data) for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  it("contains exactly the filtered subscribers", async () => {
    const tag = newEmail().slice(7, 15);
    const same = new Date();
    await db.newsletterSubscriber.createMany({
      data: Array.from({ length: 4_500 }, (_, i) => ({
        email: `${i}-${tag}@x.ma`,
        emailHmac: `${i}-${tag}`,
        status: "CONFIRMED" as const,
        subscribedAt: same,
      })),
    });
    const { bytes } = await download(`&q=${tag}`);
    const rows = new TextDecoder().decode(bytes).trim().split("\r\n").slice(1);
    expect(new Set(rows.map((row) => row.split(";")[0])).size).toBe(4_500);
    await db.newsletterSubscriber.deleteMany({ where: { email: { endsWith: `${tag}@x.ma` } } });
  });

  it("is recorded in the audit log without the search text", async () => {
    const { email } = await buildSubscriber();
    const { as } = await download(`&q=${email}&status=CONFIRMED`);
    const entry = await db.auditLog.findFirstOrThrow({
      where: { userId: as.id, action: "export_subscribers" },
    });
    expect(JSON.stringify(entry)).not.toContain(email);
    expect(entry.changes).toMatchObject({ status: { after: "CONFIRMED" } });
  });
});

describe("The subscriber import", () => {
  const proof = { source: "Carnet du comptoir", consentedOn: "2026-01-31", statement: true };
  const send = async (body: object) =>
    call(importList, { as: await buildStaff(), method: "POST", body });

  it("previews the outcome of each line and writes nothing", async () => {
    const known = (await buildSubscriber()).email;
    const [fresh, gone] = [newEmail(), newEmail()];
    await suppress(db, gone, "UNSUBSCRIBED");
    const csv = `E-mail\n${fresh}\n${known}\n${gone.toUpperCase()}\npas une adresse\n${fresh}`;
    const before = [await db.newsletterSubscriber.count(), await db.auditLog.count()];
    const { status, body } = await send({ csv, preview: true });
    expect(status).toBe(200);
    expect(body?.data).toEqual({
      isPreview: true,
      counts: { NEW: 1, KNOWN: 1, SUPPRESSED: 1, REPEATED: 1, INVALID: 1 },
      left: [
        { line: 3, text: known, verdict: "KNOWN" },
        { line: 4, text: gone.toUpperCase(), verdict: "SUPPRESSED" },
        { line: 5, text: "pas une adresse", verdict: "INVALID" },
        { line: 6, text: fresh, verdict: "REPEATED" },
      ],
    });
    expect([await db.newsletterSubscriber.count(), await db.auditLog.count()]).toEqual(before);
  });

  it("adds new subscribers as confirmed, with the proof of consent, its day and the declaring user", async () => {
    const [one, two] = [newEmail(), newEmail()];
    const as = await buildStaff();
    const csv = `email;langue\n${one};ar\n${two};fr`;
    const { body } = await call(importList, { as, method: "POST", body: { csv, ...proof } });
    expect(body?.data.counts.NEW).toBe(2);
    const row = await db.newsletterSubscriber.findUniqueOrThrow({
      where: { email: one },
      include: { consentEvents: true },
    });
    expect(row).toMatchObject({ status: "CONFIRMED", locale: "AR", source: "import" });
    expect(row.consentEvents).toMatchObject([
      {
        event: "IMPORT",
        wordingVersion: "import-1",
        source: proof.source,
        importedBy: as.username,
        declaredOn: new Date("2026-01-31"),
        delta: 1,
      },
    ]);
    expect((await find(two))?.locale).toBe("FR");
    const entry = await db.auditLog.findFirstOrThrow({
      where: { userId: as.id, action: "import_subscribers" },
    });
    expect(entry).toMatchObject({ entityLabel: proof.source });
    expect(JSON.stringify(entry)).not.toContain(one);
  });

  it("never restores unsubscribed, complained, bounced or erased addresses, and leaves existing subscribers unchanged", async () => {
    const left = await buildSubscriber();
    await unsubscribeByOneClick(signSubscriberToken(left.id));
    const pending = await buildSubscriber({ status: "PENDING", isSubscribed: false });
    const gone = newEmail();
    await suppress(db, gone, "ERASED");
    const { body } = await send({ csv: [left.email, pending.email, gone].join("\n"), ...proof });
    expect(body?.data.counts).toMatchObject({ NEW: 0, SUPPRESSED: 2, KNOWN: 1 });
    expect((await find(left.email))?.status).toBe("UNSUBSCRIBED");
    expect((await find(pending.email))?.status).toBe("PENDING");
    expect(await find(gone)).toBeNull();
  });

  it.each([
    ["a missing source", { source: "" }, "source"],
    ["a missing day", { consentedOn: undefined }, "consentedOn"],
    ["a future day", { consentedOn: "2999-01-01" }, "consentedOn"],
    ["a day of the year 0", { consentedOn: "0000-01-01" }, "consentedOn"],
    ["a missing statement", { statement: false }, "statement"],
    ["nothing to import", { csv: "" }, "csv"],
    ["an invalid day", { consentedOn: "31/01/2026" }, "consentedOn"],
    ["a list instead of a text", { csv: ["a@x.ma"] }, "csv"],
    ["a NUL byte", { csv: "a\0" }, "csv"],
    ["too many lines", { csv: "a@x.ma\n".repeat(10_001) }, "csv"],
  ])("rejects %s", async (_, fields, name) => {
    const before = await db.newsletterSubscriber.count();
    const { status, body } = await send({ csv: newEmail(), ...proof, ...fields });
    expect([status, Object.keys(body?.error.details)]).toEqual([400, [name]]);
    expect(await db.newsletterSubscriber.count()).toBe(before);
  });

  it("accepts ten thousand lines", async () => {
    const tag = newEmail().slice(7, 15);
    const csv = Array.from({ length: 10_000 }, (_, i) => `${i}-${tag}@x.ma`).join("\n");
    const { body } = await send({ csv, ...proof });
    expect(body?.data.counts.NEW).toBe(10_000);
    expect(await db.consentEvent.count({ where: { source: proof.source } })).toBeGreaterThan(9_999);
  }, 60_000);
});

describe("Erasing a subscriber", () => {
  it("requires the address, removes it from every row, and suppresses later imports when asked", async () => {
    for (const suppressed of [true, false]) {
      const { id, email } = await buildSubscriber();
      const as = await buildStaff();
      const options = { as, method: "DELETE", params: { id } };
      const wrong = await call(remove, {
        ...options,
        body: { email: "x@x.ma", suppress: suppressed },
      });
      expect([wrong.status, Object.keys(wrong.body?.error.details)]).toEqual([400, ["email"]]);
      expect(await find(email)).not.toBeNull();
      const body = { email: email.toUpperCase(), suppress: suppressed };
      expect((await call(remove, { ...options, body })).status).toBe(200);
      expect(await dumpDatabase()).not.toContain(email);
      expect(await isSuppressed(email)).toBe(suppressed);
      expect((await call(remove, { ...options, body })).status).toBe(404);
    }
  });

  it("never lifts a suppression", async () => {
    const { id, email } = await buildSubscriber({ status: "UNSUBSCRIBED" });
    await suppress(db, email, "UNSUBSCRIBED");
    const options = { as: await buildStaff(), method: "DELETE", params: { id } };
    await call(remove, { ...options, body: { email, suppress: false } });
    expect(await isSuppressed(email)).toBe(true);
  });

  it("is forbidden for a VIEWER", async () => {
    const { id, email } = await buildSubscriber();
    const as = await buildStaff("VIEWER");
    const responses = [
      await call(remove, {
        as,
        method: "DELETE",
        params: { id },
        body: { email, suppress: true },
      }),
      await call(list, { as }),
      await call(list, { as, query: "format=csv" }),
      await call(importList, { as, method: "POST", body: {} }),
    ];
    expect(responses.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(await find(email)).not.toBeNull();
  });
});

describe("A campaign recipient", () => {
  it("is confirmed and not suppressed, also when the row says otherwise", async () => {
    const people = {
      confirmed: await buildSubscriber(),
      pending: await buildSubscriber({ status: "PENDING" }),
      left: await buildSubscriber({ status: "UNSUBSCRIBED" }),
      suppressed: await buildSubscriber(),
    };
    await suppress(db, people.suppressed.email, "COMPLAINED");
    const ids = Object.values(people).map(({ id }) => id);
    const rows = await db.$queryRaw<{ id: string }[]>`
      SELECT s."id" FROM "NewsletterSubscriber" s WHERE s."id" = ANY(${ids}) AND ${ELIGIBLE}`;
    expect(rows.map(({ id }) => id)).toEqual([people.confirmed.id]);
  });
});

describe("Newsletter retention", () => {
  it("deletes rows 30 days after the last mail and unconfirmed requests after a week, and leaves the suppression", async () => {
    const old = await buildSubscriber({ status: "UNSUBSCRIBED", unsubscribedAt: ago(31) });
    const bounced = await buildSubscriber({ status: "BOUNCED", unsubscribedAt: ago(31) });
    const young = await buildSubscriber({ status: "UNSUBSCRIBED", unsubscribedAt: ago(29) });
    const stale = await buildSubscriber({ status: "PENDING", subscribedAt: ago(8) });
    const waiting = await buildSubscriber({ status: "PENDING", subscribedAt: ago(6) });
    const member = await buildSubscriber({ subscribedAt: ago(900) });
    const returning = await buildSubscriber({ status: "UNSUBSCRIBED", unsubscribedAt: ago(31) });
    await db.emailToken.create({
      data: {
        purpose: "NEWSLETTER_CONFIRM",
        tokenHash: returning.id,
        subscriberId: returning.id,
        expiresAt: ago(-1),
      },
    });
    await suppress(db, old.email, "UNSUBSCRIBED");
    const headers = { authorization: `Bearer ${process.env.CRON_SECRET}` };
    const { body } = await call(retention, { headers });
    expect(body?.data.newsletter).toEqual({ ended: 2, pending: 1, visitorLinks: 0 });
    const all = [old, bounced, young, stale, waiting, member, returning];
    const remaining = await db.newsletterSubscriber.findMany({
      where: { id: { in: all.map(({ id }) => id) } },
    });
    expect(remaining.map(({ id }) => id).toSorted()).toEqual(
      [young, waiting, member, returning].map(({ id }) => id).toSorted(),
    );
    expect(await isSuppressed(old.email)).toBe(true);
  });

  it("runs on the right day with a shifted clock", async () => {
    const { id } = await buildSubscriber({ status: "COMPLAINED", unsubscribedAt: new Date() });
    const count = () => db.newsletterSubscriber.count({ where: { id } });
    await deleteExpiredSubscribers(new Date(Date.now() + 29.9 * DAY));
    expect(await count()).toBe(1);
    await deleteExpiredSubscribers(new Date(Date.now() + 30.1 * DAY));
    expect(await count()).toBe(0);
  });
});
