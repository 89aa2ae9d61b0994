import { describe, expect, it } from "vitest";
import { POST as confirm } from "@/app/api/public/newsletter/confirm/route";
import { POST as subscribe } from "@/app/api/public/newsletter/subscribe/route";
import { suppress } from "@/domain/newsletter/subscription/suppression-commands";
import { db } from "@/lib/db";
import { readFlashForm } from "@/lib/http/flash-form";
import { verifyFormOutcome } from "@/lib/http/form-outcome";
import { call } from "../../support/call";
import {
  buildSubscriber,
  isSuppressed,
  listNewsletterMails,
  newEmail,
  requestConfirmationToken,
  requestSubscription,
  waitForMail,
} from "../../support/newsletter";
import { dumpDatabase, forwardedFor, newIpAddress } from "../../support/sign-in";
import { recordStatements } from "../../support/statements";

const confirmWith = (token: unknown) =>
  call(confirm, { method: "POST", headers: forwardedFor(newIpAddress()), body: { token } });
const getSubscriber = (email: string) =>
  db.newsletterSubscriber.findUniqueOrThrow({
    where: { email },
    include: { consentEvents: { orderBy: { createdAt: "asc" } } },
  });
const listEvents = async (email: string) =>
  (await getSubscriber(email)).consentEvents.map(({ event }) => event);

