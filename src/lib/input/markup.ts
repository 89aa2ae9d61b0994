import sanitize from "sanitize-html";
import { cleanMarkupText } from "./text";

interface MarkupRules {
  tags: readonly string[];
  /** A refused link keeps its text. */
  allowsLink: (href: string) => boolean;
}

/** Keeps the allowed tags and links. Other headings become h3, b becomes strong, i becomes em. */
export function sanitizeMarkup(markup: string, { tags, allowsLink }: MarkupRules): string {
  return sanitize(markup, {
    allowedTags: [...tags],
    allowedAttributes: { a: ["href"] },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowProtocolRelative: false,
    transformTags: {
      ...Object.fromEntries(["h1", "h2", "h4", "h5", "h6"].map((tag) => [tag, "h3"])),
      b: "strong",
      i: "em",
    },
    exclusiveFilter: ({ tag, attribs: { href = "" } }) =>
      tag === "a" && !allowsLink(href) ? "excludeTag" : false,
    nestingLimit: 16,
    textFilter: cleanMarkupText,
  }).trim();
}
