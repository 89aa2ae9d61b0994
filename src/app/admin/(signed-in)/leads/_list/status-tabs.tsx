"use client";

import { ListTabs } from "@/app/admin/_components/filtered-list/list-tabs";
import { LEAD_STATUS_LABELS } from "@/domain/messaging/leads/labels";
import { LEAD_STATUSES } from "@/domain/messaging/leads/limits";
import { resolveStatus } from "@/domain/messaging/leads/rules";
import type { LeadCounts } from "@/domain/messaging/leads/schema";
import { buildLeadsUrl } from "../lead-urls";
import { useLeadList } from "./lead-list-context";

export function StatusTabs({ counts }: { counts: LeadCounts }) {
  const { query, go } = useLeadList();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <ListTabs
      label="Statuts"
      items={[
        ...LEAD_STATUSES.map((status) => {
          return { value: status, label: LEAD_STATUS_LABELS[status].tab, count: counts[status] };
        }),
        { value: "all" as const, label: "Toutes", count: total },
      ]}
      current={resolveStatus(query)}
      getHref={(status) => buildLeadsUrl(query, { status })}
      onChoose={(status) => go({ status })}
    />
  );
}
