import { CATEGORY_ICONS } from "@/app/admin/(signed-in)/categories/icons";
import type { AuditEntry } from "@/domain/audit/schema";
import { type ChangeText, toEntryText } from "@/domain/audit-log/entry-text";
import type { Names } from "@/domain/audit-log/value-text";
import admin from "../admin.module.css";
import { DateTime } from "../text/date-time";
import { UserText } from "../text/user-text";
import styles from "./audit-entries.module.css";

interface Props {
  entries: readonly AuditEntry[];
  /** Names of the records whose ids the entries contain. */
  names: Names;
}

const ICON_NAMES = Object.entries(CATEGORY_ICONS).map(([key, { label }]) => [key, label] as const);

export function AuditEntries({ entries, names }: Props) {
  const allNames = new Map([...ICON_NAMES, ...names]);
  return (
    <ol className={styles.entries}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          <Entry entry={entry} names={allNames} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry, names }: { entry: AuditEntry; names: Names }) {
  const { sentence, name, inline, changes, isReadable } = toEntryText(entry, names);
  return (
    <>
      <p>
        <strong>
          <UserText text={entry.userName} />
        </strong>{" "}
        {sentence}
        {name !== null && (
          <>
            {" «\u00a0"}
            <UserText text={name} />
            {"\u00a0»"}
          </>
        )}
      </p>
      {inline.length > 0 && (
        <ul className={styles.inline} data-plain>
          {inline.map((change) => (
            <InlineChange key={change.field} change={change} />
          ))}
        </ul>
      )}
      <p className={admin.hint}>
        <DateTime value={entry.createdAt} />
      </p>
      {!isReadable && <p className={admin.hint}>Le détail de cette entrée ne peut pas être lu.</p>}
      {changes.length > inline.length && <Changes changes={changes} />}
    </>
  );
}

function InlineChange({ change: { label, before, after } }: { change: ChangeText }) {
  return (
    <li>
      <UserText text={label} /> : <UserText text={before} />
      <span aria-hidden="true"> → </span>
      <span className="visually-hidden"> devient </span>
      <strong>
        <UserText text={after} />
      </strong>
    </li>
  );
}

function Changes({ changes }: { changes: readonly ChangeText[] }) {
  return (
    <details className={styles.changes}>
      <summary>
        <UserText text={changes.map(({ label }) => label).join(", ")} />
      </summary>
      <dl>
        {changes.map(({ field, label, before, after }) => (
          <div key={field}>
            <dt>
              <UserText text={label} />
            </dt>
            <dd>
              <del>
                <span className={styles.side}>avant </span>
                <UserText text={before} />
              </del>
              <ins>
                <span className={styles.side}>après </span>
                <UserText text={after} />
              </ins>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
