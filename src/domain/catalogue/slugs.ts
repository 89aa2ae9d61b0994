const LONGEST_SLUG = 80;

/** "Évier inox 60×40 cm" becomes "evier-inox-60x40-cm". A name without Latin letters or digits becomes `otherwise`. */
export function slugOf(name: string, otherwise = "produit"): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/(\d)\s*×\s*(?=\d)/g, "$1x")
    .replace(/\p{Mark}+/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const whole = words.slice(0, LONGEST_SLUG);
  const cut = words.length > LONGEST_SLUG ? whole.replace(/-[^-]*$/, "") : whole;
  return cut.replace(/-+$/, "") || otherwise;
}

/** `slug`, `slug-2` … `slug-50`: the first of these that is free is taken. */
export function slugCandidates(slug: string): string[] {
  return [slug, ...Array.from({ length: 49 }, (_, i) => `${slug}-${i + 2}`)];
}
