import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import type { IndexState, RebuildState } from "./schema";

const LEASE_SECONDS = 60;

/** Returns false while another process writes to the server. */
export async function acquireLease(leaseId: string): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE "SearchIndexState" SET "leaseId" = ${leaseId}, "leaseUntil" = now() + ${LEASE_SECONDS}::int * interval '1 second'
    WHERE "id" = 1 AND ("leaseUntil" IS NULL OR "leaseUntil" < now())`;
  return count > 0;
}

/** @throws where another process has acquired the lease */
export async function renewLease(leaseId: string): Promise<void> {
  const count = await db.$executeRaw`
    UPDATE "SearchIndexState" SET "leaseUntil" = now() + ${LEASE_SECONDS}::int * interval '1 second'
    WHERE "id" = 1 AND "leaseId" = ${leaseId}`;
  if (count === 0) throw new Error("another process writes to the search index");
}

interface StateChange {
  live?: IndexState | null;
  rebuild?: RebuildState | null;
  isRebuildRequested?: boolean;
}

/** @throws where another process has acquired the lease */
export async function saveIndexState(leaseId: string, change: StateChange): Promise<void> {
  const { live, rebuild, isRebuildRequested } = change;
  const { count } = await db.searchIndexState.updateMany({
    where: { id: 1, leaseId },
    data: {
      live: live === null ? Prisma.DbNull : live,
      rebuild: rebuild === null ? Prisma.DbNull : rebuild,
      isRebuildRequested,
    },
  });
  if (count === 0) throw new Error("another process writes to the search index");
}

export async function recordIndexing(leaseId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "SearchIndexState" SET "leaseId" = NULL, "leaseUntil" = NULL, "succeededAt" = now(), "error" = NULL
    WHERE "id" = 1 AND "leaseId" = ${leaseId}`;
}

/** Returns false where the same failure is recorded already, so that a server that is away causes one write. */
export async function recordFailure(leaseId: string, error: string): Promise<boolean> {
  await db.$executeRaw`
    UPDATE "SearchIndexState" SET "leaseId" = NULL, "leaseUntil" = NULL WHERE "id" = 1 AND "leaseId" = ${leaseId}`;
  const count = await db.$executeRaw`
    UPDATE "SearchIndexState" SET "failedAt" = now(), "error" = ${error}
    WHERE "id" = 1 AND "error" IS DISTINCT FROM ${error}`;
  return count > 0;
}
