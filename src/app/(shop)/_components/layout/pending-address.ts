/** The address of the list that is loading; the language link uses it, because `location` still holds the old one. */
let pending: string | null = null;

export function setPendingAddress(address: string | null): void {
  pending = address;
}

export function getPendingAddress(): string | null {
  return pending;
}
