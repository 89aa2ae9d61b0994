import { describe, expect, it } from "vitest";
import { formatOpeningHours } from "@/domain/messaging/inbox/hours-text";
import { detectCustomerLanguage, detectLanguage } from "@/domain/messaging/inbox/rules";

const day = [{ open: "09:00", close: "19:00" }];
const hours = {
  mon: day,
  tue: day,
  wed: day,
  thu: day,
  fri: day,
  sat: [
    { open: "09:00", close: "12:00" },
    { open: "14:00", close: "18:00" },
  ],
  sun: [],
};

describe("The opening hours in one line", () => {
  it("group successive days with equal hours", () => {
    expect(formatOpeningHours(hours, "fr")).toBe(
      "lundi à vendredi de 09:00 à 19:00, samedi de 09:00 à 12:00 et de 14:00 à 18:00, dimanche fermé",
    );
    expect(formatOpeningHours(hours, "ar")).toContain(
      "الاثنين إلى الجمعة من 09:00 إلى 19:00، السبت",
    );
  });
});

describe("The language of a text", () => {
  it.each([
    ["Bonjour, c'est prêt.", "FR"],
    ["السلام عليكم، الطلب جاهز", "AR"],
    ["مرحبا {{prenom}} {{reference}}", "AR"],
    ["سعر هذا المنتج (EO-1001) هو 120 MAD", "AR"],
    ["12 ? ! …", null],
    ["", null],
  ])("of %j is %s", (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it("is the language of the customer's message, or else of the page", () => {
    expect(detectCustomerLanguage({ message: "Prix svp", locale: "AR" })).toBe("FR");
    expect(detectCustomerLanguage({ message: "120 ?", locale: "AR" })).toBe("AR");
  });
});