describe("Subscribing to the newsletter", () => {
  it("stores the request, its source and its wording, and mails a link without subscribing the address", async () => {
    const email = newEmail();
    const mail = await waitForMail(email, () =>
      requestSubscription(email, { source: "product:zellige-vert" }),
    );
    expect(mail.subject).toBe("Confirmez votre inscription à la newsletter");
    expect(mail.cc ?? mail.bcc).toBeUndefined();
    const row = await getSubscriber(email);
    expect(row).toMatchObject({ status: "PENDING", isSubscribed: false, source: "product" });
    expect(row.confirmedAt).toBeNull();
    expect(row.consentEvents).toMatchObject([
      {
        event: "REQUEST",
        wordingVersion: "newsletter-1",
        source: "product:zellige-vert",
        formId: "product",
        locale: "FR",
        delta: 0,
      },
    ]);
  });

  it("sends an Arabic mail for a request in Arabic", async () => {
    const email = newEmail();
    const mail = await waitForMail(email, () => requestSubscription(email, { locale: "ar" }));
    expect(mail.subject).toBe("أكّدوا اشتراككم في النشرة البريدية");
    expect(mail.html).toContain('dir="rtl"');
    expect(mail.text).toContain("/ar/newsletter/confirmer?token=");
  });

  it("answers and behaves the same for a known, an unknown, a suppressed and an erased address", async () => {
    const unknown = newEmail();
    const erased = newEmail();
    const confirmed = (await buildSubscriber()).email;
    const left = (await buildSubscriber({ status: "UNSUBSCRIBED", isSubscribed: false })).email;
    const complained = (await buildSubscriber({ status: "COMPLAINED", isSubscribed: false })).email;
    const bounced = (await buildSubscriber({ status: "BOUNCED", isSubscribed: false })).email;
    await suppress(db, erased, "ERASED");
    await suppress(db, left, "UNSUBSCRIBED");
    await suppress(db, complained, "COMPLAINED");
    await suppress(db, bounced, "BOUNCED");
    const seen = [];
    for (const email of [unknown, erased, confirmed, left, complained, bounced]) {
      let response: Awaited<ReturnType<typeof requestSubscription>> | undefined;
      let sql: string[] = [];
      const mail = await waitForMail(email, async () => {
        const all = await recordStatements(async () => {
          response = await requestSubscription(email);
        });
        // The sender that starts after the response runs independently; old rate-limit windows are deleted at random.
        const end = all.indexOf("COMMIT");
        sql = all.slice(0, end + 1).filter((text) => !text.startsWith('DELETE FROM "RateLimit"'));
      });
      const { status, headers, body } = response ?? (await requestSubscription(email));
      seen.push({
        status,
        data: body?.data,
        headers: [...headers.keys()].toSorted(),
        sql,
        subject: mail.subject,
        text: mail.text?.replace(/token=[\w-]+/g, "token="),
      });
    }
    expect(seen[0]?.status).toBe(202);
    expect(seen[0]?.data).toBeNull();
    expect(seen[0]?.sql.length).toBeGreaterThan(4);
    for (const other of seen.slice(1)) expect(other).toEqual(seen[0]);
  });

  it("changes no subscribed or unsubscribed address until its link is confirmed", async () => {
    for (const status of ["CONFIRMED", "UNSUBSCRIBED", "BOUNCED", "COMPLAINED"] as const) {
      const isSubscribed = status === "CONFIRMED";
      const before = await buildSubscriber({ status, isSubscribed, locale: "FR" });
      await requestSubscription(before.email, { locale: "ar", source: "home" });
      const { consentEvents: _, ...after } = await getSubscriber(before.email);
      expect(after).toEqual(before);
    }
  });

  it("sends at most three mails an hour to an address from any client, with the same response", async () => {
    const email = newEmail();
    const responses = [];
    for (let time = 0; time < 6; time++) responses.push((await requestSubscription(email)).status);
    expect(responses).toEqual([202, 202, 202, 202, 202, 202]);
    await expect.poll(async () => (await listNewsletterMails(email)).length).toBe(3);
    expect(await listEvents(email)).toEqual(["REQUEST", "REQUEST", "REQUEST"]);
  });

  it("is limited per client", async () => {
    const client = forwardedFor(newIpAddress());
    const responses = [];
    for (let time = 0; time < 21; time++)
      responses.push((await requestSubscription(newEmail(), {}, client)).status);
    expect(responses.slice(0, 20).every((status) => status === 202)).toBe(true);
    expect(responses[20]).toBe(429);
  });

  it("ignores a request with a filled honeypot field", async () => {
    const email = newEmail();
    expect((await requestSubscription(email, { website: "https://spam.example" })).status).toBe(
      202,
    );
    expect(await db.newsletterSubscriber.count({ where: { email } })).toBe(0);
  });

  it("treats twenty parallel requests for one address as one", async () => {
    const email = newEmail();
    const responses = await Promise.all(
      Array.from({ length: 20 }, () => requestSubscription(email)),
    );
    expect(responses.map(({ status }) => status)).toEqual(Array(20).fill(202));
    expect(await db.newsletterSubscriber.count({ where: { email } })).toBe(1);
    expect(await db.emailToken.count({ where: { subscriber: { email } } })).toBe(3);
  });

  it("recognises an address in any spelling", async () => {
    const email = newEmail();
    await requestSubscription(` ${email.toUpperCase()} `);
    expect((await getSubscriber(email)).status).toBe("PENDING");
  });

  it.each([
    ["nothing", ""],
    ["a missing address", "x"],
    ["two lines", "a@exemple.test\r\nBcc: b@exemple.test"],
    ["two addresses", "a@exemple.test, b@exemple.test"],
    ["a NUL byte", "a\0@exemple.test"],
    ["a lone surrogate", "a\ud800@exemple.test"],
    ["a list", ["a@exemple.test"]],
    ["an object", { $ne: null }],
    ["a number", 7],
    ["300 characters", `${"a".repeat(300)}@exemple.test`],
  ])("rejects %s as an address", async (_, email) => {
    const rows = await db.newsletterSubscriber.count();
    const response = await requestSubscription(email);
    expect(response.status).toBe(400);
    expect(Object.keys(response.body?.error.details)[0]).toMatch(/^email/);
    expect(await db.newsletterSubscriber.count()).toBe(rows);
  });

  it("reports an invalid address in Arabic to readers of Arabic", async () => {
    const headers = { ...forwardedFor(newIpAddress()), "accept-language": "ar" };
    const { body } = await call(subscribe, { method: "POST", headers, body: { email: "x" } });
    expect(body?.error.details.email).toMatch(/[\u0600-\u06ff]/);
  });

  it.each([
    ["an unknown source", { source: "elsewhere" }],
    ["a source with a NUL byte", { source: "product:\0" }],
    ["an unsupported language", { locale: "en" }],
    ["an unknown field", { status: "CONFIRMED" }],
  ])("rejects %s", async (_, fields) => {
    expect((await requestSubscription(newEmail(), fields)).status).toBe(400);
  });
});

