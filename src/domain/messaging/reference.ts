/** "EO-1001" */
export function formatReference(reference: number): string {
  return `EO-${reference}`;
}
