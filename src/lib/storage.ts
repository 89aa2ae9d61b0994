import "server-only";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { put } from "@vercel/blob";
import { env } from "./env";

/** `media/<32 hex>/<file>`: nothing else is ever stored, so nothing else can be asked for. */
const KEY = /^[0-9a-f]{32}\/(?:320|640|960|1280|preview)\.(?:webp|jpg)$/;

/** Stores a file under its content's key and answers its public address. The same key always holds the same bytes. */
export async function storeFile(key: string, body: Buffer, contentType: string): Promise<string> {
  assertKey(key);
  if (env.BLOB_READ_WRITE_TOKEN) {
    const blob = await put(`media/${key}`, body, {
      access: "public",
      addRandomSuffix: false,
      allowOverwrite: true,
      contentType,
      cacheControlMaxAge: 31_536_000,
      token: env.BLOB_READ_WRITE_TOKEN,
    });
    return blob.url;
  }
  const path = localPath(key);
  await mkdir(dirname(path), { recursive: true });
  // Readers must never see half a file: write aside, then rename.
  const partial = `${path}.${process.pid}.part`;
  await writeFile(partial, body);
  await rename(partial, path);
  return `/media/${key}`;
}

/** A locally stored file, or null. Vercel Blob serves its own. */
export async function readLocalFile(key: string): Promise<Buffer | null> {
  if (!KEY.test(key)) return null;
  try {
    return await readFile(localPath(key));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** The address of a file stored earlier on this disk; null where it must be stored (again). */
export async function findLocalFile(key: string): Promise<string | null> {
  assertKey(key);
  if (env.BLOB_READ_WRITE_TOKEN) return null;
  const found = await stat(localPath(key)).catch(() => null);
  return found ? `/media/${key}` : null;
}

function assertKey(key: string): void {
  if (!KEY.test(key)) throw new Error(`Not a storage key: ${key}`);
}

function localPath(key: string): string {
  return join(env.DATA_DIR, "media", key);
}
