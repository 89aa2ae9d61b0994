import { describe, expect, it } from "vitest";
import { defaultImageDescription, imageDescription } from "@/domain/catalogue/images/description";

const variations = [
  { imageUrl: "/a", value: "60 × 60 cm", valueAr: "60 × 60 سم" },
  { imageUrl: "/c", value: "Noir", valueAr: null },
];
const product = { name: " Zellige ", nameAr: "زليج", variations };
const photo = (fields: Partial<{ url: string; altText: string; altTextAr: string }> = {}) => ({
  ...{ url: "/b", altText: null, altTextAr: null, index: 1 },
  ...fields,
});

describe("the default description of an image", () => {
  it("is the product's name with the value whose photo it is, or with the number of the photo", () => {
    const describe = (url: string, locale: "fr" | "ar") =>
      defaultImageDescription(product, { url, index: 1 }, locale);
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
    expect(defaultImageDescription(nameless, { url: "/a", index: 0 }, "fr")).toBe("");
    expect(defaultImageDescription(nameless, { url: "/a", index: 0 }, "ar")).toBe("");
  });
});

describe("the description that customers read", () => {
  it("is the default in their language where nobody wrote one in it", () => {
    const image = photo({ altText: "De face" });
    expect(imageDescription(product, image, "fr")).toEqual({ text: "De face", lang: "fr" });
    expect(imageDescription(product, image, "ar")).toEqual({ text: "زليج، الصورة 2", lang: "ar" });
    expect(imageDescription(product, photo({ altText: " " }), "fr").text).toBe("Zellige, photo 2");
  });

  it("is the French one only where the product has no Arabic name", () => {
    const french = { ...product, nameAr: null };
    expect(imageDescription(french, photo(), "ar")).toEqual({
      text: "Zellige, photo 2",
      lang: "fr",
    });
    expect(imageDescription(french, photo({ altText: "De face" }), "ar").text).toBe("De face");
    expect(imageDescription(french, photo({ altTextAr: "من الأمام" }), "ar")).toEqual({
      text: "من الأمام",
      lang: "ar",
    });
  });
});
