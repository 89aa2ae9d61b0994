import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { signToken } from "@/lib/auth/signed-token";
import { appUrl } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { createId } from "@/lib/id";

const TWO_DAYS_SECONDS = 48 * 3600;

/** Creates an address that shows the product with its draft to anyone who has the address, for 48 hours. */
export function createPreviewLink(actor: Actor, id: string): Promise<{ url: string }> {
  const entry = { action: "create_preview_link", entityType: "Product", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const [product] = await tx.$queryRaw<{ name: string; nonce: string }[]>`
      UPDATE "Product" SET "previewNonce" = coalesce("previewNonce", ${createId()})
      WHERE "id" = ${id} AND "deletedAt" IS NULL RETURNING "name", "previewNonce" AS "nonce"`;
    if (!product) throw new AppError("NOT_FOUND");
    const token = signToken("preview", { id, nonce: product.nonce }, TWO_DAYS_SECONDS);
    // The storefront's rewrite takes an address with a dot for a file.
    const url = `${appUrl}/apercu/${token.replace(".", "~")}`;
    return { result: { url }, entityLabel: product.name };
  });
}

/** Invalidates every preview link of the product. */
export function revokePreviewLinks(actor: Actor, id: string): Promise<null> {
  const entry = { action: "revoke_preview_links", entityType: "Product", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const [product] = await tx.$queryRaw<{ name: string; nonce: string | null }[]>`
      SELECT "name", "previewNonce" AS "nonce" FROM "Product" WHERE "id" = ${id} FOR UPDATE`;
    if (!product) throw new AppError("NOT_FOUND");
    if (product.nonce === null) return { result: null, isUnchanged: true };
    await tx.$executeRaw`UPDATE "Product" SET "previewNonce" = NULL WHERE "id" = ${id}`;
    return { result: null, entityLabel: product.name };
  });
}
