import { afterEach, describe, expect, it, vi } from "vitest";
import { readOutcome, signOutcome } from "@/lib/http/form-outcome";

afterEach(() => {
  vi.useRealTimers();
});

describe("the outcome of a form", () => {
  it("is read by the page it was signed for, for a day", () => {
    vi.useFakeTimers({ now: 1_000_000 });
    const signed = signOutcome("/contact", "EO-1001");
    expect(readOutcome("/contact", signed)).toBe("EO-1001");
    expect(readOutcome("/newsletter/merci", signed)).toBeNull();
    vi.setSystemTime(1_000_000 + 24 * 3_600_000);
    expect(readOutcome("/contact", signed)).toBeNull();
  });

  it("cannot be typed into the address", () => {
    const signed = signOutcome("/contact", "fait");
    for (const typed of ["fait", "EO-1001", "", `${signed}x`, undefined, [signed], "a.b"]) {
      expect(readOutcome("/contact", typed)).toBeNull();
    }
  });
});
