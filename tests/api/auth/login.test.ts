import { hash } from "@node-rs/argon2";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { POST as login } from "@/app/api/auth/login/route";
import { GET as session } from "@/app/api/auth/session/route";
import { db } from "@/lib/db";
import { ERRORS } from "@/lib/errors";
import { call } from "../../support/call";
import {
  attemptSignIn,
  forwardedFor,
  newIpAddress,
  parseSetCookies,
  toCookieHeader,
} from "../../support/sign-in";
import { buildUser, PASSWORD } from "../../support/staff";

/** The real argon2, which also records its calls. */
const verified = vi.hoisted(() => [] as string[]);
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  return {
    ...real,
    verify: (stored: string, password: string) => {
      verified.push(stored.split("$").slice(1, 4).join("$"));
      return real.verify(stored, password);
    },
  };
});
afterAll(() => vi.doUnmock("@node-rs/argon2"));

afterEach(() => {
  verified.length = 0;
});

describe("Signing in", () => {
  it("returns the user and a session cookie that ends with the browser", async () => {
    const user = await buildUser("VIEWER");
    const { status, body, headers } = await attemptSignIn({ username: user.username });
    expect(status).toBe(200);
    expect(body?.data).toEqual({
      user: {
        id: user.id,
        username: user.username,
        email: user.email,
        role: "VIEWER",
        hasSecondFactor: false,
        mustAddSecondFactor: false,
      },
    });
    const { session: cookie } = parseSetCookies(headers);
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).toMatch(/; Path=\//i);
    expect(cookie).not.toMatch(/Max-Age|Expires|Domain/i);
    expect(headers.get("cache-control")).toBe("private, no-store");

    const { body: who } = await call(session, { as: { cookie: toCookieHeader(cookie) } });
    expect(who?.data.user.username).toBe(user.username);
  });

  it("keeps the session for thirty days with “Se souvenir de moi”, and for a day without", async () => {
    const user = await buildUser();
    const days = async (rememberMe: boolean) => {
      await db.session.deleteMany({ where: { userId: user.id } });
      const { headers } = await attemptSignIn({ username: user.username, rememberMe });
      const { expiresAt } = await db.session.findFirstOrThrow({ where: { userId: user.id } });
      const cookie = parseSetCookies(headers).session ?? "";
      const maxAge = Number(/Max-Age=(\d+)/i.exec(cookie)?.[1] ?? 0) / 86_400;
      return [Math.round((expiresAt.getTime() - Date.now()) / 86_400_000), maxAge];
    };
    expect(await days(true)).toEqual([30, 30]);
    expect(await days(false)).toEqual([1, 0]);
  });

  it("accepts the e-mail as the username, in capitals and with surrounding spaces", async () => {
    const user = await buildUser();
    for (const username of [
      user.email,
      ` ${user.email.toUpperCase()} `,
      user.username.toUpperCase(),
    ])
      expect((await attemptSignIn({ username })).status).toBe(200);
  });

  it("writes an audit entry and the time of the sign-in", async () => {
    const user = await buildUser();
    await attemptSignIn({ username: user.username });
    await attemptSignIn({ username: user.username, password: "faux" });
    await expect
      .poll(async () => {
        const entries = await db.auditLog.findMany({
          where: { userId: user.id },
          orderBy: { seq: "asc" },
        });
        return entries.map(({ action }) => action);
      })
      .toEqual(["sign_in", "sign_in_failed"]);
    const { lastLoginAt } = await db.user.findUniqueOrThrow({ where: { id: user.id } });
    expect(Date.now() - (lastLoginAt?.getTime() ?? 0)).toBeLessThan(5_000);
  });

  it("replaces the earlier session of the same browser", async () => {
    const user = await buildUser();
    const first = toCookieHeader(
      parseSetCookies((await attemptSignIn({ username: user.username })).headers).session,
    );
    await attemptSignIn({ username: user.username, cookie: first });
    expect(await db.session.count({ where: { userId: user.id } })).toBe(1);
    expect((await call(session, { as: { cookie: first } })).status).toBe(401);
  });

  it("sets the __Host- prefix and Secure when the shop uses HTTPS", async () => {
    const user = await buildUser();
    vi.resetModules();
    vi.stubEnv("NEXT_PUBLIC_APP_URL", "https://shop.test");
    const { POST } = await import("@/app/api/auth/login/route");
    vi.unstubAllEnvs();
    vi.resetModules();
    const { headers } = await call(POST, {
      method: "POST",
      headers: forwardedFor(newIpAddress()),
      body: { username: user.username, password: PASSWORD },
    });
    const cookie = parseSetCookies(headers)["__Host-session"];
    expect(cookie).toMatch(/; Secure/i);
    expect(cookie).toMatch(/; Path=\//i);
    expect(cookie).not.toMatch(/Domain/i);
  });

  it("hashes the password again when the stored hash has other parameters", async () => {
    const old = await hash(PASSWORD, { memoryCost: 4096, timeCost: 1, parallelism: 1 });
    const { id, username } = await buildUser();
    await db.user.update({ where: { id }, data: { passwordHash: old } });
    expect((await attemptSignIn({ username })).status).toBe(200);
    const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id } });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await attemptSignIn({ username })).status).toBe(200);
    const after = await db.user.findUniqueOrThrow({ where: { id } });
    expect(after.passwordHash).toBe(passwordHash);
  });
});

