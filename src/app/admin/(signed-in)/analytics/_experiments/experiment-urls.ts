export const EXPERIMENTS_PATH = "/admin/analytics/experiments";
export const EXPERIMENTS_ROUTE = "/api/admin/analytics/experiments";
