import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { parseRichText, type RichNode } from "@/app/(shop)/_components/rich-text/rich-text-tree";

const html = (markup: string) => renderToStaticMarkup(parseRichText(markup).map(element));

function element(node: RichNode, key: number): React.ReactNode {
  if (typeof node === "string") return node;
  const { tag, href, children } = node;
  const content = children.length === 0 ? undefined : children.map(element);
  return createElement(tag, { key, ...(href !== undefined && { href }) }, content);
}

describe("The details of a product", () => {
  it.each([
    "<h3>Pose</h3><p>Mortier <strong>C2TE</strong>, <em>double</em> encollage.<br/>Joint de 2 mm.</p>",
    "<ul><li>Un</li><li>Deux<ol><li>Trois</li></ol></li></ul>",
    "<table><thead><tr><th>Format</th></tr></thead><tbody><tr><td>60×60 cm</td></tr></tbody></table>",
    '<p><a href="https://example.com/fiche?a=1&amp;b=2">Fiche</a> <a href="tel:+212524000000">Appeler</a></p>',
    "<p>3 &lt; 5 &amp; 7 &gt; 2</p>",
    "<p>بلاط بمظهر <strong>الرخام</strong></p>",
  ])("are unchanged: %s", (markup) => {
    expect(html(markup)).toBe(markup);
  });

  it("treat entities and bare angle brackets as characters", () => {
    expect(parseRichText("a &nbsp;&eacute;&#233;&#x41; 1 < 2 <3 &#0;&#xD800;")).toEqual([
      "a \u00a0ééA 1 < 2 <3 \ufffd\ufffd",
    ]);
  });

  it("keep a text with entities in one piece, so that its figures stay together", () => {
    expect(parseRichText("<p>70 &times; 50&nbsp;cm &amp; plus</p>")).toMatchObject([
      { tag: "p", children: ["70 × 50\u00a0cm & plus"] },
    ]);
  });

  it("close open elements and ignore unmatched end tags", () => {
    expect(html("<p>Un<p>Deux <strong>fort")).toBe("<p>Un</p><p>Deux <strong>fort</strong></p>");
    expect(html("</p></table>Un</strong>")).toBe("Un");
    expect(html("<ul><li>Un<li>Deux</ul>Fin")).toBe("<ul><li>Un</li><li>Deux</li></ul>Fin");
  });

  it("put rows into a table body as a browser does", () => {
    expect(html("<table><tr><th>A<td>1<tr><td>2</table>")).toBe(
      "<table><tbody><tr><th>A</th><td>1</td></tr><tr><td>2</td></tr></tbody></table>",
    );
  });

  it("preserve the text of unknown elements", () => {
    expect(html('<div class="x"><h1>Titre</h1><img src=x onerror=alert(1)>Texte</div>')).toBe(
      "TitreTexte",
    );
  });

  it("preserve no attribute except the URL of a link", () => {
    expect(html('<p style="color:red" onclick="alert(1)" id=a>x</p>')).toBe("<p>x</p>");
  });

  it("never nest elements that a browser would separate", () => {
    expect(html("<p><table><tr><td><p>x</p></td></tr></table></p>")).toBe(
      "<p></p><table><tbody><tr><td>x</td></tr></tbody></table>",
    );
    expect(html('<a href="https://a.ma/">a<a href="https://b.ma/">b</a>')).toBe(
      '<a href="https://a.ma/">ab</a>',
    );
    expect(html("<h3><p>x</p></h3>")).toBe("<h3></h3><p>x</p>");
    expect(html("<table>lost<tr>lost<td>kept")).toBe(
      "<table><tbody><tr><td>kept</td></tr></tbody></table>",
    );
  });
});

describe("Hostile product details", () => {
  const attacks = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt&colon;alert(1)">x</a>',
    '<a href="java\nscript:alert(1)">x</a>',
    '<a href="java&Tab;script:alert(1)">x</a>',
    '<a href=" &#14; javascript:alert(1)">x</a>',
    '<a href="&#106;&#97;&#118;&#97;script:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="//evil.example/">x</a>',
    '<a href="https://shop.ma@evil.example/">x</a>',
    "<a title=' href=\"javascript:alert(1)\"' href='javascript:alert(2)'>x</a>",
    '<p title="</p><script>alert(1)</script>">x</p>',
    "<p/onmouseover=alert(1)>x",
    "<<p>x</p>script>alert(1)<</p>/script>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml <script>alert(1)</script>?>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<textarea></textarea><script>alert(1)</script>",
    "<template><script>alert(1)</script></template>",
    "<style>@import 'javascript:alert(1)'</style>",
    "<form action=javascript:alert(1)><button>x",
    "<base href=//evil.example/><p>x",
    "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
    "<p>&#60;img src=x onerror=alert(1)&#62;</p>",
    "<constructor><__proto__><toString>",
    "<p",
    "<",
    "</",
    "<a href=",
    "<script",
    "\0<p\0>x",
  ];

  it.each(attacks)("%j are made harmless", (markup) => {
    const result = html(markup);
    const tags = [...result.matchAll(/<\/?([^\s>/]*)([^>]*)>/g)];
    for (const [, name = "", attributes = ""] of tags) {
      expect(name).toMatch(/^(h3|p|ul|ol|li|strong|em|a|br|table|thead|tbody|tr|th|td)$/);
      expect(attributes).toMatch(/^(\/| href="(https?:\/\/|mailto:|tel:)[^"@]*")?$/);
    }
  });

  it.each([
    "script",
    "style",
    "textarea",
    "title",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "noscript",
  ])("lose the content of %s", (tag) => {
    expect(html(`a<${tag}>x<p>y</p></${tag}>b<${tag.toUpperCase()}>z</${tag} >c`)).toBe("abc");
  });

  it("that are deep, long or unfinished are processed quickly", () => {
    const began = performance.now();
    for (const piece of [
      "<strong>",
      "<ul><li>",
      "<a ",
      "<!--",
      "<script>",
      "&#",
      "<p title='",
      "</p>",
      "<",
    ]) {
      parseRichText(piece.repeat(20_000));
    }
    expect(html("<strong>".repeat(20_000)).length).toBeLessThan(400);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
