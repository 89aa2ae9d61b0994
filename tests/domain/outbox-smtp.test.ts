import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { sendDueMails } from "@/domain/outbox/sender-commands";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { buildMail, getMailRow, makeMailDue } from "../support/mails";

// Must run before the environment is read.
const server = await vi.hoisted(async () => {
  const { startMailServer } = await import("../support/mail-server");
  return startMailServer();
});
const { received } = server;

afterEach(async () => {
  server.behaviour = "ok";
  received.length = 0;
  await db.outboxEmail.deleteMany();
});

afterAll(() => server.stop());

describe("A mail through a custom mail server", () => {
  it("arrives once at one recipient, with both parts and the thread headers", async () => {
    const { id, to } = await buildMail({
      replyTo: "client@shop.test",
      messageId: "<reply-1@shop.test>",
      headers: { "In-Reply-To": "<contact-1@shop.test>", References: "<contact-1@shop.test>" },
    });
    expect(await sendDueMails()).toMatchObject({ sent: 1 });
    const [{ to: recipients, mail } = expect.fail("nothing arrived")] = received;
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

  it("that is permanently rejected is shown to staff at once", async () => {
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

  it.each(["busy", "disconnect-at-recipient", "reject-connection", "reject-password"] as const)(
    "is retried when the server certainly did not accept it (%s)",
    async (problem) => {
      server.behaviour = problem;
      const { id } = await buildMail();
      expect(await sendDueMails()).toMatchObject({ retried: 1 });
      server.behaviour = "ok";
      await makeMailDue(id);
      expect(await sendDueMails()).toMatchObject({ sent: 1 });
      expect(received).toHaveLength(1);
    },
  );

  it("is never sent twice: when the connection is lost after its last byte, staff decide", async () => {
    server.behaviour = "disconnect-after-message";
    const { id } = await buildMail();
    expect(await sendDueMails()).toMatchObject({ unknown: 1 });
    expect((await getMailRow(id)).state).toBe("UNKNOWN");
    server.behaviour = "ok";
    await makeMailDue(id);
    await sendDueMails();
    expect(received).toHaveLength(1);
  });

  it("is not claimed from a killed sender, since a server remembers no keys", async () => {
    const { id } = await buildMail({
      state: "SENDING",
      attempts: 1,
      firstAttemptAt: new Date(),
      lockedUntil: new Date(Date.now() - 1_000),
    });
    expect(await sendDueMails()).toMatchObject({ unknown: 1, sent: 0 });
    expect((await getMailRow(id)).state).toBe("UNKNOWN");
    expect(received).toEqual([]);
  });
});
