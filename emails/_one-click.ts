/** RFC 8058: the unsubscribe button of a mail program posts to this URL. */
export function buildOneClickHeaders(url: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${url}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
