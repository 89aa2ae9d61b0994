import { readdirSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { afterEach, describe, expect, it } from "vitest";
import { GET as cron } from "@/app/api/cron/outbox/route";
import { enqueueMail } from "@/domain/outbox/tx-commands";
import { db } from "@/lib/db";
import { deleteLocalMails } from "@/lib/mail/local-transport";
import { sendBatch, sendMail } from "@/lib/mail/mail";
import { call } from "../../support/call";
import { buildMail, getMailRow } from "../../support/mails";
import { dumpDatabase, readSentMails } from "../../support/sign-in";

const headers = { authorization: `Bearer ${process.env.CRON_SECRET}` };
const run = async () => (await call(cron, { headers })).body?.data;
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

afterEach(async () => {
  await db.outboxEmail.deleteMany();
});

describe("GET /api/cron/outbox", () => {
  it("sends due mails, oldest first, and returns the counts", async () => {
    await buildMail();
    await buildMail();
    const later = await buildMail({ nextAttemptAt: new Date(Date.now() + 60_000) });
    expect(await run()).toEqual({
      sent: 2,
      retried: 0,
      failed: 0,
      unknown: 0,
      left: 0,
      forgotten: 0,
    });
    expect((await getMailRow(later.id)).state).toBe("QUEUED");
    expect(await run()).toMatchObject({ sent: 0, left: 0 });
  });

  it("sends no mail twice in two parallel runs", async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, async () => (await buildMail()).id));
    const before = readSentMails().length;
    await Promise.all([run(), run(), run()]);
    expect(readSentMails().length).toBe(before + 10);
    const rows = await db.outboxEmail.findMany({ where: { id: { in: ids } } });
    expect(rows.map(({ state, attempts }) => [state, attempts])).toEqual(
      ids.map(() => ["SENT", 1]),
    );
  });

  it("deletes mails that were sent or abandoned 90 days ago, and no others", async () => {
    const old = { createdAt: daysAgo(91) };
    await buildMail({ ...old, state: "SENT", sentAt: daysAgo(91) });
    await buildMail({ ...old, state: "FAILED" });
    const retained = [
      await buildMail({ ...old, state: "SENT", sentAt: daysAgo(89) }),
      await buildMail({ createdAt: daysAgo(89), state: "UNKNOWN" }),
      await buildMail({ ...old, nextAttemptAt: daysAgo(-1) }),
    ];
    await db.webhookEvent.createMany({
      data: [8, 6].map((days) => ({
        id: `event-${days}`,
        type: "email.sent",
        receivedAt: daysAgo(days),
      })),
    });
    expect(await run()).toMatchObject({ forgotten: 2 });
    const left = await db.outboxEmail.findMany({ select: { id: true } });
    expect(left.map(({ id }) => id).toSorted()).toEqual(retained.map(({ id }) => id).toSorted());
    expect(await db.webhookEvent.count()).toBe(1);
  });

  it("deletes the mail files after the same period", async () => {
    const mail = { to: "a@shop.test", subject: "Bonjour", html: "<p>x</p>", text: "x" };
    const folder = join(process.env.DATA_DIR ?? "", "outbox");
    const [old, young] = [await sendMail(mail, "test:old"), await sendMail(mail, "test:young")];
    utimesSync(join(folder, old.providerId ?? ""), daysAgo(91), daysAgo(91));
    utimesSync(join(folder, young.providerId ?? ""), daysAgo(89), daysAgo(89));
    await run();
    const names = readdirSync(folder);
    expect(names).not.toContain(old.providerId);
    expect(names).toContain(young.providerId);
  });

  it("requires the cron secret", async () => {
    expect((await call(cron)).status).toBe(401);
  });
});

describe("A queued mail", () => {
  it("shows no link in a database dump, before and after it is sent", async () => {
    const { id, idempotencyKey } = await buildMail();
    const token = idempotencyKey.replace("test:", "");
    const link = `lien?token=${token}`;
    expect((await dumpDatabase()).includes(link)).toBe(false);
    expect((await getMailRow(id)).sealed).not.toBeNull();
    await run();
    expect(readSentMails().join("")).toContain(token);
    expect((await dumpDatabase()).includes(link)).toBe(false);
    expect((await getMailRow(id)).sealed).toBeNull();
  });

  it("is rolled back with the transaction that queued it", async () => {
    const to = "personne@shop.test";
    await db
      .$transaction(async (tx) => {
        const fields = {
          locale: "FR" as const,
          idempotencyKey: "test:never",
          props: { username: "x" },
        };
        await enqueueMail(tx, { template: "password-reset", to, secret: { link: "x" }, ...fields });
        throw new Error("the rest of it failed");
      })
      .catch(() => undefined);
    expect(await db.outboxEmail.count({ where: { to } })).toBe(0);
  });

  it("is unique by its key", async () => {
    const mail = {
      template: "password-reset" as const,
      to: "a@shop.test",
      locale: "AR" as const,
      idempotencyKey: "test:twice",
      props: { username: "fatima" },
      secret: { link: "x" },
    };
    await enqueueMail(db, mail);
    await expect(enqueueMail(db, mail)).rejects.toMatchObject({ code: "P2002" });
  });
});

