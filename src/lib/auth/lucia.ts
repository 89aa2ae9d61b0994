import "server-only";
import { createHash } from "node:crypto";
import { PrismaAdapter } from "@lucia-auth/adapter-prisma";
import {
  type DatabaseSession,
  type DatabaseUser,
  generateIdFromEntropySize,
  Lucia,
  TimeSpan,
} from "lucia";
import { db, type Transaction } from "@/lib/db";
import { appUrl } from "@/lib/env";
import type { Role } from "./permissions";

/** Browsers reject the `__Host-` prefix over plain http (localhost). */
const isHttps = appUrl.startsWith("https://");
export const SESSION_COOKIE = isHttps ? "__Host-session" : "session";

const REMEMBERED_DAYS = 30;

interface SessionAttributes {
  ipAddress: string | null;
  userAgent: string | null;
  rememberMe: boolean;
  lastSeenAt: Date;
}

export interface StaffMember {
  id: string;
  username: string;
  email: string;
  role: Role;
  hasSecondFactor: boolean;
  /** The settings require a second factor for this role, and the account has none. */
  mustAddSecondFactor: boolean;
}

declare module "lucia" {
  interface Register {
    Lucia: typeof shortLucia;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: Omit<StaffMember, "id">;
  }
}

/** SHA-256 in hex. The tables store this hash instead of the token, so that a leaked table gives no access. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

class HashingAdapter extends PrismaAdapter<never> {
  constructor() {
    super(db.session as never, db.user as never);
  }

  override async getSessionAndUser(
    token: string,
  ): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const [row] = await db.$queryRaw<(SessionAttributes & StaffMember & SessionRow)[]>`
      SELECT s."id" AS "sessionId", s."expiresAt", s."ipAddress", s."userAgent", s."rememberMe", s."lastSeenAt",
        u."id", u."username", u."email", u."role"::text, u."totpEnabledAt" IS NOT NULL AS "hasSecondFactor",
        u."totpEnabledAt" IS NULL AND shop_requires_second_factor(u."role") AS "mustAddSecondFactor"
      FROM "Session" s JOIN "User" u ON u."id" = s."userId" AND u."isActive"
      WHERE s."id" = ${hashToken(token)}`;
    if (!row) return [null, null];
    const { sessionId, expiresAt, ipAddress, userAgent, rememberMe, lastSeenAt, id, ...user } = row;
    const attributes = { ipAddress, userAgent, rememberMe, lastSeenAt };
    // Lucia passes this id to `updateSessionExpiration` and `deleteSession`, which hash it again.
    const session = { id: token, userId: id, expiresAt, attributes };
    return [session, { id, attributes: user }];
  }

  override async setSession({ id, userId, expiresAt, attributes }: DatabaseSession) {
    await db.session.create({ data: { id: hashToken(id), userId, expiresAt, ...attributes } });
  }

  override async updateSessionExpiration(token: string, expiresAt: Date) {
    await db.session.updateMany({ where: { id: hashToken(token) }, data: { expiresAt } });
  }

  /** The inherited method swallows errors, so a failed sign-out would look like a success. */
  override async deleteSession(token: string) {
    await db.session.deleteMany({ where: { id: hashToken(token) } });
  }
}

interface SessionRow {
  sessionId: string;
  expiresAt: Date;
}

function createLucia(days: number) {
  return new Lucia(new HashingAdapter(), {
    sessionExpiresIn: new TimeSpan(days, "d"),
    sessionCookie: {
      name: SESSION_COOKIE,
      expires: false,
      attributes: { secure: isHttps, sameSite: "lax", path: "/" },
    },
    getUserAttributes: (attributes) => attributes,
    getSessionAttributes: (attributes) => attributes,
  });
}

const shortLucia = createLucia(1);
const rememberedLucia = createLucia(REMEMBERED_DAYS);

/** The token's prefix says whether a session lasts 30 days or one; use in its second half extends it by that time. */
const REMEMBERED = "m_";
const getLucia = (token: string) => (isRemembered(token) ? rememberedLucia : shortLucia);

export function isRemembered(token: string): boolean {
  return token.startsWith(REMEMBERED);
}

/** Creates a session and returns its token, the cookie's value. The table stores only the hash. */
export async function createSession(
  userId: string,
  attributes: Omit<SessionAttributes, "lastSeenAt">,
): Promise<string> {
  const token = `${attributes.rememberMe ? REMEMBERED : "d_"}${generateIdFromEntropySize(25)}`;
  const stored = { ...attributes, lastSeenAt: new Date() };
  await getLucia(token).createSession(userId, stored, { sessionId: token });
  return token;
}

export interface ActiveSession {
  /** The id in the table: the hash of the token. */
  sessionId: string;
  user: StaffMember;
}

const LAST_SEEN_INTERVAL_MS = 5 * 60_000;

/** Returns the session of a token and its user, and extends the session. Null for an expired session or an inactive account. */
export async function validateSession(token: string | undefined): Promise<ActiveSession | null> {
  if (!token || token.length > 100) return null;
  const { session, user } = await getLucia(token).validateSession(token);
  if (!session) return null;
  const sessionId = hashToken(token);
  if (Date.now() - session.lastSeenAt.getTime() > LAST_SEEN_INTERVAL_MS) {
    await db.session.updateMany({ where: { id: sessionId }, data: { lastSeenAt: new Date() } });
  }
  return { sessionId, user };
}

/** Deletes a user's sessions except `exceptId`. Returns the number of sessions deleted. */
export async function endUserSessions(
  tx: Transaction,
  userId: string,
  exceptId?: string,
): Promise<number> {
  const { count } = await tx.session.deleteMany({
    where: { userId, id: exceptId ? { not: exceptId } : undefined },
  });
  return count;
}

/** Deletes one session of a user, by the id in the table. Returns whether it existed. */
export async function endUserSession(
  tx: Transaction,
  userId: string,
  id: string,
): Promise<boolean> {
  const { count } = await tx.session.deleteMany({ where: { id, userId } });
  return count > 0;
}

/** Returns the number of sessions deleted. */
export async function deleteExpiredSessions(): Promise<number> {
  const { count } = await db.session.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  return count;
}

export async function endSession(token: string): Promise<void> {
  await getLucia(token).invalidateSession(token);
}

/** Builds the `Set-Cookie` value. Without "remember me" it is a session cookie, which the browser drops when it closes. */
export function buildSessionCookie(token: string): string {
  const cookie = getLucia(token).createSessionCookie(token);
  if (isRemembered(token)) cookie.attributes.maxAge = REMEMBERED_DAYS * 86_400;
  else delete cookie.attributes.maxAge;
  return cookie.serialize();
}

export function buildBlankSessionCookie(): string {
  return shortLucia.createBlankSessionCookie().serialize();
}
