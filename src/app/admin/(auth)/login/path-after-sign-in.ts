const DASHBOARD = "/admin/dashboard";

/** Where somebody was going when they were asked to sign in; never outside the panel. */
export function getPathAfterSignIn(asked: string | string[] | undefined): string {
  if (typeof asked !== "string" || !asked.startsWith("/admin/")) return DASHBOARD;
  const { pathname, search, host } = new URL(asked, "http://admin.invalid");
  return host === "admin.invalid" && pathname.startsWith("/admin/")
    ? `${pathname}${search}`
    : DASHBOARD;
}
