import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { consumeRateLimit, refundRateLimit } from "@/lib/rate-limit";

const LIMIT = { name: "windows", requests: 2, seconds: 60 };

const ask = (client: string) => consumeRateLimit(LIMIT, client);

/** Moves a client's rate-limit window into the past. */
const age = (client: string, seconds: number) =>
  db.$executeRaw`
    UPDATE "RateLimit" SET "windowStart" = now() - ${seconds}::int * interval '1 second'
    WHERE "key" = ${`${LIMIT.name}:${client}`}`;

describe("A window of a rate limit", () => {
  it("begins with the first request of the client and ends after its seconds", async () => {
    expect([await ask("a"), await ask("a"), await ask("a")]).toEqual([true, true, false]);
    await age("a", 58);
    expect(await ask("a")).toBe(false);
    await age("a", 60);
    expect([await ask("a"), await ask("a"), await ask("a")]).toEqual([true, true, false]);
  });

  it("admits as many simultaneous requests as it allows", async () => {
    const responses = await Promise.all(Array.from({ length: 10 }, () => ask("b")));
    expect(responses.filter(Boolean)).toHaveLength(2);
  });

  it("gives a refund only while it lasts", async () => {
    await ask("c");
    await refundRateLimit(LIMIT, "c");
    expect([await ask("c"), await ask("c"), await ask("c")]).toEqual([true, true, false]);
    await age("c", 61);
    await refundRateLimit(LIMIT, "c");
    expect([await ask("c"), await ask("c"), await ask("c")]).toEqual([true, true, false]);
  });
});
