"use client";

import { createContext, type ReactNode, useContext } from "react";
import { FilteredList } from "@/app/admin/_components/filtered-list/filtered-list";
import {
  type ListNavigation,
  useListNavigation,
} from "@/app/admin/_components/lists/use-list-navigation";
import type { LeadQuery } from "@/domain/messaging/leads/schema";
import { buildLeadsUrl } from "../lead-urls";

interface Permissions {
  mayChange: boolean;
  mayDelete: boolean;
}

const LeadListContext = createContext<(ListNavigation<LeadQuery> & Permissions) | null>(null);

interface Props extends Permissions {
  query: LeadQuery;
  children: ReactNode;
}

export function LeadListProvider({ query, children, ...permissions }: Props) {
  const navigation = useListNavigation(query, buildLeadsUrl);
  return (
    <LeadListContext value={{ ...navigation, ...permissions }}>
      <FilteredList isPending={navigation.isPending} loading="Chargement des demandes">
        {children}
      </FilteredList>
    </LeadListContext>
  );
}

export function useLeadList() {
  const list = useContext(LeadListContext);
  if (!list) throw new Error("useLeadList must be called inside LeadListProvider");
  return list;
}
