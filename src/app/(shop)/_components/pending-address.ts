/** The address of a list that the customer has asked for and that has not arrived yet. */
let pending: string | null = null;

export function setPendingAddress(address: string | null): void {
  pending = address;
}

export function getPendingAddress(): string | null {
  return pending;
}
