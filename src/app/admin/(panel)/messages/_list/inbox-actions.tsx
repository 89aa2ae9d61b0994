"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type ListWays, useListWays } from "@/app/admin/_components/use-list-ways";
import type { InboxQuery } from "@/domain/messaging/inbox/schema";
import { buildInboxUrl } from "../inbox-url";
import styles from "./inbox.module.css";

const InboxContext = createContext<ListWays<InboxQuery> | null>(null);

export function InboxActions({ query, children }: { query: InboxQuery; children: ReactNode }) {
  const ways = useListWays(query, buildInboxUrl);
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

export function useInboxActions(): ListWays<InboxQuery> {
  const ways = useContext(InboxContext);
  if (!ways) throw new Error("useInboxActions belongs inside InboxActions");
  return ways;
}
