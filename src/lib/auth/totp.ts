import "server-only";
import { randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { decrypt, encrypt } from "@/lib/encryption";
import { log } from "@/lib/log";

const PURPOSE = "totp-secret";
const STEP_SECONDS = 30;
const RECOVERY_CODES = 10;
/** Without 0/O and 1/I/L, since people copy recovery codes by hand. */
const LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/** Creates a secret: encrypted for the database, and as the URI that authenticator apps read from a QR code. */
export function createTotp(label: string): {
  encryptedSecret: string;
  uri: string;
  secret: string;
} {
  const secret = new Secret({ size: 20 });
  return {
    encryptedSecret: encrypt(PURPOSE, secret.base32),
    uri: buildTotp(secret.base32, label).toString(),
    secret: secret.base32,
  };
}

/**
 * Returns the time step of a code, at most one step off the clock, or null for a wrong code. The caller stores the step and rejects
 * codes up to it, so that each code works once.
 */
export function findTotpStep(
  encryptedSecret: string,
  code: string,
  now = Date.now(),
): number | null {
  const secret = decryptSecret(encryptedSecret);
  if (secret === null) return null;
  const delta = buildTotp(secret).validate({ token: code, window: 1, timestamp: now });
  return delta === null ? null : Math.floor(now / 1000 / STEP_SECONDS) + delta;
}

/** Returns ten codes like "K7QM-X2PA-9TRC", each valid once instead of a code of the app. */
export function generateRecoveryCodes(): string[] {
  const part = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return Array.from({ length: RECOVERY_CODES }, () => `${part()}-${part()}-${part()}`);
}

/** Upper case without separators: the form that is hashed. */
export function normalizeRecoveryCode(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

function buildTotp(base32: string, label = "") {
  return new TOTP({
    issuer: "Equipement Ouarzazate",
    label,
    algorithm: "SHA1",
    digits: 6,
    period: STEP_SECONDS,
    secret: Secret.fromBase32(base32),
  });
}

/** Null for a secret that was tampered with or encrypted under another SESSION_SECRET; recovery codes still work then. */
function decryptSecret(encryptedSecret: string): string | null {
  const secret = decrypt(PURPOSE, encryptedSecret)?.toString("utf8") ?? null;
  if (secret === null) log.warn("a second factor's secret cannot be opened");
  return secret;
}
