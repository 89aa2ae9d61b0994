import "server-only";
import { randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { decrypt, encrypt } from "@/lib/encryption";
import { log } from "@/lib/log";

const PURPOSE = "totp-secret";
const STEP_SECONDS = 30;
const RECOVERY_CODES = 10;
/** No 0/O, 1/I/L: people copy these by hand. */
const LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/** A new secret, sealed for the database, and the address that authenticator apps read from a QR code. */
export function createTotp(label: string): { sealed: string; uri: string; secret: string } {
  const secret = new Secret({ size: 20 });
  return {
    sealed: encrypt(PURPOSE, secret.base32),
    uri: totpOf(secret.base32, label).toString(),
    secret: secret.base32,
  };
}

/**
 * The time step that a code stands for, now or one step off; null when it is wrong. Keep the step and refuse codes
 * up to it: none is good twice.
 */
export function findTotpStep(sealedSecret: string, code: string, now = Date.now()): number | null {
  const secret = open(sealedSecret);
  if (secret === null) return null;
  const delta = totpOf(secret).validate({ token: code, window: 1, timestamp: now });
  return delta === null ? null : Math.floor(now / 1000 / STEP_SECONDS) + delta;
}

/** Ten codes like "K7QM-X2PA-9TRC", each good once in place of the app. */
export function generateRecoveryCodes(): string[] {
  const part = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return Array.from({ length: RECOVERY_CODES }, () => `${part()}-${part()}-${part()}`);
}

/** As the hash is made: however it was typed. */
export function normalizeRecoveryCode(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

function totpOf(base32: string, label = "") {
  return new TOTP({
    issuer: "Equipement Ouarzazate",
    label,
    algorithm: "SHA1",
    digits: 6,
    period: STEP_SECONDS,
    secret: Secret.fromBase32(base32),
  });
}

/** Null for what was sealed under another SESSION_SECRET, or tampered with: then recovery codes still open the door. */
function open(sealedSecret: string): string | null {
  const secret = decrypt(PURPOSE, sealedSecret)?.toString("utf8") ?? null;
  if (secret === null) log.warn("a second factor's secret cannot be opened");
  return secret;
}
