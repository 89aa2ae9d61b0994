/**
 * Morocco has used GMT since 20 September 2026 (IANA time zone database 2026c), but Node and many browsers ship older tables, in which
 * Africa/Casablanca is an hour ahead. Etc/GMT needs no table.
 */
export const SHOP_TIME_ZONE = "Etc/GMT";
