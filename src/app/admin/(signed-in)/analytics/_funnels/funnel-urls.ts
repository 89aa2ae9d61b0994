export const FUNNELS_PATH = "/admin/analytics/funnels";
