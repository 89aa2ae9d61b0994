import { readdirSync, readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { UserText } from "@/app/admin/_components/text/user-text";
import { toIndentedLabel } from "@/app/admin/(signed-in)/products/category-option";
import { isolateUserText } from "@/lib/format/bidi";

const ADMIN = "src/app/admin";

/** Names of variables and fields that contain typed text. */
const TYPED =
  "name|nameAr|username|userName|productName|categoryName|subject|assignedTo|changedBy|hiddenBy|hiddenCategory";
/** Rendered as a child of an element, neither as an attribute nor inside a template literal. */
const PRINTED = new RegExp(String.raw`(?<![=$])\{(?:\w+\??\.)*(?:${TYPED})(?: \|\| \w+)?\}`);

const sources = readdirSync(ADMIN, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx"))
  .map((file) => `${ADMIN}/${file}`)
  .map((path) => ({ path, lines: readFileSync(path, "utf8").split("\n") }));

describe("Typed texts on admin pages", () => {
  it("are rendered by UserText, which isolates them", () => {
    expect(sources.length).toBeGreaterThan(100);
    const bare = sources.flatMap(({ path, lines }) =>
      lines.flatMap((line, at) => (PRINTED.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
    );
    expect(bare).toEqual([]);
  });

  it("are isolated nowhere else without their figures", () => {
    const others = sources.flatMap(({ path, lines }) =>
      lines.some((line) => /<bdi(?![^>]*dir="ltr")/.test(line)) ? [path] : [],
    );
    expect(others).toEqual([`${ADMIN}/_components/text/user-text.tsx`]);
  });

  it("that are rendered without isolation are detected", () => {
    for (const line of ["<p>{row.name}</p>", "« {subject || NO_SUBJECT} »", "{thread?.name} :"]) {
      expect(PRINTED.test(line), line).toBe(true);
    }
    for (const line of ["<UserText text={row.name} />", "label={name}", "`/$".concat("{name}`")]) {
      expect(PRINTED.test(line), line).toBe(false);
    }
  });
});

describe("A typed text", () => {
  it("preserves its direction and the order of its figures", () => {
    const html = (text: string) => renderToStaticMarkup(createElement(UserText, { text }));
    expect(html("مرآة 70×50 سم")).toBe('<bdi>مرآة <bdi dir="ltr">70×50</bdi> سم</bdi>');
    expect(html("Miroir 70×50 cm")).toBe("<bdi>Miroir 70×50 cm</bdi>");
  });

  it("preserves both in options and titles, and is changed only when it contains Arabic", () => {
    expect(isolateUserText("Miroirs 70×50")).toBe("Miroirs 70×50");
    const isolated = "\u2068مرآة \u206670×50\u2069\u2069";
    expect(isolateUserText("مرآة 70×50")).toBe(isolated);
    expect(isolateUserText(isolated)).toBe(isolated);
    expect(toIndentedLabel({ name: "مرايا", depth: 1 })).toBe(
      "\u00a0\u00a0\u00a0\u2068مرايا\u2069",
    );
  });
});
