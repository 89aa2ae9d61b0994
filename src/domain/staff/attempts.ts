import "server-only";
import { AppError } from "@/lib/errors";
import {
  enforceRateLimit,
  forgetRateLimit,
  type RateLimit,
  refundRateLimit,
} from "@/lib/rate-limit";

const QUARTER = 15 * 60;
const PER_ACCOUNT: RateLimit = { name: "login-account", requests: 5, seconds: QUARTER };
const PER_ADDRESS: RateLimit = { name: "login-address", requests: 20, seconds: QUARTER };
const MAILS_PER_ACCOUNT: RateLimit = { name: "mails-account", requests: 3, seconds: QUARTER };

const TOO_MANY = "Trop d'essais. Attendez un quart d'heure, ou demandez un nouveau mot de passe.";

/** Counts a guess at a password or a code, before it is looked at. @throws RATE_LIMITED when there were too many */
export async function countGuess(account: string, address?: string): Promise<void> {
  try {
    if (address !== undefined) await enforceRateLimit(PER_ADDRESS, address);
    await enforceRateLimit(PER_ACCOUNT, account);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "RATE_LIMITED") throw error;
    const { retryAfterSeconds = QUARTER } = error;
    throw new AppError("RATE_LIMITED", { message: TOO_MANY, retryAfterSeconds });
  }
}

/** What was right was no guess. */
export async function refundGuess(account: string, address?: string): Promise<void> {
  await refundRateLimit(PER_ACCOUNT, account);
  if (address !== undefined) await refundRateLimit(PER_ADDRESS, address);
}

/** Whoever proved by a mailed link who they are need not wait for failures of before. */
export async function forgetGuesses(userId: string): Promise<void> {
  for (const account of [userId, codesOf(userId)]) await forgetRateLimit(PER_ACCOUNT, account);
}

/** Codes are counted apart from passwords. */
export function codesOf(userId: string): string {
  return `code:${userId}`;
}

/** Whether this account may get one more mail: anybody can ask for it, and the inbox is somebody's. */
export async function mayMail(userId: string): Promise<boolean> {
  return enforceRateLimit(MAILS_PER_ACCOUNT, userId).then(
    () => true,
    (error: unknown) => {
      if (error instanceof AppError && error.code === "RATE_LIMITED") return false;
      throw error;
    },
  );
}
