/**
 * The clock on the shop's wall. Morocco keeps GMT since 20 September 2026 (IANA's time zones 2026c), but Node and many
 * browsers carry older tables, in which Africa/Casablanca is an hour ahead: hence the zone that needs no table.
 */
export const SHOP_TIME_ZONE = "Etc/GMT";
