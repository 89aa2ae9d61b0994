import { describe, expect, it } from "vitest";
import { findSuppressedHmacs } from "@/domain/newsletter/subscription/suppression";
import { suppress } from "@/domain/newsletter/subscription/suppression-commands";
import { sendDueMails } from "@/domain/outbox/sender-commands";
import { db } from "@/lib/db";
import { buildContactFields, listQueuedMails, postContact } from "../../support/contact";
import { requestSubscription } from "../../support/newsletter";
import { readSentMails } from "../../support/sign-in";

const ADDRESSES = [
  ["an internationalised domain", "a@bücher.example", "a@xn--bcher-kva.example"],
  ["an accented name", "é@ex.example", "é@ex.example"],
  ["a quoted name", '"jean dupont"@ex.example', '"jean dupont"@ex.example'],
  ["an invisible character", "\u200ez3@ex.example\u200f\u00a0", "z3@ex.example"],
] as const;

describe.each(ADDRESSES)("An address with %s", (_, typed, kept) => {
  it("can be used in the contact form and gets an answer", async () => {
    expect((await postContact(buildContactFields({ email: typed }))).status).toBe(201);
    const message = await db.contactMessage.findFirstOrThrow({ where: { email: kept } });
    const queued = await listQueuedMails(message.id);
    expect(queued.map(({ to, replyTo }) => [to, replyTo])).toEqual([
      [expect.stringContaining("@"), kept],
      [kept, null],
    ]);
    await sendDueMails();
    const states = (await listQueuedMails(message.id)).map(({ state }) => state);
    expect(states).toEqual(["SENT", "SENT"]);
    expect(
      readSentMails().filter(
        (mail) => mail.includes(`To: ${kept}`) || mail.includes(`To: <${kept}>`),
      ),
    ).not.toEqual([]);
  });

  it("subscribes once in any spelling, and is recognised when it unsubscribes", async () => {
    for (const again of [typed, typed.toUpperCase(), kept])
      expect((await requestSubscription(again)).status).toBeLessThan(300);
    const [row, ...more] = await db.newsletterSubscriber.findMany({ where: { email: kept } });
    expect(more).toEqual([]);
    await db.$transaction((tx) => suppress(tx, kept, "UNSUBSCRIBED"));
    expect(await db.$transaction((tx) => findSuppressedHmacs(tx, [kept]))).toEqual(
      new Set([row?.emailHmac]),
    );
  });
});
