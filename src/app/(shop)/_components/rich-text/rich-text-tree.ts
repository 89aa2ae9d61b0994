import { lookup } from "@/lib/lookup";

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

/**
 * Parses `markup` into the allowed elements. Other tags are dropped; the content of scripts and styles is dropped too.
 * The text was sanitised when it was saved. Parsing it again with this allow list means that unsanitised rows, however they
 * came into the database, are shown as text.
 */
export function parseRichText(markup: string): RichNode[] {
  const root: OpenElement = { tag: "root", children: [] };
  const stack: OpenElement[] = [root];
  for (const token of tokenize(markup)) {
    if (token.kind === "text") addText(stack, token.text);
    else if (token.kind === "open") open(stack, token.tag, token.source);
    else close(stack, token.tag);
  }
  return root.children;
}

function addText(stack: readonly OpenElement[], text: string): void {
  const parent = stack.at(-1);
  if (parent && text !== "" && !TEXT_FREE.includes(parent.tag)) parent.children.push(text);
}

function open(stack: OpenElement[], tag: RichTag, source: string): void {
  if (tag === "tr" && stack.at(-1)?.tag === "table") open(stack, "tbody", "");
  const depth = findDepth(stack, tag);
  if (depth === 0 || depth > MAX_DEPTH) return;
  const href = tag === "a" ? parseHref(source) : undefined;
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

type Token =
  | { kind: "text"; text: string }
  | { kind: "open"; tag: RichTag; source: string }
  | { kind: "close"; tag: RichTag };

/** Elements whose content is not markup; it is dropped with them. */
const RAW_TEXT = /^(script|style|textarea|title|xmp|iframe|noembed|noframes|noscript|plaintext)$/i;
/** The start of a tag, comment or declaration, as browsers parse it; any other `<` is a character. */
const TAG_START = /<(?:(\/?)([a-z][a-z0-9]*)|[!?/])/gi;

function* tokenize(markup: string): Generator<Token> {
  let at = 0;
  for (const start of markup.matchAll(TAG_START)) {
    if (start.index < at) continue;
    yield { kind: "text", text: decode(markup.slice(at, start.index)) };
    const [, slash, name = ""] = start;
    const end = findMarkupEnd(markup, start.index);
    at = !slash && RAW_TEXT.test(name) ? findElementEnd(markup, name, end) : end;
    const tag = name.toLowerCase() as RichTag;
    if (!Object.hasOwn(ALLOWED_IN, tag)) continue;
    yield slash
      ? { kind: "close", tag }
      : { kind: "open", tag, source: markup.slice(start.index, end) };
  }
  yield { kind: "text", text: decode(markup.slice(at)) };
}

function findMarkupEnd(markup: string, start: number): number {
  if (!markup.startsWith("<!--", start)) return findTagEnd(markup, start);
  const end = markup.indexOf("-->", start + 4);
  return end < 0 ? markup.length : end + 3;
}

function findElementEnd(markup: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, "gi");
  closing.lastIndex = from;
  const match = closing.exec(markup);
  return match ? findTagEnd(markup, match.index) : markup.length;
}

/** Returns the index after the tag's `>`, ignoring quoted ones; the end of the markup when the tag is unfinished. */
function findTagEnd(markup: string, start: number): number {
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

/** Returns the normalized address when it is absolute and has an allowed protocol and no user name. */
function parseHref(source: string): string | undefined {
  const [, double, single, bare] = HREF.exec(source) ?? [];
  const href = decode(double ?? single ?? bare ?? "").trim();
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  return PROTOCOLS.includes(url.protocol) && url.username === "" ? url.href : undefined;
}

const NAMED_ENTITIES: Record<string, string> = {
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
        ? (lookup(NAMED_ENTITIES, name) ?? whole)
        : toCharacter(dec ? Number(dec) : Number.parseInt(hex, 16)),
  );
}

function toCharacter(code: number): string {
  const isInvalid = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return isInvalid ? "\ufffd" : String.fromCodePoint(code);
}

function isOneOf(tags: readonly Parent[], tag: Parent): boolean {
  return tags.includes(tag);
}
