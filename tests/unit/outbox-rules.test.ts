import { describe, expect, it } from "vitest";
import { getRetryDelaySeconds, LEASE_SECONDS, MAX_RETRY_HOURS } from "@/domain/outbox/rules";

describe("the wait before the next try of a mail", () => {
  it("doubles from try to try, up to an hour", () => {
    const longest = [1, 2, 3, 4, 10, 11, 500].map((attempts) =>
      getRetryDelaySeconds(attempts, 0, 1),
    );
    expect(longest).toEqual([5, 10, 20, 40, 2560, 3600, 3600]);
  });

  it("is spread over its second half by chance", () => {
    expect(getRetryDelaySeconds(4, 0, 0)).toBe(20);
    expect(getRetryDelaySeconds(4, 0, 0.5)).toBe(30);
    const waits = Array.from({ length: 50 }, () => getRetryDelaySeconds(4));
    expect(new Set(waits).size).toBeGreaterThan(1);
    expect(waits.every((seconds) => seconds >= 20 && seconds <= 40)).toBe(true);
  });

  it("is never shorter than the mail service asked for", () => {
    expect(getRetryDelaySeconds(1, 120, 1)).toBe(120);
    expect(getRetryDelaySeconds(10, 120, 1)).toBe(2560);
  });

  it("leaves an hour before the mail service forgets a key, with every wait counted in", () => {
    expect(MAX_RETRY_HOURS).toBeLessThanOrEqual(23);
    expect(LEASE_SECONDS).toBeLessThanOrEqual(60);
  });
});