describe("A failed sign-in", () => {
  const refusals = async () => {
    const user = await buildUser();
    const disabled = await buildUser();
    await db.user.update({ where: { id: disabled.id }, data: { isActive: false } });
    const broken = await buildUser();
    await db.user.update({ where: { id: broken.id }, data: { passwordHash: "x" } });
    return [
      ["wrong password", await attemptSignIn({ username: user.username, password: "faux" })],
      ["an unknown username", await attemptSignIn({ username: "personne" })],
      ["unknown e-mail", await attemptSignIn({ username: "personne@shop.test" })],
      ["disabled account", await attemptSignIn({ username: disabled.username })],
      ["account without a usable password", await attemptSignIn({ username: broken.username })],
    ] as const;
  };

  it("answers the same for an unknown username, a wrong password and a disabled account", async () => {
    for (const [what, { status, body, headers }] of await refusals()) {
      expect([what, status]).toEqual([what, 401]);
      expect(body?.error).toEqual({
        code: "UNAUTHORIZED",
        message: "Identifiant ou mot de passe incorrect.",
      });
      expect([...headers.keys()].toSorted()).toEqual([
        "cache-control",
        "content-type",
        "vary",
        "x-request-id",
      ]);
      expect(headers.getSetCookie()).toEqual([]);
    }
  });

  it("always takes one verification with the same parameters", async () => {
    const all = await refusals();
    expect(verified).toEqual(all.map(() => "argon2id$v=19$m=19456,t=2,p=1"));
  });

  it("creates no session", async () => {
    const before = await db.session.count();
    await refusals();
    expect(await db.session.count()).toBe(before);
  });

  it.each([
    ["an empty name", { username: "", password: "x" }, "username"],
    ["a blank name", { username: "   ", password: "x" }, "username"],
    ["a missing password", { username: "a" }, "password"],
    ["a NUL byte in the name", { username: "a\0", password: "x" }, "username"],
    ["a lone surrogate in the name", { username: "a\ud800", password: "x" }, "username"],
    ["a lone surrogate in the password", { username: "a", password: "x\ud800" }, "password"],
    ["a NUL byte in the password", { username: "a", password: "x\0" }, "password"],
    ["a name of 10,000 characters", { username: "a".repeat(10_000), password: "x" }, "username"],
    [
      "a password of 10,000 characters",
      { username: "a", password: "x".repeat(10_000) },
      "password",
    ],
    ["a list instead of a name", { username: ["a"], password: "x" }, "username"],
    ["an object instead of a password", { username: "a", password: { $ne: 1 } }, "password"],
    [
      "a word instead of a boolean",
      { username: "a", password: "x", rememberMe: "on" },
      "rememberMe",
    ],
    ["an unknown field", { username: "a", password: "x", role: "SUPER_ADMIN" }, "role"],
  ])("of form (%s) answers 400 and names the field", async (_, body, field) => {
    const response = await call(login, {
      method: "POST",
      headers: forwardedFor(newIpAddress()),
      body,
    });
    expect(response.status).toBe(400);
    expect(Object.keys(response.body?.error.details)).toEqual([field]);
    expect(response.body?.error.message).toBe(ERRORS.VALIDATION_ERROR.fr);
  });
});
