/** The element by which a page of the storefront asks the node server for the status 404. */
export const NOT_FOUND_MARK = { name: "shop-status", content: "404" } as const;

const MARKUP = `<meta name="${NOT_FOUND_MARK.name}" content="${NOT_FOUND_MARK.content}"/>`;

export function isMarkedNotFound(html: string): boolean {
  return html.includes(MARKUP);
}
