"use client";

import { createContext, type ReactNode, useContext } from "react";
import {
  type ListNavigation,
  useListNavigation,
} from "@/app/admin/_components/use-list-navigation";
import type { InboxQuery } from "@/domain/messaging/inbox/schema";
import { buildInboxUrl } from "../inbox-url";
import styles from "./inbox.module.css";

const InboxContext = createContext<ListNavigation<InboxQuery> | null>(null);

export function InboxActions({ query, children }: { query: InboxQuery; children: ReactNode }) {
  const ways = useListNavigation(query, buildInboxUrl);
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

export function useInboxActions(): ListNavigation<InboxQuery> {
  const ways = useContext(InboxContext);
  if (!ways) throw new Error("useInboxActions belongs inside InboxActions");
  return ways;
}
