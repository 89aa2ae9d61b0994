import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { findMatches } from "@/app/(shop)/_components/search/suggestions/find-matches";
import { HighlightedText } from "@/app/(shop)/_components/search/suggestions/highlighted-text";

/** The text with its matches in brackets. */
function mark(text: string, query: string): string {
  return findMatches(text, query).reduceRight(
    (marked, { start, end }) =>
      `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`,
    text,
  );
}

describe("The words of a search in a name", () => {
  it.each([
    ["evier", "Évier inox", "[Évier] inox"],
    ["ÉVI", "Mitigeur d'évier", "Mitigeur d'[évi]er"],
    ["carrelages", "Carrelage et carreaux", "[Carrelage] et carreaux"],
    ["carreaux", "Carreau ciment", "[Carreau] ciment"],
    ["inox", "Évier inox", "Évier [inox]"],
    ["oeil", "Œil-de-bœuf", "[Œil]-de-bœuf"],
    ["ier", "Évier", "Évier"],
    ["60x60", "Grès 60×60 cm", "Grès [60×60] cm"],
    ["60 x 60", "Grès 60×60 cm", "Grès [60]×[60] cm"],
    ["a b", "À bas", "À bas"],
    ["(mat", "Gris (mat)", "Gris ([mat])"],
    ["mitigeur mit", "Mitigeur", "[Mitigeur]"],
    ["", "Évier", "Évier"],
  ])("%j in %j", (query, text, expected) => {
    expect(mark(text, query)).toBe(expected);
  });

  it.each([
    ["خلاط", "خلاّط المغسلة", "[خلاّط] المغسلة"],
    ["مغسله", "خلاط المغسلة", "خلاط ال[مغسلة]"],
    ["المغسلة", "خلاط مغسلة", "خلاط [مغسلة]"],
    ["احمر", "زليج أحمر", "زليج [أحمر]"],
    ["زليج", "والزليج", "وال[زليج]"],
    ["60", "بلاط ٦٠×٦٠", "بلاط [٦٠]×[٦٠]"],
    ["ليج", "زليج", "زليج"],
  ])("%j in %j", (query, text, expected) => {
    expect(mark(text, query)).toBe(expected);
  });

  it("keeps combining marks with their letter", () => {
    expect(mark("E\u0301vier", "ev")).toBe("[E\u0301v]ier");
    expect(mark("E\u0301vier", "e\u0301vier")).toBe("[E\u0301vier]");
  });

  it("are marked inside isolated figures too", () => {
    const markup = renderToStaticMarkup(
      <HighlightedText text="بلاط 60×60 مطفي" query="60x60 بلاط" />,
    );
    expect(markup).toBe('<mark>بلاط</mark> <bdi dir="ltr"><mark>60×60</mark></bdi> مطفي');
  });
});
