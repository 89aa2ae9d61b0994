/** RFC 8058: a mail program's own "unsubscribe" posts to this address. */
export function buildOneClickHeaders(url: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${url}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
