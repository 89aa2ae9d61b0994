import { randomBytes } from "node:crypto";
import { simpleParser } from "mailparser";
import { describe, expect, it } from "vitest";
import { POST as acceptInvitation } from "@/app/api/auth/invitation/route";
import { POST as confirm } from "@/app/api/auth/password-reset/confirm/route";
import { POST as ask } from "@/app/api/auth/password-reset/route";
import { GET as session } from "@/app/api/auth/session/route";
import { hashToken } from "@/lib/auth/lucia";
import { db } from "@/lib/db";
import { call } from "../../support/call";
import { attemptSignIn, forwardedFor, newIpAddress, readSentMails } from "../../support/sign-in";
import { buildStaff, buildUser } from "../../support/staff";

const NEW_PASSWORD = "un-mot-de-passe-neuf";

const requestLink = (email: string, address = newIpAddress()) =>
  call(ask, { method: "POST", headers: forwardedFor(address), body: { email } });
const setPassword = (route: typeof confirm, token: string, password = NEW_PASSWORD) =>
  call(route, { method: "POST", headers: forwardedFor(newIpAddress()), body: { token, password } });

async function listMailsTo(email: string) {
  const mails = await Promise.all(readSentMails().map((mail) => simpleParser(mail)));
  return mails.filter(({ to }) => [to].flat().some((each) => each?.text === email));
}

/** Requests a link, and reads it from the mail. */
async function getMailedLink(email: string): Promise<string> {
  const before = (await listMailsTo(email)).length;
  await requestLink(email);
  await expect.poll(async () => (await listMailsTo(email)).length).toBe(before + 1);
  const mail = (await listMailsTo(email)).at(-1);
  return /nouveau-mot-de-passe\?token=([\w-]{43})$/m.exec(mail?.text ?? "")?.[1] ?? "";
}

