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

const WRONG = "Identifiant ou mot de passe incorrect.";

/** Who signs in, from where; what may wait until the answer is sent goes through `defer`. */
interface Attempt {
  origin: Origin;
  /** For counting only. */
  address: string;
  /** The session this browser had before, which a new one replaces. */
  token: string | undefined;
  /** The token of `signDeviceToken` that this browser holds for an account. */
  deviceToken: (userId: string) => string | undefined;
  defer: (work: () => Promise<unknown>) => void;
}

interface OpenedSession {
  token: string;
  user: StaffMember;
  device: string;
}

type SignedIn = OpenedSession | { challenge: string };

/** @throws UNAUTHORIZED, the same for an unknown name and a wrong password; RATE_LIMITED after too many failures */
export async function signIn(input: SignIn, attempt: Attempt): Promise<SignedIn> {
  const user = await findAccount(input.username);
  const deviceId = user && verifyDeviceToken(user, attempt.deviceToken(user.id));
  const guess = deviceId
    ? buildDeviceAttempt(deviceId, "password")
    : buildPasswordAttempt(input.username, user?.id, attempt.address);
  const mayPass = await countAttempt(guess);
  const stored = user?.isActive ? user.passwordHash : null;
  const { isRight, needsRehash } = await verifyPassword(stored, input.password).catch(
    async (error: unknown) => {
      await refundAttempt(guess);
      throw error;
    },
  );
  if (!user || !isRight || !mayPass) {
    if (user) attempt.defer(() => recordFailure(user, attempt.origin, "sign_in_failed"));
    throw new AppError("UNAUTHORIZED", { message: WRONG });
  }
  if (needsRehash) await rehash(user.id, input.password);
  await refundAttempt(guess);
  const { rememberMe } = input;
  if (user.totpEnabledAt) {
    const payload = { userId: user.id, rememberMe, changed: getPasswordChangedMs(user) };
    return { challenge: signToken("second-factor", payload, CHALLENGE_SECONDS) };
  }
  return open(user, rememberMe, attempt);
}

/** @throws UNAUTHORIZED for a wrong or used code, or when the password step is more than five minutes old */
export async function signInWithSecondFactor(
  challenge: string | undefined,
  code: string,
  attempt: Attempt,
): Promise<OpenedSession> {
  const passed = verifyToken<Challenge>("second-factor", challenge);
  if (!passed) {
    throw new AppError("UNAUTHORIZED", {
      message: "Recommencez : entrez d'abord votre mot de passe.",
    });
  }
  const user = await db.user.findUnique({ where: { id: passed.userId }, select: ACCOUNT });
  const deviceId = user && verifyDeviceToken(user, attempt.deviceToken(user.id));
  const guess = deviceId
    ? buildDeviceAttempt(deviceId, "code")
    : buildCodeAttempt(passed.userId, attempt.address);
  await countAttempt(guess);
  const stands = user?.isActive && getPasswordChangedMs(user) === passed.changed;
  if (!stands || !(await redeemSecondFactor(user.id, code))) {
    if (user) attempt.defer(() => recordFailure(user, attempt.origin, "second_factor_failed"));
    throw new AppError("UNAUTHORIZED", { message: "Ce code n'est pas bon, ou a déjà servi." });
  }
  await refundAttempt(guess);
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

/** @throws UNAUTHORIZED where the account was disabled, or its password changed, while this one signed in */
async function open(
  user: Account,
  rememberMe: boolean,
  { origin, token: earlier, deviceToken }: Attempt,
): Promise<OpenedSession> {
  await signOut(earlier);
  const { ipHash: ipAddress, userAgent } = origin;
  const token = await createSession(user.id, { ipAddress, userAgent, rememberMe });
  const { id, username: name, passwordChangedAt } = user;
  const stands = await db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id, isActive: true, passwordChangedAt },
      data: { lastLoginAt: new Date() },
    });
    if (count === 1) await writeAudit(tx, { ...origin, id, name }, entryOf(user, "sign_in"));
    return count === 1;
  });
  const signedIn = stands ? await validateSession(token) : null;
  if (!signedIn) {
    await signOut(token);
    throw new AppError("UNAUTHORIZED", { message: WRONG });
  }
  return { token, user: signedIn.user, device: signDeviceToken(user, deviceToken(id)) };
}

async function recordFailure(user: Account, origin: Origin, action: AuditAction): Promise<void> {
  await db.$transaction((tx) =>
    writeAudit(tx, { ...origin, id: user.id, name: user.username }, entryOf(user, action)),
  );
}

function entryOf(user: Account, action: AuditAction) {
  return { action, entityType: "User", entityId: user.id, entityLabel: user.username };
}

/** The password was right a moment ago: nobody is signed out. */
async function rehash(id: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await db.user.update({ where: { id }, data: { passwordHash }, select: { id: true } });
}
