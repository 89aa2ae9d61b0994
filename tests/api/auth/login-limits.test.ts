import { describe, expect, it, vi } from "vitest";
import { POST as login } from "@/app/api/auth/login/route";
import { formatWait } from "@/domain/staff/sign-in/attempts";
import { db } from "@/lib/db";
import { call } from "../../support/call";
import { attemptSignIn, forwardedFor, newIpAddress } from "../../support/sign-in";
import { buildUser, PASSWORD } from "../../support/staff";

async function fail(times: number, username: string, address?: string): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time++) {
    const attempt = { username, password: "faux", ...(address && { address }) };
    statuses.push((await attemptSignIn(attempt)).status);
  }
  return statuses;
}

describe("Guessing at an account", () => {
  it("is blocked after five failures, with a polite message and the waiting time", async () => {
    const { username } = await buildUser();
    expect(await fail(5, username)).toEqual([401, 401, 401, 401, 401]);
    const { status, headers, body } = await attemptSignIn({ username });
    expect(status).toBe(429);
    const wait = Number(headers.get("retry-after"));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(900);
    expect(body?.error.message).toBe(
      `Trop d'essais. Réessayez dans ${formatWait(wait)}, ou demandez un nouveau mot de passe.`,
    );
  });

  it("is blocked as soon and with the same message for an unknown username", async () => {
    const known = await buildUser();
    const responses = [];
    for (const username of [known.username, "vraiment-personne"]) {
      await fail(5, username);
      const { status, headers, body } = await attemptSignIn({ username });
      const message = body?.error.message.replace(/\d+ \w+/, "");
      responses.push([status, [...headers.keys()].toSorted(), { ...body?.error, message }]);
    }
    expect(responses[1]).toEqual(responses[0]);
    expect(responses[0]?.[0]).toBe(429);
  });

  it("answers alike for an e-mail of the guessed account and for an unknown e-mail", async () => {
    const { username, email } = await buildUser();
    const related = [...(await fail(5, username)), ...(await fail(6, email))];
    const foreign = [
      ...(await fail(5, "toujours-personne")),
      ...(await fail(6, "personne-encore@shop.test")),
    ];
    expect(related).toEqual(foreign);
    expect(related.slice(4)).toEqual([401, 401, 401, 401, 401, 401, 429]);
  });

  it("counts the username, the e-mail and their spellings in capitals as one account", async () => {
    const { username, email } = await buildUser();
    for (const name of [username, email, username.toUpperCase(), email.toUpperCase(), username])
      await fail(1, name);
    for (const name of [username, email])
      expect((await attemptSignIn({ username: name })).status).toBe(401);
  });

  it("counts parallel attempts", async () => {
    const { username } = await buildUser();
    const responses = await Promise.all(
      Array.from({ length: 12 }, () => attemptSignIn({ username, password: "faux" })),
    );
    expect(responses.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(responses.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it("does not block other accounts", async () => {
    const [one, other] = [await buildUser(), await buildUser()];
    await fail(6, one.username);
    expect((await attemptSignIn({ username: other.username })).status).toBe(200);
  });

  it("does not count successful sign-ins: many in a row are all accepted", async () => {
    const { username } = await buildUser();
    const address = newIpAddress();
    for (let time = 0; time < 25; time++) {
      expect((await attemptSignIn({ username, address })).status).toBe(200);
    }
    expect(await fail(5, username, address)).toEqual([401, 401, 401, 401, 401]);
    expect((await attemptSignIn({ username, address })).status).toBe(429);
  });

  it("stays blocked after a restart, since the counts are in PostgreSQL", async () => {
    const { username } = await buildUser();
    await fail(5, username);
    vi.resetModules();
    const { POST } = await import("@/app/api/auth/login/route");
    expect(POST).not.toBe(login);
    const body = { username, password: PASSWORD };
    const response = await call(POST, {
      method: "POST",
      headers: forwardedFor(newIpAddress()),
      body,
    });
    expect(response.status).toBe(429);
  });

  it("stores no username in the counts", async () => {
    await fail(1, "un-nom-tape");
    const keys = await db.rateLimit.findMany({ select: { key: true } });
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter(({ key }) => key.includes("un-nom-tape"))).toEqual([]);
  });
});

describe("Guessing from an IP address", () => {
  it("is blocked after twenty failures on any accounts, also for a correct password", async () => {
    const address = newIpAddress();
    const statuses: number[] = [];
    for (let i = 0; i < 21; i++) statuses.push(...(await fail(1, `nom-${i}`, address)));
    expect(statuses.filter((status) => status === 401)).toHaveLength(20);
    expect(statuses.at(-1)).toBe(429);
    const { username } = await buildUser();
    expect((await attemptSignIn({ username, address })).status).toBe(429);
    expect((await attemptSignIn({ username })).status).toBe(200);
  });

  it("counts 200 forged X-Forwarded-For values as one client", async () => {
    const socket = newIpAddress();
    const statuses: number[] = [];
    for (let i = 0; i < 200; i++) {
      const address = `10.${i}.1.2, ${i}.0.0.1, ${socket}`;
      statuses.push(...(await fail(1, `forge-${i}`, address)));
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(20);
    expect(statuses.filter((status) => status === 429)).toHaveLength(180);
  });
});
