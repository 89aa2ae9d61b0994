import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { EmailText } from "@/app/admin/_components/text/email-text";
import { QuotedText } from "@/app/admin/_components/text/quoted-text";

const markup = (text: string) => renderToStaticMarkup(<QuotedText text={text} />);

describe("A name inside a sentence", () => {
  it.each([
    ["« مغسلة 60×40 » est publié", '« <bdi>مغسلة <bdi dir="ltr">60×40</bdi></bdi> » est publié'],
    [
      "«\u00a0Zellige\u00a0» et «\u00a0Grès\u00a0»",
      "«\u00a0<bdi>Zellige</bdi>\u00a0» et «\u00a0<bdi>Grès</bdi>\u00a0»",
    ],
    ["Réglages enregistrés", "Réglages enregistrés"],
    ["« sans fin", "« sans fin"],
  ])("%s", (text, expected) => {
    expect(markup(text)).toBe(expected);
  });

  it("is rendered as text, never as markup", () => {
    expect(markup("« <b>x</b> »")).toBe("« <bdi>&lt;b&gt;x&lt;/b&gt;</bdi> »");
  });
});

describe("An e-mail address", () => {
  it("may break after the at sign and after dots only, and is otherwise unchanged", () => {
    const html = renderToStaticMarkup(<EmailText email="fatima.alaoui@exemple.co.ma" />);
    expect(html).toBe('<bdi dir="ltr">fatima.<wbr/>alaoui@<wbr/>exemple.<wbr/>co.<wbr/>ma</bdi>');
  });
});
