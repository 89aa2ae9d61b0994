import { Suspense } from "react";
import { findNames, listTimeline } from "@/domain/audit-log/queries";
import { findVisitor } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import admin from "./admin.module.css";
import { AuditEntries } from "./audit-entries";

interface Props {
  /** As the journal has it: "Product", "Category", "User". */
  entityType: string;
  /** Without one: of all records of the kind. */
  entityId?: string;
}

const MOST = 10;

/** What happened to a record, on its own page; nothing for whoever may not read the journal. */
export function RecordTimeline(props: Props) {
  return (
    <Suspense fallback={null}>
      <Timeline {...props} />
    </Suspense>
  );
}

async function Timeline({ entityType, entityId }: Props) {
  const visitor = await findVisitor();
  if (!visitor || !can(visitor.user, "audit.read")) return null;
  const entries = await listTimeline(entityType, entityId, MOST);
  if (entries.length === 0) return null;
  const all = `/admin/audit?${new URLSearchParams({ entityType, ...(entityId && { entityId }) })}`;
  return (
    <section className={admin.card} aria-labelledby="journal">
      <h2 id="journal">Journal</h2>
      <AuditEntries entries={entries} names={await findNames(entries)} />
      {entries.length === MOST && <a href={all}>Tout le journal</a>}
    </section>
  );
}
