import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { del, put } from "@vercel/blob";
import { env } from "./env";
import { AppError } from "./errors";

/** `media/<32 hex>/<file>`: nothing else is ever stored, so nothing else can be asked for. */
const KEY = /^[0-9a-f]{32}\/(?:320|640|960|1280|preview)\.(?:webp|jpg)$/;

const FILES = ["320.webp", "640.webp", "960.webp", "1280.webp", "preview.jpg"];

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
    }).catch(throwUnavailable);
    return blob.url;
  }
  const path = localPath(key);
  await mkdir(dirname(path), { recursive: true });
  // Readers must never see half a file: write aside, then rename.
  const partial = `${path}.${randomUUID()}.part`;
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

/** Removes every file of a picture; `picture` is the part of their keys before the slash. What is gone already is no failure. */
export async function deleteFiles(picture: string): Promise<void> {
  const keys = FILES.map((file) => `${picture}/${file}`);
  for (const key of keys) assertKey(key);
  if (env.BLOB_READ_WRITE_TOKEN) {
    const paths = keys.map((key) => `media/${key}`);
    await del(paths, { token: env.BLOB_READ_WRITE_TOKEN }).catch(throwUnavailable);
    return;
  }
  await rm(join(env.DATA_DIR, "media", picture), { recursive: true, force: true });
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
