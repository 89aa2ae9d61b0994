import { describe, expect, it } from "vitest";
import { POST as secondFactor } from "@/app/api/auth/login/second-factor/route";
import { POST as changePassword } from "@/app/api/auth/password/route";
import { GET as session } from "@/app/api/auth/session/route";
import { PATCH as confirm, POST as prepare, DELETE as remove } from "@/app/api/auth/totp/route";
import { signToken } from "@/lib/auth/signed-token";
import { db } from "@/lib/db";
import { call } from "../../support/call";
import {
  addSecondFactor,
  attemptSignIn,
  createTotp,
  forwardedFor,
  newIpAddress,
  parseSetCookies,
  toCookieHeader,
} from "../../support/sign-in";
import { buildStaff, buildUser, PASSWORD } from "../../support/staff";

const codeStep = (cookie: string, code: string) =>
  call(secondFactor, {
    method: "POST",
    headers: { ...forwardedFor(newIpAddress()), cookie },
    body: { code },
  });

async function passwordStep(username: string, rememberMe = false): Promise<string> {
  const { headers } = await attemptSignIn({ username, rememberMe });
  return toCookieHeader(parseSetCookies(headers)["second-factor"]);
}

describe("Enabling a second factor", () => {
  it("returns a secret and its QR code, and ten recovery codes after the first code", async () => {
    const user = await buildUser();
    const { secret, qrCode, recoveryCodes } = await addSecondFactor(user.id);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(qrCode).toMatch(/^<svg /);
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    const actions = await db.auditLog.findMany({
      where: { userId: user.id },
      orderBy: { seq: "asc" },
      select: { action: true, changes: true },
    });
    expect(actions.map(({ action }) => action)).toEqual([
      "prepare_second_factor",
      "enable_second_factor",
    ]);
    expect(JSON.stringify(actions)).not.toContain(secret);
  });

  it("requires the password, with at most five attempts", async () => {
    const as = await buildStaff();
    const prepareFactor = (currentPassword: string) =>
      call(prepare, {
        method: "POST",
        as,
        headers: forwardedFor(newIpAddress()),
        body: { currentPassword },
      });
    const { status, body } = await prepareFactor("faux");
    expect(status).toBe(400);
    expect(body?.error.details).toEqual({
      currentPassword: "Ce n'est pas votre mot de passe actuel.",
    });
    for (let time = 0; time < 4; time++) await prepareFactor("faux");
    expect((await prepareFactor(PASSWORD)).status).toBe(429);
  });

  it("has no effect until a code proves that the app holds the secret", async () => {
    const as = await buildStaff();
    const body = { currentPassword: PASSWORD };
    const prepared = await call(prepare, { method: "POST", as, body });
    const wrong = createTotp(prepared.body?.data.secret).generate({ timestamp: 0 });
    const response = await call(confirm, { method: "PATCH", as, body: { code: wrong } });
    expect(response.status).toBe(400);
    expect(response.body?.error.details.code).toContain("Ce code n'est pas bon");
    expect((await attemptSignIn({ username: as.username })).body?.data.user.username).toBe(
      as.username,
    );
  });

  it("is rejected while a second factor is enabled, and leaves its recovery codes unchanged", async () => {
    const { id } = await buildUser();
    const { as, next } = await addSecondFactor(id);
    const codes = await db.recoveryCode.findMany({ where: { userId: id } });
    const body = { currentPassword: PASSWORD };
    expect((await call(prepare, { method: "POST", as, body })).status).toBe(409);
    const again = await call(confirm, { method: "PATCH", as, body: { code: next() } });
    expect(again.status).toBe(409);
    expect(await db.recoveryCode.findMany({ where: { userId: id } })).toEqual(codes);
  });

  it("can be undone with the password, which deletes every recovery code", async () => {
    const user = await buildUser();
    const { as } = await addSecondFactor(user.id);
    const disableFactor = (currentPassword: string) =>
      call(remove, { method: "DELETE", as, body: { currentPassword } });
    expect((await disableFactor("faux")).status).toBe(400);
    expect((await disableFactor(PASSWORD)).status).toBe(200);
    expect(await db.recoveryCode.count({ where: { userId: user.id } })).toBe(0);
    expect((await attemptSignIn({ username: user.username })).body?.data.user.hasSecondFactor).toBe(
      false,
    );
  });
});

