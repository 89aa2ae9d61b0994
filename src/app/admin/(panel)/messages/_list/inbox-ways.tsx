"use client";

import { useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useOptimistic,
  useTransition,
} from "react";
import type { InboxQuery } from "@/domain/messaging/inbox-schema";
import { inboxAddress } from "../inbox-address";
import styles from "./inbox.module.css";

interface Ways {
  /** As chosen, also while its answer is on its way. */
  query: InboxQuery;
  isPending: boolean;
  go: (change: Partial<InboxQuery>, way?: "push" | "replace") => void;
}

const InboxContext = createContext<Ways | null>(null);

/** Holds the filters, which live in the address; the list stays in sight until the next one is there. */
export function InboxWays({ query, children }: { query: InboxQuery; children: ReactNode }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [chosen, choose] = useOptimistic(query);
  const go = useCallback<Ways["go"]>(
    (change, way = "push") =>
      startTransition(() => {
        choose({ ...chosen, page: 1, ...change });
        router[way](inboxAddress(chosen, change), { scroll: false });
      }),
    [chosen, choose, router],
  );
  const ways = useMemo(() => ({ query: chosen, isPending, go }), [chosen, isPending, go]);
  return (
    <InboxContext value={ways}>
      <div className={styles.inbox} aria-busy={isPending}>
        {children}
        <p className="visually-hidden" role="status">
          {isPending ? "Chargement des messages" : ""}
        </p>
      </div>
    </InboxContext>
  );
}

export function useInboxWays(): Ways {
  const ways = useContext(InboxContext);
  if (!ways) throw new Error("useInboxWays belongs inside InboxWays");
  return ways;
}
