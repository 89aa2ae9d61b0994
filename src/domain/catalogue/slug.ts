const LONGEST_SLUG = 80;

/** "Évier inox 60×40 cm" becomes "evier-inox-60x40-cm"; a name without Latin letters or digits becomes `otherwise`. */
export function slugOf(name: string, otherwise: string): string {
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
  return words.slice(0, LONGEST_SLUG).replace(/-+$/, "") || otherwise;
}
