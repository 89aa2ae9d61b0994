export const FILTER_SHEET_ID = "filtres";
export const FILTER_FORM_ID = "formulaire-filtres";
