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
import type { StaffProductQuery } from "@/domain/catalogue/staff-schema";
import styles from "./list.module.css";
import { listAddress } from "./list-address";

interface ListWays {
  /** As chosen, also while its answer is on its way. */
  query: StaffProductQuery;
  isPending: boolean;
  go: (change: Partial<StaffProductQuery>, way?: "push" | "replace") => void;
}

const Ways = createContext<ListWays | null>(null);

/** Holds the filters, which live in the address; the list stays in sight until the next one is there. */
export function ListNavigation({
  query,
  children,
}: {
  query: StaffProductQuery;
  children: ReactNode;
}) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [chosen, choose] = useOptimistic(query);
  const go = useCallback<ListWays["go"]>(
    (change, way = "push") =>
      startTransition(() => {
        choose({ ...chosen, page: 1, ...change });
        router[way](listAddress(chosen, change), { scroll: false });
      }),
    [chosen, choose, router],
  );
  const ways = useMemo(() => ({ query: chosen, isPending, go }), [chosen, isPending, go]);
  return (
    <Ways value={ways}>
      <div className={styles.list} aria-busy={isPending}>
        {children}
        <p className="visually-hidden" role="status">
          {isPending ? "Chargement de la liste" : ""}
        </p>
      </div>
    </Ways>
  );
}

export function useListWays(): ListWays {
  const ways = useContext(Ways);
  if (!ways) throw new Error("useListWays belongs inside ListNavigation");
  return ways;
}
