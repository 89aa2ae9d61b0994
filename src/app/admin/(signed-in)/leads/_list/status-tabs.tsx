"use client";

import Link from "next/link";
import tabs from "@/app/admin/_components/tabs.module.css";
import { LEAD_STATUS_LABELS } from "@/domain/messaging/leads/labels";
import { LEAD_STATUSES } from "@/domain/messaging/leads/limits";
import { resolveStatus } from "@/domain/messaging/leads/rules";
import type { LeadCounts } from "@/domain/messaging/leads/schema";
import { formatNumber } from "@/lib/format/format";
import { buildLeadsUrl } from "../lead-urls";
import { useLeadList } from "./lead-list-context";

/** Each tab shows the number of leads that match the other filters. */
export function StatusTabs({ counts }: { counts: LeadCounts }) {
  const { query, go } = useLeadList();
  const current = resolveStatus(query);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const items = [
    ...LEAD_STATUSES.map((status) => {
      return { status, label: LEAD_STATUS_LABELS[status].tab, count: counts[status] };
    }),
    { status: "all" as const, label: "Toutes", count: total },
  ];
  return (
    <nav aria-label="Statuts" className={tabs.tabs}>
      {items.map(({ status, label, count }) => (
        <Link
          key={status}
          href={buildLeadsUrl(query, { status })}
          prefetch={false}
          scroll={false}
          aria-current={status === current ? "true" : undefined}
          onNavigate={(event) => {
            event.preventDefault();
            go({ status });
          }}
        >
          {label} <span>{formatNumber(count)}</span>
        </Link>
      ))}
    </nav>
  );
}
