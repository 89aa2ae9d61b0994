export const FILTER_SHEET = "filtres";
export const FILTER_FORM = "formulaire-filtres";
