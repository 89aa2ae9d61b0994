/** An amount as people type it: "1250.00" → "1250", "12.50" → "12,50". */
export function formatPriceInput(amount: string): string {
  return amount.replace(/\.00$/, "").replace(".", ",");
}

/** "1.440" → "1,44", "25" → "25". */
export function formatSizeInput(amount: string): string {
  return (amount.includes(".") ? amount.replace(/\.?0+$/, "") : amount).replace(".", ",");
}
