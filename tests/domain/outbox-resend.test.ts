import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { sendDueMails } from "@/domain/outbox/sender-commands";
import { db } from "@/lib/db";
import { MAX_BATCH_SIZE, sendBatch } from "@/lib/mail/mail";
import { buildMail, getMailRow, makeMailDue, resetSenderRun } from "../support/mails";

// Must run before the environment is read.
const api = await vi.hoisted(async () => {
  const { startResendServer } = await import("../support/resend-server");
  return startResendServer();
});

afterEach(async () => {
  await db.outboxEmail.deleteMany();
  api.planned.splice(0);
  api.taken.splice(0);
  api.calls.splice(0);
});

afterAll(() => api.stop());

describe("A mail through Resend's SDK", () => {
  it("has one recipient, both parts, its key and the tag that webhooks find it by", async () => {
    const { id, to, idempotencyKey } = await buildMail({
      replyTo: "client@shop.test",
      messageId: "<contact-1@shop.test>",
      headers: { References: "<contact-0@shop.test>" },
    });
    expect(await sendDueMails()).toEqual({ sent: 1, retried: 0, failed: 0, unknown: 0 });
    const [{ id: providerId, key, mail } = expect.fail("nothing was taken")] = api.taken;
    expect([key, mail.to, mail.reply_to]).toEqual([idempotencyKey, [to], "client@shop.test"]);
    expect(mail.from).toMatch(/^Equipement Ouarzazate <[^<>@]+@[^<>]+>$/);
    expect(mail.headers).toEqual({
      "Message-ID": "<contact-1@shop.test>",
      References: "<contact-0@shop.test>",
    });
    expect(mail.tags).toEqual([{ name: "outbox", value: id }]);
    expect(mail.html).toContain("Choisir un mot de passe");
    expect(mail.text).toMatch(/token=[\w-]{36}$/m);
    expect(await getMailRow(id)).toMatchObject({
      state: "SENT",
      providerId,
      sealed: null,
      lastError: null,
      lockedUntil: null,
    });
  });

  it.each(["reset", "malformed", "500-taken"] as const)(
    "is accepted once although the first response was lost (%s)",
    async (behaviour) => {
      const { id } = await buildMail();
      api.next(behaviour);
      expect(await sendDueMails()).toMatchObject({ retried: 1, sent: 0 });
      const waiting = await getMailRow(id);
      expect(waiting).toMatchObject({ state: "QUEUED", lockedUntil: null });
      expect(waiting.nextAttemptAt.getTime()).toBeGreaterThan(Date.now());
      expect(waiting.sealed).not.toBeNull();
      await makeMailDue(id);
      expect(await sendDueMails()).toMatchObject({ sent: 1 });
      expect(api.taken.map((mail) => mail.id)).toEqual([(await getMailRow(id)).providerId]);
      expect(new Set(api.calls.map(({ body }) => body)).size).toBe(1);
      expect(api.calls).toHaveLength(2);
    },
  );

  it.each([
    ["429", "429"],
    ["500", "500"],
    ["unauthorized", "401"],
  ] as const)("is retried later after %s", async (behaviour, status) => {
    const { id } = await buildMail();
    api.next(behaviour, behaviour);
    await sendDueMails();
    await makeMailDue(id);
    expect(await sendDueMails()).toMatchObject({ retried: 1 });
    expect(await getMailRow(id)).toMatchObject({ state: "QUEUED", attempts: 2 });
    expect((await getMailRow(id)).lastError).toContain(status);
    await makeMailDue(id);
    await sendDueMails();
    expect([(await getMailRow(id)).state, api.taken.length]).toEqual(["SENT", 1]);
  });

  it("is not retried before the time of a 429", async () => {
    const { id } = await buildMail();
    api.next("429");
    await sendDueMails();
    const [row] = await db.$queryRaw<{ seconds: number }[]>`
      SELECT extract(epoch FROM "nextAttemptAt" - "firstAttemptAt")::float8 AS "seconds" FROM "OutboxEmail" WHERE "id" = ${id}`;
    // The regular first delay is at most five seconds.
    expect(row?.seconds).toBeGreaterThanOrEqual(7);
    expect(await sendDueMails()).toMatchObject({ sent: 0, retried: 0 });
  });

  it("is retried with the same key after a timeout", async () => {
    const { id } = await buildMail();
    api.next("hang-taken");
    expect(await sendDueMails()).toMatchObject({ retried: 1 });
    await makeMailDue(id);
    await sendDueMails();
    expect([(await getMailRow(id)).state, api.taken.length]).toEqual(["SENT", 1]);
  }, 30_000);

  it.each(["refuse"] as const)("is shown to staff at once (%s)", async (behaviour) => {
    const { id } = await buildMail();
    api.next(behaviour);
    expect(await sendDueMails()).toMatchObject({ failed: 1 });
    const { state, lastError } = await getMailRow(id);
    expect([state, /4\d\d/.test(lastError ?? "")]).toEqual(["FAILED", true]);
    expect(await sendDueMails()).toMatchObject({ sent: 0, failed: 0, retried: 0 });
    expect(api.calls).toHaveLength(1);
  });

  it("counts as sent when an earlier build's call with the key was accepted (409)", async () => {
    const { id } = await buildMail();
    api.next("reset");
    await sendDueMails();
    await db.outboxEmail.update({ where: { id }, data: { subject: "Un autre objet" } });
    await makeMailDue(id);
    expect(await sendDueMails()).toMatchObject({ sent: 1 });
    expect([(await getMailRow(id)).state, api.taken.length]).toEqual(["SENT", 1]);
  });

  it("that cannot be decrypted or has no template is refused without a call", async () => {
    const [sealed, nameless] = [
      await buildMail({ sealed: "x.y.z" }),
      await buildMail({ template: "no-such-template" }),
    ];
    expect(await sendDueMails()).toMatchObject({ failed: 2 });
    for (const { id } of [sealed, nameless]) expect((await getMailRow(id)).state).toBe("FAILED");
    expect(api.calls).toEqual([]);
  });
});

