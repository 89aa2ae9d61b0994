import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { AppError } from "@/lib/errors";
import { Semaphore } from "@/lib/semaphore";

/** OWASP's parameters for Argon2id, the package's default algorithm: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const PREFIX = "$argon2id$v=19$m=19456,t=2,p=1$";

/** Verified when an account does not exist, so that the response takes as long as for a wrong password. */
const DUMMY_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$EHBWRxqscyV4z+hwmzu7bg$WrfRCA1Ut+pFK+itxUhja2eVhaaw8UryrLRfpSU2Pcs";

/** Each hash takes 19 MiB and a core. */
const hashing = new Semaphore(2, 40, () => {
  return new AppError("SERVICE_UNAVAILABLE", { retryAfterSeconds: 5 });
});

/** NFKC, as NIST SP 800-63B requires: keyboards encode the same letter differently. */
export function normalizePassword(typed: string): string {
  return typed.normalize("NFKC");
}

/** @throws SERVICE_UNAVAILABLE when too many hashes wait already */
export function hashPassword(password: string): Promise<string> {
  return hashing.run(1, () => hash(normalizePassword(password), PARAMETERS));
}

interface Verification {
  isRight: boolean;
  /** The hash has outdated parameters, or was made from the password before normalization. */
  needsRehash: boolean;
}

/**
 * Tries the normalized password, then the password as typed, for hashes made before normalization. The number of hashes depends on
 * the typed password alone, so the time taken does not tell whether the account exists.
 * @throws SERVICE_UNAVAILABLE when too many hashes wait already
 */
export async function verifyPassword(
  stored: string | null,
  password: string,
): Promise<Verification> {
  const usable = stored?.startsWith("$argon2") ? stored : null;
  for (const candidate of new Set([normalizePassword(password), password])) {
    const matches = await hashing.run(1, () => verify(usable ?? DUMMY_HASH, candidate));
    if (usable === null || !matches) continue;
    const isCurrent = usable.startsWith(PREFIX) && candidate === normalizePassword(password);
    return { isRight: true, needsRehash: !isCurrent };
  }
  return { isRight: false, needsRehash: false };
}
