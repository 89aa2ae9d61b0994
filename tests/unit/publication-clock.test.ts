import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Boundaries, startPublicationClock } from "@/domain/catalogue/publication/clock";
import { notifyInvalidation } from "@/lib/cache/epoch";

const START = new Date("2026-12-01T08:00:00Z").getTime();
/** Times at which publications start or end. */
let planned: number[] = [];
let isAway = false;
let asked = 0;

/** A stub of the database with the test's clock. */
async function find(since: string | null): Promise<Boundaries> {
  asked += 1;
  if (isAway) throw new Error("the database is away");
  const now = Date.now();
  const from = since === null ? now : Number(since);
  const next = Math.min(...planned.filter((at) => at > now));
  return {
    now: String(now),
    passed: planned.some((at) => at > from && at <= now),
    nextInMs: Number.isFinite(next) ? next - now : null,
  };
}

const epoch = () => ((globalThis as { shopCacheEpoch?: number }).shopCacheEpoch ?? 0) - START;
const advance = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(async () => {
  vi.useFakeTimers();
  vi.setSystemTime(START);
  Object.assign(globalThis, { shopCacheEpoch: START });
  planned = [];
  isAway = false;
  asked = 0;
});

afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});

describe("The publication clock", () => {
  it("drops cached entries when a publication starts or ends, and those stored until that settles", async () => {
    planned = [START + 5_000, START + 40_000];
    startPublicationClock(find);
    await advance(4_999);
    expect(epoch()).toBe(0);
    await advance(101);
    expect(epoch()).toBeLessThanOrEqual(5_100);
    expect(epoch()).toBeGreaterThanOrEqual(5_000);
    await advance(1_000);
    expect(epoch()).toBeGreaterThanOrEqual(6_000);
    await advance(9_000);
    expect(epoch()).toBeGreaterThanOrEqual(15_000);
    await advance(24_800);
    expect(epoch()).toBeLessThan(40_000);
    await advance(200);
    expect(epoch()).toBeGreaterThanOrEqual(40_000);
  });

  it("learns at once of dates set by staff", async () => {
    startPublicationClock(find);
    await advance(1_000);
    planned = [START + 3_000];
    notifyInvalidation();
    await advance(2_100);
    expect(epoch()).toBeGreaterThanOrEqual(3_000);
  });

  it("learns within a minute of dates set by another process, also of past ones", async () => {
    startPublicationClock(find);
    await advance(1_000);
    planned = [START + 3_000];
    await advance(59_100);
    expect(epoch()).toBeGreaterThanOrEqual(60_000);
  });

  it("preserves cached entries while the database is down, and drops them after it recovers", async () => {
    planned = [START + 5_000];
    startPublicationClock(find);
    await advance(4_000);
    isAway = true;
    await advance(60_000);
    expect(epoch()).toBe(0);
    isAway = false;
    await advance(5_100);
    expect(epoch()).toBeGreaterThan(64_000);
  });

  it("queries once a minute when no date is scheduled", async () => {
    startPublicationClock(find);
    await advance(10 * 60_000);
    expect(asked).toBeGreaterThanOrEqual(10);
    expect(asked).toBeLessThanOrEqual(12);
  });
});
