import { Parser } from "htmlparser2";

const BLOCKS = new Set(["p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "ul", "ol"]);

/** The words of a text in HTML, one line for each paragraph. */
export function toPlainText(html: string): string {
  const parts: string[] = [];
  const parser = new Parser({
    ontext: (text) => parts.push(text),
    onopentag: (name) => void (BLOCKS.has(name) && parts.push("\n")),
  });
  parser.end(html);
  const lines = parts
    .join("")
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim());
  return lines.filter((line) => line !== "").join("\n");
}
