import "server-only";
import { createHmac } from "node:crypto";
import { sessionSecret } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { truncate } from "@/lib/input/text";
import { type StaffMember, validateSession } from "./lucia";
import { can, type Permission } from "./permissions";

/** From where a request came, as far as it is kept. */
export interface Origin {
  requestId: string;
  ipHash: string;
  userAgent: string | null;
}

/** The member of staff on whose behalf something happens. */
export interface Actor extends Origin {
  id: string;
  name: string;
  role: StaffMember["role"];
  sessionId: string;
}

/** Addresses are kept as a keyed hash: equal ones can be recognised, none can be read. */
export function buildOrigin(requestId: string, address: string, userAgent: string | null): Origin {
  const ipHash = createHmac("sha256", sessionSecret())
    .update(`ip:${address}`)
    .digest("hex")
    .slice(0, 24);
  return { requestId, ipHash, userAgent: userAgent && truncate(userAgent, 300) };
}

/** @throws UNAUTHORIZED without a session; FORBIDDEN where the role does not reach, or a second factor is still to be added */
export async function requireActor(
  token: string | undefined,
  permission: Permission | null,
  origin: Origin,
): Promise<Actor> {
  const signedIn = await validateSession(token);
  if (!signedIn) throw new AppError("UNAUTHORIZED");
  const { user, sessionId } = signedIn;
  if (permission && !can(user, permission)) throw new AppError("FORBIDDEN");
  if (permission && user.mustAddSecondFactor) {
    throw new AppError("FORBIDDEN", {
      message: "Activez d'abord la double authentification de votre compte.",
    });
  }
  return { ...origin, id: user.id, name: user.username, role: user.role, sessionId };
}
