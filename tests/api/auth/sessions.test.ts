import { describe, expect, it } from "vitest";
import { POST as logout } from "@/app/api/auth/logout/route";
import { POST as changePassword } from "@/app/api/auth/password/route";
import { GET as session } from "@/app/api/auth/session/route";
import { DELETE as endOne } from "@/app/api/auth/sessions/[id]/route";
import { DELETE as endOthers, GET as list } from "@/app/api/auth/sessions/route";
import { hashToken } from "@/lib/auth/lucia";
import { db } from "@/lib/db";
import { call } from "../../support/call";
import { attemptSignIn, parseSetCookies, toCookieHeader } from "../../support/sign-in";
import { buildStaff, buildUser, PASSWORD, signInAs } from "../../support/staff";

const DAY = 86_400_000;
const getStatus = async (as?: { cookie: string }) =>
  (await call(session, { ...(as && { as }) })).status;

describe("A session", () => {
  it("is stored by the hash of its token only", async () => {
    const { id } = await buildUser();
    const { token } = await signInAs(id);
    const rows = await db.session.findMany({ where: { userId: id } });
    expect(rows.map((row) => row.id)).toEqual([hashToken(token)]);
    expect(await getStatus({ cookie: `session=${hashToken(token)}` })).toBe(401);
  });

  it("is extended by use in its second half, by its original lifetime", async () => {
    for (const [rememberMe, days] of [
      [false, 1],
      [true, 30],
    ] as const) {
      const { id } = await buildUser();
      const as = await signInAs(id, rememberMe);
      const where = { id: hashToken(as.token) };
      const getDaysLeftAfterUse = async (left: number) => {
        await db.session.update({ where, data: { expiresAt: new Date(Date.now() + left) } });
        expect(await getStatus(as)).toBe(200);
        const { expiresAt } = await db.session.findUniqueOrThrow({ where });
        return Math.round(((expiresAt.getTime() - Date.now()) / DAY) * 100) / 100;
      };
      expect(await getDaysLeftAfterUse(days * DAY * 0.4)).toBe(days);
      expect(await getDaysLeftAfterUse(days * DAY * 0.75)).toBe(days * 0.75);
    }
  });

  it("renews the cookie of a remembered session, and leaves a browser-session cookie unchanged", async () => {
    const { id } = await buildUser();
    const getCookie = async (rememberMe: boolean) => {
      const { headers } = await call(session, { as: await signInAs(id, rememberMe) });
      return parseSetCookies(headers).session;
    };
    expect(await getCookie(true)).toMatch(/Max-Age=2592000/);
    expect(await getCookie(false)).not.toMatch(/Max-Age/);
  });

  it("is rejected after it expires, and its row is deleted", async () => {
    const { id } = await buildUser();
    const as = await signInAs(id);
    const where = { id: hashToken(as.token) };
    await db.session.update({ where, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await getStatus(as)).toBe(401);
    expect(await db.session.count({ where })).toBe(0);
  });

  it("records its last use at most every five minutes", async () => {
    const { id } = await buildUser();
    const as = await signInAs(id);
    const where = { id: hashToken(as.token) };
    const isRecordedAfter = async (minutes: number) => {
      const lastSeenAt = new Date(Date.now() - minutes * 60_000);
      await db.session.update({ where, data: { lastSeenAt } });
      await getStatus(as);
      const row = await db.session.findUniqueOrThrow({ where });
      return row.lastSeenAt.getTime() !== lastSeenAt.getTime();
    };
    expect([await isRecordedAfter(4), await isRecordedAfter(6)]).toEqual([false, true]);
  });

  it("is rejected while its account is disabled", async () => {
    const as = await buildStaff();
    await db.user.update({ where: { id: as.id }, data: { isActive: false } });
    expect(await getStatus(as)).toBe(401);
  });

  it.each([
    ["nothing", ""],
    ["an empty cookie", "session="],
    ["a made-up token", "session=d_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"],
    ["10,000 characters", `session=${"a".repeat(10_000)}`],
    ["malformed UTF-8", "session=%00%ff%e0%a4"],
  ])("is rejected: %s", async (_, cookie) => {
    expect(await getStatus({ cookie })).toBe(401);
  });

  it("of one day does not become one of thirty days by its prefix", async () => {
    const { id } = await buildUser();
    const { cookie } = await signInAs(id);
    expect(await getStatus({ cookie: cookie.replace("=d_", "=m_") })).toBe(401);
  });
});

describe("Signing out", () => {
  it("deletes the session and clears the cookie", async () => {
    const as = await buildStaff();
    const { status, headers } = await call(logout, { method: "POST", as });
    expect(status).toBe(200);
    expect(parseSetCookies(headers).session).toMatch(/^session=; .*Max-Age=0/);
    expect(await getStatus(as)).toBe(401);
    expect((await call(logout, { method: "POST", as })).status).toBe(200);
    expect((await call(logout, { method: "POST" })).status).toBe(200);
  });
});

describe("The user's own sessions", () => {
  it("are listed newest first, with the current one marked and without IP addresses", async () => {
    const as = await buildStaff();
    const { token } = await signInAs(as.id);
    await buildStaff();
    const seen = { lastSeenAt: new Date(Date.now() - 60_000) };
    await db.session.update({ where: { id: hashToken(token) }, data: seen });
    const { body } = await call(list, { as });
    expect(body?.data.map(({ id, isCurrent }: never) => [id, isCurrent])).toEqual([
      [hashToken(as.token), true],
      [hashToken(token), false],
    ]);
    expect(Object.keys(body?.data[0])).toEqual([
      "id",
      "createdAt",
      "lastSeenAt",
      "userAgent",
      "isCurrent",
    ]);
  });

  it("can be ended one by one, and another user's session answers 404", async () => {
    const [as, other] = [await buildStaff(), await buildStaff()];
    const elsewhere = await signInAs(as.id);
    const end = (token: string) =>
      call(endOne, { method: "DELETE", as, params: { id: hashToken(token) } });
    expect((await end(other.token)).status).toBe(404);
    expect(await getStatus(other)).toBe(200);
    expect((await end(elsewhere.token)).status).toBe(200);
    expect(await getStatus(elsewhere)).toBe(401);
    expect((await end(elsewhere.token)).status).toBe(404);
    const bad = await call(endOne, { method: "DELETE", as, params: { id: "../x\0" } });
    expect(bad.status).toBe(400);
  });

  it("can all be ended except the current one", async () => {
    const [as, other] = [await buildStaff(), await buildStaff()];
    const elsewhere = [await signInAs(as.id), await signInAs(as.id, true)];
    const { body } = await call(endOthers, { method: "DELETE", as });
    expect(body?.data).toEqual({ ended: 2 });
    for (const each of elsewhere) expect(await getStatus(each)).toBe(401);
    expect([await getStatus(as), await getStatus(other)]).toEqual([200, 200]);
  });
});

describe("Changing one's own password", () => {
  const change = (as: { cookie: string }, body: object) =>
    call(changePassword, { method: "POST", as, body });

  it("ends every session and opens a new one with the same lifetime", async () => {
    const user = await buildUser();
    const as = await signInAs(user.id, true);
    const elsewhere = await signInAs(user.id);
    const newPassword = "un-autre-mot-de-passe";
    const { status, headers } = await change(as, { currentPassword: PASSWORD, newPassword });
    expect(status).toBe(200);
    for (const each of [as, elsewhere]) expect(await getStatus(each)).toBe(401);
    const { session: cookie } = parseSetCookies(headers);
    expect(cookie).toMatch(/Max-Age=2592000/);
    expect(await getStatus({ cookie: toCookieHeader(cookie) })).toBe(200);
    expect((await attemptSignIn({ username: user.username })).status).toBe(401);
    const fresh = await attemptSignIn({ username: user.username, password: newPassword });
    expect(fresh.status).toBe(200);
  });

  it("requires the current password and a new one that is strong enough", async () => {
    const as = await buildStaff();
    const getErrorFields = async (body: object) => (await change(as, body)).body?.error.details;
    const newPassword = "un-autre-mot-de-passe";
    expect(await getErrorFields({ currentPassword: "faux", newPassword })).toEqual({
      currentPassword: "Ce n'est pas votre mot de passe actuel.",
    });
    expect(await getErrorFields({ currentPassword: PASSWORD, newPassword: "court" })).toEqual({
      newPassword: "Au moins 10 caractères.",
    });
    expect(
      await getErrorFields({ currentPassword: PASSWORD, newPassword: "x".repeat(201) }),
    ).toEqual({
      newPassword: "200 caractères au plus.",
    });
    for (const blanks of [" ".repeat(12), "\u00a0".repeat(12), " \u200b\u3164".repeat(5)])
      expect(await getErrorFields({ currentPassword: PASSWORD, newPassword: blanks })).toEqual({
        newPassword: "Des espaces seuls ne protègent pas : ajoutez des lettres ou des chiffres.",
      });
    expect(
      await getErrorFields({ currentPassword: PASSWORD, newPassword: "dix-lettres\0" }),
    ).toEqual({
      newPassword: "Ce caractère n'est pas accepté.",
    });
    expect(await getStatus(as)).toBe(200);
  });

  it("allows five guesses at the current password in an open session", async () => {
    const as = await buildStaff();
    const body = { currentPassword: "faux", newPassword: "un-autre-mot-de-passe" };
    for (let time = 0; time < 5; time++) expect((await change(as, body)).status).toBe(400);
    expect((await change(as, { ...body, currentPassword: PASSWORD })).status).toBe(429);
  });

  it("stores no response under its Idempotency-Key, since it would hold the new cookie", async () => {
    const user = await buildUser();
    const as = await signInAs(user.id);
    const { headers } = await call(changePassword, {
      method: "POST",
      as,
      headers: { "idempotency-key": "change-0001" },
      body: { currentPassword: PASSWORD, newPassword: "un-autre-mot-de-passe" },
    });
    expect(parseSetCookies(headers).session).toBeDefined();
    expect(await db.idempotencyKey.count()).toBe(0);
  });
});
