import { describe, expect, it } from "vitest";
import { POST as secondStep } from "@/app/api/auth/login/second-factor/route";
import { POST as changePassword } from "@/app/api/auth/password/route";
import { formatWait } from "@/domain/staff/sign-in/attempts";
import { CHALLENGE_COOKIE } from "@/lib/auth/challenge-cookie";
import { getDeviceCookieName } from "@/lib/auth/device-cookie";
import { db } from "@/lib/db";
import { call } from "../../support/call";
import {
  addSecondFactor,
  attemptSignIn,
  forwardedFor,
  newIpAddress,
  parseSetCookies,
  toCookieHeader,
} from "../../support/sign-in";
import { buildUser, PASSWORD, signInAs } from "../../support/staff";

const toDeviceCookie = (userId: string, headers: Headers) =>
  toCookieHeader(parseSetCookies(headers)[getDeviceCookieName(userId)]);

/** Signs in, and returns the cookie of the known device. */
async function buildDevice(user: { id: string; username: string }): Promise<string> {
  return toDeviceCookie(user.id, (await attemptSignIn({ username: user.username })).headers);
}

async function lockOut({ username, email }: { username: string; email: string }): Promise<void> {
  for (const name of [username, email]) {
    for (let time = 0; time < 6; time++) await attemptSignIn({ username: name, password: "faux" });
  }
}

describe("A known device", () => {
  it("can sign in while a stranger guesses at the account, and the stranger cannot", async () => {
    const user = await buildUser();
    const cookie = await buildDevice(user);
    await lockOut(user);
    expect((await attemptSignIn({ username: user.username })).status).toBe(429);
    expect((await attemptSignIn({ username: user.username, cookie })).status).toBe(200);
    expect((await attemptSignIn({ username: user.email, cookie })).status).toBe(200);
  });

  it("has five attempts of its own, also after another sign-in", async () => {
    const user = await buildUser();
    const first = await buildDevice(user);
    const again = await attemptSignIn({ username: user.username, cookie: first });
    const second = toDeviceCookie(user.id, again.headers);
    const fail = async (cookie: string) =>
      (await attemptSignIn({ username: user.username, password: "faux", cookie })).status;
    const statuses = [];
    for (const cookie of [first, second, first, second, first, second])
      statuses.push(await fail(cookie));
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await attemptSignIn({ username: user.username })).status).toBe(200);
  });

  it("is known to its own account only", async () => {
    const [user, other] = [await buildUser(), await buildUser()];
    const cookie = await buildDevice(user);
    const renamed = cookie.replace(getDeviceCookieName(user.id), getDeviceCookieName(other.id));
    await lockOut(other);
    for (const sentAlong of [cookie, renamed, `${getDeviceCookieName(other.id)}=forged.token`])
      expect((await attemptSignIn({ username: other.username, cookie: sentAlong })).status).toBe(
        429,
      );
  });

  it("is forgotten after a password change, except the device that made the change", async () => {
    const user = await buildUser();
    const old = await buildDevice(user);
    const newPassword = "un-autre-mot-de-passe";
    const changed = await call(changePassword, {
      method: "POST",
      as: await signInAs(user.id),
      headers: forwardedFor(newIpAddress()),
      body: { currentPassword: PASSWORD, newPassword },
    });
    await lockOut(user);
    const signIn = async (cookie: string) =>
      (await attemptSignIn({ username: user.username, password: newPassword, cookie })).status;
    expect(await signIn(old)).toBe(429);
    expect(await signIn(toDeviceCookie(user.id, changed.headers))).toBe(200);
  });

  it("is known after a correct second factor, and has its own attempts at codes", async () => {
    const user = await buildUser();
    const { recoveryCodes } = await addSecondFactor(user.id);
    const signIn = async (code: string | undefined, device: string) => {
      const first = await attemptSignIn({ username: user.username, cookie: device });
      expect(toDeviceCookie(user.id, first.headers)).toBe("");
      const challenge = toCookieHeader(parseSetCookies(first.headers)[CHALLENGE_COOKIE]);
      const headers = { ...forwardedFor(newIpAddress()), cookie: `${challenge}; ${device}` };
      return call(secondStep, { method: "POST", headers, body: { code } });
    };
    const device = toDeviceCookie(user.id, (await signIn(recoveryCodes[0], "")).headers);
    for (let time = 0; time < 5; time++) await signIn("000000", "");
    expect((await signIn(recoveryCodes[1], "")).status).toBe(429);
    expect((await signIn(recoveryCodes[1], device)).status).toBe(200);
  });

  it("reveals nothing of itself when a sign-in fails", async () => {
    const user = await buildUser();
    const cookie = await buildDevice(user);
    const { headers } = await attemptSignIn({ username: user.username, password: "faux", cookie });
    expect(headers.getSetCookie()).toEqual([]);
  });

  it("has an HttpOnly cookie with the longest lifetime that browsers allow", async () => {
    const user = await buildUser();
    const { headers } = await attemptSignIn({ username: user.username });
    const line = parseSetCookies(headers)[getDeviceCookieName(user.id)];
    expect(line).toMatch(/; HttpOnly; SameSite=Lax; Path=\/; Max-Age=34560000$/);
    expect(line).not.toContain(user.id);
    expect(await db.session.count({ where: { userId: user.id } })).toBe(1);
  });
});

describe("The waiting time", () => {
  it.each([
    [1, "1 seconde"],
    [2, "2 secondes"],
    [59, "59 secondes"],
    [60, "1 minute"],
    [61, "2 minutes"],
    [900, "15 minutes"],
  ])("of %i seconds is written as %s", (seconds, text) => {
    expect(formatWait(seconds)).toBe(text);
  });
});
