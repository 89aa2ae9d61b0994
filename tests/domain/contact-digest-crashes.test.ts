import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sendDueMails } from "@/domain/outbox/sender-commands";
import { db } from "@/lib/db";
import {
  buildContactFields,
  listDigests,
  listMessagesFrom,
  postContact,
  resetNotifications,
} from "../support/contact";
import { getMailRow, makeMailDue, resetSenderRun } from "../support/mails";

// Must run before the environment is read.
const api = await vi.hoisted(async () => {
  const { startResendServer } = await import("../support/resend-server");
  return startResendServer();
});

const isDigest = ({ key }: { key: string | undefined }) =>
  key?.startsWith("contact-digest:") ?? false;
/** Counts how often the accepted mails name this message. */
const announcements = (id: string) =>
  api.taken.filter(
    (taken) => isDigest(taken) && (taken.mail.text as string).includes(`/admin/messages/${id}`),
  ).length;

/** Posts a customer's message that goes into the hourly digest. */
async function post(): Promise<string> {
  const fields = buildContactFields();
  expect((await postContact(fields)).status).toBe(201);
  const [message] = await listMessagesFrom(fields.email);
  return message?.id ?? expect.fail("the message is lost");
}

/** As `post`, and sends its automatic reply, so that the next call sends the digest. */
async function write(): Promise<string> {
  const id = await post();
  await sendDueMails();
  return id;
}

async function findDigest(): Promise<string> {
  const [digest] = await listDigests();
  return digest?.id ?? expect.fail("no digest");
}

beforeEach(async () => {
  await sendDueMails();
  await resetNotifications();
  await write();
  await db.rateLimit.updateMany({
    where: { key: { startsWith: "contact-notifications:" } },
    data: { count: 10 },
  });
  await db.outboxEmail.deleteMany();
  // All digests of this file belong to the same hour, and so have the same key.
  api.clearKeys();
  api.planned.splice(0);
  api.taken.splice(0);
  api.calls.splice(0);
});

afterAll(() => api.stop());

describe("An interrupted contact digest", () => {
  it("announces each message once when the process was killed before it recorded the sent mail", async () => {
    const before = [await write(), await write()];
    const digest = await findDigest();
    await makeMailDue(digest);
    api.next("slow");
    const killed = sendDueMails();
    await vi.waitUntil(() => api.held.length === 1, 10_000);
    const during = await post();
    await makeMailDue(digest);
    resetSenderRun();
    await sendDueMails();
    const after = await write();
    for (const { id } of await listDigests()) await makeMailDue(id);
    resetSenderRun();
    await sendDueMails();
    api.release();
    await killed;
    const ids = [...before, during, after];
    expect(ids.map(announcements)).toEqual(ids.map(() => 1));
    expect((await listDigests()).map(({ state }) => state)).not.toContain("QUEUED");
  });

  it.each(["reset", "500-taken", "500", "429"] as const)(
    "loses and repeats no message after a failed call (%s)",
    async (behaviour) => {
      const before = await write();
      const digest = await findDigest();
      await makeMailDue(digest);
      api.next(behaviour);
      expect(await sendDueMails()).toMatchObject({ retried: 1 });
      expect((await getMailRow(digest)).state).toBe("QUEUED");
      // The mail may have been accepted: a message added to it now would never be announced.
      const later = await write();
      for (const { id } of await listDigests()) await makeMailDue(id);
      await sendDueMails();
      expect([before, later].map(announcements)).toEqual([1, 1]);
      expect((await getMailRow(digest)).state).toBe("SENT");
    },
  );

  it("announces messages that arrive while the digest is being claimed", async () => {
    const before = await write();
    const digest = await findDigest();
    await makeMailDue(digest);
    const [ids] = await Promise.all([
      Promise.all([post(), post(), post(), post()]),
      sendDueMails(),
    ]);
    for (const { id, state } of await listDigests()) if (state === "QUEUED") await makeMailDue(id);
    await sendDueMails();
    expect([before, ...ids].map(announcements)).toEqual([1, 1, 1, 1, 1]);
  });
});
