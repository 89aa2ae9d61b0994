"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type ListWays, useListWays } from "@/app/admin/_components/use-list-ways";
import type { InboxQuery } from "@/domain/messaging/inbox/schema";
import { inboxAddress } from "../inbox-address";
import styles from "./inbox.module.css";

const InboxContext = createContext<ListWays<InboxQuery> | null>(null);

export function InboxWays({ query, children }: { query: InboxQuery; children: ReactNode }) {
  const ways = useListWays(query, inboxAddress);
  return (
    <InboxContext value={ways}>
      <div className={styles.inbox} aria-busy={ways.isPending}>
        {children}
        <p className="visually-hidden" role="status">
          {ways.isPending ? "Chargement des messages" : ""}
        </p>
      </div>
    </InboxContext>
  );
}

export function useInboxWays(): ListWays<InboxQuery> {
  const ways = useContext(InboxContext);
  if (!ways) throw new Error("useInboxWays belongs inside InboxWays");
  return ways;
}
