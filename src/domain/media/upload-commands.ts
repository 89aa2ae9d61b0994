import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { abbreviate, cleanLine } from "@/lib/input/text";
import { log } from "@/lib/log";
import { Semaphore } from "@/lib/semaphore";
import { deleteFiles } from "@/lib/storage";
import { type StoredUpload, storeImage, toImageKey } from "./commands";
import { inspectUpload } from "./inspection";
import type { DeletedUploads, UploadedImage } from "./schema";

/** A decoded picture may take 120 MB, a heavy one twice that: it takes both. The line is served within half a minute. */
const decoders = new Semaphore(2, 60);
const MAX_DELETED_PER_RUN = 500;

/**
 * Takes a photo in and notes it as an upload: it stays while something shows it, and a day at least.
 * @throws UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE, VALIDATION_ERROR naming `file`
 */
export async function uploadImage(
  actor: Actor,
  { name, bytes }: { name: string; bytes: Buffer },
): Promise<UploadedImage> {
  const weight = await inspectUpload(bytes);
  // Renewed first: a deleteUpload that runs now either has removed its files already, or leaves them.
  await db.upload.updateMany({
    where: { key: toImageKey(bytes) },
    data: { createdAt: new Date() },
  });
  const stored = await decoders.run(weight, () => storeImage(bytes));
  await recordUpload(actor, name, stored);
  const { key: _, ...picture } = stored;
  return picture;
}

function recordUpload(actor: Actor, name: string, { key, ...picture }: StoredUpload) {
  const entityLabel = abbreviate(cleanLine(name.toWellFormed()), 120);
  const entry = {
    action: "upload_image",
    entityType: "Upload",
    entityId: key,
    entityLabel,
  } as const;
  return audited(actor, entry, async (tx) => {
    const told = { url: true, width: true, height: true, bytes: true } as const;
    const before = await tx.upload.findUnique({ where: { key }, select: told });
    const after = await tx.upload.upsert({
      where: { key },
      create: { key, ...picture, uploadedById: actor.id },
      update: { ...picture, createdAt: new Date() },
      select: told,
    });
    return { result: null, before, after };
  });
}

/** Removes uploads older than a day that nothing mentions: no product, draft, version, category, setting or campaign. */
export async function deleteUnusedUploads(): Promise<DeletedUploads> {
  const forgotten = await db.$queryRaw<{ key: string }[]>`
    WITH mentioned AS MATERIALIZED (
      SELECT DISTINCT found[1] AS "key" FROM (
        SELECT "url" AS said FROM "ProductImage"
        UNION ALL SELECT "imageUrl" FROM "Category"
        UNION ALL SELECT "draft"::text FROM "Product"
        UNION ALL SELECT "snapshot"::text FROM "ProductVersion"
        UNION ALL SELECT "value"::text FROM "Setting"
        UNION ALL SELECT concat("content", "snapshot") FROM "Campaign"
      ) AS everything, regexp_matches(said, '/([0-9a-f]{32})/', 'g') AS found
    )
    SELECT u."key" FROM "Upload" u
    WHERE u."createdAt" < now() - interval '1 day'
      AND NOT EXISTS (SELECT 1 FROM "ProductImage" i WHERE i."key" = u."key")
      AND u."key" NOT IN (SELECT "key" FROM mentioned)
    ORDER BY u."createdAt", u."key" LIMIT ${MAX_DELETED_PER_RUN}`;
  let swept = 0;
  for (const { key } of forgotten) {
    if (await deleteUpload(key)) swept++;
  }
  return { swept };
}

/** A store far away may take its time; the row must not come back once the files are gone. */
const A_SLOW_STORE = { timeout: 120_000 };

/** The row goes with its files or not at all; somebody who sends the same photo meanwhile waits for it. */
async function deleteUpload(key: string): Promise<boolean> {
  try {
    return await db.$transaction(async (tx) => {
      const gone = await tx.$executeRaw`
        DELETE FROM "Upload" WHERE "key" = ${key} AND "createdAt" < now() - interval '1 day'`;
      if (gone > 0) await deleteFiles(key);
      return gone > 0;
    }, A_SLOW_STORE);
  } catch (err) {
    log.error({ err, key }, "an upload could not be swept");
    return false;
  }
}
