import { findFile, writeIndex } from "@/app/sitemaps/files";

export interface ListedAddress {
  url: string;
  /** hreflang → URL. */
  alternates: Record<string, string>;
  lastModified: string | undefined;
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Returns the names of the files in the index. */
export async function listSitemapFiles(productsPerFile?: number): Promise<string[]> {
  const chunks = await collect(writeIndex(productsPerFile));
  return [...chunks.join("").matchAll(/<sitemap><loc>([^<]+)<\/loc><\/sitemap>/g)].map(
    ([, url = ""]) => url.split("/sitemaps/")[1] ?? "",
  );
}

export async function readSitemapFile(
  name: string,
  productsPerFile?: number,
): Promise<ListedAddress[]> {
  const file = await findFile(name, productsPerFile);
  return file ? parseUrlset((await collect(file)).join("")) : [];
}

/** Reads the index and all its files. */
export async function readSitemap(): Promise<ListedAddress[]> {
  const files = await listSitemapFiles();
  return (await Promise.all(files.map((name) => readSitemapFile(name)))).flat();
}

function parseUrlset(xml: string): ListedAddress[] {
  return [...xml.matchAll(/<url>(.*?)<\/url>/gs)].map(([, element = ""]) => ({
    url: /<loc>([^<]+)<\/loc>/.exec(element)?.[1] ?? "",
    alternates: Object.fromEntries(
      [...element.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, name, href]) => [
        name ?? "",
        href ?? "",
      ]),
    ),
    lastModified: /<lastmod>([^<]+)<\/lastmod>/.exec(element)?.[1],
  }));
}
