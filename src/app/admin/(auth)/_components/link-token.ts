/** Returns the token of a mailed link, or an empty string when the URL has none. */
export function parseLinkToken(param: string | string[] | undefined): string {
  return typeof param === "string" ? param.slice(0, 100) : "";
}
