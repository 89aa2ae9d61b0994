import { beforeAll, describe, expect, it } from "vitest";
import { DELETE as deleteRule, PATCH as patchRule } from "@/app/api/admin/search/rules/[id]/route";
import { POST as createRule } from "@/app/api/admin/search/rules/route";
import { DELETE as deleteSynonym } from "@/app/api/admin/search/synonyms/[id]/route";
import { POST as createSynonym } from "@/app/api/admin/search/synonyms/route";
import { GET as searchRoute } from "@/app/api/public/products/search/route";
import type { ProductCard } from "@/domain/catalogue/schema";
import { db } from "@/lib/db";
import { buildProduct } from "../../../support/build";
import { call } from "../../../support/call";
import { newWord } from "../../../support/search";
import { buildStaff } from "../../../support/staff";

let as: Awaited<ReturnType<typeof buildStaff>>;
beforeAll(async () => {
  as = await buildStaff("ADMIN");
});

const search = async (q: string) =>
  (await call(searchRoute, { query: `q=${encodeURIComponent(q)}` })).body;
const findSlugs = async (q: string) => (await search(q))?.data.map(({ slug }: ProductCard) => slug);

async function buildNamedProducts(word: string, count: number) {
  const products = [];
  for (let n = 0; n < count; n++) {
    products.push(await buildProduct({ name: `Siphon ${word}`, slug: `${word}-${n}` }));
  }
  return products;
}

describe("The next search", () => {
  it("uses a new synonym, one way, and forgets a deleted one", async () => {
    const [slang, word] = [newWord(), newWord()];
    await buildNamedProducts(word, 1);
    expect(await findSlugs(slang)).toEqual([]);
    const body = { terms: [slang.toUpperCase()], finds: [word] };
    const created = await call(createSynonym, { as, method: "POST", body });
    expect(await findSlugs(slang)).toEqual([`${word}-0`]);
    const params = { id: created.body?.data.id };
    await call(deleteSynonym, { as, method: "DELETE", params });
    expect(await findSlugs(slang)).toEqual([]);
  });

  it("puts pinned products first, leaves out hidden ones and names the page to open", async () => {
    const word = newWord();
    const [first, second, third] = await buildNamedProducts(word, 3);
    const other = await buildProduct();
    const gone = await buildProduct();
    const body = {
      query: `É${word}`,
      pinnedProductIds: [gone.id, other.id, third?.id],
      hiddenProductIds: [second?.id],
      redirectTo: "/faq",
    };
    await buildNamedProducts(`e${word}`, 1);
    const before = await search(`e${word}`);
    expect([before?.data.length, before?.redirectTo]).toEqual([1, null]);
    const created = await call(createRule, { as, method: "POST", body });
    expect(created.status).toBe(201);
    await db.product.delete({ where: { id: gone.id } });
    const after = await search(`e${word}`);
    expect(after?.data.map(({ slug }: ProductCard) => slug)).toEqual([
      other.slug,
      third?.slug,
      `e${word}-0`,
    ]);
    expect(after?.redirectTo).toBe("/faq");
    expect(await findSlugs(word)).toEqual(expect.arrayContaining([first?.slug, second?.slug]));

    const params = { id: created.body?.data.id };
    const hide = { version: 1, pinnedProductIds: [], hiddenProductIds: [third?.id] };
    await call(patchRule, { as, method: "PATCH", params, body: hide });
    expect(await findSlugs(`e${word}`)).toEqual([`e${word}-0`]);
    await call(deleteRule, { as, method: "DELETE", params });
    expect((await search(`e${word}`))?.redirectTo).toBeNull();
  });
});
