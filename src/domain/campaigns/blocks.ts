import "server-only";
import sanitize from "sanitize-html";
import { z } from "zod";
import { cleanMarkupText } from "@/lib/input/text";
import { isContactLink, isMailLink, toContactHref } from "./links";
import { Audience, Block } from "./schema";

const ALLOWED_TAGS = ["h3", "p", "ul", "ol", "li", "strong", "em", "a", "br"];

/** Text as it may be kept: what mail programs show alike, with links to the web, to an address or to a telephone. */
function cleanMarkup(markup: string): string {
  return sanitize(markup, {
    allowedTags: ALLOWED_TAGS,
    allowedAttributes: { a: ["href"] },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowProtocolRelative: false,
    transformTags: {
      ...Object.fromEntries(["h1", "h2", "h4", "h5", "h6"].map((tag) => [tag, "h3"])),
      b: "strong",
      i: "em",
    },
    exclusiveFilter: ({ tag, attribs: { href = "" } }) =>
      tag === "a" && !isMailLink(href) && !isContactLink(href) ? "excludeTag" : false,
    nestingLimit: 16,
    textFilter: cleanMarkupText,
  }).trim();
}

/** Replaces the address of every link to the web in cleaned markup. */
export function mapLinks(markup: string, toUrl: (href: string) => string): string {
  return sanitize(markup, {
    allowedTags: ALLOWED_TAGS,
    allowedAttributes: { a: ["href"] },
    transformTags: {
      a: (tagName, { href = "" }) => ({
        tagName,
        attribs: { href: isContactLink(href) ? toContactHref(href) : toUrl(href) },
      }),
    },
  });
}

export function cleanBlocks(blocks: readonly Block[]): Block[] {
  return blocks.map((block) =>
    block.kind === "text"
      ? { ...block, fr: cleanMarkup(block.fr), ar: cleanMarkup(block.ar) }
      : block,
  );
}

const CampaignContent = z.object({ blocks: z.array(Block).default([]) });

/** What the row holds; of a row that no longer fits, nothing. */
export function parseBlocks(content: unknown): Block[] {
  return CampaignContent.safeParse(content).data?.blocks ?? [];
}

/** Throws for a row that does not fit: a broken filter must never mean everybody. */
export function parseAudience(audience: unknown): Audience {
  return Audience.parse(audience);
}

export function getImageUrls(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === "image" && block.url ? [block.url] : []));
}
