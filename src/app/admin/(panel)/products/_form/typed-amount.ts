/** "1 250,5" → "1250.5"; null for what is no amount. */
export function typedAmount(text: string): string | null {
  const amount = text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  return /^\d+(\.\d{1,3})?$/.test(amount) ? amount : null;
}
