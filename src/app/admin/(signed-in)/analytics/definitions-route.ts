export const DEFINITIONS_ROUTE = "/api/admin/analytics/definitions";