describe("Requesting a password reset", () => {
  it("answers the same for an unknown e-mail and a disabled account", async () => {
    const [known, disabled] = [await buildUser(), await buildUser()];
    await db.user.update({ where: { id: disabled.id }, data: { isActive: false } });
    const responses = [];
    for (const email of [known.email, disabled.email, "personne@shop.test"]) {
      const { status, headers, body } = await requestLink(email);
      responses.push([status, [...headers.keys()].toSorted(), body?.data]);
    }
    expect(responses[0]?.[0]).toBe(202);
    expect(responses[1]).toEqual(responses[0]);
    expect(responses[2]).toEqual(responses[0]);
    await expect.poll(async () => (await listMailsTo(known.email)).length).toBe(1);
    expect(await listMailsTo(disabled.email)).toEqual([]);
    expect(await listMailsTo("personne@shop.test")).toEqual([]);
  });

  it("sends one French mail to one person", async () => {
    const user = await buildUser();
    await getMailedLink(user.email.toUpperCase().toLowerCase());
    const [mail] = await listMailsTo(user.email);
    expect(mail?.subject).toBe("Votre nouveau mot de passe");
    expect(mail?.text).toContain(`Bonjour ${user.username}`);
    expect(mail?.cc ?? mail?.bcc).toBeUndefined();
  });

  it("sends at most three mails per account in a quarter of an hour, from any client", async () => {
    const { email } = await buildUser();
    for (let time = 0; time < 3; time++) await getMailedLink(email);
    for (let time = 0; time < 3; time++) expect((await requestLink(email)).status).toBe(202);
    expect(await listMailsTo(email)).toHaveLength(3);
  });

  it("is limited per IP address", async () => {
    const address = newIpAddress();
    for (let time = 0; time < 5; time++)
      expect((await requestLink(`p${time}@shop.test`, address)).status).toBe(202);
    const { status, headers } = await requestLink("p@shop.test", address);
    expect(status).toBe(429);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it.each([
    ["nothing", ""],
    ["a missing address", "x"],
    ["two lines", "a@shop.test\r\nBcc: b@shop.test"],
    ["a NUL byte", "a\0@shop.test"],
    ["two addresses", "a@shop.test, b@shop.test"],
    ["a list", ["a@shop.test"]],
  ])("rejects %s", async (_, email) => {
    const response = await call(ask, {
      method: "POST",
      headers: forwardedFor(newIpAddress()),
      body: { email },
    });
    expect(response.status).toBe(400);
    expect(Object.keys(response.body?.error.details)).toEqual(["email"]);
  });
});

describe("The reset link", () => {
  it("sets the password once, ends every session, and unlocks the account", async () => {
    const user = await buildStaff();
    for (let time = 0; time < 6; time++)
      await attemptSignIn({ username: user.username, password: "faux" });
    expect((await attemptSignIn({ username: user.username })).status).toBe(429);

    const token = await getMailedLink(user.email);
    expect((await setPassword(confirm, token)).status).toBe(200);
    expect((await call(session, { as: user })).status).toBe(401);
    expect((await attemptSignIn({ username: user.username, password: NEW_PASSWORD })).status).toBe(
      200,
    );
    const again = await setPassword(confirm, token, "encore-un-autre-mot");
    expect(again.status).toBe(410);
    expect(again.body?.error.message).toContain("Demandez-en un nouveau");
    const entry = await db.auditLog.findFirst({ where: { action: "reset_password" } });
    expect(entry).toMatchObject({ userId: user.id, entityType: "User", entityId: user.id });
  });

  it("works once for two parallel requests", async () => {
    const user = await buildUser();
    const token = await getMailedLink(user.email);
    const responses = await Promise.all([setPassword(confirm, token), setPassword(confirm, token)]);
    expect(responses.map(({ status }) => status).toSorted()).toEqual([200, 410]);
  });

  it("expires after an hour, with the use of another link of the account, and with the account", async () => {
    const user = await buildUser();
    const old = await getMailedLink(user.email);
    const where = { tokenHash: hashToken(old) };
    const { expiresAt } = await db.passwordReset.findUniqueOrThrow({ where });
    expect(Math.round((expiresAt.getTime() - Date.now()) / 60_000)).toBe(60);
    await db.passwordReset.update({ where, data: { expiresAt: new Date(Date.now() - 1) } });
    expect((await setPassword(confirm, old)).status).toBe(410);

    const [one, two] = [await getMailedLink(user.email), await getMailedLink(user.email)];
    expect((await setPassword(confirm, one)).status).toBe(200);
    expect((await setPassword(confirm, two)).status).toBe(410);

    const gone = await buildUser();
    const token = await getMailedLink(gone.email);
    await db.user.update({ where: { id: gone.id }, data: { isActive: false } });
    expect((await setPassword(confirm, token)).status).toBe(410);
  });

  it("is stored as a hash only", async () => {
    const user = await buildUser();
    const token = await getMailedLink(user.email);
    const rows = await db.passwordReset.findMany({ where: { userId: user.id } });
    expect(rows.map(({ tokenHash }) => tokenHash)).toEqual([hashToken(token)]);
  });

  it.each([
    ["a short password", { token: "x".repeat(43), password: "court" }, 400],
    ["an unknown token", { token: "x".repeat(43), password: NEW_PASSWORD }, 410],
    ["a hash instead of a token", { token: hashToken("x"), password: NEW_PASSWORD }, 410],
    ["a token with a NUL byte", { token: `${"x".repeat(42)}\0`, password: NEW_PASSWORD }, 400],
    ["a token of 10,000 characters", { token: "x".repeat(10_000), password: NEW_PASSWORD }, 400],
    ["a list", { token: ["x"], password: NEW_PASSWORD }, 400],
  ])("is rejected with %s", async (_, body, expected) => {
    for (const route of [confirm, acceptInvitation]) {
      const response = await call(route, {
        method: "POST",
        headers: forwardedFor(newIpAddress()),
        body,
      });
      expect(response.status).toBe(expected);
    }
  });
});

describe("The invitation link", () => {
  async function invite(fields: object = {}) {
    const user = await buildUser("VIEWER");
    const token = randomBytes(32).toString("base64url");
    await db.emailToken.create({
      data: {
        purpose: "INVITATION",
        tokenHash: hashToken(token),
        userId: user.id,
        expiresAt: new Date(Date.now() + 60_000),
        ...fields,
      },
    });
    return { user, token };
  }

  it("sets the password once, and writes an audit entry", async () => {
    const { user, token } = await invite();
    expect((await setPassword(acceptInvitation, token)).status).toBe(200);
    expect((await attemptSignIn({ username: user.username, password: NEW_PASSWORD })).status).toBe(
      200,
    );
    expect((await setPassword(acceptInvitation, token)).status).toBe(410);
    const actions = await db.auditLog.findMany({
      where: { userId: user.id },
      select: { action: true },
    });
    expect(actions.map(({ action }) => action)).toContain("accept_invitation");
  });

  it("is invalid when it is expired, was issued for the newsletter, or its account is disabled", async () => {
    const expired = await invite({ expiresAt: new Date(Date.now() - 1) });
    const other = await invite({ purpose: "NEWSLETTER_MANAGE" });
    const disabled = await invite();
    await db.user.update({ where: { id: disabled.user.id }, data: { isActive: false } });
    for (const { token } of [expired, other, disabled])
      expect((await setPassword(acceptInvitation, token)).status).toBe(410);
  });

  it("expires once any link sets the first password", async () => {
    const { user, token } = await invite();
    await setPassword(confirm, await getMailedLink(user.email));
    expect((await setPassword(acceptInvitation, token)).status).toBe(410);
  });

  it("does not work as a reset link, and a reset link does not work as an invitation", async () => {
    const { user, token } = await invite();
    expect((await setPassword(confirm, token)).status).toBe(410);
    expect((await setPassword(acceptInvitation, await getMailedLink(user.email))).status).toBe(410);
  });
});
