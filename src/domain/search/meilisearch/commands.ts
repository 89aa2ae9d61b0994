import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";

/** Requests a rebuild by the next run. Searches use the present index until the rebuild is complete. */
export function requestRebuild(actor: Actor): Promise<null> {
  const entry = { entityType: "SearchIndex", action: "rebuild_search_index" } as const;
  return audited(actor, entry, async (tx) => {
    await tx.searchIndexState.update({
      where: { id: 1 },
      data: { isRebuildRequested: true },
      select: { id: true },
    });
    return { result: null, before: null, after: null };
  });
}
