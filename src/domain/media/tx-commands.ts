import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";

/**
 * Touches the uploads, so that the cleanup job does not delete them before the transaction refers to them.
 * @throws VALIDATION_ERROR naming `field` where one of the addresses is not an upload
 */
export async function claimUploads(
  tx: Transaction,
  urls: readonly string[],
  field: string,
): Promise<void> {
  const wanted = [...new Set(urls)];
  if (wanted.length === 0) return;
  const { count } = await tx.upload.updateMany({
    where: { url: { in: wanted } },
    data: { createdAt: new Date() },
  });
  if (count === wanted.length) return;
  const message = `${wanted.length > 1 ? "Une" : "Cette"} image n'est plus là. Envoyez-la à nouveau.`;
  throw new AppError("VALIDATION_ERROR", { message, details: { [field]: message } });
}

/** `claimUploads` as a statement that returns the rows, for a caller that does several things in one round trip. */
export function claimUploadsSql(urls: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    UPDATE "Upload" SET "createdAt" = now()
    WHERE "key" = ANY(${urls.map(parseImageKey)}::text[]) AND "url" = ANY(${[...urls]}::text[]) RETURNING *`;
}

/** The key precedes the file name in the address of an image. */
function parseImageKey(url: string): string {
  return url.split("/").at(-2) ?? "";
}
