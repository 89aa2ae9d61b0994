export const VARIANTS_COOKIE = "variants";
