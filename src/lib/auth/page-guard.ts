import "server-only";
import { cookies } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { type ActiveSession, SESSION_COOKIE, type StaffMember, validateSession } from "./lucia";
import { can, type Permission } from "./permissions";

/** Who asks for this page, or null. */
export async function findCurrentSession(): Promise<ActiveSession | null> {
  return validateSession((await cookies()).get(SESSION_COOKIE)?.value);
}

/**
 * First line of every page of the panel: the member of staff, once the permission is theirs. Others are sent to
 * sign in (and back to `path`), to add their second factor, or told that this is not theirs. `null` asks for a session only.
 */
export async function requireStaff(
  permission: Permission | null,
  path: string,
): Promise<StaffMember> {
  const visitor = await findCurrentSession();
  if (!visitor) redirect(`/admin/login?suite=${encodeURIComponent(path)}`);
  if (permission && !can(visitor.user, permission)) forbidden();
  if (permission && visitor.user.mustAddSecondFactor)
    redirect("/admin/account?second-facteur=requis");
  return visitor.user;
}
