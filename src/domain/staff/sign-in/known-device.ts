import "server-only";
import { randomUUID } from "node:crypto";
import { signToken, verifyToken } from "@/lib/auth/signed-token";

/** The longest lifetime that browsers allow for a cookie. */
export const KNOWN_DEVICE_SECONDS = 400 * 24 * 60 * 60;

interface Account {
  id: string;
  passwordChangedAt: Date | null;
}

interface KnownDevice {
  userId: string;
  deviceId: string;
  /** `getPasswordChangedMs`: a new password revokes the token. */
  changed: number;
}

/** Proves that a device has signed in to the account. Reuses the id of the device's earlier token, and so its attempt counter. */
export function signDeviceToken(account: Account, earlier: string | undefined): string {
  const deviceId = verifyDeviceToken(account, earlier) ?? randomUUID();
  const payload = { userId: account.id, deviceId, changed: getPasswordChangedMs(account) };
  return signToken("known-device", payload, KNOWN_DEVICE_SECONDS);
}

/** Returns the device's id, or null for a token that is forged, of another account, or older than the password. */
export function verifyDeviceToken(account: Account, token: string | undefined): string | null {
  const device = verifyToken<KnownDevice>("known-device", token);
  const isValid = device?.userId === account.id && device.changed === getPasswordChangedMs(account);
  return isValid ? device.deviceId : null;
}

/** Returns 0 for an account whose owner has not set a password yet. */
export function getPasswordChangedMs({
  passwordChangedAt,
}: Pick<Account, "passwordChangedAt">): number {
  return passwordChangedAt?.getTime() ?? 0;
}
