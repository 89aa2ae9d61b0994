import { beforeAll, describe, expect, it } from "vitest";
import { GET as readCategories } from "@/app/api/public/categories/route";
import { GET as readProduct } from "@/app/api/public/products/[slug]/route";
import { GET as readProducts } from "@/app/api/public/products/route";
import { GET as search } from "@/app/api/public/products/search/route";
import {
  findCategoryPath,
  findCategoryRedirect,
} from "@/domain/catalogue/listing/categories-published";
import {
  findInquiryProduct,
  findProductRedirect,
  listFeaturedProducts,
  listNewProducts,
  listRelatedProducts,
} from "@/domain/catalogue/listing/product-published";
import { listCategoryFirstPage } from "@/domain/catalogue/listing/published";
import { findPreview } from "@/domain/catalogue/previews/published";
import { listVisibleCards } from "@/domain/catalogue/products/queries";
import type { CategoryNode } from "@/domain/catalogue/schema";
import { signToken } from "@/lib/auth/signed-token";
import { db } from "@/lib/db";
import { buildCategory, buildProduct } from "../../support/build";
import { call as callAs } from "../../support/call";
import { forwardedFor, newIpAddress } from "../../support/sign-in";
import { readSitemap } from "../../support/sitemap";

/** Each request has its own IP address, so that no rate limit applies. */
const call: typeof callAs = (route, options) =>
  callAs(route, { ...options, headers: forwardedFor(newIpAddress()) });

/** Three levels with two children each; the parent of `cat-1-2` is `cat-1`. */
const PATHS = ["1", "2"].flatMap((top) => [
  top,
  ...["1", "2"].flatMap((middle) => [
    `${top}-${middle}`,
    ...["1", "2"].map((bottom) => `${top}-${middle}-${bottom}`),
  ]),
]);

const isIn = (path: string, hidden: string) => path === hidden || path.startsWith(`${hidden}-`);
const ids = new Map<string, string>();
const productIds = new Map<string, string>();

beforeAll(async () => {
  for (const path of PATHS) {
    const category = await buildCategory({
      slug: `cat-${path}`,
      name: `Rayon cat-${path}`,
      parentId: ids.get(path.slice(0, -2)) ?? null,
    });
    ids.set(path, category.id);
    await db.slugRedirect.create({ data: { slug: `old-${path}`, categoryId: category.id } });
    for (const number of [1, 2]) {
      const slug = `prod-${path}-n${number}`;
      const { id } = await buildProduct({
        slug,
        name: `Robinet ${slug}`,
        categoryId: category.id,
        isFeatured: true,
        isNew: true,
        facts: [{ name: "Couleur", value: number === 1 ? "Rouge" : "Bleu" }],
        previewNonce: "nonce",
      });
      productIds.set(slug, id);
      await db.slugRedirect.create({ data: { slug: `old-${slug}`, productId: id } });
    }
  }
});

/** All public responses that name no single product or category. */
async function readEverything(): Promise<[string, unknown][]> {
  const list = (query: string) => call(readProducts, { query: `pageSize=100&${query}` });
  const find = (words: string) =>
    call(search, { query: `pageSize=100&q=${encodeURIComponent(words)}` });
  const visible = await list("");
  const slugs: string[] = visible.body?.data.map(({ slug }: { slug: string }) => slug);
  return [
    ["the categories", await call(readCategories)],
    ["the list", visible],
    ["a filtered list", await list("option%5BCouleur%5D=Rouge")],
    ...(await Promise.all(
      PATHS.map(
        async (path): Promise<[string, unknown]> => [
          `the list of ${path}`,
          [
            await list(`category=cat-${path}`),
            await listCategoryFirstPage(`cat-${path}`, 24, "fr"),
          ],
        ],
      ),
    )),
    ["a search for products", await find("robinet")],
    ...(await Promise.all(
      PATHS.map(
        async (path): Promise<[string, unknown]> => [
          `a search for the category ${path}`,
          await find(`Rayon cat-${path}`),
        ],
      ),
    )),
    ["the featured products", await listFeaturedProducts(100)],
    ["the new products", await listNewProducts(100)],
    ["the cards of a campaign", await listVisibleCards([...productIds.values()])],
    ["the sitemap", await readSitemap()],
    [
      "each product and its neighbours",
      await Promise.all(
        slugs.map(async (slug) => [
          await call(readProduct, { params: { slug } }),
          await listRelatedProducts(slug),
        ]),
      ),
    ],
    [
      "previews",
      await Promise.all(
        [...productIds.values()].map(async (id) => {
          const token = signToken("preview", { id, nonce: "nonce" }, 60);
          return (await findPreview(token))?.categories;
        }),
      ),
    ],
  ];
}

const listMentions = (content: unknown) =>
  new Set(JSON.stringify(content).match(/(?:cat|prod)-\d(?:-\d)*(?:-n\d)?/g) ?? []);

const countIn = (nodes: CategoryNode[]): number =>
  nodes.reduce((sum, { productCount }) => sum + productCount, 0);

/** One category of each level. */
describe.each(["1", "1-2", "1-2-1"])("While the category %s is hidden", (hidden) => {
  const shown = PATHS.filter((path) => !isIn(path, hidden));

  beforeAll(async () => {
    await db.category.update({ where: { id: ids.get(hidden) ?? "" }, data: { isActive: false } });
    return async () => {
      await db.category.update({ where: { id: ids.get(hidden) ?? "" }, data: { isActive: true } });
    };
  });

  it("no customer-facing response names it, its descendants or their products", async () => {
    const expected = new Set(
      shown.flatMap((path) => [`cat-${path}`, `prod-${path}-n1`, `prod-${path}-n2`]),
    );
    const seen = new Set<string>();
    for (const [place, content] of await readEverything()) {
      const mentioned = listMentions(content);
      expect(
        [...mentioned].filter((slug) => !expected.has(slug)),
        place,
      ).toEqual([]);
      for (const slug of mentioned) seen.add(slug);
    }
    expect(seen).toEqual(expected);
  });

  it("the totals of the tree, the list and its facets agree", async () => {
    const tree = (await call(readCategories)).body?.data;
    const { body } = await call(readProducts, { query: "pageSize=100" });
    expect(body?.pagination.total).toBe(2 * shown.length);
    expect(countIn(tree)).toBe(2 * shown.length);
    const colours = body?.facets.options.find(({ name }: { name: string }) => name === "Couleur");
    expect(colours.values.map(({ count }: { count: number }) => count)).toEqual([
      shown.length,
      shown.length,
    ]);
    expect(body?.facets.inStock).toBe(2 * shown.length);
  });

  it("current and former slugs lead only to visible pages", async () => {
    for (const path of PATHS) {
      const isShown = !isIn(path, hidden);
      const slug = `prod-${path}-n1`;
      expect([path, (await findCategoryPath(`cat-${path}`)).length > 0]).toEqual([path, isShown]);
      expect(await findCategoryRedirect(`old-${path}`)).toBe(isShown ? `cat-${path}` : null);
      expect((await call(readProduct, { params: { slug } })).status).toBe(isShown ? 200 : 404);
      expect(await findProductRedirect(`old-${slug}`)).toBe(isShown ? slug : null);
      for (const address of [slug, `old-${slug}`]) {
        expect((await findInquiryProduct(address))?.slug).toBe(isShown ? slug : undefined);
      }
    }
  });
});