describe("Parallel senders", () => {
  it("never claim the same mail", async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, async () => (await buildMail()).id));
    const first = sendDueMails();
    resetSenderRun();
    const runs = await Promise.all([first, sendDueMails()]);
    expect(runs.map(({ sent }) => sent).reduce((sum, sent) => sum + sent)).toBe(6);
    expect(new Set(api.calls.map(({ key }) => key)).size).toBe(6);
    expect(api.calls).toHaveLength(6);
    expect(await db.outboxEmail.count({ where: { id: { in: ids }, state: "SENT" } })).toBe(6);
  });

  it("make at most two calls a second together", async () => {
    for (let mail = 0; mail < 7; mail++) await buildMail();
    const first = sendDueMails();
    resetSenderRun();
    await Promise.all([first, sendDueMails()]);
    const times = api.calls.map(({ at }) => at);
    expect(times).toHaveLength(7);
    for (const from of times) {
      expect(times.filter((at) => at >= from && at < from + 1000).length).toBeLessThanOrEqual(2);
    }
  });

  it("complete a mail once when the first sender outlived its lease", async () => {
    const { id } = await buildMail();
    api.next("slow");
    const first = sendDueMails();
    await vi.waitUntil(() => api.held.length === 1, 10_000);
    await makeMailDue(id);
    resetSenderRun();
    expect(await sendDueMails()).toMatchObject({ sent: 1 });
    const finished = await getMailRow(id);
    expect(finished).toMatchObject({ state: "SENT", attempts: 2 });
    api.release();
    await first;
    expect(await getMailRow(id)).toEqual(finished);
    expect(api.taken).toHaveLength(1);
  });

  it("do not overwrite a delivery status that arrived during their call", async () => {
    const { id } = await buildMail();
    api.next("slow");
    const first = sendDueMails();
    await vi.waitUntil(() => api.held.length === 1, 10_000);
    await db.outboxEmail.update({ where: { id }, data: { state: "FAILED", lockedUntil: null } });
    api.release();
    await first;
    expect((await getMailRow(id)).state).toBe("FAILED");
  });

  it("take over from a sender that was killed between its call and its update, and the mail is accepted once", async () => {
    const { id } = await buildMail();
    api.next("slow");
    const killed = sendDueMails();
    await vi.waitUntil(() => api.held.length === 1, 10_000);
    resetSenderRun();
    expect(await sendDueMails()).toMatchObject({ sent: 0 });
    expect((await getMailRow(id)).state).toBe("SENDING");
    await makeMailDue(id);
    resetSenderRun();
    expect(await sendDueMails()).toMatchObject({ sent: 1 });
    expect([(await getMailRow(id)).state, api.taken.length]).toEqual(["SENT", 1]);
    api.release();
    await killed;
  });
});

