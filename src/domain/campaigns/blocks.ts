import "server-only";
import sanitize from "sanitize-html";
import { z } from "zod";
import { sanitizeMarkup } from "@/lib/input/markup";
import { isContactLink, isMailLink, toContactHref } from "./links";
import { Audience, Block } from "./schema";

const ALLOWED_TAGS = ["h3", "p", "ul", "ol", "li", "strong", "em", "a", "br"];

/** Keeps the markup that mail programs show alike, and links to web pages, e-mail addresses and phone numbers. */
function cleanMarkup(markup: string): string {
  return sanitizeMarkup(markup, {
    tags: ALLOWED_TAGS,
    allowsLink: (href) => isMailLink(href) || isContactLink(href),
  });
}

/** Replaces the URL of every web link in cleaned markup. */
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

/** Parses the blocks of a stored campaign; none where they no longer match the schema. */
export function parseBlocks(content: unknown): Block[] {
  return CampaignContent.safeParse(content).data?.blocks ?? [];
}

/** @throws ZodError for an invalid filter, which must never select all subscribers */
export function parseAudience(audience: unknown): Audience {
  return Audience.parse(audience);
}

export function getImageUrls(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === "image" && block.url ? [block.url] : []));
}
