import { describe, expect, it } from "vitest";
import { normalizeForComparison } from "@/domain/messaging/contact/spam-rules";

describe("Equal contact texts", () => {
  it("differ only in spaces, case, figures and punctuation", () => {
    const text = normalizeForComparison("Référencement garanti, dès 99 DH !");
    expect(normalizeForComparison("référencement   GARANTI : dès 199 dh")).toBe(text);
    expect(normalizeForComparison("Référencement garanti, dès demain")).not.toBe(text);
    expect(normalizeForComparison("Prix ?")).toBeNull();
  });
});
