import type { SitemapEntry } from "./entries";

/** Sitemaps may hold 50,000 addresses and 50 MB; smaller files are fetched and retried more easily. */
const FILE_LIMITS = { addresses: 50_000, bytes: 10_000_000 };

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9";
const URLSET_START = `${DECLARATION}<urlset xmlns="${PROTOCOL}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`;
const URLSET_END = "</urlset>\n";

/** Writes a sitemap file, a chunk for each batch of entries. Ends it before an entry that would exceed a limit. */
export async function* writeUrlset(
  batches: AsyncIterable<SitemapEntry[]> | Iterable<SitemapEntry[]>,
  limits = FILE_LIMITS,
): AsyncGenerator<string> {
  let addresses = 0;
  let bytes = URLSET_START.length + URLSET_END.length;
  let chunk = URLSET_START;
  for await (const batch of batches) {
    for (const element of batch.map(toUrlElement)) {
      addresses += 1;
      bytes += element.length;
      if (addresses > limits.addresses || bytes > limits.bytes) return yield chunk + URLSET_END;
      chunk += element;
    }
    yield chunk;
    chunk = "";
  }
  yield URLSET_END;
}

/** Writes the index of the sitemap files with these URLs. */
export function buildSitemapIndex(urls: readonly string[]): string {
  const elements = urls.map((url) => `<sitemap><loc>${toXml(url)}</loc></sitemap>\n`);
  return `${DECLARATION}<sitemapindex xmlns="${PROTOCOL}">\n${elements.join("")}</sitemapindex>\n`;
}

/** ASCII, so that its length is its number of bytes. */
function toUrlElement({ url, alternates, lastModified }: SitemapEntry): string {
  const links = alternates.map(
    ([language, href]) =>
      `<xhtml:link rel="alternate" hreflang="${language}" href="${toXml(href)}"/>`,
  );
  const date = lastModified === undefined ? "" : `<lastmod>${lastModified}</lastmod>`;
  return `<url><loc>${toXml(url)}</loc>${links.join("")}${date}</url>\n`;
}

const ENTITIES = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&apos;"],
]);

function toXml(url: string): string {
  return encodeURI(url).replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? "");
}
