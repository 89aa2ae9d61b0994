import { describe, expect, it } from "vitest";
import { getRetryDelaySeconds, LEASE_SECONDS, MAX_RETRY_HOURS } from "@/domain/outbox/rules";

describe("The delay before the next attempt to send a mail", () => {
  it("doubles with each attempt, up to an hour", () => {
    const longest = [1, 2, 3, 4, 10, 11, 500].map((attempts) =>
      getRetryDelaySeconds(attempts, 0, 1),
    );
    expect(longest).toEqual([5, 10, 20, 40, 2560, 3600, 3600]);
  });

  it("is randomized over its second half", () => {
    expect(getRetryDelaySeconds(4, 0, 0)).toBe(20);
    expect(getRetryDelaySeconds(4, 0, 0.5)).toBe(30);
    const waits = Array.from({ length: 50 }, () => getRetryDelaySeconds(4));
    expect(new Set(waits).size).toBeGreaterThan(1);
    expect(waits.every((seconds) => seconds >= 20 && seconds <= 40)).toBe(true);
  });

  it("is at least as long as the mail service asked for", () => {
    expect(getRetryDelaySeconds(1, 120, 1)).toBe(120);
    expect(getRetryDelaySeconds(10, 120, 1)).toBe(2560);
  });

  it("leaves an hour before the mail service forgets a key, with all delays included", () => {
    expect(MAX_RETRY_HOURS).toBeLessThanOrEqual(23);
    expect(LEASE_SECONDS).toBeLessThanOrEqual(60);
  });
});
