import { createRandom } from "./random";
import { brands, colours, kinds, series } from "./vocabulary";

const LIST = "/api/public/products";
const SORTS = ["newest", "price_asc", "price_desc", "name", "popular"];
const LONG_WORD = /\p{L}{5,}/u;

/** Lists with facets: categories, filters, orders and pages as customers combine them. */
export function buildListPaths(categories: readonly string[], count: number): string[] {
  const random = createRandom(1);
  const pick = createPick(random);
  return collectDistinct(count, () => {
    const query = new URLSearchParams({ pageSize: "24", category: pick(categories) });
    query.set("sort", pick(SORTS));
    if (random() < 0.3) query.set("locale", "ar");
    if (random() < 0.5) query.append("option[Couleur]", pick(colours).fr);
    if (random() < 0.2) query.append("option[Couleur]", pick(colours).fr);
    if (random() < 0.2) query.append("option[Marque]", pick(brands));
    if (random() < 0.3) query.set("minPrice", String(Math.floor(random() * 200)));
    if (random() < 0.3) query.set("maxPrice", String(300 + Math.floor(random() * 3_000)));
    if (random() < 0.2) query.set("inStock", "true");
    query.set("page", String(1 + Math.floor(random() ** 3 * 5)));
    return `${LIST}?${query}`;
  });
}

/** Searches with facets: one to four words, in French and Arabic, some with a typo, a filter or an order. */
export function buildSearchPaths(count: number): string[] {
  const random = createRandom(2);
  const pick = createPick(random);
  return collectDistinct(count, () => {
    const locale = random() < 0.3 ? "ar" : "fr";
    const { sizes, ...kind } = pick(kinds);
    const words = [kind[locale]];
    if (random() < 0.4) words.push(pick(series)[locale]);
    if (random() < 0.4) words.push(pick(colours)[locale]);
    if (random() < 0.2) words.push(pick(sizes));
    const text = words.join(" ");
    const query = new URLSearchParams({
      q: random() < 0.15 ? misspell(text, random) : text,
      locale,
    });
    if (random() < 0.2) query.append("option[Couleur]", pick(colours).fr);
    if (random() < 0.3) query.set("maxPrice", String(300 + Math.floor(random() * 3_000)));
    if (random() < 0.2) query.set("sort", pick(SORTS));
    query.set("page", String(1 + Math.floor(random() ** 3 * 3)));
    return `${LIST}/search?${query}`;
  });
}

/** Suggestions for the beginnings of searches, as a search field asks for them. */
export function buildSuggestionPaths(count: number): string[] {
  const random = createRandom(3);
  const pick = createPick(random);
  return collectDistinct(count, () => {
    const locale = random() < 0.3 ? "ar" : "fr";
    const text = `${pick(kinds)[locale]} ${pick(series)[locale]} ${pick(colours)[locale]}`;
    const q = text.slice(0, 2 + Math.floor(random() * (text.length - 2)));
    return `${LIST}/search/suggest?${new URLSearchParams({ q, locale })}`;
  });
}

/** Drops a letter of the first word that is long enough for a typo to be understood. */
function misspell(text: string, random: () => number): string {
  return text.replace(LONG_WORD, (word) => {
    const at = 1 + Math.floor(random() * (word.length - 2));
    return word.slice(0, at) + word.slice(at + 1);
  });
}

function createPick(random: () => number) {
  return <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
}

function collectDistinct(count: number, build: () => string): string[] {
  const found = new Set<string>();
  for (let tries = 0; found.size < count && tries < count * 20; tries++) found.add(build());
  return [...found];
}
