import "server-only";
import type { AuditAction } from "@/domain/audit/actions";
import { writeAudit } from "@/domain/audit/tx-commands";
import type { Origin } from "@/lib/auth/actor";
import { createSession, endSession, type StaffMember, validateSession } from "@/lib/auth/lucia";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { signToken, verifyToken } from "@/lib/auth/signed-token";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { SignIn } from "../schema";
import {
  buildCodeAttempt,
  buildDeviceAttempt,
  buildPasswordAttempt,
  countAttempt,
  refundAttempt,
} from "./attempts";
import { getPasswordChangedMs, signDeviceToken, verifyDeviceToken } from "./known-device";
import { redeemSecondFactor } from "./second-factor-commands";

const CHALLENGE_SECONDS = 5 * 60;

const WRONG_CREDENTIALS = "Identifiant ou mot de passe incorrect.";

interface SignInContext {
  origin: Origin;
  /** The client's address, for rate limits only. */
  address: string;
  /** The token of the browser's current session, which the new session replaces. */
  token: string | undefined;
  /** Returns the browser's token of `signDeviceToken` for an account. */
  deviceToken: (userId: string) => string | undefined;
  /** Runs work after the response is sent. */
  defer: (work: () => Promise<unknown>) => void;
}

interface OpenedSession {
  token: string;
  user: StaffMember;
  device: string;
}

type SignInResult = OpenedSession | { challenge: string };

/**
 * Opens a session, or returns a challenge for an account with a second factor.
 * @throws UNAUTHORIZED, the same for an unknown name and a wrong password; RATE_LIMITED after too many failures
 */
export async function signIn(input: SignIn, context: SignInContext): Promise<SignInResult> {
  const user = await findAccount(input.username);
  const deviceId = user && verifyDeviceToken(user, context.deviceToken(user.id));
  const attempt = deviceId
    ? buildDeviceAttempt(deviceId, "password")
    : buildPasswordAttempt(input.username, user?.id, context.address);
  const isWithinLimit = await countAttempt(attempt);
  const stored = user?.isActive ? user.passwordHash : null;
  const { isRight, needsRehash } = await verifyPassword(stored, input.password).catch(
    async (error: unknown) => {
      await refundAttempt(attempt);
      throw error;
    },
  );
  if (!user || !isRight || !isWithinLimit) {
    if (user) context.defer(() => recordFailure(user, context.origin, "sign_in_failed"));
    throw new AppError("UNAUTHORIZED", { message: WRONG_CREDENTIALS });
  }
  if (needsRehash) await rehash(user.id, input.password);
  await refundAttempt(attempt);
  const { rememberMe } = input;
  if (user.totpEnabledAt) {
    const payload = { userId: user.id, rememberMe, changed: getPasswordChangedMs(user) };
    return { challenge: signToken("second-factor", payload, CHALLENGE_SECONDS) };
  }
  return openSession(user, rememberMe, context);
}

/** @throws UNAUTHORIZED for a wrong or used code, or more than five minutes after the password step; RATE_LIMITED */
export async function signInWithSecondFactor(
  challenge: string | undefined,
  code: string,
  context: SignInContext,
): Promise<OpenedSession> {
  const passwordStep = verifyToken<Challenge>("second-factor", challenge);
  if (!passwordStep) {
    throw new AppError("UNAUTHORIZED", {
      message: "Recommencez : entrez d'abord votre mot de passe.",
    });
  }
  const user = await db.user.findUnique({ where: { id: passwordStep.userId }, select: ACCOUNT });
  const deviceId = user && verifyDeviceToken(user, context.deviceToken(user.id));
  const attempt = deviceId
    ? buildDeviceAttempt(deviceId, "code")
    : buildCodeAttempt(passwordStep.userId, context.address);
  await countAttempt(attempt);
  const isValid = user?.isActive && getPasswordChangedMs(user) === passwordStep.changed;
  if (!isValid || !(await redeemSecondFactor(user.id, code))) {
    if (user) context.defer(() => recordFailure(user, context.origin, "second_factor_failed"));
    throw new AppError("UNAUTHORIZED", { message: "Ce code n'est pas bon, ou a déjà servi." });
  }
  await refundAttempt(attempt);
  return openSession(user, passwordStep.rememberMe, context);
}

interface Challenge {
  userId: string;
  rememberMe: boolean;
  /** `getPasswordChangedMs`: a new password revokes the challenge. */
  changed: number;
}

/** Ends the session. Ignores an unknown token. */
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

/** @throws UNAUTHORIZED when the account was disabled or its password changed during the sign-in */
async function openSession(
  user: Account,
  rememberMe: boolean,
  { origin, token: earlier, deviceToken }: SignInContext,
): Promise<OpenedSession> {
  await signOut(earlier);
  const { ipHash: ipAddress, userAgent } = origin;
  const token = await createSession(user.id, { ipAddress, userAgent, rememberMe });
  const { id, username: name, passwordChangedAt } = user;
  const isUnchanged = await db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id, isActive: true, passwordChangedAt },
      data: { lastLoginAt: new Date() },
    });
    if (count === 1) await writeAudit(tx, { ...origin, id, name }, toAuditEntry(user, "sign_in"));
    return count === 1;
  });
  const session = isUnchanged ? await validateSession(token) : null;
  if (!session) {
    await signOut(token);
    throw new AppError("UNAUTHORIZED", { message: WRONG_CREDENTIALS });
  }
  return { token, user: session.user, device: signDeviceToken(user, deviceToken(id)) };
}

async function recordFailure(user: Account, origin: Origin, action: AuditAction): Promise<void> {
  await db.$transaction((tx) =>
    writeAudit(tx, { ...origin, id: user.id, name: user.username }, toAuditEntry(user, action)),
  );
}

function toAuditEntry(user: Account, action: AuditAction) {
  return { action, entityType: "User", entityId: user.id, entityLabel: user.username };
}

/** Unlike a password change, ends no sessions. */
async function rehash(id: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await db.user.update({ where: { id }, data: { passwordHash }, select: { id: true } });
}
