import "server-only";
import { createHash } from "node:crypto";
import { writeAudit } from "@/lib/audit";
import type { Origin } from "@/lib/auth/actor";
import { createSession, endSession, type StaffMember } from "@/lib/auth/lucia";
import { hashPassword, needsRehash, verifyPassword } from "@/lib/auth/password";
import { readToken, signToken } from "@/lib/auth/signed-token";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { enforceRateLimit, type RateLimit, refundRateLimit } from "@/lib/rate-limit";
import type { SignIn } from "./schema";
import { takeSecondFactor } from "./second-factor";

const QUARTER = 15 * 60;
const PER_ACCOUNT: RateLimit = { name: "login-account", requests: 5, seconds: QUARTER };
const PER_ADDRESS: RateLimit = { name: "login-address", requests: 20, seconds: QUARTER };
const CHALLENGE_SECONDS = 5 * 60;

const WRONG = "Identifiant ou mot de passe incorrect.";
const TOO_MANY = "Trop d'essais. Attendez un quart d'heure, ou demandez un nouveau mot de passe.";

/** Who signs in, from where; what may wait until the answer is sent goes through `defer`. */
interface Attempt {
  origin: Origin;
  /** For counting only. */
  address: string;
  /** The session this browser had before, which a new one replaces. */
  token: string | undefined;
  defer: (work: () => Promise<unknown>) => void;
}

type SignedIn = { token: string; user: StaffMember } | { challenge: string };

/** @throws UNAUTHORIZED, the same for an unknown name and a wrong password; RATE_LIMITED after too many failures */
export async function signIn(input: SignIn, attempt: Attempt): Promise<SignedIn> {
  const account = accountKey(input.username);
  await count(PER_ADDRESS, attempt.address);
  await count(PER_ACCOUNT, account);
  const user = await findAccount(input.username);
  const matches = await verifyPassword(user?.isActive ? user.passwordHash : null, input.password);
  if (!user || !matches) {
    if (user) attempt.defer(() => recordFailure(user, attempt.origin, "sign_in_failed"));
    throw new AppError("UNAUTHORIZED", { message: WRONG });
  }
  if (needsRehash(user.passwordHash)) await rehash(user.id, input.password);
  await refund(account, attempt.address);
  const { rememberMe } = input;
  if (user.totpEnabledAt) {
    const payload = { userId: user.id, rememberMe, changed: changedAt(user) };
    return { challenge: signToken("second-factor", payload, CHALLENGE_SECONDS) };
  }
  return open(user, rememberMe, attempt);
}

/** @throws UNAUTHORIZED for a wrong or used code, or when the password step is more than five minutes old */
export async function signInWithSecondFactor(
  challenge: string | undefined,
  code: string,
  attempt: Attempt,
): Promise<{ token: string; user: StaffMember }> {
  const passed = readToken<Challenge>("second-factor", challenge);
  if (!passed) {
    throw new AppError("UNAUTHORIZED", {
      message: "Recommencez : entrez d'abord votre mot de passe.",
    });
  }
  const account = `code:${passed.userId}`;
  await count(PER_ADDRESS, attempt.address);
  await count(PER_ACCOUNT, account);
  const user = await db.user.findUnique({ where: { id: passed.userId }, select: ACCOUNT });
  const stands = user?.isActive && changedAt(user) === passed.changed;
  if (!stands || !(await takeSecondFactor(user.id, code))) {
    if (user) attempt.defer(() => recordFailure(user, attempt.origin, "second_factor_failed"));
    throw new AppError("UNAUTHORIZED", { message: "Ce code n'est pas bon, ou a déjà servi." });
  }
  await refund(account, attempt.address);
  return open(user, passed.rememberMe, attempt);
}

interface Challenge {
  userId: string;
  rememberMe: boolean;
  /** A password changed in between ends the challenge. */
  changed: number;
}

/** Ends the session of this token; a token that is none is no failure. */
export async function signOut(token: string | undefined): Promise<void> {
  if (token && token.length <= 100) await endSession(token);
}

const ACCOUNT = {
  id: true,
  username: true,
  email: true,
  role: true,
  isActive: true,
  passwordHash: true,
  passwordChangedAt: true,
  totpEnabledAt: true,
} as const;

type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

function findAccount(name: string) {
  const typed = name.toLowerCase();
  return db.user.findFirst({
    where: typed.includes("@") ? { email: typed } : { username: typed },
    select: ACCOUNT,
  });
}

async function open(user: Account, rememberMe: boolean, { origin, token: earlier }: Attempt) {
  await signOut(earlier);
  const { ipHash: ipAddress, userAgent } = origin;
  const token = await createSession(user.id, { ipAddress, userAgent, rememberMe });
  await db.$transaction(async (tx) => {
    await tx.user.update({
      where: { id: user.id },
      data: { lastLoginAt: new Date() },
      select: { id: true },
    });
    await writeAudit(tx, { ...origin, id: user.id, name: user.username }, entryOf(user, "sign_in"));
  });
  const { id, username, email, role } = user;
  const hasSecondFactor = user.totpEnabledAt !== null;
  return {
    token,
    user: { id, username, email, role, hasSecondFactor, mustAddSecondFactor: false },
  };
}

async function recordFailure(user: Account, origin: Origin, action: string): Promise<void> {
  await db.$transaction((tx) =>
    writeAudit(tx, { ...origin, id: user.id, name: user.username }, entryOf(user, action)),
  );
}

function entryOf(user: Account, action: string) {
  return { action, entityType: "User", entityId: user.id, entityLabel: user.username };
}

/** The password was right a moment ago: nobody is signed out. */
async function rehash(id: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await db.user.update({ where: { id }, data: { passwordHash }, select: { id: true } });
}

/** Names are counted whether somebody bears them or not, and kept as a hash. */
function accountKey(name: string): string {
  return createHash("sha256").update(name.toLowerCase()).digest("hex").slice(0, 32);
}

function changedAt({ passwordChangedAt }: Account): number {
  return passwordChangedAt?.getTime() ?? 0;
}

async function count(limit: RateLimit, client: string): Promise<void> {
  await enforceRateLimit(limit, client).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "RATE_LIMITED") throw error;
    const { retryAfterSeconds = QUARTER } = error;
    throw new AppError("RATE_LIMITED", { message: TOO_MANY, retryAfterSeconds });
  });
}

async function refund(account: string, address: string): Promise<void> {
  await Promise.all([refundRateLimit(PER_ACCOUNT, account), refundRateLimit(PER_ADDRESS, address)]);
}
