import { beforeAll, describe, expect, it } from "vitest";
import { GET as search } from "@/app/api/public/products/search/route";
import { GET } from "@/app/api/public/products/search/suggest/route";
import type { Suggestions } from "@/domain/search/schema";
import { buildCategory, buildProduct } from "../../support/build";
import { call } from "../../support/call";

const MAX_BYTES = 12_000;
const PHOTO = `/media/${"a".repeat(64)}/1280.webp`;

beforeAll(async () => {
  const tiles = await buildCategory({ slug: "sols", name: "Sols", nameAr: "الأرضيات" });
  for (const number of [1, 2, 3, 4, 5, 6]) {
    await buildProduct({
      name: `${number} carreau ${"émaillé brillant ".repeat(11)}`.slice(0, 200),
      nameAr: `${number} بلاط ${"مطلي لامع جدا ".repeat(14)}`.slice(0, 200),
      categoryId: tiles.id,
      images: { create: [{ url: PHOTO, key: PHOTO, width: 1280, height: 960, bytes: 1 }] },
    });
  }
});

beforeAll(async () => {
  await buildProduct({ name: "Bac acier" });
  await buildProduct({ name: "Bachette bleue" });
});

const suggest = async (q: string) =>
  (await call(GET, { query: `locale=fr&q=${encodeURIComponent(q)}` })).body as {
    data: Suggestions;
  };

describe("GET /api/public/products/search/suggest", () => {
  it("answers five products with the longest names in 12 kB", async () => {
    const body = await suggest("carreau");
    expect(body.data.products).toHaveLength(5);
    expect(body.data.total).toBe(6);
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThanOrEqual(MAX_BYTES);
  });

  it("takes a word also for the beginning of another one, as long as it is typed", async () => {
    const names = (await suggest("bac")).data.products.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Bac acier", "Bachette bleue"]));
    const { body } = await call(search, { query: "q=bac&pageSize=50" });
    const found = body?.data.map(({ name }: { name: string }) => name);
    expect(found).toContain("Bac acier");
    expect(found).not.toContain("Bachette bleue");
  });

  it("answers the top categories without a text", async () => {
    const { data } = await suggest("");
    expect(data.products).toEqual([]);
    expect(data.categories).toContainEqual({
      slug: "sols",
      name: "Sols",
      nameAr: "الأرضيات",
      productCount: 6,
    });
  });
});
