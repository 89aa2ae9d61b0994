import { randomUUID } from "node:crypto";
import { createSession, SESSION_COOKIE } from "@/lib/auth/lucia";
import { hashPassword } from "@/lib/auth/password";
import type { Role } from "@/lib/auth/permissions";
import { db } from "@/lib/db";

export const PASSWORD = "un-mot-de-passe-solide";
let passwordHash: string | undefined;

/** Creates a member of staff who can sign in with `PASSWORD`. */
export async function buildUser(role: Role = "ADMIN", fields: { email?: string } = {}) {
  const id = randomUUID().slice(0, 8);
  passwordHash ??= await hashPassword(PASSWORD);
  return db.user.create({
    data: {
      username: `u-${id}`,
      email: `u-${id}@shop.test`,
      passwordHash,
      passwordChangedAt: new Date(),
      role,
      ...fields,
    },
  });
}

/** Creates a signed-in member of staff for the `as` option of `call`. */
export async function buildStaff(role: Role = "ADMIN") {
  const user = await buildUser(role);
  return { ...user, ...(await signInAs(user.id)) };
}

export async function signInAs(userId: string, rememberMe = false) {
  const from = { ipAddress: null, userAgent: "tests", rememberMe };
  const token = await createSession(userId, from);
  return { token, cookie: `${SESSION_COOKIE}=${token}` };
}
