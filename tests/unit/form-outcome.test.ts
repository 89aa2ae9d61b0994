import { afterEach, describe, expect, it, vi } from "vitest";
import { signFormOutcome, verifyFormOutcome } from "@/lib/http/form-outcome";

afterEach(() => {
  vi.useRealTimers();
});

describe("The result of a form", () => {
  it("is readable by the page it was signed for, for a day", () => {
    vi.useFakeTimers({ now: 1_000_000 });
    const signed = signFormOutcome("/contact", "EO-1001");
    expect(verifyFormOutcome("/contact", signed)).toBe("EO-1001");
    expect(verifyFormOutcome("/newsletter/merci", signed)).toBeNull();
    vi.setSystemTime(1_000_000 + 24 * 3_600_000);
    expect(verifyFormOutcome("/contact", signed)).toBeNull();
  });

  it("cannot be forged in the URL", () => {
    const signed = signFormOutcome("/contact", "fait");
    for (const typed of ["fait", "EO-1001", "", `${signed}x`, undefined, [signed], "a.b"]) {
      expect(verifyFormOutcome("/contact", typed)).toBeNull();
    }
  });
});
