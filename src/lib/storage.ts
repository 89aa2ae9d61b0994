import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { del, put } from "@vercel/blob";
import { env } from "./env";
import { AppError } from "./errors";

/** Keys are `<32 hex>/<file>`. No other path is written or read. */
const KEY = /^[0-9a-f]{32}\/(?:320|640|960|1280|preview)\.(?:webp|jpg)$/;

const FILES = ["320.webp", "640.webp", "960.webp", "1280.webp", "preview.jpg"];

/** Stores a file and returns its public URL. Keys derive from the content, so storing a key again is harmless. */
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
    }).catch(throwUnavailable);
    return blob.url;
  }
  const path = localPath(key);
  await mkdir(dirname(path), { recursive: true });
  // Write to a temporary file and rename it, so that no reader sees a partial file.
  const partial = `${path}.${randomUUID()}.part`;
  await writeFile(partial, body);
  await rename(partial, path);
  return `/media/${key}`;
}

/** Null for an unknown key. Files in Vercel Blob are not read here: their URLs point to Vercel. */
export async function readLocalFile(key: string): Promise<Buffer | null> {
  if (!KEY.test(key)) return null;
  try {
    return await readFile(localPath(key));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** The URL of a file on the local disk; null when `storeFile` has to store it. */
export async function findLocalFile(key: string): Promise<string | null> {
  assertKey(key);
  if (env.BLOB_READ_WRITE_TOKEN) return null;
  const found = await stat(localPath(key)).catch(() => null);
  return found ? `/media/${key}` : null;
}

/** Deletes every file of an image; `imageKey` is the part of their keys before the slash. Missing files are ignored. */
export async function deleteFiles(imageKey: string): Promise<void> {
  const keys = FILES.map((file) => `${imageKey}/${file}`);
  for (const key of keys) assertKey(key);
  if (env.BLOB_READ_WRITE_TOKEN) {
    const paths = keys.map((key) => `media/${key}`);
    await del(paths, { token: env.BLOB_READ_WRITE_TOKEN }).catch(throwUnavailable);
    return;
  }
  await rm(join(env.DATA_DIR, "media", imageKey), { recursive: true, force: true });
}

function throwUnavailable(cause: unknown): never {
  throw new AppError("SERVICE_UNAVAILABLE", { retryAfterSeconds: 10, cause });
}

function assertKey(key: string): void {
  if (!KEY.test(key)) throw new Error(`Not a storage key: ${key}`);
}

function localPath(key: string): string {
  return join(env.DATA_DIR, "media", key);
}
