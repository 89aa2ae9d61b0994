/** The token of a mailed link, as it stands in the address; empty when it is not there. */
export function parseLinkToken(value: string | string[] | undefined): string {
  return typeof value === "string" ? value.slice(0, 100) : "";
}
