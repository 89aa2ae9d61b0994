import { fieldLabel, sentenceOf } from "@/domain/audit/labels";
import type { AuditEntry } from "@/domain/audit/schema";
import { valueText } from "@/domain/audit/value-text";
import styles from "./audit-entries.module.css";
import { DateTime } from "./date-time";
import panel from "./panel.module.css";

interface Props {
  entries: AuditEntry[];
  /** What ids in the entries stand for. */
  names: Record<string, string>;
}

export function AuditEntries({ entries, names }: Props) {
  return (
    <ol className={styles.entries}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          <p>
            <strong>{entry.userName}</strong> {sentenceOf(entry)}
          </p>
          <p className={panel.hint}>
            <DateTime value={entry.createdAt} />
          </p>
          <Changes changes={entry.changes} names={names} />
        </li>
      ))}
    </ol>
  );
}

function Changes({ changes, names }: { changes: AuditEntry["changes"]; names: Props["names"] }) {
  const fields = Object.entries(changes);
  if (fields.length === 0) return null;
  return (
    <details className={styles.changes}>
      <summary>{fields.map(([field]) => fieldLabel(field)).join(", ")}</summary>
      <dl>
        {fields.map(([field, { before, after }]) => (
          <div key={field}>
            <dt>{fieldLabel(field)}</dt>
            <dd>
              <del>
                <span className={styles.side}>avant </span>
                <bdi>{valueText(field, before, names)}</bdi>
              </del>
              <ins>
                <span className={styles.side}>après </span>
                <bdi>{valueText(field, after, names)}</bdi>
              </ins>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