describe("After 23 hours of attempts", () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

  it("a mail has an unknown outcome and is not retried", async () => {
    const [old, young, dead] = [
      await buildMail({ firstAttemptAt: hoursAgo(23.01), attempts: 30 }),
      await buildMail({ firstAttemptAt: hoursAgo(22.9), attempts: 29 }),
      await buildMail({
        firstAttemptAt: hoursAgo(24),
        state: "SENDING",
        lockedUntil: hoursAgo(1),
      }),
    ];
    expect(await sendDueMails()).toEqual({ sent: 1, retried: 0, failed: 0, unknown: 2 });
    expect((await getMailRow(old.id)).state).toBe("UNKNOWN");
    expect((await getMailRow(dead.id)).state).toBe("UNKNOWN");
    expect((await getMailRow(young.id)).state).toBe("SENT");
    expect(api.calls).toHaveLength(1);
  });

  it("a mail that is being sent stays with its sender", async () => {
    const { id } = await buildMail({
      firstAttemptAt: hoursAgo(23.01),
      state: "SENDING",
      lockedUntil: new Date(Date.now() + 30_000),
    });
    await sendDueMails();
    expect((await getMailRow(id)).state).toBe("SENDING");
  });
});

describe("Batches", () => {
  const mail = (to: string) => ({
    to,
    subject: "Bonjour",
    html: "<p>Bonjour</p>",
    text: "Bonjour",
  });

  it("are sent in one call under one key, and return the same ids when repeated", async () => {
    expect(MAX_BATCH_SIZE).toBe(100);
    const mails = [mail("a@shop.test"), mail("b@shop.test")];
    const ids = await sendBatch(mails, "batch:1");
    expect(ids).toEqual(api.taken.map(({ id }) => id));
    expect(await sendBatch(mails, "batch:1")).toEqual(ids);
    expect(await sendBatch([mail("c@shop.test")], "batch:1")).toBe("already accepted");
    expect(api.taken).toHaveLength(2);
    expect(new Set(api.calls.map(({ path }) => path))).toEqual(new Set(["/emails/batch"]));
  });

  it("contain at most a hundred mails", async () => {
    const mails = Array.from({ length: 101 }, (_, i) => mail(`m${i}@shop.test`));
    await expect(sendBatch(mails, "batch:many")).rejects.toThrow("100");
    expect(api.calls).toEqual([]);
  });

  it.each([
    ["429", "retry"],
    ["unauthorized", "retry"],
    ["500", "retry"],
    ["reset", "retry"],
    ["malformed", "retry"],
    ["refuse", "refused"],
  ] as const)("report the meaning of a %s", async (behaviour, kind) => {
    api.next(behaviour);
    const failed = sendBatch([mail("a@shop.test")], `batch:${behaviour}`);
    await expect(failed).rejects.toMatchObject({ kind });
  });
});
