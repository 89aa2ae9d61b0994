import "server-only";
import { db } from "@/lib/db";
import { IndexState, RebuildState } from "./schema";

/** Reads what the server holds, as far as the last run knows. */
export async function readIndexState() {
  const row = await db.searchIndexState.findUniqueOrThrow({ where: { id: 1 } });
  const { live, rebuild, isRebuildRequested, succeededAt, failedAt, error } = row;
  return {
    live: live === null ? null : IndexState.parse(live),
    rebuild: rebuild === null ? null : RebuildState.parse(rebuild),
    isRebuildRequested,
    succeededAt,
    failedAt,
    error,
  };
}
