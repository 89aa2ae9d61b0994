import { describe, expect, it } from "vitest";
import { normalizeForComparison } from "@/domain/messaging/contact/spam-rules";

describe("texts that are the same", () => {
  it("differ in blanks, case, figures and signs only", () => {
    const text = normalizeForComparison("Référencement garanti, dès 99 DH !");
    expect(normalizeForComparison("référencement   GARANTI : dès 199 dh")).toBe(text);
    expect(normalizeForComparison("Référencement garanti, dès demain")).not.toBe(text);
    expect(normalizeForComparison("Prix ?")).toBeNull();
  });
});
