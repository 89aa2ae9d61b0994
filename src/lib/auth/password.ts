import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { AppError } from "@/lib/errors";

/** Argon2id is the package's own choice; these are OWASP's figures, and the plan's: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const PREFIX = "$argon2id$v=19$m=19456,t=2,p=1$";

/** A hash of nobody's password, so that an unknown name takes as long as a wrong password. */
const NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$EHBWRxqscyV4z+hwmzu7bg$WrfRCA1Ut+pFK+itxUhja2eVhaaw8UryrLRfpSU2Pcs";

const MOST_AT_ONCE = 2;
const MOST_WAITING = 40;

/** The password as it is hashed: the same from every keyboard. NFKC, as NIST SP 800-63B asks. */
export function normalizePassword(typed: string): string {
  return typed.normalize("NFKC");
}

/** @throws SERVICE_UNAVAILABLE when too many hashes wait already */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalizePassword(password), PARAMETERS));
}

interface Verification {
  isRight: boolean;
  /** The hash was made with other parameters than today's, or of the password as it was typed. */
  needsRehash: boolean;
}

/**
 * Tries the normalised password, and for hashes of before the password as it was typed. How many hashes that costs depends
 * on the typed password alone: it is the same without a stored hash. @throws SERVICE_UNAVAILABLE when too many hashes wait already
 */
export async function verifyPassword(
  stored: string | null,
  password: string,
): Promise<Verification> {
  const usable = stored?.startsWith("$argon2") ? stored : null;
  for (const candidate of new Set([normalizePassword(password), password])) {
    const matches = await inTurn(() => verify(usable ?? NOBODY, candidate));
    if (usable === null || !matches) continue;
    const isCurrent = usable.startsWith(PREFIX) && candidate === normalizePassword(password);
    return { isRight: true, needsRehash: !isCurrent };
  }
  return { isRight: false, needsRehash: false };
}

let running = 0;
const waiting: (() => void)[] = [];

/** Each hash takes 19 MiB and a core: a crowd at the door waits, and beyond a point is turned away. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) {
    if (waiting.length >= MOST_WAITING) {
      throw new AppError("SERVICE_UNAVAILABLE", { retryAfterSeconds: 5 });
    }
    await new Promise<void>((go) => waiting.push(go));
  } else {
    running++;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
