import { describe, expect, it } from "vitest";
import { contactDictionaries } from "@/content/contact-form";
import { getDictionary } from "@/content/dictionary";
import { failure } from "@/content/failure";
import { getNewsletterDictionary } from "@/content/newsletter";
import { isolateFigures } from "@/lib/format/bidi";

function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(texts) : [];
}

/** Texts of whole pages are rendered through `BidiText`; these are sent to the browser unchanged. */
describe.each([
  ["the shop", getDictionary("ar")],
  ["the contact form", contactDictionaries.ar],
  ["the newsletter", getNewsletterDictionary("ar")],
  ["errors", failure.ar],
])("The Arabic texts of %s", (_, words) => {
  it("contain no figures that the bidi algorithm would reorder", () => {
    const all = texts(words);
    expect(all.length).toBeGreaterThan(2);
    const bare = all.filter((text) => !text.includes("\u2066") && isolateFigures(text) !== text);
    expect(bare).toEqual([]);
  });
});
