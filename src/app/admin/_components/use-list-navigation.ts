"use client";

import { useRouter } from "next/navigation";
import { useCallback, useMemo, useOptimistic, useTransition } from "react";

export interface ListNavigation<Query> {
  /** As chosen, also while its answer is on its way. */
  query: Query;
  isPending: boolean;
  /** To the first page of the list with this change. */
  go: (change: Partial<Query>, way?: "push" | "replace") => void;
}

/** The filters of a list, which live in its address; the list stays in sight until the next one is there. */
export function useListNavigation<Query extends { page: number }>(
  query: Query,
  address: (query: Query, change: Partial<Query>) => string,
): ListNavigation<Query> {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [chosen, choose] = useOptimistic(query);
  const go = useCallback<ListNavigation<Query>["go"]>(
    (change, way = "push") =>
      startTransition(() => {
        choose({ ...chosen, page: 1, ...change });
        router[way](address(chosen, change), { scroll: false });
      }),
    [chosen, choose, router, address],
  );
  return useMemo(() => ({ query: chosen, isPending, go }), [chosen, isPending, go]);
}
