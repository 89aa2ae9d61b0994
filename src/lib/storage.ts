import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { del, head, put } from "@vercel/blob";
import { generateClientTokenFromReadWriteToken } from "@vercel/blob/client";
import { env, isOnVercel } from "./env";
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

/** Allows a browser to send one file to the store. */
export interface UploadTicket {
  pathname: string;
  token: string;
}

const TICKET_MS = 10 * 60_000;
const SENT_FILE_TIMEOUT_MS = 30_000;
const SENT_FILE = /^\/sent\/[0-9a-f-]{36}$/;

/**
 * Vercel's functions take bodies of 4.5 MB, so browsers send larger files to the store. Null elsewhere: the route itself takes the file.
 */
export async function createUploadTicket(maxBytes: number): Promise<UploadTicket | null> {
  const token = env.BLOB_READ_WRITE_TOKEN;
  if (!isOnVercel || !token) return null;
  const pathname = `sent/${randomUUID()}`;
  const ticket = await generateClientTokenFromReadWriteToken({
    token,
    pathname,
    maximumSizeInBytes: maxBytes,
    validUntil: Date.now() + TICKET_MS,
  });
  return { pathname, token: ticket };
}

/** Passes a file that a browser sent with a ticket to `use`, and deletes it from the store. @throws VALIDATION_ERROR, PAYLOAD_TOO_LARGE */
export async function withSentFile<T>(
  url: string,
  maxBytes: number,
  use: (bytes: Buffer) => Promise<T>,
): Promise<T> {
  const token = env.BLOB_READ_WRITE_TOKEN;
  const isSent = URL.canParse(url) && SENT_FILE.test(new URL(url).pathname);
  // `head` finds files of our own store only.
  const found = token && isSent ? await head(url, { token }).catch(() => null) : null;
  if (!token || found === null) {
    const message = "Ce fichier n'est pas arrivé. Envoyez-le à nouveau.";
    throw new AppError("VALIDATION_ERROR", { message, details: { file: message } });
  }
  try {
    if (found.size > maxBytes) throw new AppError("PAYLOAD_TOO_LARGE");
    return await use(await readSentFile(found.url).catch(throwUnavailable));
  } finally {
    await del(found.url, { token }).catch(() => undefined);
  }
}

async function readSentFile(url: string): Promise<Buffer> {
  const response = await fetch(url, { signal: AbortSignal.timeout(SENT_FILE_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`the store answered ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
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
