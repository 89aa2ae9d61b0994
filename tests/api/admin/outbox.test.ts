import { beforeEach, describe, expect, it } from "vitest";
import { POST as retry } from "@/app/api/admin/outbox/[id]/retry/route";
import { GET as list } from "@/app/api/admin/outbox/route";
import { findMail } from "@/domain/outbox/queries";
import { db } from "@/lib/db";
import { call } from "../../support/call";
import { buildMail, getMailRow } from "../../support/mails";
import { buildStaff } from "../../support/staff";

let admin: Awaited<ReturnType<typeof buildStaff>>;

beforeEach(async () => {
  await db.outboxEmail.deleteMany();
  admin = await buildStaff("ADMIN");
});

const listMails = async (query: string) => {
  const { status, body } = await call(list, { as: admin, query });
  return { status, ids: body?.data?.map(({ id }: { id: string }) => id), body };
};

const retryMail = (id: string, body: object = {}, as = admin) =>
  call(retry, { method: "POST", as, params: { id }, body });

describe("GET /api/admin/outbox", () => {
  it("lists the newest mails first, without contents and secrets", async () => {
    const first = await buildMail({ createdAt: new Date(Date.now() - 60_000) });
    const second = await buildMail();
    const { ids, body } = await listMails("");
    expect(ids).toEqual([second.id, first.id]);
    expect(body?.data[0]).toMatchObject({ to: second.to, state: "QUEUED", attempts: 0 });
    expect(JSON.stringify(body)).not.toMatch(/sealed|props|token|idempotencyKey/);
  });

  it("groups mails into folders", async () => {
    const mails = {
      queued: await buildMail(),
      sending: await buildMail({ state: "SENDING" }),
      sent: await buildMail({ state: "SENT" }),
      failed: await buildMail({ state: "FAILED" }),
      unknown: await buildMail({ state: "UNKNOWN" }),
      returned: await buildMail({ state: "SENT", bouncedAt: new Date() }),
    };
    const inFolder = async (folder: string) => (await listMails(`folder=${folder}`)).ids.toSorted();
    const ids = (...names: (keyof typeof mails)[]) =>
      names.map((name) => mails[name].id).toSorted();
    expect(await inFolder("problems")).toEqual(ids("failed", "unknown"));
    expect(await inFolder("waiting")).toEqual(ids("queued", "sending"));
    expect(await inFolder("sent")).toEqual(ids("sent", "returned"));
    expect(await inFolder("returned")).toEqual(ids("returned"));
  });

  it("finds mails by recipient and subject within the folder, page by page", async () => {
    const { id, to } = await buildMail({ subject: "Zellige à 100 %", state: "FAILED" });
    await buildMail({ state: "FAILED" });
    expect((await listMails(`q=${to.toUpperCase()}`)).ids).toEqual([id]);
    expect((await listMails(`q=${encodeURIComponent("100 %")}`)).ids).toEqual([id]);
    expect((await listMails(`q=${to}&folder=sent`)).ids).toEqual([]);
    const { ids, body } = await listMails("folder=problems&page=2&pageSize=1");
    expect([ids.length, body?.pagination]).toEqual([
      1,
      { page: 2, pageSize: 1, total: 2, totalPages: 2 },
    ]);
  });

  it.each(["folder=none", "page=0", "page=x", "pageSize=1000", "q=%00", `q=${"x".repeat(300)}`])(
    "rejects %s",
    async (query) => {
      expect((await listMails(query)).status).toBe(400);
    },
  );
});

describe("The mail preview for staff", () => {
  it.each([
    ["before sending", {}],
    ["after", { state: "SENT" as const, sealed: null }],
  ])("shows the mail with its links masked (%s)", async (_, fields) => {
    const { id, idempotencyKey } = await buildMail(fields);
    const found = await findMail(id);
    expect(found?.html).toContain("Choisir un mot de passe");
    expect(found?.html).toContain("••••");
    expect(found?.text).toContain("fatima");
    expect(JSON.stringify(found)).not.toContain(idempotencyKey.replace("test:", ""));
  });

  it("is empty when the template no longer exists", async () => {
    const { id } = await buildMail({ template: "no-such-template" });
    expect(await findMail(id)).toMatchObject({ html: null, text: null });
    expect(await findMail("nothing")).toBeNull();
  });
});

describe("POST /api/admin/outbox/:id/retry", () => {
  it("sends a refused mail again under its old key, and records it in the audit log", async () => {
    const { id, idempotencyKey } = await buildMail({
      state: "FAILED",
      attempts: 3,
      lastError: "Resend 401",
      firstAttemptAt: new Date(0),
    });
    expect((await retryMail(id)).status).toBe(200);
    await expect.poll(async () => (await getMailRow(id)).state).toBe("SENT");
    expect(await getMailRow(id)).toMatchObject({ idempotencyKey, attempts: 1, lastError: null });
    const entry = await db.auditLog.findFirstOrThrow({ where: { entityId: id } });
    expect(entry).toMatchObject({ action: "retry_outbox_email", userId: admin.id });
  });

  it("requires a confirmation for a mail that may have arrived", async () => {
    const { id } = await buildMail({ state: "UNKNOWN" });
    const refused = await retryMail(id);
    expect([refused.status, refused.body?.error.code]).toEqual([409, "CONFLICT"]);
    expect((await getMailRow(id)).state).toBe("UNKNOWN");
    expect((await retryMail(id, { mayArriveTwice: true })).status).toBe(200);
    await expect.poll(async () => (await getMailRow(id)).state).toBe("SENT");
  });

  it.each(["QUEUED", "SENDING", "SENT"] as const)("rejects a mail that is %s", async (state) => {
    const { id } = await buildMail({ state, nextAttemptAt: new Date(Date.now() + 60_000) });
    expect((await retryMail(id, { mayArriveTwice: true })).status).toBe(409);
    expect((await getMailRow(id)).state).toBe(state);
  });

  it("queues the mail once for two parallel requests", async () => {
    const { id } = await buildMail({ state: "FAILED" });
    const responses = await Promise.all([retryMail(id), retryMail(id)]);
    expect(responses.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it("answers 404 for an unknown mail and 400 for an invalid body", async () => {
    expect((await retryMail("nothing")).status).toBe(404);
    expect((await retryMail("a b")).status).toBe(400);
    const { id } = await buildMail({ state: "UNKNOWN" });
    for (const body of [{ mayArriveTwice: "yes" }, { x: 1 }, []]) {
      expect((await retryMail(id, body)).status).toBe(400);
    }
  });

  it("is forbidden for a VIEWER", async () => {
    const viewer = await buildStaff("VIEWER");
    const { id } = await buildMail({ state: "FAILED" });
    expect((await retryMail(id, {}, viewer)).status).toBe(403);
    expect((await call(list, { as: viewer })).status).toBe(403);
  });
});