describe("The newsletter form without JavaScript", () => {
  const post = (fields: Record<string, string>) =>
    call(subscribe, {
      method: "POST",
      headers: forwardedFor(newIpAddress()),
      body: new URLSearchParams(fields),
    });

  it("redirects to the confirmation page in its language", async () => {
    const email = newEmail();
    const { status, headers } = await post({ email, locale: "ar", source: "footer", website: "" });
    const [path, query] = (headers.get("location") ?? "").split("?etat=");
    expect([status, path]).toEqual([303, "/ar/newsletter/merci"]);
    expect(verifyFormOutcome("/newsletter/merci", query)).toBe("fait");
    expect((await getSubscriber(email)).locale).toBe("AR");
  });

  it("redirects back to the form for an invalid address, with the typed value", async () => {
    const { status, headers } = await post({ email: "fatima@", locale: "fr", source: "home" });
    const next = new URL(headers.get("location") ?? "", "http://shop.test");
    expect([status, next.pathname]).toEqual([303, "/newsletter/inscription"]);
    expect(next.searchParams.get("source")).toBe("home");
    const outcome = verifyFormOutcome("/newsletter/inscription", next.searchParams.get("etat"));
    expect(outcome).toBe("adresse");
    const cookie = headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax; Path=\/newsletter$/);
    const value = /^newsletter-form=([^;]+)/.exec(cookie)?.[1];
    expect(readFlashForm(value)?.values).toEqual({ email: "fatima@" });
  });

  it("redirects to no other page, whatever its fields contain", async () => {
    for (const locale of ["//evil.example", "../..", "en"]) {
      const { headers } = await post({ email: "x", locale, source: "//evil.example" });
      expect(headers.get("location")).toMatch(/^\/newsletter\/inscription\?etat=[\w.-]+$/);
    }
  });
});

