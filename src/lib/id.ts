import "server-only";
import { randomBytes } from "node:crypto";

/** An id in the form that the database's own have, for rows that are named before they are written. */
export function createId(): string {
  const random = BigInt(`0x${randomBytes(16).toString("hex")}`).toString(36);
  return `c${random.padStart(25, "0").slice(-24)}`;
}
