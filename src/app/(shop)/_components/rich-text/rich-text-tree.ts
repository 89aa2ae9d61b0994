import { Parser } from "htmlparser2";

const INLINE = ["strong", "em", "a", "br"] as const;
const BLOCKS = ["h3", "p", "ul", "ol", "table"] as const;
const PARTS = ["li", "thead", "tbody", "tr", "th", "td"] as const;

type Inline = (typeof INLINE)[number];
type Block = (typeof BLOCKS)[number];
type RichTag = Inline | Block | (typeof PARTS)[number];

interface RichElement {
  tag: RichTag;
  href?: string;
  children: RichNode[];
}
export type RichNode = string | RichElement;

type Parent = RichTag | "root";

/** Only valid nesting, so that the browser builds the same tree as React. */
const ALLOWED_IN: Record<RichTag, readonly Parent[]> = {
  h3: ["root"],
  p: ["root", "li"],
  ul: ["root", "li"],
  ol: ["root", "li"],
  table: ["root"],
  li: ["ul", "ol"],
  thead: ["table"],
  tbody: ["table"],
  tr: ["thead", "tbody"],
  th: ["tr"],
  td: ["tr"],
  strong: ["root", "h3", "p", "li", "th", "td", "strong", "em", "a"],
  em: ["root", "h3", "p", "li", "th", "td", "strong", "em", "a"],
  a: ["root", "h3", "p", "li", "th", "td", "strong", "em"],
  br: ["root", "p", "li", "th", "td", "strong", "em", "a"],
};

const TEXT_FREE: readonly Parent[] = ["ul", "ol", "table", "thead", "tbody", "tr"];
/** Blocks do not close these elements: a paragraph in a table cell does not close the table. */
const CELLS: readonly Parent[] = ["li", "th", "td"];

const MAX_DEPTH = 16;

interface OpenElement {
  tag: Parent;
  children: RichNode[];
}

/** Elements whose content is not text for readers; it is dropped with them. */
const DROPPED = /^(script|style|textarea|title|xmp|iframe|noembed|noframes|noscript|plaintext)$/;

/**
 * Parses `markup` into the allowed elements. Other tags are dropped; the content of scripts and styles is dropped too.
 * The text was sanitised when it was saved. Parsing it again with this allow list means that unsanitised rows, however they
 * came into the database, are shown as text.
 */
export function parseRichText(markup: string): RichNode[] {
  const root: OpenElement = { tag: "root", children: [] };
  const stack: OpenElement[] = [root];
  let dropped: string | null = null;
  // The nesting rules below replace what htmlparser2 implies.
  const parser = new Parser({
    ontext: (text) => {
      if (dropped === null) addText(stack, text);
    },
    onopentag: (name, attributes, isImplied) => {
      if (dropped !== null || isImplied) return;
      if (DROPPED.test(name)) dropped = name;
      else if (isRichTag(name)) open(stack, name, attributes.href);
    },
    onclosetag: (name, isImplied) => {
      if (dropped === null && isRichTag(name) && !isImplied) close(stack, name);
      if (name === dropped) dropped = null;
    },
  });
  parser.end(markup);
  return root.children;
}

function isRichTag(name: string): name is RichTag {
  return Object.hasOwn(ALLOWED_IN, name);
}

/** The parser splits a text at its entities; a figure must remain whole for the bidirectional algorithm. */
function addText(stack: readonly OpenElement[], text: string): void {
  const parent = stack.at(-1);
  if (!parent || TEXT_FREE.includes(parent.tag)) return;
  const { children } = parent;
  const previous = children.at(-1);
  if (typeof previous === "string") children[children.length - 1] = previous + text;
  else children.push(text);
}

function open(stack: OpenElement[], tag: RichTag, address?: string): void {
  if (tag === "tr" && stack.at(-1)?.tag === "table") open(stack, "tbody");
  const depth = findDepth(stack, tag);
  if (depth === 0 || depth > MAX_DEPTH) return;
  const href = tag === "a" ? parseHref(address) : undefined;
  if (tag === "a" && (href === undefined || stack.some((outer) => outer.tag === "a"))) return;
  stack.length = depth;
  const element: RichElement = { tag, children: [], href };
  stack.at(-1)?.children.push(element);
  if (tag !== "br") stack.push(element);
}

/** Returns how many open elements stay open around a new `tag`; 0 when the tag is not allowed here. */
function findDepth(stack: readonly OpenElement[], tag: RichTag): number {
  const inline = isOneOf(INLINE, tag);
  const block = isOneOf(BLOCKS, tag);
  for (let depth = stack.length; depth > 0; depth--) {
    const parent = stack[depth - 1]?.tag ?? "root";
    if (ALLOWED_IN[tag].includes(parent)) return depth;
    if (inline || (block && CELLS.includes(parent))) return 0;
  }
  return 0;
}

function close(stack: OpenElement[], tag: RichTag): void {
  const index = stack.findLastIndex((candidate) => candidate.tag === tag);
  const crossed = stack.slice(index + 1);
  const inner = isOneOf(INLINE, tag) ? [...BLOCKS, ...PARTS] : [];
  if (index > 0 && !crossed.some(({ tag: between }) => isOneOf(inner, between))) {
    stack.length = index;
  }
}

const PROTOCOLS = ["http:", "https:", "mailto:", "tel:"];

/** Returns the normalized address when it is absolute and has an allowed protocol and no user name. */
function parseHref(address = ""): string | undefined {
  const href = address.trim();
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  return PROTOCOLS.includes(url.protocol) && url.username === "" ? url.href : undefined;
}

function isOneOf(tags: readonly Parent[], tag: Parent): boolean {
  return tags.includes(tag);
}
