import type { NextRequest } from "next/server";
import { readLocalFile } from "@/lib/storage";

const TYPES = { webp: "image/webp", jpg: "image/jpeg" } as const;

/** Serves locally stored images. The key is derived from the content, so a file never changes. */
export async function GET(request: NextRequest, context: { params: Promise<{ key: string[] }> }) {
  const key = (await context.params).key.join("/");
  const file = await readLocalFile(key);
  if (!file) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  const etag = `"${key}"`;
  const headers = { etag, "cache-control": "public, max-age=31536000, immutable" };
  if (request.headers.get("if-none-match") === etag) {
    return new Response(null, { status: 304, headers });
  }
  const type = TYPES[key.endsWith(".jpg") ? "jpg" : "webp"];
  return new Response(new Uint8Array(file), { headers: { ...headers, "content-type": type } });
}
