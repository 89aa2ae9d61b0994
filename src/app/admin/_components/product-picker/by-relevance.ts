/** Sorts by the number of search words in the name, then by a name that starts with the first word; ties keep their order. */
export function sortByRelevance<T extends { name: string }>(
  products: readonly T[],
  words: string,
): T[] {
  const searchWords = fold(words).split(" ").filter(Boolean);
  const score = ({ name }: T) => {
    const folded = fold(name);
    const matches = searchWords.filter((word) => folded.includes(word)).length;
    const startsWithFirst = searchWords[0] !== undefined && folded.startsWith(searchWords[0]);
    return matches * 2 + (startsWithFirst ? 1 : 0);
  };
  return products
    .map((product) => ({ product, score: score(product) }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ product }) => product);
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/gu, " ").trim();
}
