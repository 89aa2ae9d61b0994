import { describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db";
import {
  consumeRateLimit,
  enforceRateLimit,
  type RateLimit,
  refundRateLimit,
  resetRateLimit,
} from "@/lib/rate-limit";

const IN_DATABASE: RateLimit = { name: "windows", requests: 2, seconds: 60, store: "database" };
const IN_MEMORY: RateLimit = { name: "windows", requests: 2, seconds: 60, store: "memory" };

/** Moves the start of every window in the database into the past. */
const ageRows = (seconds: number) =>
  db.$executeRaw`UPDATE "RateLimit" SET "windowStart" = now() - ${seconds}::int * interval '1 second'`;

const readClock = performance.now.bind(performance);

async function moveClock(seconds: number) {
  vi.spyOn(performance, "now").mockReturnValue(readClock() + seconds * 1000);
}

describe.each([
  ["PostgreSQL", IN_DATABASE, ageRows],
  ["memory", IN_MEMORY, moveClock],
] as const)("A window of a rate limit in %s", (_, limit, letPass) => {
  const ask = (client: string) => consumeRateLimit(limit, client);

  it("begins with the first request of the client and ends after its seconds", async () => {
    expect([await ask("a"), await ask("a"), await ask("a")]).toEqual([true, true, false]);
    await letPass(58);
    expect(await ask("a")).toBe(false);
    await letPass(61);
    expect([await ask("a"), await ask("a"), await ask("a")]).toEqual([true, true, false]);
  });

  it("admits as many simultaneous requests as it allows", async () => {
    const responses = await Promise.all(Array.from({ length: 10 }, () => ask("b")));
    expect(responses.filter(Boolean)).toHaveLength(2);
  });

  it("gives a refund only while it lasts", async () => {
    await ask("c");
    await refundRateLimit(limit, "c");
    expect([await ask("c"), await ask("c"), await ask("c")]).toEqual([true, true, false]);
    await letPass(61);
    await refundRateLimit(limit, "c");
    expect([await ask("c"), await ask("c"), await ask("c")]).toEqual([true, true, false]);
  });

  it("stays the same when all its requests are refunded", async () => {
    await ask("d");
    await letPass(30);
    await refundRateLimit(limit, "d");
    await ask("d");
    await letPass(61);
    expect([await ask("d"), await ask("d"), await ask("d")]).toEqual([true, true, false]);
  });

  it("refuses with the seconds that are left", async () => {
    const readWait = () =>
      enforceRateLimit(limit, "e").then(
        () => null,
        (error) => error.retryAfterSeconds,
      );
    expect([await readWait(), await readWait()]).toEqual([null, null]);
    expect([59, 60]).toContain(await readWait());
    await letPass(45);
    expect([14, 15]).toContain(await readWait());
  });

  it("is forgotten by a reset", async () => {
    await ask("f");
    await ask("f");
    await resetRateLimit(limit, "f");
    expect([await ask("f"), await ask("f"), await ask("f")]).toEqual([true, true, false]);
  });
});

describe("Counters in memory", () => {
  const shared = globalThis as { shopRateLimitCounters?: { size: number } };
  const floodWith = async (prefix: string, clients: number) => {
    for (let i = 0; i < clients; i++) await consumeRateLimit(IN_MEMORY, `${prefix}:${i}`);
  };

  it("are bounded in number", async () => {
    await floodWith("g", 60_000);
    expect(shared.shopRateLimitCounters?.size).toBe(50_000);
  });

  it("outlast a flood of other clients while their client sends requests", async () => {
    for (let i = 0; i < 3; i++) await consumeRateLimit(IN_MEMORY, "h");
    for (const prefix of ["i", "j", "k"]) {
      await floodWith(prefix, 40_000);
      expect(await consumeRateLimit(IN_MEMORY, "h")).toBe(false);
    }
  });
});
