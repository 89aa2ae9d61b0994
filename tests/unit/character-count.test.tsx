import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Field } from "@/app/admin/_components/fields/field";
import { CharacterCount } from "@/ui/form/character-count";

const markup = (length: number, locale: "fr" | "ar" = "fr") =>
  renderToStaticMarkup(
    <CharacterCount controlId="texte" length={length} max={1000} locale={locale} />,
  ).replace(/[\u00a0\u202f]/g, " ");

describe("The character counter", () => {
  it("appears only near the limit", () => {
    expect(markup(799)).not.toContain("caractères");
    expect(markup(800)).toContain(">800 caractères, 1 000 au plus.</p>");
    expect(markup(1000)).not.toContain("data-over");
  });

  it("is announced only when the text is too long", () => {
    const announced = (length: number) => /role="status"[^>]*>([^<]*)</.exec(markup(length))?.[1];
    expect([announced(900), announced(1000)]).toEqual(["", ""]);
    expect([announced(1001), announced(1002)]).toEqual([
      "1 000 caractères au plus.",
      "1 000 caractères au plus.",
    ]);
    expect(markup(1001)).toContain("data-over");
  });

  it("is translated into Arabic", () => {
    expect(markup(900, "ar")).toContain("900 من 1 000 حرفًا على الأكثر.");
  });
});

describe("A field with a limit", () => {
  it("is described by the counter and never truncates", () => {
    const field = renderToStaticMarkup(
      <Field label="Nom" name="name" max={10} hint="Court.">
        {(control) => <input {...control} defaultValue={"x".repeat(20)} />}
      </Field>,
    );
    expect(field).toContain('aria-describedby="champ-name-aide champ-name-longueur"');
    expect(field).toContain('<p id="champ-name-longueur"');
    expect(field).not.toMatch(/maxlength/i);
  });
});
