/** Products that have the words in their name before those that only tell of them elsewhere; else in the order given. */
export function sortByRelevance<T extends { name: string }>(
  products: readonly T[],
  words: string,
): T[] {
  const wanted = fold(words).split(" ").filter(Boolean);
  const score = ({ name }: T) => {
    const folded = fold(name);
    const inName = wanted.filter((word) => folded.includes(word)).length;
    const isFirst = wanted[0] !== undefined && folded.startsWith(wanted[0]);
    return inName * 2 + (isFirst ? 1 : 0);
  };
  return products
    .map((product) => ({ product, score: score(product) }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ product }) => product);
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/gu, " ").trim();
}
