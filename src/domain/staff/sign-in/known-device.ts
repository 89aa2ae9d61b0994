import "server-only";
import { randomUUID } from "node:crypto";
import { readToken, signToken } from "@/lib/auth/signed-token";

/** Browsers keep no cookie longer. */
export const KNOWN_DEVICE_SECONDS = 400 * 24 * 60 * 60;

interface Account {
  id: string;
  passwordChangedAt: Date | null;
}

interface KnownDevice {
  userId: string;
  deviceId: string;
  /** A new password revokes the token. */
  changed: number;
}

/** Proof that this device has signed in to the account. A device that had one keeps its id, and so its count of attempts. */
export function signDevice(account: Account, earlier: string | undefined): string {
  const deviceId = readDevice(account, earlier) ?? randomUUID();
  const payload = { userId: account.id, deviceId, changed: changedAt(account) };
  return signToken("known-device", payload, KNOWN_DEVICE_SECONDS);
}

/** The device's id, or null for a token that is forged, of another account, or older than the password. */
export function readDevice(account: Account, token: string | undefined): string | null {
  const device = readToken<KnownDevice>("known-device", token);
  const isValid = device?.userId === account.id && device.changed === changedAt(account);
  return isValid ? device.deviceId : null;
}

/** Milliseconds; 0 for an account that never had a password of its own. */
export function changedAt({ passwordChangedAt }: Pick<Account, "passwordChangedAt">): number {
  return passwordChangedAt?.getTime() ?? 0;
}
