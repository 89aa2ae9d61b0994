const MAX_SLUG_LENGTH = 80;

/** "Évier inox 60×40 cm" becomes "evier-inox-60x40-cm". A name without Latin letters or digits becomes `fallback`. */
export function toSlug(name: string, fallback = "produit"): string {
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
  const whole = words.slice(0, MAX_SLUG_LENGTH);
  const cut = words.length > MAX_SLUG_LENGTH ? whole.replace(/-[^-]*$/, "") : whole;
  return cut.replace(/-+$/, "") || fallback;
}

/** Returns `slug`, `slug-2` … `slug-50`. */
export function listSlugCandidates(slug: string): string[] {
  return [slug, ...Array.from({ length: 49 }, (_, i) => `${slug}-${i + 2}`)];
}
