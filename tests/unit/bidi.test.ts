import { describe, expect, it } from "vitest";
import { isolateFigures, splitFigures } from "@/lib/bidi";

const figuresIn = (text: string) =>
  splitFigures(text)
    .filter(({ isFigures }) => isFigures)
    .map(({ text: figures }) => figures);

describe("figures in Arabic text", () => {
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
  ])("finds what must keep its order in %s", (text, expected) => {
    expect(figuresIn(text)).toEqual(expected);
  });

  it("leaves addresses alone, so that links and mail keep working", () => {
    const text = "الرابط https://shop.example/produit/miroir-70x50cm?v=A-1 أو a-1x2@shop.example";
    expect(figuresIn(text)).toEqual([]);
    expect(isolateFigures(text)).toBe(text);
  });

  it("changes nothing in a text without Arabic letters", () => {
    expect(isolateFigures("Miroir LED 70×50 cm, 10 %")).toBe("Miroir LED 70×50 cm, 10 %");
  });

  it("isolates once, however often it is applied", () => {
    const once = isolateFigures('مرآة 70×50 سم، وصلة 1/2" و+212 524 88 12 34');
    expect(once).toBe(
      'مرآة \u206670×50\u2069 سم، وصلة \u20661/2"\u2069 و\u2066+212 524 88 12 34\u2069',
    );
    expect(isolateFigures(once)).toBe(once);
  });

  it("loses and adds no character of the text", () => {
    const text = 'بلاط 60×60، "12"، LED 9 W، -5 °C، https://a.example/1x2 و 10 %';
    expect(
      splitFigures(text)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  });

  it("takes no more than a moment for a long text of signs", () => {
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
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
