/** "EO-1001" */
export function referenceOf(reference: number): string {
  return `EO-${reference}`;
}
