import { describe, expect, it } from "vitest";
import { categories } from "@/data/categories";
import { products } from "@/data/products";
import { isolateFigures, isolateFiguresInMarkup, splitFigures } from "@/lib/format/bidi";

const figuresIn = (text: string) =>
  splitFigures(text)
    .filter(({ isFigures }) => isFigures)
    .map(({ text: figures }) => figures);

describe("Figures in Arabic text", () => {
  it.each([
    ["مرآة 70×50 سم", ["70×50"]],
    ["بلاط 60 × 120 سم", ["60 × 120"]],
    ["بلاط 60x60", ["60x60"]],
    ["بلاط 60 x 60 سم", ["60 x 60"]],
    ["بلاط 60*60", ["60*60"]],
    ["بلاط 33,3×33,3 سم", ["33,3×33,3"]],
    ["صندوق 12×8×3 سم", ["12×8×3"]],
    ["لوح 90 x 200 cm أبيض", ["90 x 200 cm"]],
    ["لوح 90cm × 200cm", ["90cm × 200cm"]],
    ["سماكة 10–12 مم", ["10–12"]],
    ["سماكة 10 - 12 مم", ["10 - 12"]],
    ["القانون 09-08", ["09-08"]],
    ["موسم 2024/2025", []],
    ["زيادة 10 % للقطع", ["10 %"]],
    ["زيادة 10% و15 %", ["10%", "15 %"]],
    ["زاوية 90°", ["90°"]],
    ["حرارة -5 °C", ["-5 °C"]],
    ["حرارة ±2°C", ["±2°C"]],
    ["دقة ± 5 مم", ["± 5"]],
    ['وصلة 1/2"', ['1/2"']],
    ['وصلة 1 1/2" نحاس', ['1 1/2"']],
    ["وصلة 1½″", ["1½″"]],
    ["مقاس ½ بوصة", ["½"]],
    ['المقاس "12" متوفر', []],
    ['المقاس "12×15" متوفر', ["12×15"]],
    ["أنبوب Ø 38 مم", []],
    ["أنبوب Ø 38×40 مم", ["Ø 38×40"]],
    ["أنبوب ⌀ 38 مم", ["⌀ 38"]],
    ["رأس PH2×100", ["PH2×100"]],
    ["مصباح LED 9 W", ["LED 9 W"]],
    ["مصباح 9 W", ["9 W"]],
    ["مثقاب 220 V", ["220 V"]],
    ["سعة 3.5 l/min", ["3.5 l/min"]],
    ["اللصاق C2TE والقاعدة E27", []],
    ["مرجع GRC-0102", []],
    ["مرجع 1234-AB", ["1234-AB"]],
    ["الساعة 09:00", []],
    ["من 09:00 – 18:30", ["09:00 – 18:30"]],
    ["اتصلوا على +212 524 88 12 34", ["+212 524 88 12 34"]],
    ["مثل 06 12 34 56 78، أو اتركوا", ["06 12 34 56 78"]],
    ["هاتف 0524-88-12-34", ["0524-88-12-34"]],
    ["السعر 1 200 درهم", ["1 200"]],
    ["السعر 12 500,50 MAD", ["12 500,50 MAD"]],
    ["سنة 1975", []],
    ["مقاس ٧٠×٥٠ سم", ["٧٠×٥٠"]],
    ["1+1 مجانًا", ["1+1"]],
  ])("are isolated to preserve their order in %s", (text, expected) => {
    expect(figuresIn(text)).toEqual(expected);
  });

  it("are left alone in addresses, so that links and mail still work", () => {
    const text = "الرابط https://shop.example/produit/miroir-70x50cm?v=A-1 أو a-1x2@shop.example";
    expect(figuresIn(text)).toEqual([]);
    expect(isolateFigures(text)).toBe(text);
  });

  it("are left alone in a text without Arabic letters", () => {
    expect(isolateFigures("Miroir LED 70×50 cm, 10 %")).toBe("Miroir LED 70×50 cm, 10 %");
  });

  it("are isolated once, also when applied repeatedly", () => {
    const once = isolateFigures('مرآة 70×50 سم، وصلة 1/2" و+212 524 88 12 34');
    expect(once).toBe(
      'مرآة \u206670×50\u2069 سم، وصلة \u20661/2"\u2069 و\u2066+212 524 88 12 34\u2069',
    );
    expect(isolateFigures(once)).toBe(once);
  });

  it("are isolated in the texts of a mail, without changes to addresses, styles and entities", () => {
    const mail = (dir: string, body: string) =>
      `<html dir="${dir}"><style>a{x:1×2}</style>${body}</html>`;
    const isolated = (body: string, dir = "rtl") => isolateFiguresInMarkup(mail(dir, body));
    expect(isolated('<a href="/p/70x50">مرآة 70×50 سم</a>')).toBe(
      mail("rtl", '<a href="/p/70x50">مرآة \u206670×50\u2069 سم</a>'),
    );
    expect(isolated("<b>60×60</b>")).toBe(mail("rtl", "<b>\u206660×60\u2069</b>"));
    expect(isolated("<b>60×60</b>", "ltr")).toBe(mail("ltr", "<b>60×60</b>"));
    expect(isolated("<p>وصلة 1/2&quot; &amp; C&#x27;est</p>")).toBe(
      mail("rtl", "<p>وصلة \u20661/2&quot;\u2069 &amp; C&#x27;est</p>"),
    );
    expect(isolated('<img alt="مرآة 70×50"/>')).toBe(
      mail("rtl", '<img alt="مرآة \u206670×50\u2069"/>'),
    );
    expect(isolated('<span dir="ltr">+212 524 88 12 34</span>')).toBe(
      mail("rtl", '<span dir="ltr">+212 524 88 12 34</span>'),
    );
  });

  it("are isolated without loss or addition of other characters", () => {
    const text = 'بلاط 60×60، "12"، LED 9 W، -5 °C، https://a.example/1x2 و 10 %';
    expect(
      splitFigures(text)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  });

  it("are processed quickly in a long text of signs", () => {
    const began = performance.now();
    for (const text of [
      "1".repeat(20_000),
      "1 ".repeat(10_000),
      "a ".repeat(10_000),
      "1×".repeat(10_000),
      "a@".repeat(10_000),
      "-.".repeat(10_000),
      "1a".repeat(10_000),
      "1,".repeat(10_000),
    ]) {
      splitFigures(`م ${text}`);
    }
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

/** Two figures with a sign between them, matched independently of the code under test. */
const SIGNED = /\d+(?:[.,]\d+)?(?:\s*[×x*–-]\s*\d+(?:[.,]\d+)?)+|\d+ ?%/g;

describe("The Arabic texts of the catalogue", () => {
  const texts = [
    ...categories.flatMap(({ nameAr, descriptionAr }) => [nameAr, descriptionAr]),
    ...products.flatMap((product) => [
      product.nameAr,
      product.descriptionAr,
      ...(product.detailsAr ?? "").split(/<[^>]*>/),
      ...[...product.facts, ...(product.variations ?? [])].flatMap(({ nameAr, valueAr }) => [
        nameAr,
        valueAr ?? "",
      ]),
    ]),
  ].filter((text) => text !== "");

  it("display each size in order", () => {
    const sizes = texts.flatMap((text) => {
      const whole = figuresIn(text);
      return [...text.matchAll(SIGNED)].map(([size]) => ({ text, size, whole }));
    });
    expect(sizes.length).toBeGreaterThan(60);
    const turned = sizes.filter(({ size, whole }) => !whole.some((run) => run.includes(size)));
    expect(turned).toEqual([]);
  });

  it("are unchanged afterwards, and contain no marks themselves", () => {
    for (const text of texts) {
      expect(text).not.toMatch(/[\u2066-\u2069]/);
      expect(isolateFigures(text).replace(/[\u2066\u2069]/g, "")).toBe(text);
    }
  });
});
