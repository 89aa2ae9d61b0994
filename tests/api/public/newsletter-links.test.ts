import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { POST as confirm } from "@/app/api/public/newsletter/confirm/route";
import { POST as erase } from "@/app/api/public/newsletter/erase/route";
import { POST as exportData } from "@/app/api/public/newsletter/export/route";
import { POST as askForLinks } from "@/app/api/public/newsletter/links/route";
import { POST as change } from "@/app/api/public/newsletter/preferences/route";
import { GET as lead, POST as unsubscribe } from "@/app/api/public/newsletter/unsubscribe/route";
import { lockSubscription } from "@/domain/newsletter/subscription/end-commands";
import { hashEmail } from "@/domain/newsletter/subscription/suppression";
import { suppress, unsuppress } from "@/domain/newsletter/subscription/suppression-commands";
import {
  buildListUnsubscribeHeaders,
  buildPreferencesUrl,
  buildUnsubscribeUrl,
  signSubscriberToken,
} from "@/domain/newsletter/subscription/unsubscribe-link";
import type { DeliveryEvent } from "@/domain/outbox/delivery-event";
import { signToken } from "@/lib/auth/signed-token";
import { db } from "@/lib/db";
import { readFlashForm } from "@/lib/http/flash-form";
import { verifyFormOutcome } from "@/lib/http/form-outcome";
import { call } from "../../support/call";
import { buildCampaign } from "../../support/campaigns";
import { recordDelivery } from "../../support/deliveries";
import {
  buildSubscriber,
  isSuppressed,
  listNewsletterMails,
  newEmail,
  requestConfirmationToken,
  requestSubscription,
  waitForMail,
} from "../../support/newsletter";
import { dumpDatabase, forwardedFor, newIpAddress, readSentMails } from "../../support/sign-in";

const post = (route: typeof change, body: unknown) =>
  call(route, { method: "POST", headers: forwardedFor(newIpAddress()), body });
const getRedirect = (headers: Headers) =>
  new URL(headers.get("location") ?? "", "http://shop.test");
const find = (email: string) => db.newsletterSubscriber.findUnique({ where: { email } });
const listEvents = (subscriberId: string) =>
  db.consentEvent.findMany({ where: { subscriberId }, orderBy: { createdAt: "asc" } });

/** Posts as a mail program does: without session, Origin and Sec-Fetch-Site. */
async function oneClick(token: string, init: Partial<{ type: string; body: string }> = {}) {
  const { type = "application/x-www-form-urlencoded", body = "List-Unsubscribe=One-Click" } = init;
  const request = new NextRequest(
    `http://shop.test/api/public/newsletter/unsubscribe?token=${token}`,
    { method: "POST", headers: { host: "shop.test", "content-type": type }, body },
  );
  const response = await unsubscribe(request, { params: Promise.resolve({}) });
  return response.status;
}

