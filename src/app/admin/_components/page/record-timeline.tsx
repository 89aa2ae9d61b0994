import { Suspense } from "react";
import { listTimeline } from "@/domain/audit/queries";
import { findReferencedNames } from "@/domain/audit-log/queries";
import { findCurrentSession } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import admin from "../admin.module.css";
import { AuditEntries } from "./audit-entries";

interface Props {
  /** Entity type of the audit log: "Product", "Category", "User". */
  entityType: string;
  /** If missing, entries of all records of the type are shown. */
  entityId?: string;
}

const MAX_ENTRIES = 10;

/** The latest audit entries of a record. Renders nothing if the user may not read the audit log. */
export function RecordTimeline(props: Props) {
  return (
    <Suspense fallback={null}>
      <Timeline {...props} />
    </Suspense>
  );
}

async function Timeline({ entityType, entityId }: Props) {
  const visitor = await findCurrentSession();
  if (!visitor || !can(visitor.user, "audit.read")) return null;
  const entries = await listTimeline(entityType, entityId, MAX_ENTRIES);
  if (entries.length === 0) return null;
  const auditUrl = `/admin/audit?${new URLSearchParams({ entityType, ...(entityId && { entityId }) })}`;
  return (
    <section className={admin.card} aria-labelledby="journal">
      <h2 id="journal">Journal</h2>
      <AuditEntries entries={entries} names={await findReferencedNames(entries)} />
      {entries.length === MAX_ENTRIES && <a href={auditUrl}>Tout le journal</a>}
    </section>
  );
}