describe("The confirmation link", () => {
  it("confirms once, sends a welcome mail with unsubscribe links, and records the consent", async () => {
    const email = newEmail();
    const token = await requestConfirmationToken(email, { source: "home" });
    const welcome = await waitForMail(email, async () => {
      expect((await confirmWith(token)).status).toBe(200);
    });
    const row = await getSubscriber(email);
    expect(row).toMatchObject({ status: "CONFIRMED", isSubscribed: true, source: "home" });
    expect(row.confirmedAt).not.toBeNull();
    expect(row.consentEvents.at(-1)).toMatchObject({
      event: "CONFIRM",
      wordingVersion: "newsletter-1",
      source: "home",
      delta: 1,
    });
    expect(welcome.subject).toBe("Votre inscription est confirmée");
    expect(welcome.text).toContain("/newsletter/preferences?token=");
    const list = welcome.headers.get("list") as { unsubscribe?: { url: string } };
    expect(list.unsubscribe?.url).toMatch(/^http.*\/api\/public\/newsletter\/unsubscribe\?token=/);
    expect(welcome.headerLines.map(({ line }) => line)).toContain(
      "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    );
    const again = await confirmWith(token);
    expect([again.status, again.body?.error.code]).toEqual([410, "GONE"]);
    expect(await listEvents(email)).toEqual(["REQUEST", "CONFIRM"]);
  });

  it("takes effect once for twenty parallel requests", async () => {
    const email = newEmail();
    const token = await requestConfirmationToken(email);
    const responses = await Promise.all(Array.from({ length: 20 }, () => confirmWith(token)));
    const statuses = responses.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([200, ...Array(19).fill(410)]);
    expect(await listEvents(email)).toEqual(["REQUEST", "CONFIRM"]);
    await expect
      .poll(async () => (await listNewsletterMails(email)).length, { timeout: 10_000 })
      .toBe(2);
  });

  it("expires after 48 hours, and when another link of the address is used", async () => {
    const email = newEmail();
    const [old, one, two] = [
      await requestConfirmationToken(email),
      await requestConfirmationToken(email),
      await requestConfirmationToken(email),
    ];
    const tokens = await db.emailToken.findMany({
      where: { subscriber: { email } },
      orderBy: { createdAt: "asc" },
    });
    const hours = tokens.map(({ expiresAt }) => (expiresAt.getTime() - Date.now()) / 3_600_000);
    expect(hours.map(Math.round)).toEqual([48, 48, 48]);
    await db.emailToken.update({
      where: { id: tokens[0]?.id ?? "" },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect((await confirmWith(old)).status).toBe(410);
    expect((await confirmWith(one)).status).toBe(200);
    expect((await confirmWith(two)).status).toBe(410);
  });

  it("is not interchangeable with links of other purposes", async () => {
    const email = newEmail();
    await requestConfirmationToken(email);
    await db.emailToken.updateMany({
      where: { subscriber: { email } },
      data: { purpose: "NEWSLETTER_MANAGE" },
    });
    const { tokenHash } = await db.emailToken.findFirstOrThrow({
      where: { subscriber: { email } },
    });
    for (const token of [tokenHash, "x".repeat(43), "x"])
      expect((await confirmWith(token)).status).toBe(410);
    expect((await getSubscriber(email)).status).toBe("PENDING");
  });

  it.each([
    ["nothing", undefined],
    ["a NUL byte", `${"x".repeat(42)}\0`],
    ["10,000 characters", "x".repeat(10_000)],
    ["a list", ["x"]],
  ])("rejects %s as a token", async (_, token) => {
    expect((await confirmWith(token)).status).toBe(400);
  });

  it.each(["UNSUBSCRIBED", "COMPLAINED", "BOUNCED"] as const)(
    "resubscribes an address that was %s, since its owner just asked for it",
    async (status) => {
      const { email } = await buildSubscriber({
        status,
        isSubscribed: false,
        unsubscribedAt: new Date(),
        softBounces: 3,
      });
      await suppress(db, email, status);
      await confirmWith(
        await requestConfirmationToken(email, { locale: "ar", source: "product:x" }),
      );
      const row = await getSubscriber(email);
      expect(row).toMatchObject({
        status: "CONFIRMED",
        isSubscribed: true,
        unsubscribedAt: null,
        softBounces: 0,
        locale: "AR",
        source: "product",
      });
      expect(await isSuppressed(email)).toBe(false);
    },
  );

  it("redirects a form, also with an expired link", async () => {
    const token = await requestConfirmationToken(newEmail());
    const post = () =>
      call(confirm, {
        method: "POST",
        headers: forwardedFor(newIpAddress()),
        body: new URLSearchParams({ token, locale: "ar" }),
      });
    for (const [outcome, kept] of [
      ["fait", null],
      ["expire", token],
    ]) {
      const { headers } = await post();
      const next = new URL(headers.get("location") ?? "", "http://shop.test");
      expect(next.pathname).toBe("/ar/newsletter/confirmer");
      expect(next.searchParams.get("token")).toBe(kept);
      expect(verifyFormOutcome("/newsletter/confirmer", next.searchParams.get("etat"))).toBe(
        outcome,
      );
    }
  });

  it("is stored as a hash only, like the links of the welcome mail", async () => {
    const email = newEmail();
    const token = await requestConfirmationToken(email);
    expect(await dumpDatabase()).not.toContain(token);
    const welcome = await waitForMail(email, () => confirmWith(token));
    const signed = /preferences\?token=([\w.-]+)/.exec(welcome.text ?? "")?.[1] ?? "";
    expect(signed.length).toBeGreaterThan(40);
    expect(await dumpDatabase()).not.toContain(signed);
  });
});
