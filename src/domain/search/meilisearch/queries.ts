import "server-only";
import { searchServer } from "@/lib/meilisearch/client";
import { countChangedRows, countListedRows } from "./catalogue-changes";
import { LIVE_INDEX } from "./indexes";
import type { SearchServerStatus } from "./schema";
import { readIndexState } from "./state";

/** Null where no server is configured. */
export async function findSearchServerStatus(): Promise<SearchServerStatus | null> {
  if (!searchServer) return null;
  const [{ live, rebuild, ...state }, isReachable] = await Promise.all([
    readIndexState(),
    searchServer.isHealthy(),
  ]);
  const [waiting, progress, documents] = await Promise.all([
    live ? countChangedRows(live.snapshot) : countListedRows(0).then(({ total }) => total),
    rebuild && countListedRows(rebuild.after),
    isReachable && live ? searchServer.countDocuments(LIVE_INDEX).catch(() => null) : null,
  ]);
  return { isReachable, isReady: live !== null, documents, waiting, rebuild: progress, ...state };
}
