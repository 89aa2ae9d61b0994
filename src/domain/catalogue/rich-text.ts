import "server-only";
import { sanitizeMarkup } from "@/lib/input/markup";
import { cleanLine } from "@/lib/input/text";

/** The markup that the storefront shows; its `rich-text-tree.ts` filters again with its own list. */
const ALLOWED_TAGS = [
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
];

/** Returns rich text that is safe to store; null where no words remain. */
export function sanitizeRichText(markup: string | null): string | null {
  if (markup === null) return null;
  const clean = sanitizeMarkup(markup, { tags: ALLOWED_TAGS, allowsLink: URL.canParse });
  return cleanLine(clean.replace(/<[^>]*>/g, "")) === "" ? null : clean;
}
