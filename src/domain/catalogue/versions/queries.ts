import "server-only";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { lookup } from "@/lib/lookup";
import { isSameJson } from "@/lib/same-json";
import { completeSnapshot, type ProductSnapshot, toStaffSnapshot } from "../products/record";
import type { VersionEntry } from "../products/schema";

/** Lists the versions of a product with their changes, newest first. @throws NOT_FOUND */
export async function listProductVersions(productId: string): Promise<VersionEntry[]> {
  const product = await db.product.findUnique({
    where: { id: productId },
    select: {
      versions: {
        orderBy: { version: "desc" },
        select: {
          version: true,
          reason: true,
          createdAt: true,
          snapshot: true,
          user: { select: { username: true } },
        },
      },
    },
  });
  if (!product) throw new AppError("NOT_FOUND");
  return product.versions.map(({ version, reason, createdAt, snapshot, user }, i) => {
    const before = product.versions[i + 1]?.snapshot;
    return {
      version,
      reason,
      userName: user?.username ?? null,
      createdAt: createdAt.toISOString(),
      changes: before === undefined ? {} : diffFields(toRecord(before), toRecord(snapshot)),
    };
  });
}

function toRecord(snapshot: unknown): Record<string, unknown> {
  return toStaffSnapshot(completeSnapshot(snapshot as Partial<ProductSnapshot>));
}

function diffFields(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): VersionEntry["changes"] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    names
      .filter((name) => !isSameJson(lookup(before, name), lookup(after, name)))
      .map((name) => [
        name,
        { before: lookup(before, name) ?? null, after: lookup(after, name) ?? null },
      ]),
  );
}
