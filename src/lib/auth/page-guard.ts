import "server-only";
import { cookies } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { type ActiveSession, SESSION_COOKIE, type StaffMember, validateSession } from "./lucia";
import { can, type Permission } from "./permissions";

export async function findCurrentSession(): Promise<ActiveSession | null> {
  return validateSession((await cookies()).get(SESSION_COOKIE)?.value);
}

/**
 * Must be the first call of every admin page. Redirects to the sign-in page, which leads back to `path`, or to the account page while
 * a required second factor is missing; renders 403 without the permission. `null` requires a session only.
 */
export async function requireStaff(
  permission: Permission | null,
  path: string,
): Promise<StaffMember> {
  const session = await findCurrentSession();
  if (!session) redirect(`/admin/login?suite=${encodeURIComponent(path)}`);
  if (permission && !can(session.user, permission)) forbidden();
  if (permission && session.user.mustAddSecondFactor)
    redirect("/admin/account?second-facteur=requis");
  return session.user;
}
