import Link from "next/link";
import type { AuditQuery } from "@/domain/audit-log/schema";
import { AUDIT_TOPICS } from "@/domain/audit-log/topics";
import tabs from "../../_components/tabs.module.css";
import { buildAuditUrl } from "./audit-url";

/** Quick filters that leave the other filters unchanged. */
export function TopicLinks({ query }: { query: AuditQuery }) {
  const choices = [{ value: undefined, label: "Tout" }, ...AUDIT_TOPICS];
  return (
    <nav aria-label="Filtres rapides" className={tabs.tabs}>
      {choices.map(({ value, label }) => (
        <Link
          key={label}
          href={buildAuditUrl({ ...query, topic: value, page: 1 })}
          prefetch={false}
          aria-current={query.topic === value ? "page" : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
