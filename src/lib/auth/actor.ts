import "server-only";
import { createHmac } from "node:crypto";
import { sessionSecret } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { truncate } from "@/lib/input/text";
import { type StaffMember, validateSession } from "./lucia";
import { can, type Permission } from "./permissions";

/** The source of a request, as stored with sessions and audit entries. */
export interface Origin {
  requestId: string;
  ipHash: string;
  userAgent: string | null;
}

/** The signed-in member of staff on whose behalf a command runs. */
export interface Actor extends Origin {
  id: string;
  name: string;
  role: StaffMember["role"];
  sessionId: string;
}

/** Stores the client's address as a keyed hash: equal addresses can be compared, none can be read. */
export function buildOrigin(requestId: string, address: string, userAgent: string | null): Origin {
  return {
    requestId,
    // Most requests are public reads, which need none.
    get ipHash() {
      return hashAddress(address);
    },
    userAgent: userAgent && truncate(userAgent, 300),
  };
}

function hashAddress(address: string): string {
  return createHmac("sha256", sessionSecret()).update(`ip:${address}`).digest("hex").slice(0, 24);
}

/** @throws UNAUTHORIZED without a session; FORBIDDEN without the permission, or while a required second factor is missing */
export async function requireActor(
  token: string | undefined,
  permission: Permission | null,
  origin: Origin,
): Promise<Actor> {
  const session = await validateSession(token);
  if (!session) throw new AppError("UNAUTHORIZED");
  const { user, sessionId } = session;
  if (permission && !can(user, permission)) throw new AppError("FORBIDDEN");
  if (permission && user.mustAddSecondFactor) {
    throw new AppError("FORBIDDEN", {
      message: "Activez d'abord la double authentification de votre compte.",
    });
  }
  return { ...origin, id: user.id, name: user.username, role: user.role, sessionId };
}
