import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "@/lib/errors";
import {
  consumeRateLimit,
  enforceRateLimit,
  type RateLimit,
  refundRateLimit,
  resetRateLimit,
} from "@/lib/rate-limit";

const QUARTER = 15 * 60;
const PER_ACCOUNT: RateLimit = { name: "login-account", requests: 5, seconds: QUARTER };
const PER_ADDRESS: RateLimit = { name: "login-address", requests: 20, seconds: QUARTER };
const MAILS_PER_ACCOUNT: RateLimit = { name: "mails-account", requests: 3, seconds: QUARTER };

/** A guess, by all that it is counted by. */
interface Guess {
  account: string;
  /** The name as it was typed, known or not. */
  name?: string | undefined;
  address?: string | undefined;
}

/**
 * A guess at a password, from any device: counted by the typed name, which answers for itself, and by the account behind it.
 * A name that no account has is counted twice as well, so that both take the same statements.
 */
export function buildPasswordAttempt(
  typedName: string,
  userId: string | undefined,
  address: string,
): Guess {
  const name = `name:${nameKey(typedName)}`;
  return { address, name, account: userId ?? `none:${nameKey(typedName)}` };
}

/** From a device that has signed in before: counted apart, so that strangers cannot use its attempts up. */
export function buildDeviceAttempt(deviceId: string, step: "password" | "code"): Guess {
  return { account: `device:${step}:${deviceId}` };
}

/** Codes are counted apart from passwords. */
export function buildCodeAttempt(userId: string, address: string): Guess {
  return { account: codesOf(userId), address };
}

/**
 * Counts a guess before it is looked at. False when the account has had too many under its other names: then even a right
 * password is answered as a wrong one, or the answer would tell which names belong together.
 * @throws RATE_LIMITED when there were too many by this name, or from this address
 */
export async function countAttempt({ account, name, address }: Guess): Promise<boolean> {
  if (address !== undefined) await enforce(PER_ADDRESS, address);
  if (name === undefined) {
    await enforce(PER_ACCOUNT, account);
    return true;
  }
  await enforce(PER_ACCOUNT, name);
  return consumeRateLimit(PER_ACCOUNT, account);
}

/** What was right was no guess. */
export async function refundAttempt({ account, name, address }: Guess): Promise<void> {
  await refundRateLimit(PER_ACCOUNT, account);
  if (name !== undefined) await refundRateLimit(PER_ACCOUNT, name);
  if (address !== undefined) await refundRateLimit(PER_ADDRESS, address);
}

/** Whoever proved by a mailed link who they are need not wait for failures of before. */
export async function resetAttempts(user: {
  id: string;
  username: string;
  email: string;
}): Promise<void> {
  const names = [user.username, user.email].map((name) => `name:${nameKey(name)}`);
  for (const key of [user.id, codesOf(user.id), ...names]) await resetRateLimit(PER_ACCOUNT, key);
}

/** Whether this account may get one more mail: anybody can ask for it, and the inbox is somebody's. */
export function consumeMailQuota(userId: string): Promise<boolean> {
  return consumeRateLimit(MAILS_PER_ACCOUNT, userId);
}

async function enforce(limit: RateLimit, key: string): Promise<void> {
  try {
    await enforceRateLimit(limit, key);
  } catch (error) {
    if (!isRateLimited(error)) throw error;
    const { retryAfterSeconds = QUARTER } = error;
    const message = `Trop d'essais. Réessayez dans ${formatWait(retryAfterSeconds)}, ou demandez un nouveau mot de passe.`;
    throw new AppError("RATE_LIMITED", { message, retryAfterSeconds });
  }
}

function isRateLimited(error: unknown): error is AppError {
  return error instanceof AppError && error.code === "RATE_LIMITED";
}

/** "2 secondes", "1 minute": never less than the wait itself. */
export function formatWait(seconds: number): string {
  const [count, unit] = seconds < 60 ? [seconds, "seconde"] : [Math.ceil(seconds / 60), "minute"];
  return `${count} ${unit}${count > 1 ? "s" : ""}`;
}

function codesOf(userId: string): string {
  return `code:${userId}`;
}

/** Names that no account has are counted too, and kept as a hash. */
function nameKey(name: string): string {
  return createHash("sha256").update(name.toLowerCase()).digest("hex").slice(0, 32);
}
