"use client";

import { createContext, type ReactNode, useContext } from "react";
import { FilteredList } from "@/app/admin/_components/filtered-list/filtered-list";
import {
  type ListNavigation,
  useListNavigation,
} from "@/app/admin/_components/lists/use-list-navigation";
import type { InboxQuery } from "@/domain/messaging/inbox/schema";
import { buildInboxUrl } from "../inbox-url";

const InboxContext = createContext<ListNavigation<InboxQuery> | null>(null);

export function InboxActions({ query, children }: { query: InboxQuery; children: ReactNode }) {
  const navigation = useListNavigation(query, buildInboxUrl);
  return (
    <InboxContext value={navigation}>
      <FilteredList isPending={navigation.isPending} loading="Chargement des messages">
        {children}
      </FilteredList>
    </InboxContext>
  );
}

export function useInboxActions(): ListNavigation<InboxQuery> {
  const navigation = useContext(InboxContext);
  if (!navigation) throw new Error("useInboxActions must be called inside InboxActions");
  return navigation;
}