describe("One-click unsubscription", () => {
  it("unsubscribes, and has no further effect when repeated", async () => {
    const { id, email } = await buildSubscriber();
    const token = signSubscriberToken(id);
    expect(await oneClick(token)).toBe(200);
    expect(await oneClick(token)).toBe(200);
    const row = await find(email);
    expect(row).toMatchObject({ status: "UNSUBSCRIBED", isSubscribed: false });
    expect(row?.unsubscribedAt).not.toBeNull();
    expect(await isSuppressed(email)).toBe(true);
    const events = await listEvents(id);
    expect(events).toMatchObject([{ event: "UNSUBSCRIBE", formId: "one-click", delta: -1 }]);
  });

  it("counts for the last mailed campaign, also while one of its clicks is being recorded", async () => {
    const { id, email } = await buildSubscriber();
    const message = { subscriberId: id, state: "SENT" as const };
    const [older, last] = await Promise.all(
      [2, 1].map(async (days) => {
        const sentAt = new Date(Date.now() - days * 86_400_000);
        const campaign = await buildCampaign();
        const data = { ...message, campaignId: campaign.id, sentAt };
        return db.campaignMessage.create({ data });
      }),
    );
    let answer: Promise<number> | undefined;
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "CampaignMessage" WHERE "id" = ${last?.id} FOR UPDATE`;
      answer = oneClick(signSubscriberToken(id));
      await expect.poll(async () => (await find(email))?.status).toBe("UNSUBSCRIBED");
    });
    expect(await answer).toBe(200);
    const getMessage = async (message: typeof last) =>
      db.campaignMessage.findUniqueOrThrow({ where: { id: message?.id ?? "" } });
    expect((await getMessage(last)).unsubscribedAt).not.toBeNull();
    expect((await getMessage(older)).unsubscribedAt).toBeNull();
  });

  it("accepts multipart bodies, as RFC 8058 requires", async () => {
    const { id, email } = await buildSubscriber();
    const body =
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n';
    expect(
      await oneClick(signSubscriberToken(id), { type: "multipart/form-data; boundary=b", body }),
    ).toBe(200);
    expect((await find(email))?.status).toBe("UNSUBSCRIBED");
  });

  it("works with the URL of the mail header", async () => {
    const { id, email } = await buildSubscriber();
    const headers = buildListUnsubscribeHeaders(id);
    const url = new URL(headers["List-Unsubscribe"]?.slice(1, -1) ?? "");
    expect(url.pathname).toBe("/api/public/newsletter/unsubscribe");
    expect(
      await oneClick(url.searchParams.get("token") ?? "", {
        body: headers["List-Unsubscribe-Post"] ?? "",
      }),
    ).toBe(200);
    expect((await find(email))?.status).toBe("UNSUBSCRIBED");
  });

  it("answers success for an outdated link", async () => {
    const { id, email } = await buildSubscriber();
    const token = signSubscriberToken(id);
    const forged = `${token.slice(0, -2)}xx`;
    for (const other of ["", "x", forged, "a.b.c", "%C3%A9".repeat(50), "x".repeat(5_000)])
      expect(await oneClick(other)).toBe(200);
    expect((await find(email))?.status).toBe("CONFIRMED");
    await db.newsletterSubscriber.delete({ where: { id } });
    expect(await oneClick(token)).toBe(200);
  });

  it("requires the RFC 8058 body: a form on another site with the token changes nothing", async () => {
    const { id, email } = await buildSubscriber();
    expect(await oneClick(signSubscriberToken(id), { body: "x=y" })).toBe(400);
    expect((await find(email))?.status).toBe("CONFIRMED");
  });

  it("takes effect once for twenty parallel requests", async () => {
    const { id } = await buildSubscriber();
    const token = signSubscriberToken(id);
    const responses = await Promise.all(Array.from({ length: 20 }, () => oneClick(token)));
    expect(responses).toEqual(Array(20).fill(200));
    expect(await listEvents(id)).toHaveLength(1);
  });
});

describe("Opening an unsubscribe link", () => {
  it("changes nothing: the URL of the header leads to a page with a button", async () => {
    const { id, email } = await buildSubscriber();
    const token = signSubscriberToken(id);
    const before = await find(email);
    const { status, headers } = await call(lead, { query: `token=${token}` });
    expect(status).toBe(303);
    expect(headers.get("location")).toBe(
      `/newsletter/desinscription?token=${encodeURIComponent(token)}`,
    );
    expect(await find(email)).toEqual(before);
    expect(await listEvents(id)).toEqual([]);
  });

  it("redirects nowhere else", async () => {
    for (const token of ["//evil.example", "%0d%0aSet-Cookie:x", "a&b"]) {
      const { headers } = await call(lead, { query: `token=${encodeURIComponent(token)}` });
      expect(headers.get("location")).toBe(
        `/newsletter/desinscription?token=${encodeURIComponent(token)}`,
      );
    }
  });

  it("is stable for a subscriber, so that a resent mail is identical", () => {
    expect(signSubscriberToken("abc")).toBe(signSubscriberToken("abc"));
    expect(buildUnsubscribeUrl("abc", "ar")).toContain("/ar/newsletter/desinscription?token=");
    expect(buildPreferencesUrl("abc", "fr")).toContain("/newsletter/preferences?token=");
  });
});

describe("The preferences page", () => {
  it("unsubscribes by its button and redirects", async () => {
    const { id, email } = await buildSubscriber({ locale: "AR" });
    const token = signSubscriberToken(id);
    const body = new URLSearchParams({ token, locale: "ar" });
    const { status, headers } = await post(unsubscribe, body);
    const next = getRedirect(headers);
    expect([status, next.pathname]).toEqual([303, "/ar/newsletter/desinscription"]);
    expect(next.searchParams.get("token")).toBe(token);
    expect(verifyFormOutcome("/newsletter/desinscription", next.searchParams.get("etat"))).toBe(
      "fait",
    );
    expect((await find(email))?.status).toBe("UNSUBSCRIBED");
    expect(await listEvents(id)).toMatchObject([{ formId: "unsubscribe-page", locale: "AR" }]);
  });

  it("also cancels an unconfirmed request", async () => {
    const email = newEmail();
    const token = await requestConfirmationToken(email);
    const { id } = await db.newsletterSubscriber.findUniqueOrThrow({ where: { email } });
    await post(unsubscribe, { token: signSubscriberToken(id) });
    expect((await find(email))?.status).toBe("UNSUBSCRIBED");
    expect((await listEvents(id)).map(({ delta }) => delta)).toEqual([0, 0]);
    expect((await post(confirm, { token })).status).toBe(200);
  });

  it("changes the language, and records the change", async () => {
    const { id, email } = await buildSubscriber({ locale: "FR" });
    const token = signSubscriberToken(id);
    for (const time of [1, 2])
      expect([time, (await post(change, { token, language: "ar" })).status]).toEqual([time, 200]);
    expect((await find(email))?.locale).toBe("AR");
    expect(await listEvents(id)).toMatchObject([{ event: "CHANGE", locale: "AR", delta: 0 }]);
  });

  it("exports all stored data as a file, only by the person's own link", async () => {
    const email = newEmail();
    await post(confirm, { token: await requestConfirmationToken(email) });
    const { id } = await db.newsletterSubscriber.findUniqueOrThrow({ where: { email } });
    const request = new NextRequest("http://shop.test/api/public/newsletter/export", {
      method: "POST",
      headers: {
        host: "shop.test",
        "sec-fetch-site": "same-origin",
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({ token: signSubscriberToken(id) }),
    });
    const response = await exportData(request, { params: Promise.resolve({}) });
    expect(response.headers.get("content-disposition")).toContain("attachment");
    expect(response.headers.get("cache-control")).toContain("no-store");
    const data = await response.json();
    expect(data).toMatchObject({ email, status: "CONFIRMED" });
    expect(data.consentEvents.map(({ event }: { event: string }) => event)).toEqual([
      "REQUEST",
      "CONFIRM",
    ]);
  });

  it("erases the address from every row, blocks its import, and allows a new subscription by the person", async () => {
    const email = newEmail();
    await post(confirm, { token: await requestConfirmationToken(email, { source: "product:x" }) });
    const { id } = await db.newsletterSubscriber.findUniqueOrThrow({ where: { email } });
    await expect
      .poll(() => db.outboxEmail.count({ where: { to: email, state: "SENT" } }), {
        timeout: 10_000,
      })
      .toBe(2);
    expect(await dumpDatabase()).toContain(email);
    expect(readSentMails().join("")).toContain(email);
    const facts = await db.consentEvent.count();
    expect((await post(erase, { token: signSubscriberToken(id) })).status).toBe(200);
    expect(await dumpDatabase()).not.toContain(email);
    expect(readSentMails().join("")).not.toContain(email);
    expect(await db.consentEvent.count()).toBe(facts + 1);
    expect(await isSuppressed(email)).toBe(true);
    expect((await post(erase, { token: signSubscriberToken(id) })).status).toBe(410);
    await post(confirm, { token: await requestConfirmationToken(email) });
    expect((await find(email))?.status).toBe("CONFIRMED");
    expect(await isSuppressed(email)).toBe(false);
  });

  it.each([
    ["a forged link", () => "x.y"],
    ["a link for another purpose", () => signToken("preview", { s: "x" }, 60)],
    ["a link of an unknown subscriber", () => signSubscriberToken("nobody")],
    ["a link with malformed content", () => signToken("newsletter", { s: { $ne: "" } }, 60)],
  ])("rejects %s", async (_, make) => {
    const token = make();
    expect((await post(change, { token, language: "ar" })).status).toBe(410);
    expect((await post(exportData, { token })).status).toBe(410);
    expect((await post(erase, { token })).status).toBe(410);
    expect((await post(unsubscribe, { token })).status).toBe(410);
    const body = new URLSearchParams({ token, locale: "fr" });
    const etat = getRedirect((await post(unsubscribe, body)).headers).searchParams.get("etat");
    expect(verifyFormOutcome("/newsletter/desinscription", etat)).toBe("expire");
  });

  it("answers readers of Arabic in Arabic when their link is invalid", async () => {
    for (const [route, fields] of [
      [confirm, {}],
      [change, { language: "ar" }],
      [exportData, {}],
      [erase, {}],
      [unsubscribe, {}],
    ] as const) {
      const headers = { ...forwardedFor(newIpAddress()), "accept-language": "ar" };
      const answer = await call(route, {
        method: "POST",
        headers,
        body: { token: "x.y", ...fields },
      });
      expect(answer.status).toBe(410);
      expect(answer.body?.error.message).toMatch(/الرابط/);
      expect(answer.body?.error.message).not.toMatch(/[a-z]/i);
    }
  });

  it("redirects a form with an expired link back, with an error message", async () => {
    const body = new URLSearchParams({ token: "x.y", language: "ar", locale: "fr" });
    const { headers } = await post(change, body);
    const next = getRedirect(headers);
    expect([next.pathname, next.searchParams.get("token")]).toEqual([
      "/newsletter/preferences",
      "x.y",
    ]);
    expect(verifyFormOutcome("/newsletter/preferences", next.searchParams.get("etat"))).toBe(
      "expire",
    );
  });
});

describe("Requesting a new link", () => {
  const requestLinks = (email: string, fields: object = {}) =>
    post(askForLinks, { email, ...fields });

  it.each([
    ["fr", "Votre nouveau lien pour la newsletter", /\/\/[^/]+\/newsletter\/preferences\?token=/],
    ["ar", "رابطكم الجديد للنشرة البريدية", /\/ar\/newsletter\/preferences\?token=/],
  ])("mails a subscriber links that work (%s)", async (locale, subject, preferences) => {
    const { id, email } = await buildSubscriber();
    const mail = await waitForMail(email, () =>
      requestLinks(` ${email.toUpperCase()} `, { locale }),
    );
    expect(mail.subject).toBe(subject);
    expect(mail.text).toMatch(preferences);
    expect(mail.headers.get("list")).toHaveProperty("unsubscribe");
    const token = /desinscription\?token=([\w.-]+)/.exec(mail.text ?? "")?.[1] ?? "";
    expect((await find(email))?.status).toBe("CONFIRMED");
    expect((await post(unsubscribe, { token })).status).toBe(200);
    expect((await find(email))?.status).toBe("UNSUBSCRIBED");
    expect(await listEvents(id)).toHaveLength(1);
  });

  it("answers the same for addresses without a subscription, and sends them no mail", async () => {
    const subscriber = (await buildSubscriber()).email;
    const silent = [newEmail()];
    for (const status of ["UNSUBSCRIBED", "BOUNCED", "COMPLAINED"] as const)
      silent.push((await buildSubscriber({ status, isSubscribed: false })).email);
    const responses = [];
    for (const email of [...silent, subscriber]) {
      const { status, headers, body } = await requestLinks(email);
      responses.push({ status, data: body?.data, headers: [...headers.keys()].toSorted() });
    }
    expect(responses[0]).toMatchObject({ status: 202, data: null });
    for (const answer of responses) expect(answer).toEqual(responses[0]);
    await expect.poll(async () => (await listNewsletterMails(subscriber)).length).toBe(1);
    expect(await db.outboxEmail.count({ where: { to: { in: silent } } })).toBe(0);
  });

  it("answers before it queries subscribers, so that the response time reveals nothing", async () => {
    const { email } = await buildSubscriber();
    let answer: Awaited<ReturnType<typeof requestLinks>> | undefined;
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE "NewsletterSubscriber" IN ACCESS EXCLUSIVE MODE`;
      answer = await requestLinks(email);
    });
    expect(answer?.status).toBe(202);
    await expect.poll(async () => (await listNewsletterMails(email)).length).toBe(1);
  });

  it("sends at most three mails an hour to an address from any client, with the same response", async () => {
    const { email } = await buildSubscriber();
    for (let time = 0; time < 5; time++) expect((await requestLinks(email)).status).toBe(202);
    const count = () => db.outboxEmail.count({ where: { to: email } });
    await expect.poll(count).toBe(3);
    await expect
      .poll(() =>
        db.rateLimit.findFirst({ where: { key: `newsletter-links:${hashEmail(email)}` } }),
      )
      .toMatchObject({ count: 5 });
    expect(await count()).toBe(3);
  });

  it("is limited per client", async () => {
    const client = forwardedFor(newIpAddress());
    const statuses = [];
    for (let time = 0; time < 21; time++) {
      const body = { email: newEmail() };
      statuses.push((await call(askForLinks, { method: "POST", headers: client, body })).status);
    }
    expect([statuses[19], statuses[20]]).toEqual([202, 429]);
  });

  it("redirects a form without JavaScript to the result page, the same for any address", async () => {
    for (const email of [(await buildSubscriber()).email, newEmail()]) {
      const { status, headers } = await post(
        askForLinks,
        new URLSearchParams({ email, locale: "ar" }),
      );
      const next = getRedirect(headers);
      expect([status, next.pathname]).toEqual([303, "/ar/newsletter/nouveau-lien"]);
      expect([...next.searchParams.keys()]).toEqual(["etat"]);
      const outcome = verifyFormOutcome("/newsletter/nouveau-lien", next.searchParams.get("etat"));
      expect(outcome).toBe("fait");
    }
    const { headers } = await post(askForLinks, new URLSearchParams({ email: "fatima@" }));
    const next = getRedirect(headers);
    expect(next.pathname).toBe("/newsletter/nouveau-lien");
    const outcome = verifyFormOutcome("/newsletter/nouveau-lien", next.searchParams.get("etat"));
    expect(outcome).toBe("adresse");
    const flashForm = readFlashForm(
      /newsletter-form=([^;]+)/.exec(headers.get("set-cookie") ?? "")?.[1],
    );
    expect(flashForm?.values).toEqual({ email: "fatima@" });
  });

  it.each(["", "x", "a@exemple.test, b@exemple.test", "a\0@exemple.test"])(
    "rejects %j",
    async (email) => {
      expect((await requestLinks(email)).status).toBe(400);
    },
  );
});

