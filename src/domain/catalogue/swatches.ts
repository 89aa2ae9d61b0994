/**
 * Colours of common finishes, for values without a swatch of their own. Keys are folded words. Materials such as "Chêne" or
 * "Marbre" have the colour of their prevailing tone.
 */
const COLOURS = new Map<string, string>(
  Object.entries({
    "#f5f4f0": ["blanc", "blanche", "أبيض"],
    "#efe8da": ["blanc casse", "ivoire", "creme", "ecru", "أبيض عاجي", "عاجي", "كريمي"],
    "#1c1c1e": ["noir", "noire", "أسود"],
    "#3b3f43": ["anthracite", "gris anthracite", "رمادي فحمي", "فحمي"],
    "#8c8c8a": ["gris", "grise", "beton", "ciment", "رمادي", "إسمنتي", "خرساني"],
    "#bfc0be": ["gris clair", "perle", "رمادي فاتح"],
    "#5b5d5f": ["gris fonce", "fume", "fumee", "ardoise", "رمادي غامق", "مدخن"],
    "#c4c8cc": ["chrome", "chromee", "argent", "argente", "كروم", "فضي"],
    "#a9aba8": [
      "inox",
      "acier",
      "nickel",
      "aluminium",
      "alu",
      "إينوكس",
      "فولاذ",
      "نيكل",
      "ألمنيوم",
    ],
    "#d4ac4e": ["or", "dore", "doree", "laiton", "ذهبي", "نحاس أصفر"],
    "#b9722f": ["cuivre", "نحاسي", "نحاس"],
    "#7d6234": ["bronze", "برونزي", "برونز"],
    "#2b5fa8": ["bleu", "bleue", "أزرق"],
    "#2a3f9d": ["bleu majorelle", "majorelle", "bleu cobalt", "أزرق ماجوريل"],
    "#1e2a4a": ["bleu nuit", "bleu marine", "marine", "bleu fonce", "كحلي", "أزرق غامق"],
    "#8fb8de": ["bleu clair", "bleu ciel", "أزرق فاتح", "سماوي"],
    "#2f9e9b": ["turquoise", "فيروزي"],
    "#1f6b4f": ["vert", "verte", "emeraude", "أخضر", "زمردي"],
    "#24452f": ["vert fonce", "vert sapin", "أخضر غامق"],
    "#9cb58a": ["vert clair", "vert d eau", "أخضر فاتح"],
    "#7a7b45": ["olive", "vert olive", "kaki", "زيتي", "زيتوني"],
    "#b3312c": ["rouge", "أحمر"],
    "#6e1f2b": ["bordeaux", "عنابي"],
    "#e0b93c": ["jaune", "أصفر"],
    "#d9802e": ["orange", "برتقالي"],
    "#d99aa5": ["rose", "وردي"],
    "#6f5192": ["violet", "violette", "mauve", "بنفسجي"],
    "#d4bd96": ["beige", "sable", "بيج", "رملي"],
    "#a8998a": ["taupe", "greige", "طوب"],
    "#c08a3e": ["ocre", "miel", "مغري", "عسلي"],
    "#b5613c": ["terre cuite", "terracotta", "brique", "طين مشوي", "آجري", "قرميدي"],
    "#6b4a33": ["marron", "brun", "brune", "chocolat", "wenge", "بني"],
    "#c19a6b": [
      "chene",
      "chene naturel",
      "bois",
      "bois clair",
      "naturel",
      "pin",
      "بلوط",
      "خشبي",
      "طبيعي",
    ],
    "#7a5136": ["noyer", "bois fonce", "acajou", "جوز"],
    "#d8b97c": ["bambou", "rotin", "osier", "خيزران"],
    "#e4e1dc": ["marbre", "رخام", "رخامي"],
    "#dfe9ea": ["transparent", "transparente", "شفاف"],
  }).flatMap(([colour, names]) => names.map((name): [string, string] => [fold(name), colour])),
);

const COLOUR_GROUP = /^(?:couleur|coloris|teinte|finition|اللون|لون|اللمسة|التشطيب)/i;
const MAX_WORDS = 3;

/** Finds the colour of a value by its first words, French or Arabic; null for groups other than colours and finishes. */
export function findSwatch(group: string, value: string): string | null {
  if (!COLOUR_GROUP.test(group.trim())) return null;
  const words = fold(value).split(" ");
  for (let count = Math.min(words.length, MAX_WORDS); count > 0; count--) {
    const colour = COLOURS.get(words.slice(0, count).join(" "));
    if (colour) return colour;
  }
  return null;
}

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
