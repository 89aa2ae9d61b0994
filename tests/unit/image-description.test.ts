import { describe, expect, it } from "vitest";
import {
  getDefaultImageDescription,
  getImageDescription,
} from "@/domain/catalogue/images/description";

const variations = [
  { imageUrl: "/a", value: "60 × 60 cm", valueAr: "60 × 60 سم" },
  { imageUrl: "/c", value: "Noir", valueAr: null },
];
const product = { name: " Zellige ", nameAr: "زليج", variations };
const photo = (fields: Partial<{ url: string; altText: string; altTextAr: string }> = {}) => ({
  url: "/b",
  altText: null,
  altTextAr: null,
  index: 1,
  ...fields,
});

describe("The default description of an image", () => {
  it("is the product name with the value shown on the photo, or with the number of the photo", () => {
    const describe = (url: string, locale: "fr" | "ar") =>
      getDefaultImageDescription(product, { url, index: 1 }, locale);
    expect([describe("/a", "fr"), describe("/a", "ar")]).toEqual([
      "Zellige, 60 × 60 cm",
      "زليج، 60 × 60 سم",
    ]);
    expect([describe("/b", "fr"), describe("/b", "ar")]).toEqual([
      "Zellige, photo 2",
      "زليج، الصورة 2",
    ]);
    expect(describe("/c", "ar")).toBe("زليج، الصورة 2");
  });

  it("is empty without a name in that language", () => {
    const nameless = { name: "", nameAr: null, variations };
    expect(getDefaultImageDescription(nameless, { url: "/a", index: 0 }, "fr")).toBe("");
    expect(getDefaultImageDescription(nameless, { url: "/a", index: 0 }, "ar")).toBe("");
  });
});

describe("The description for customers", () => {
  it("is the default in their language when staff wrote none in that language", () => {
    const image = photo({ altText: "De face" });
    expect(getImageDescription(product, image, "fr")).toEqual({ text: "De face", lang: "fr" });
    expect(getImageDescription(product, image, "ar")).toEqual({
      text: "زليج، الصورة 2",
      lang: "ar",
    });
    expect(getImageDescription(product, photo({ altText: " " }), "fr").text).toBe(
      "Zellige, photo 2",
    );
  });

  it("is in French only when the product has no Arabic name", () => {
    const french = { ...product, nameAr: null };
    expect(getImageDescription(french, photo(), "ar")).toEqual({
      text: "Zellige, photo 2",
      lang: "fr",
    });
    expect(getImageDescription(french, photo({ altText: "De face" }), "ar").text).toBe("De face");
    expect(getImageDescription(french, photo({ altTextAr: "من الأمام" }), "ar")).toEqual({
      text: "من الأمام",
      lang: "ar",
    });
  });
});
