import "server-only";
import { type AuditActor, audited } from "@/domain/audit/tx-commands";
import { db } from "@/lib/db";
import { abbreviate, cleanLine } from "@/lib/input/text";
import { log } from "@/lib/log";
import { Semaphore } from "@/lib/semaphore";
import { deleteFiles } from "@/lib/storage";
import { type StoredUpload, storeImage, toImageKey } from "./commands";
import { inspectUpload } from "./inspection";
import type { DeletedUploads, UploadedImage } from "./schema";

/** A decoded image may need 120 MB, a large one twice that, which takes both slots. A queue of 60 takes about half a minute. */
const decoders = new Semaphore(2, 60);
const MAX_DELETED_PER_RUN = 500;

/**
 * Stores an image and records it as an upload. It stays while a record refers to it, and for a day at least.
 * @throws UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE, VALIDATION_ERROR naming `file`
 */
export async function uploadImage(
  actor: AuditActor,
  { name, bytes }: { name: string; bytes: Buffer },
): Promise<UploadedImage> {
  const weight = await inspectUpload(bytes);
  // Touched first: a cleanup that runs now has either deleted the files already, or leaves them.
  await db.upload.updateMany({
    where: { key: toImageKey(bytes) },
    data: { createdAt: new Date() },
  });
  const stored = await decoders.run(weight, () => storeImage(bytes));
  await recordUpload(actor, name, stored);
  const { key: _, ...image } = stored;
  return image;
}

function recordUpload(actor: AuditActor, name: string, { key, ...image }: StoredUpload) {
  const entityLabel = abbreviate(cleanLine(name.toWellFormed()), 120);
  const entry = {
    action: "upload_image",
    entityType: "Upload",
    entityId: key,
    entityLabel,
  } as const;
  return audited(actor, entry, async (tx) => {
    const auditFields = { url: true, width: true, height: true, bytes: true } as const;
    const before = await tx.upload.findUnique({ where: { key }, select: auditFields });
    const after = await tx.upload.upsert({
      where: { key },
      create: { key, ...image, uploadedById: actor.id },
      update: { ...image, createdAt: new Date() },
      select: auditFields,
    });
    return { result: null, before, after };
  });
}

/** Deletes uploads older than a day that no product, draft, version, category, setting or campaign refers to. */
export async function deleteUnusedUploads(): Promise<DeletedUploads> {
  const unused = await db.$queryRaw<{ key: string }[]>`
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
  for (const { key } of unused) {
    if (await deleteUpload(key)) swept++;
  }
  return { swept };
}

/** A remote store may be slow. A rollback after its files are deleted would leave a row without files. */
const STORAGE_TIMEOUT_MS = 120_000;

/** Deletes the row together with its files. The row lock makes an upload of the same image wait. */
async function deleteUpload(key: string): Promise<boolean> {
  try {
    return await db.$transaction(
      async (tx) => {
        const deleted = await tx.$executeRaw`
        DELETE FROM "Upload" WHERE "key" = ${key} AND "createdAt" < now() - interval '1 day'`;
        if (deleted > 0) await deleteFiles(key);
        return deleted > 0;
      },
      { timeout: STORAGE_TIMEOUT_MS },
    );
  } catch (err) {
    log.error({ err, key }, "an upload could not be swept");
    return false;
  }
}
