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

const WINDOW_SECONDS = 15 * 60;
const PER_ACCOUNT: RateLimit = {
  name: "login-account",
  requests: 5,
  seconds: WINDOW_SECONDS,
  store: "database",
};
const PER_ADDRESS: RateLimit = {
  name: "login-address",
  requests: 20,
  seconds: WINDOW_SECONDS,
  store: "database",
};
const MAILS_PER_ACCOUNT: RateLimit = {
  name: "mails-account",
  requests: 3,
  seconds: WINDOW_SECONDS,
  store: "database",
};

/** The rate limit keys by which a sign-in attempt is counted. */
interface AttemptKeys {
  account: string;
  /** From the typed name, also when no account has it. */
  name?: string | undefined;
  address?: string | undefined;
}

/**
 * An attempt from an unknown device is counted by the typed name and by the account. An unknown name is counted twice as well, so that
 * both cases run the same statements.
 */
export function buildPasswordAttempt(
  typedName: string,
  userId: string | undefined,
  address: string,
): AttemptKeys {
  const name = `name:${hashName(typedName)}`;
  return { address, name, account: userId ?? `none:${hashName(typedName)}` };
}

/** A device that has signed in before has its own counter, so that attackers cannot lock it out. */
export function buildDeviceAttempt(deviceId: string, step: "password" | "code"): AttemptKeys {
  return { account: `device:${step}:${deviceId}` };
}

/** Codes have another counter than passwords. */
export function buildCodeAttempt(userId: string, address: string): AttemptKeys {
  return { account: toCodeKey(userId), address };
}

/**
 * Counts an attempt before the password or code is checked. Returns false when the account reached its limit under another name (user
 * name or e-mail): the caller then rejects even a correct password as wrong, because a 429 would reveal that both names belong together.
 * @throws RATE_LIMITED above the limit of the typed name, the device, the code or the address
 */
export async function countAttempt({ account, name, address }: AttemptKeys): Promise<boolean> {
  if (address !== undefined) await enforce(PER_ADDRESS, address);
  if (name === undefined) {
    await enforce(PER_ACCOUNT, account);
    return true;
  }
  await enforce(PER_ACCOUNT, name);
  return consumeRateLimit(PER_ACCOUNT, account);
}

/** Takes back the count of a successful attempt. */
export async function refundAttempt({ account, name, address }: AttemptKeys): Promise<void> {
  await refundRateLimit(PER_ACCOUNT, account);
  if (name !== undefined) await refundRateLimit(PER_ACCOUNT, name);
  if (address !== undefined) await refundRateLimit(PER_ADDRESS, address);
}

/** Resets the counters of an account after its owner used a mailed link. */
export async function resetAttempts(user: {
  id: string;
  username: string;
  email: string;
}): Promise<void> {
  const names = [user.username, user.email].map((name) => `name:${hashName(name)}`);
  for (const key of [user.id, toCodeKey(user.id), ...names]) await resetRateLimit(PER_ACCOUNT, key);
}

/** Counts a mail to an account. Returns false above the limit, since anyone can request mails to another person's inbox. */
export function consumeMailQuota(userId: string): Promise<boolean> {
  return consumeRateLimit(MAILS_PER_ACCOUNT, userId);
}

async function enforce(limit: RateLimit, key: string): Promise<void> {
  try {
    await enforceRateLimit(limit, key);
  } catch (error) {
    if (!isRateLimited(error)) throw error;
    const { retryAfterSeconds = WINDOW_SECONDS } = error;
    const message = `Trop d'essais. Réessayez dans ${formatWait(retryAfterSeconds)}, ou demandez un nouveau mot de passe.`;
    throw new AppError("RATE_LIMITED", { message, retryAfterSeconds });
  }
}

function isRateLimited(error: unknown): error is AppError {
  return error instanceof AppError && error.code === "RATE_LIMITED";
}

/** "2 secondes", "1 minute", rounded up. */
export function formatWait(seconds: number): string {
  const [count, unit] = seconds < 60 ? [seconds, "seconde"] : [Math.ceil(seconds / 60), "minute"];
  return `${count} ${unit}${count > 1 ? "s" : ""}`;
}

function toCodeKey(userId: string): string {
  return `code:${userId}`;
}

/** A hash, because typed names are stored even when no account has them. */
function hashName(name: string): string {
  return createHash("sha256").update(name.toLowerCase()).digest("hex").slice(0, 32);
}
