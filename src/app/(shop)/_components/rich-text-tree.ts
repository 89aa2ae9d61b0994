import { getOwn } from "@/lib/own";

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

/** Valid HTML only, so that a browser builds the very tree that was sent. */
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
/** An element of these ends only with what belongs around it: a paragraph in a cell does not close the table. */
const CELLS: readonly Parent[] = ["li", "th", "td"];

const DEEPEST = 16;

interface Open {
  tag: Parent;
  children: RichNode[];
}

/**
 * The tree of what we allow in `markup`: everything else loses its tags, scripts and styles their text too.
 * The text was sanitised when it was saved; reading it again with a list of our own means that whatever
 * got into the database by another way is words here, never an element.
 */
export function parseRichText(markup: string): RichNode[] {
  const root: Open = { tag: "root", children: [] };
  const stack: Open[] = [root];
  for (const token of tokens(markup)) {
    if (token.kind === "text") addText(stack, token.text);
    else if (token.kind === "open") open(stack, token.tag, token.source);
    else close(stack, token.tag);
  }
  return root.children;
}

function addText(stack: readonly Open[], text: string): void {
  const parent = stack.at(-1);
  if (parent && text !== "" && !TEXT_FREE.includes(parent.tag)) parent.children.push(text);
}

function open(stack: Open[], tag: RichTag, source: string): void {
  if (tag === "tr" && stack.at(-1)?.tag === "table") open(stack, "tbody", "");
  const depth = depthFor(stack, tag);
  if (depth === 0 || depth > DEEPEST) return;
  const href = tag === "a" ? safeHref(source) : undefined;
  if (tag === "a" && (href === undefined || stack.some((outer) => outer.tag === "a"))) return;
  stack.length = depth;
  const element: RichElement = { tag, children: [], ...(href !== undefined && { href }) };
  stack.at(-1)?.children.push(element);
  if (tag !== "br") stack.push(element);
}

/** How much of the stack stays open around a new `tag`; 0 where it has no place. */
function depthFor(stack: readonly Open[], tag: RichTag): number {
  const inline = isOneOf(INLINE, tag);
  const block = isOneOf(BLOCKS, tag);
  for (let depth = stack.length; depth > 0; depth--) {
    const parent = stack[depth - 1]?.tag ?? "root";
    if (ALLOWED_IN[tag].includes(parent)) return depth;
    if (inline || (block && CELLS.includes(parent))) return 0;
  }
  return 0;
}

function close(stack: Open[], tag: RichTag): void {
  const index = stack.findLastIndex((candidate) => candidate.tag === tag);
  const crossed = stack.slice(index + 1);
  const inner = isOneOf(INLINE, tag) ? [...BLOCKS, ...PARTS] : [];
  if (index > 0 && !crossed.some(({ tag: between }) => isOneOf(inner, between))) {
    stack.length = index;
  }
}

type Token =
  | { kind: "text"; text: string }
  | { kind: "open"; tag: RichTag; source: string }
  | { kind: "close"; tag: RichTag };

/** Elements whose content is not markup: it goes with them. */
const RAW = /^(script|style|textarea|title|xmp|iframe|noembed|noframes|noscript|plaintext)$/i;
/** What a browser takes for the start of a tag, a comment or a declaration; any other `<` is a character. */
const TAG_START = /<(?:(\/?)([a-z][a-z0-9]*)|[!?/])/gi;

function* tokens(markup: string): Generator<Token> {
  let at = 0;
  for (const start of markup.matchAll(TAG_START)) {
    if (start.index < at) continue;
    yield { kind: "text", text: decode(markup.slice(at, start.index)) };
    const [, slash, name = ""] = start;
    const end = endOfMarkup(markup, start.index);
    at = !slash && RAW.test(name) ? endOfElement(markup, name, end) : end;
    const tag = name.toLowerCase() as RichTag;
    if (!Object.hasOwn(ALLOWED_IN, tag)) continue;
    yield slash
      ? { kind: "close", tag }
      : { kind: "open", tag, source: markup.slice(start.index, end) };
  }
  yield { kind: "text", text: decode(markup.slice(at)) };
}

function endOfMarkup(markup: string, start: number): number {
  if (!markup.startsWith("<!--", start)) return endOfTag(markup, start);
  const end = markup.indexOf("-->", start + 4);
  return end < 0 ? markup.length : end + 3;
}

function endOfElement(markup: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, "gi");
  closing.lastIndex = from;
  const match = closing.exec(markup);
  return match ? endOfTag(markup, match.index) : markup.length;
}

/** Behind the `>` that ends the tag, quoted ones passed over; an unfinished tag takes the rest with it. */
function endOfTag(markup: string, start: number): number {
  let quote = "";
  for (let at = start + 1; at < markup.length; at++) {
    const character = markup[at] ?? "";
    if (quote) quote = character === quote ? "" : quote;
    else if (character === ">") return at + 1;
    else if (character === '"' || character === "'") quote = character;
  }
  return markup.length;
}

const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const PROTOCOLS = ["http:", "https:", "mailto:", "tel:"];

/** Absolute, of a harmless kind, and as the browser will read it. */
function safeHref(source: string): string | undefined {
  const [, double, single, bare] = HREF.exec(source) ?? [];
  const href = decode(double ?? single ?? bare ?? "").trim();
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  return PROTOCOLS.includes(url.protocol) && url.username === "" ? url.href : undefined;
}

const NAMED: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  rsquo: "’",
  laquo: "«",
  raquo: "»",
  times: "×",
  deg: "°",
  colon: ":",
  Tab: "\t",
  NewLine: "\n",
};

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi,
    (whole, dec, hex, name) =>
      name
        ? (getOwn(NAMED, name) ?? whole)
        : character(dec ? Number(dec) : Number.parseInt(hex, 16)),
  );
}

function character(code: number): string {
  const wrong = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return wrong ? "\ufffd" : String.fromCodePoint(code);
}

function isOneOf(tags: readonly Parent[], tag: Parent): boolean {
  return tags.includes(tag);
}
