import { describe, expect, it } from "vitest";
import { customerPhone } from "@/domain/messaging/contact-rules";
import { foldedText } from "@/domain/messaging/spam-rules";

describe("a phone number", () => {
  it.each([
    ["06.61.23.45.67", "+212 661 23 45 67"],
    ["212661234567", "+212 661 23 45 67"],
    ["۰۶۶۱۲۳۴۵۶۷", "+212 661 23 45 67"],
    ["+1 (415) 555-0100", "+1 (415) 555-0100"],
    ["12345", null],
    ["+212 <script>", null],
    ["06 12 34 56 78 ou le soir", null],
  ])("%j is %j", (typed, kept) => {
    expect(customerPhone(typed)).toBe(kept);
  });
});

describe("texts that are the same", () => {
  it("differ in blanks, case, figures and signs only", () => {
    const text = foldedText("Référencement garanti, dès 99 DH !");
    expect(foldedText("référencement   GARANTI : dès 199 dh")).toBe(text);
    expect(foldedText("Référencement garanti, dès demain")).not.toBe(text);
    expect(foldedText("Prix ?")).toBeNull();
  });
});