describe("A delivery event", () => {
  const sendDeliveryEvent = (email: string, kind: DeliveryEvent["kind"]) =>
    recordDelivery({ email, kind, providerId: "p", tags: {} });

  it("stops mails at once after a hard bounce or a complaint", async () => {
    for (const [kind, status] of [
      ["bounced", "BOUNCED"],
      ["complained", "COMPLAINED"],
    ] as const) {
      const { id, email } = await buildSubscriber();
      await sendDeliveryEvent(email.toUpperCase(), kind);
      await sendDeliveryEvent(email, kind);
      expect(await find(email)).toMatchObject({ status, isSubscribed: false });
      expect(await isSuppressed(email)).toBe(true);
      expect((await listEvents(id)).map(({ delta }) => delta)).toEqual([-1]);
    }
  });

  it("waits for a parallel unsubscription, and holds no lock that it needs", async () => {
    const { id, email } = await buildSubscriber();
    let delivery: Promise<void> | undefined;
    await db.$transaction(async (tx) => {
      await lockSubscription(tx, { id });
      delivery = sendDeliveryEvent(email, "bounced");
      await expect.poll(countWaitingTransactions).toBe(1);
      await suppress(tx, email, "UNSUBSCRIBED");
    });
    await delivery;
    expect((await find(email))?.status).toBe("BOUNCED");
  });

  it("stops mails after three soft bounces in a row, and a delivery resets the count", async () => {
    const { email } = await buildSubscriber();
    for (const kind of ["soft_bounced", "soft_bounced", "delivered"] as const)
      await sendDeliveryEvent(email, kind);
    for (const kind of ["soft_bounced", "soft_bounced"] as const)
      await sendDeliveryEvent(email, kind);
    expect((await find(email))?.status).toBe("CONFIRMED");
    await sendDeliveryEvent(email, "soft_bounced");
    expect((await find(email))?.status).toBe("BOUNCED");
  });

  it("records a complaint after an unsubscription, and suppresses an address without a subscription", async () => {
    const { email } = await buildSubscriber({ status: "UNSUBSCRIBED", isSubscribed: false });
    await suppress(db, email, "UNSUBSCRIBED");
    await sendDeliveryEvent(email, "complained");
    await suppress(db, email, "UNSUBSCRIBED");
    const { reason } = await db.suppression.findUniqueOrThrow({
      where: { emailHmac: hashEmail(email) },
    });
    expect(reason).toBe("COMPLAINED");
    const stranger = newEmail();
    await sendDeliveryEvent(stranger, "bounced");
    expect(await isSuppressed(stranger)).toBe(true);
    await unsuppress(db, stranger);
    expect(await isSuppressed(stranger)).toBe(false);
  });
});