describe("Signing in with a second factor", () => {
  it("returns a challenge for the password and a session for the code", async () => {
    const user = await buildUser();
    const { next } = await addSecondFactor(user.id);
    const { status, body, headers } = await attemptSignIn({
      username: user.username,
      rememberMe: true,
    });
    expect([status, body?.data]).toEqual([200, { secondFactor: true }]);
    const cookies = parseSetCookies(headers);
    expect(Object.keys(cookies)).toEqual(["second-factor"]);
    expect(cookies["second-factor"]).toMatch(/; HttpOnly; SameSite=Lax; Path=\/; Max-Age=300$/);

    const response = await codeStep(toCookieHeader(cookies["second-factor"]), next());
    expect(response.status).toBe(200);
    expect(response.body?.data.user).toMatchObject({ id: user.id, hasSecondFactor: true });
    const given = parseSetCookies(response.headers);
    expect(given["second-factor"]).toMatch(/Max-Age=0/);
    expect(given.session).toMatch(/Max-Age=2592000/);
    const who = await call(session, { as: { cookie: toCookieHeader(given.session) } });
    expect(who.status).toBe(200);
  });

  it("rejects a wrong code, and ends the challenge after five", async () => {
    const user = await buildUser();
    const { next, totp } = await addSecondFactor(user.id);
    const challenge = await passwordStep(user.username);
    const wrong = totp.generate({ timestamp: 0 });
    for (let time = 0; time < 5; time++) {
      const { status, body } = await codeStep(challenge, wrong);
      expect(status).toBe(401);
      expect(body?.error.message).toBe("Ce code n'est pas bon, ou a déjà servi.");
    }
    expect((await codeStep(challenge, next())).status).toBe(429);
    await expect
      .poll(() => db.auditLog.count({ where: { action: "second_factor_failed", userId: user.id } }))
      .toBe(5);
  });

  it("accepts a code once, also under parallel requests", async () => {
    const user = await buildUser();
    const { next } = await addSecondFactor(user.id);
    const challenge = await passwordStep(user.username);
    const code = next();
    const responses = await Promise.all([codeStep(challenge, code), codeStep(challenge, code)]);
    expect(responses.map(({ status }) => status).toSorted()).toEqual([200, 401]);
    expect((await codeStep(await passwordStep(user.username), code)).status).toBe(401);
  });

  it("accepts a recovery code once in any spelling, also under three parallel requests", async () => {
    const user = await buildUser();
    const { recoveryCodes } = await addSecondFactor(user.id);
    const [first = "", second = ""] = recoveryCodes;
    const challenge = await passwordStep(user.username);
    const typed = [first, first.toLowerCase(), first.replaceAll("-", " ")];
    const responses = await Promise.all(typed.map((code) => codeStep(challenge, code)));
    expect(responses.map(({ status }) => status).toSorted()).toEqual([200, 401, 401]);
    expect((await codeStep(challenge, second)).status).toBe(200);
    expect(await db.recoveryCode.count({ where: { userId: user.id, usedAt: null } })).toBe(8);
  });

  it("rejects a recovery code of another user", async () => {
    const [user, other] = [await buildUser(), await buildUser()];
    await addSecondFactor(user.id);
    const { recoveryCodes } = await addSecondFactor(other.id);
    const challenge = await passwordStep(user.username);
    expect((await codeStep(challenge, recoveryCodes[0] ?? "")).status).toBe(401);
  });

  it("invalidates the challenge when the password changes or the account is disabled", async () => {
    const user = await buildUser();
    const { next, as } = await addSecondFactor(user.id);
    const stale = await passwordStep(user.username);
    const newPassword = "un-autre-mot-de-passe";
    const changed = await call(changePassword, {
      method: "POST",
      as,
      body: { currentPassword: PASSWORD, newPassword },
    });
    expect(changed.status).toBe(200);
    expect((await codeStep(stale, next())).status).toBe(401);

    const { headers } = await attemptSignIn({ username: user.username, password: newPassword });
    await db.user.update({ where: { id: user.id }, data: { isActive: false } });
    const challenge = toCookieHeader(parseSetCookies(headers)["second-factor"]);
    expect((await codeStep(challenge, next())).status).toBe(401);
  });

  it.each([
    ["none", ""],
    ["a forged one", "second-factor=e30.AAAA"],
    ["one without a signature", "second-factor=e30"],
    ["rubbish", "second-factor=%00%ff.%%%"],
    ["one signed for a preview", `second-factor=${signToken("preview", { userId: "x" }, 300)}`],
    ["an expired one", `second-factor=${signToken("second-factor", { userId: "x" }, -1)}`],
    ["one of an unknown user", `second-factor=${signToken("second-factor", { userId: "x" }, 60)}`],
  ])("rejects an invalid challenge: %s", async (_, cookie) => {
    const { status, headers } = await codeStep(cookie, "123456");
    expect(status).toBe(401);
    expect(headers.getSetCookie()).toEqual([]);
  });

  it("accepts no challenge as a session", async () => {
    const user = await buildUser();
    await addSecondFactor(user.id);
    const value = (await passwordStep(user.username)).split("=").slice(1).join("=");
    expect((await call(session, { as: { cookie: `session=${value}` } })).status).toBe(401);
  });
});

describe("An owner without a required second factor", () => {
  it("can only add the second factor", async () => {
    const owner = await buildStaff("SUPER_ADMIN");
    await db.setting.create({ data: { key: "requireSecondFactor", value: true } });
    const { body } = await attemptSignIn({ username: owner.username });
    expect(body?.data.user.mustAddSecondFactor).toBe(true);
    const { next } = await addSecondFactor(owner.id);
    const response = await codeStep(await passwordStep(owner.username), next());
    expect(response.body?.data.user.mustAddSecondFactor).toBe(false);
    await db.setting.delete({ where: { key: "requireSecondFactor" } });
  });
});
