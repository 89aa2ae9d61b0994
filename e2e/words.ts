import { randomBytes } from "node:crypto";

/** A word that no product and no other test has; without digits, which a search would treat as a size. */
export function newWord(): string {
  return `zq${Array.from(randomBytes(10), (byte) => String.fromCharCode(97 + (byte % 26))).join("")}`;
}