/** Counts the transactions that wait for a lock on a subscriber's row. */
async function countWaitingTransactions() {
  const [found] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%"NewsletterSubscriber"%'`;
  return found?.count;
}

describe("The consent ledger", () => {
  it("is append-only and cannot be reassigned; erasure may only remove the subscriber", async () => {
    const { id } = await buildSubscriber();
    const other = await buildSubscriber();
    await requestSubscription(
      (await db.newsletterSubscriber.findUniqueOrThrow({ where: { id } })).email,
    );
    const [event] = await listEvents(id);
    const where = { id: event?.id ?? "" };
    const expectRejection = (act: Promise<unknown>) => expect(act).rejects.toThrow(/append-only/);
    await expectRejection(db.consentEvent.update({ where, data: { event: "CONFIRM" } }));
    await expectRejection(db.consentEvent.update({ where, data: { wordingVersion: "x" } }));
    await expectRejection(db.consentEvent.update({ where, data: { delta: 5 } }));
    await expectRejection(db.consentEvent.update({ where, data: { subscriberId: other.id } }));
    await expectRejection(db.consentEvent.delete({ where }));
    await db.newsletterSubscriber.delete({ where: { id } });
    expect(await db.consentEvent.findUnique({ where })).toMatchObject({ subscriberId: null });
  });
});
