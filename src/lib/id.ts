import "server-only";
import { randomBytes } from "node:crypto";

/** An id in the format of the database default, for rows whose id is needed before the insert. */
export function createId(): string {
  const random = BigInt(`0x${randomBytes(16).toString("hex")}`).toString(36);
  return `c${random.padStart(25, "0").slice(-24)}`;
}
