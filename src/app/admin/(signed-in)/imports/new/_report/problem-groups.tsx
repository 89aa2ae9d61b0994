import admin from "@/app/admin/_components/admin.module.css";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { ProblemGroup } from "@/domain/catalogue/import-rows/schema";
import { formatNumber } from "@/lib/format/format";
import { BidiText } from "@/ui/bidi-text";
import styles from "../import.module.css";

interface Props {
  id: string;
  title: string;
  groups: readonly ProblemGroup[];
}

/** Each kind of problem once, with the first rows that have it. */
export function ProblemGroups({ id, title, groups }: Props) {
  if (groups.length === 0) return null;
  return (
    <section className={admin.card} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={styles.problems} data-plain>
        {groups.map(({ column, message, count, rows }) => (
          <li key={`${column} ${message}`}>
            <p>
              {column !== "" && (
                <strong>
                  <UserText text={column} /> :{" "}
                </strong>
              )}
              <BidiText text={message} />
            </p>
            <ul className={styles.rows} data-plain>
              {rows.map(({ row, value }) => (
                <li key={`${row} ${value}`}>
                  Ligne {row}
                  {value !== "" && (
                    <>
                      {" "}
                      : <UserText text={value} />
                    </>
                  )}
                </li>
              ))}
              {count > rows.length && <li>et {formatNumber(count - rows.length)} autres lignes</li>}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