describe("Header injection", () => {
  const mail = { to: "a@shop.test", subject: "Bonjour", html: "<p>Bonjour</p>", text: "Bonjour" };

  it.each([
    ["two addresses", "a@shop.test, b@shop.test"],
    ["two addresses by semicolon", "a@shop.test;b@shop.test"],
    ["a line break", "a@shop.test\r\nBcc: b@shop.test"],
    ["a name", "A <a@shop.test>"],
    ["a group", "friends: a@shop.test, b@shop.test;"],
    ["a NUL byte", "a\0@shop.test"],
    ["nothing", ""],
  ])("is rejected with %s as the recipient or the reply address", async (_, address) => {
    const before = readSentMails().length;
    for (const field of ["to", "replyTo"]) {
      const sent = sendMail({ ...mail, [field]: address }, `test:${field}:${address}`);
      await expect(sent).rejects.toMatchObject({ kind: "refused" });
    }
    expect(readSentMails().length).toBe(before);
  });

  const OWN_HEADERS = ["from", "to", "subject", "date", "message-id", "references"].concat(
    "mime-version",
    "content-type",
  );

  it.each([
    ["\r\nBcc: b@shop.test"],
    ["\nTo: b@shop.test"],
    ["\rCc: b@shop.test"],
    ["\u2028Bcc: b@shop.test"],
    ["\r\n\r\n<script>"],
    [" =?utf-8?Q?=0D=0ABcc:b@shop.test?="],
  ])("leaves one recipient and the original headers with %j in the texts", async (attack) => {
    const before = readSentMails().length;
    await sendMail(
      {
        ...mail,
        subject: `Bonjour${attack}`,
        messageId: `<a@shop.test>${attack}`,
        headers: { References: `<b@shop.test>${attack}` },
      },
      `test:attack:${attack}`,
    );
    const file = readSentMails().at(-1) ?? "";
    expect(readSentMails().length).toBe(before + 1);
    const head = file.slice(0, file.indexOf("\n\n"));
    const names = head.split(/\n(?=\S)/).map((line) => line.split(":")[0]?.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !OWN_HEADERS.includes(name ?? ""))).toEqual([]);
    const { to, cc, bcc } = await simpleParser(file);
    expect([[to].flat().map((each) => each?.text), cc, bcc]).toEqual([
      ["a@shop.test"],
      undefined,
      undefined,
    ]);
  });

  it("is rejected with an invalid header name", async () => {
    for (const name of ["X-A\r\nBcc", "X A", "", "X:A"]) {
      const sent = sendMail({ ...mail, headers: { [name]: "x" } }, `test:name:${name}`);
      await expect(sent).rejects.toMatchObject({ kind: "refused" });
    }
  });
});

describe("The local mail transport", () => {
  it("writes one file per key, readable by the shop only", async () => {
    const folder = join(process.env.DATA_DIR ?? "", "outbox");
    const mail = { to: "a@shop.test", subject: "Bonjour", html: "<p>x</p>", text: "x" };
    const before = readSentMails().length;
    const first = await sendMail(mail, "test:../../same key");
    expect(await sendMail(mail, "test:../../same key")).toEqual(first);
    expect(readSentMails().length).toBe(before + 1);
    expect(readdirSync(folder)).toContain(first.providerId);
    expect(statSync(join(folder, first.providerId ?? "")).mode & 0o777).toBe(0o600);
  });

  it("deletes the mails of one recipient, also from a batch", async () => {
    const mails = ["gone@shop.test", "stays@shop.test"].map((to) => {
      return { to, subject: "Bonjour", html: "<p>x</p>", text: "x" };
    });
    await sendBatch(mails, "test:forget:batch");
    for (const mail of mails) await sendMail(mail, `test:forget:${mail.to}`);
    const keys = mails.map(({ to }) => `test:forget:${to}`);
    const before = readSentMails().length;
    await deleteLocalMails("gone@shop.test", {
      keys: keys.slice(0, 1),
      batchKeys: ["test:forget:batch"],
    });
    expect(readSentMails().length).toBe(before - 2);
    expect(readSentMails().join("")).not.toContain("gone@shop.test");
    expect(readSentMails().join("").split("To: stays@shop.test")).toHaveLength(3);
  });
});
