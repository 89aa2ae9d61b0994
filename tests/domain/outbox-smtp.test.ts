import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { sendDueMails } from "@/domain/outbox/sender-commands";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { buildMail, getMailRow, makeMailDue } from "../support/mails";

// Before the environment is read.
const server = await vi.hoisted(async () => {
  const { startMailServer } = await import("../support/mail-server");
  return startMailServer();
});
const { taken } = server;

afterEach(async () => {
  server.behaviour = "ok";
  taken.length = 0;
  await db.outboxEmail.deleteMany();
});

afterAll(() => server.stop());

describe("a mail through somebody's own mail server", () => {
  it("arrives once, at one person, with both parts and the thread's headers", async () => {
    const { id, to } = await buildMail({
      replyTo: "client@shop.test",
      messageId: "<reply-1@shop.test>",
      headers: { "In-Reply-To": "<contact-1@shop.test>", References: "<contact-1@shop.test>" },
    });
    expect(await sendDueMails()).toMatchObject({ sent: 1 });
    const [{ to: recipients, mail } = expect.fail("nothing arrived")] = taken;
    expect(recipients).toEqual([to]);
    expect([mail.cc, mail.bcc]).toEqual([undefined, undefined]);
    expect(mail.replyTo?.text).toBe("client@shop.test");
    expect([mail.messageId, mail.inReplyTo]).toEqual([
      "<reply-1@shop.test>",
      "<contact-1@shop.test>",
    ]);
    expect(mail.text).toContain("Choisir un mot de passe");
    expect(mail.html).toContain("<html");
    expect(await getMailRow(id)).toMatchObject({
      state: "SENT",
      providerId: "<reply-1@shop.test>",
    });
  });

  it("that is refused for good is shown to staff at once", async () => {
    server.behaviour = "refuse";
    const warn = vi.spyOn(log, "warn");
    const { id, to } = await buildMail();
    expect(await sendDueMails()).toMatchObject({ failed: 1 });
    expect((await getMailRow(id)).lastError).toContain("550");
    expect(warn.mock.calls[0]?.[0]).toEqual(
      expect.objectContaining({ id, code: "EENVELOPE", responseCode: 550 }),
    );
    expect(JSON.stringify(warn.mock.calls)).not.toContain(to);
  });

  it.each(["busy", "cut-before", "closed", "no-sign-in"] as const)(
    "is tried again when the server surely did not take it (%s)",
    async (problem) => {
      server.behaviour = problem;
      const { id } = await buildMail();
      expect(await sendDueMails()).toMatchObject({ retried: 1 });
      server.behaviour = "ok";
      await makeMailDue(id);
      expect(await sendDueMails()).toMatchObject({ sent: 1 });
      expect(taken).toHaveLength(1);
    },
  );

  it("is never sent twice: cut off after its last byte, its fate is for a person to decide", async () => {
    server.behaviour = "cut-after";
    const { id } = await buildMail();
    expect(await sendDueMails()).toMatchObject({ unknown: 1 });
    expect((await getMailRow(id)).state).toBe("UNKNOWN");
    server.behaviour = "ok";
    await makeMailDue(id);
    await sendDueMails();
    expect(taken).toHaveLength(1);
  });

  it("is not taken over from a sender that was killed: a server remembers no keys", async () => {
    const { id } = await buildMail({
      state: "SENDING",
      attempts: 1,
      firstAttemptAt: new Date(),
      lockedUntil: new Date(Date.now() - 1_000),
    });
    expect(await sendDueMails()).toMatchObject({ unknown: 1, sent: 0 });
    expect((await getMailRow(id)).state).toBe("UNKNOWN");
    expect(taken).toEqual([]);
  });
});
