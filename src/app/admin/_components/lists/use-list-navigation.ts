"use client";

import { useRouter } from "next/navigation";
import { useCallback, useMemo, useOptimistic, useTransition } from "react";

export interface ListNavigation<Query> {
  /** The chosen filters, optimistic while the new list loads. */
  query: Query;
  isPending: boolean;
  /** Applies a change and goes to the first page of the list, unless the change sets another page. */
  go: (change: Partial<Query>, method?: "push" | "replace") => void;
}

/** Reads and changes the filters of a list, which are kept in its address. The old list stays visible while the next one loads. */
export function useListNavigation<Query extends { page: number }>(
  query: Query,
  buildUrl: (query: Query, change: Partial<Query>) => string,
): ListNavigation<Query> {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [optimistic, setOptimistic] = useOptimistic(query);
  const go = useCallback<ListNavigation<Query>["go"]>(
    (change, method = "push") =>
      startTransition(() => {
        setOptimistic({ ...optimistic, page: 1, ...change });
        router[method](buildUrl(optimistic, change), { scroll: false });
      }),
    [optimistic, setOptimistic, router, buildUrl],
  );
  return useMemo(() => ({ query: optimistic, isPending, go }), [optimistic, isPending, go]);
}
