import type { Role } from "@/lib/auth/permissions";

const ALL_ROLES: readonly Role[] = ["SUPER_ADMIN", "ADMIN", "VIEWER"];
const STAFF: readonly Role[] = ["SUPER_ADMIN", "ADMIN"];
const OWNER: readonly Role[] = ["SUPER_ADMIN"];

/** Every admin page and the roles that may see it. Written from the specification, not derived from the code. */
export const ADMIN_PAGES: Record<string, readonly Role[]> = {
  "/admin/dashboard": ALL_ROLES,
  "/admin/products": ALL_ROLES,
  "/admin/products/new": STAFF,
  "/admin/products/bulk": STAFF,
  "/admin/products/grid": STAFF,
  "/admin/imports": ALL_ROLES,
  "/admin/imports/[id]": ALL_ROLES,
  "/admin/imports/new": STAFF,
  "/admin/products/[id]/edit": ALL_ROLES,
  "/admin/categories": STAFF,
  "/admin/analytics": ALL_ROLES,
  "/admin/analytics/funnels": ALL_ROLES,
  "/admin/analytics/funnels/[id]": ALL_ROLES,
  "/admin/analytics/segments": ALL_ROLES,
  "/admin/analytics/reports": ALL_ROLES,
  "/admin/analytics/reports/[id]": ALL_ROLES,
  "/admin/analytics/experiments": ALL_ROLES,
  "/admin/analytics/experiments/[id]": ALL_ROLES,
  "/admin/analytics/boards": ALL_ROLES,
  "/admin/analytics/boards/[id]": ALL_ROLES,
  "/admin/search": ALL_ROLES,
  "/admin/search/synonyms": ALL_ROLES,
  "/admin/search/rules": ALL_ROLES,
  "/admin/search/figures": ALL_ROLES,
  "/admin/newsletter": STAFF,
  "/admin/newsletter/campaigns": STAFF,
  "/admin/newsletter/campaigns/[id]": STAFF,
  "/admin/leads": STAFF,
  "/admin/messages": STAFF,
  "/admin/messages/[id]": STAFF,
  "/admin/messages/canned-replies": STAFF,
  "/admin/settings": STAFF,
  "/admin/outbox": STAFF,
  "/admin/outbox/[id]": STAFF,
  "/admin/users": OWNER,
  "/admin/audit": OWNER,
  "/admin/account": ALL_ROLES,
};
