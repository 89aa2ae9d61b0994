import { hash } from "@node-rs/argon2";
import { afterAll, describe, expect, it, vi } from "vitest";
import { POST as login } from "@/app/api/auth/login/route";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { db } from "@/lib/db";
import { call } from "../support/call";
import { attemptSignIn, forwardedFor, newIpAddress } from "../support/sign-in";
import { buildUser } from "../support/staff";

/** The real argon2, which also counts parallel runs. */
const work = vi.hoisted(() => ({ running: 0, most: 0, calls: 0 }));
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  const counted =
    <A extends unknown[], T>(act: (...args: A) => Promise<T>) =>
    async (...args: A) => {
      work.running++;
      work.calls++;
      work.most = Math.max(work.most, work.running);
      return act(...args).finally(() => work.running--);
    };
  return { ...real, hash: counted(real.hash), verify: counted(real.verify) };
});
afterAll(() => vi.doUnmock("@node-rs/argon2"));

const RIGHT = { isRight: true, needsRehash: false };
const COMPOSED = "étéétéétéé";
const DECOMPOSED = COMPOSED.normalize("NFD");

describe("Password hashing", () => {
  it("runs two hashes at once, queues forty, and rejects more with 503", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) => verifyPassword(null, `essai-${i}`)),
    );
    const refused = results.filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(8);
    expect(refused[0]).toMatchObject({
      reason: { code: "SERVICE_UNAVAILABLE", retryAfterSeconds: 5 },
    });
    expect(work.most).toBe(2);
    expect(work.running).toBe(0);
    expect(await verifyPassword(await hashPassword("a"), "a")).toEqual(RIGHT);
  });

  it("does not count rejected attempts as guesses at the account", async () => {
    const user = await buildUser();
    const crowd = Promise.allSettled(
      Array.from({ length: 60 }, (_, i) => verifyPassword(null, `essai-${i}`)),
    );
    const body = { username: user.username, password: "faux" };
    const address = newIpAddress();
    const response = await call(login, { method: "POST", headers: forwardedFor(address), body });
    await crowd;
    expect([401, 503]).toContain(response.status);
    if (response.status === 503) {
      const left = await db.rateLimit.findMany({ where: { key: { startsWith: "login-" } } });
      expect(left.map(({ count }) => count)).toEqual(left.map(() => 0));
    }
    expect((await attemptSignIn({ username: user.username })).status).toBe(200);
  });

  it("rejects a malformed password hash", async () => {
    for (const stored of ["", "x", "$2b$10$abcdefghijklmnopqrstuv"])
      expect((await verifyPassword(stored, "x")).isRight).toBe(false);
  });
});

describe("A password with accents", () => {
  it("is the same from every keyboard", async () => {
    for (const set of [COMPOSED, DECOMPOSED]) {
      const stored = await hashPassword(set);
      for (const typed of [COMPOSED, DECOMPOSED])
        expect(await verifyPassword(stored, typed)).toEqual(RIGHT);
    }
    expect(await verifyPassword(await hashPassword("dix espaces"), "dix\u00a0espaces")).toEqual(
      RIGHT,
    );
  });

  it("is accepted when it was hashed without normalization, and is then hashed again", async () => {
    const stored = await hash(DECOMPOSED);
    expect(await verifyPassword(stored, DECOMPOSED)).toEqual({ isRight: true, needsRehash: true });
    const user = await buildUser();
    await db.user.update({ where: { id: user.id }, data: { passwordHash: stored } });
    const signIn = async (password: string) =>
      (await attemptSignIn({ username: user.username, password })).status;
    expect(await signIn(COMPOSED)).toBe(401);
    expect(await signIn(DECOMPOSED)).toBe(200);
    expect(await signIn(COMPOSED)).toBe(200);
  });

  it("costs an unknown username as many hashes as a wrong password", async () => {
    const stored = await hashPassword("un-autre-mot-de-passe");
    for (const password of ["faux", COMPOSED, DECOMPOSED]) {
      const counts = [];
      for (const hashed of [stored, null]) {
        work.calls = 0;
        expect((await verifyPassword(hashed, password)).isRight).toBe(false);
        counts.push(work.calls);
      }
      expect(counts[0]).toBe(counts[1]);
    }
  });
});
