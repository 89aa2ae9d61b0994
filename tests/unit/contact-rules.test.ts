import { describe, expect, it } from "vitest";
import { foldedText } from "@/domain/messaging/contact/spam-rules";

describe("texts that are the same", () => {
  it("differ in blanks, case, figures and signs only", () => {
    const text = foldedText("Référencement garanti, dès 99 DH !");
    expect(foldedText("référencement   GARANTI : dès 199 dh")).toBe(text);
    expect(foldedText("Référencement garanti, dès demain")).not.toBe(text);
    expect(foldedText("Prix ?")).toBeNull();
  });
});
