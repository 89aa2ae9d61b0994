import { NextRequest } from "next/server";
import Papa from "papaparse";
import { GET } from "@/app/api/admin/products/export/route";

/** Downloads the export of products as a browser does. */
export async function exportFile(as: { cookie: string }, query: string) {
  const request = new NextRequest(`http://shop.test/api?${query}`, {
    headers: { host: "shop.test", "sec-fetch-site": "same-origin", cookie: as.cookie },
  });
  const response = await GET(request, { params: Promise.resolve({}) });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** Reads a CSV file by its headers. */
export function parseCsv(bytes: Buffer): Record<string, string>[] {
  const text = bytes.toString().replace(/^\uFEFF/, "");
  return Papa.parse<Record<string, string>>(text, {
    header: true,
    delimiter: ";",
    skipEmptyLines: true,
  }).data;
}
