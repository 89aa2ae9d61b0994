const DASHBOARD = "/admin/dashboard";

/** Returns the requested path only when it lies below /admin/, so that the login form is no open redirect. */
export function getPathAfterSignIn(requested: string | string[] | undefined): string {
  if (typeof requested !== "string" || !requested.startsWith("/admin/")) return DASHBOARD;
  const { pathname, search, host } = new URL(requested, "http://admin.invalid");
  return host === "admin.invalid" && pathname.startsWith("/admin/")
    ? `${pathname}${search}`
    : DASHBOARD;
}
