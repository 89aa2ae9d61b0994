"use client";

import { resolveStatus } from "@/domain/messaging/leads/rules";
import type { Lead } from "@/domain/messaging/leads/schema";
import styles from "../leads.module.css";
import { useLeadList } from "./lead-list-context";
import { LeadRow } from "./lead-row";

export function LeadList({ leads }: { leads: Lead[] }) {
  const { isPending, query } = useLeadList();
  return (
    <ul className={styles.rows} aria-label="Demandes" data-pending={isPending || undefined}>
      {leads.map((lead) => (
        <LeadRow key={lead.id} lead={lead} showStatus={resolveStatus(query) === "all"} />
      ))}
    </ul>
  );
}
