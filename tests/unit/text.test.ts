import { describe, expect, it } from "vitest";
import {
  abbreviate,
  cleanLine,
  cleanPlain,
  cleanText,
  cleanToken,
  truncate,
} from "@/lib/input/text";
import { INVISIBLE_MARKS } from "../support/invisible-marks";

const named = (mark: string) => `U+${mark.codePointAt(0)?.toString(16).padStart(4, "0")}`;

describe("A cleaned text", () => {
  it.each(INVISIBLE_MARKS.map((mark) => [named(mark), mark]))("contains no %s", (_, mark) => {
    for (const clean of [cleanLine, cleanText]) {
      expect(clean(`${mark}Évi${mark}er ino${mark}x${mark}`)).toBe("Évier inox");
      expect(clean(`${mark}مغ${mark.replace("\u200c", "")}سلة${mark}`)).toBe("مغسلة");
      expect(clean(`${mark} ${mark}\n${mark}`)).toBe("");
    }
    expect(cleanPlain(`مغ${mark}سلة`)).toBe("مغسلة");
    expect(cleanToken(` a${mark}@b c ${mark}`)).toBe("a@bc");
  });

  it.each([..."\u00a0\u1680\u2000\u2007\u2009\u200a\u202f\u205f\u3000\u2800"])(
    "has a plain space instead of %j",
    (space) => {
      expect(cleanLine(`${space}60${space}${space}cm${space}`)).toBe("60 cm");
      expect(cleanText(`${space}60${space}cm${space}\nx${space}`)).toBe("60 cm\nx");
      expect(cleanText(space)).toBe("");
    },
  );

  it.each(["\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"])(
    "has a line break at %j",
    (end) => {
      expect(cleanText(`Bonjour${end}Je voudrais un devis`)).toBe("Bonjour\nJe voudrais un devis");
      expect(cleanLine(`Bonjour${end}Madame`)).toBe("Bonjour Madame");
    },
  );

  it("with several lines contains no control characters but the tab", () => {
    const controls = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code))
      .filter((sign) => /\p{Cc}/u.test(sign))
      .join("");
    expect(cleanText(`a${controls}b`)).toBe("a\n\n\nb");
    expect(cleanLine(`a${controls}b`)).toBe("a b");
  });

  it("preserves tabs, single empty lines and indents of later lines", () => {
    expect(cleanText(" a\tb \n\n  c\n\n\n\n\n\nd ")).toBe("a\tb\n\n  c\n\n\nd");
  });

  it("has composed accents instead of combining ones", () => {
    expect(cleanLine("E\u0301vier")).toBe("\u00c9vier");
  });

  it.each([
    ["a family", "👩‍👩‍👧‍👦"],
    ["a profession with a skin tone", "👩🏽‍🔧"],
    ["a heart in colour", "❤️"],
    ["a rainbow flag", "🏳️‍🌈"],
    ["a keycap", "1️⃣"],
    ["the flag of Scotland", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"],
    ["a Persian word with a ZWNJ", "می‌خواهم"],
    ["a Devanagari cluster with a ZWJ", "क्‍ष"],
    ["Arabic with vowel marks and digits", "مَغْسَلَة ٦٠ سم"],
  ])("preserves %s", (_, typed) => {
    expect(cleanLine(typed)).toBe(typed.normalize("NFC"));
    expect(cleanText(`\u200e${typed}\u200f`)).toBe(typed.normalize("NFC"));
  });

  it("has an emoji repaired that contained a stray mark", () => {
    expect(cleanLine("👩\u200b‍🔧")).toBe("👩‍🔧");
  });

  it("is not changed by cleaning it again", () => {
    const parts = [
      ...INVISIBLE_MARKS,
      "می",
      "👩",
      "🔧",
      "1",
      "\u20e3",
      "a",
      " ",
      "\n",
      "e\u0301",
      "क्",
      "ष",
    ];
    for (let seed = 1; seed < 2_000; seed++) {
      const typed = Array.from(
        { length: 9 },
        (_, at) => parts[(seed * (at + 3) * 7919) % parts.length],
      );
      for (const clean of [cleanLine, cleanText, cleanPlain]) {
        const once = clean(typed.join(""));
        expect(clean(once)).toBe(once);
      }
    }
  });

  it("is cleaned in linear time", () => {
    const typed = `a${" ".repeat(200_000)}b${"\u200c".repeat(100_000)}${"\n".repeat(100_000)}c`;
    expect(cleanText(typed)).toHaveLength(200_006);
    expect(cleanLine(typed)).toBe("a b c");
  }, 4_000);
});

describe("A text of plain letters", () => {
  it("is cleaned without a search for marks, and equals what that search gives", () => {
    const plain = Array.from({ length: 0x700 }, (_, code) => String.fromCharCode(code));
    for (const sign of plain) {
      // The mark after it takes the text off the fast path.
      expect(cleanText(`a${sign}b`), `U+${sign.charCodeAt(0).toString(16)}`).toBe(
        cleanText(`a${sign}b\u200b`),
      );
    }
  });
});

describe("A truncated text", () => {
  const signs = ["😀", "👩‍👩‍👧‍👦", "e\u0301", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🇲🇦", "لَّ"];

  it.each(signs)("never ends inside %s", (sign) => {
    for (let max = 3; max < 40; max++) {
      const cut = truncate(`ab${sign.repeat(20)}`, max);
      expect(cut.length).toBeLessThanOrEqual(max);
      if (max >= 2 + sign.length) expect(cut.slice(2).replaceAll(sign, "")).toBe("");
      expect(cut.isWellFormed()).toBe(true);
    }
  });

  it("is as long as the limit allows", () => {
    expect(truncate("abcdef", 3)).toBe("abc");
    expect(truncate("abc", 3)).toBe("abc");
    expect(truncate("aa😀", 3)).toBe("aa");
    expect(abbreviate("abcdef", 4)).toBe("abc…");
    expect(abbreviate("ab cd", 4)).toBe("ab…");
    expect(abbreviate("abcd", 4)).toBe("abcd");
  });

  it("splits a single character that is longer than the limit", () => {
    expect(truncate(`a${"\u0301".repeat(50)}`, 10)).toHaveLength(10);
    expect(truncate("😀😀", 1)).toBe("");
  });
});
