import { describe, expect, it, vi } from "vitest";
import { POST as login } from "@/app/api/auth/login/route";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { db } from "@/lib/db";
import { call } from "../support/call";
import { from, newAddress, tryToSignIn } from "../support/sign-in";
import { buildUser } from "../support/staff";

/** The real argon2, with a count of how many run at once. */
const work = vi.hoisted(() => ({ running: 0, most: 0 }));
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  const counted =
    <A extends unknown[], T>(act: (...args: A) => Promise<T>) =>
    async (...args: A) => {
      work.running++;
      work.most = Math.max(work.most, work.running);
      return act(...args).finally(() => work.running--);
    };
  return { ...real, hash: counted(real.hash), verify: counted(real.verify) };
});

describe("hashing", () => {
  it("runs two at once, keeps forty waiting, and turns the rest away with 503", async () => {
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
    expect(await verifyPassword(await hashPassword("a"), "a")).toBe(true);
  });

  it("holds no crowd against an account: who was turned away has not guessed", async () => {
    const user = await buildUser();
    const crowd = Promise.allSettled(
      Array.from({ length: 60 }, (_, i) => verifyPassword(null, `essai-${i}`)),
    );
    const body = { username: user.username, password: "faux" };
    const address = newAddress();
    const answer = await call(login, { method: "POST", headers: from(address), body });
    await crowd;
    expect([401, 503]).toContain(answer.status);
    if (answer.status === 503) {
      const left = await db.rateLimit.findMany({ where: { key: { startsWith: "login-" } } });
      expect(left.map(({ count }) => count)).toEqual(left.map(() => 0));
    }
    expect((await tryToSignIn({ username: user.username })).status).toBe(200);
  });

  it("takes a hash that is none for nobody's", async () => {
    for (const stored of ["", "x", "$2b$10$abcdefghijklmnopqrstuv"])
      expect(await verifyPassword(stored, "x")).toBe(false);
  });
});
