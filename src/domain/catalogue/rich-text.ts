import "server-only";
import sanitize from "sanitize-html";
import { cleanLine, cleanMarkupText } from "@/lib/input/text";

/** The markup that the storefront shows; its `rich-text-tree.ts` filters again with its own list. */
const OPTIONS: sanitize.IOptions = {
  allowedTags: [
    "h3",
    "p",
    "ul",
    "ol",
    "li",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "strong",
    "em",
    "a",
    "br",
  ],
  allowedAttributes: { a: ["href"] },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowProtocolRelative: false,
  transformTags: {
    ...Object.fromEntries(["h1", "h2", "h4", "h5", "h6"].map((tag) => [tag, "h3"])),
    b: "strong",
    i: "em",
  },
  exclusiveFilter: ({ tag, attribs }) =>
    tag === "a" && !URL.canParse(attribs.href ?? "") ? "excludeTag" : false,
  nestingLimit: 16,
  textFilter: cleanMarkupText,
};

/** Returns rich text that is safe to store; null where no words remain. */
export function sanitizeRichText(markup: string | null): string | null {
  if (markup === null) return null;
  const clean = sanitize(markup, OPTIONS).trim();
  return cleanLine(clean.replace(/<[^>]*>/g, "")) === "" ? null : clean;
}
