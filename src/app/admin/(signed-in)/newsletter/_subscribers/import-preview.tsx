import admin from "@/app/admin/_components/admin.module.css";
import { TableHead } from "@/app/admin/_components/lists/table-head";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { ImportReport, ImportVerdict } from "@/domain/newsletter/subscribers/schema";
import { formatNumber } from "@/lib/format/format";
import styles from "./subscribers.module.css";

const VERDICTS: Record<ImportVerdict, { label: string; tone: string }> = {
  NEW: { label: "à importer", tone: "good" },
  KNOWN: { label: "déjà dans la liste", tone: "" },
  REPEATED: { label: "en double dans le fichier", tone: "" },
  SUPPRESSED: { label: "à ne plus jamais contacter", tone: "warn" },
  INVALID: { label: "illisible", tone: "bad" },
};

export function ImportPreview({ report: { counts, left } }: { report: ImportReport }) {
  const verdicts = Object.entries(VERDICTS) as [ImportVerdict, (typeof VERDICTS)[ImportVerdict]][];
  return (
    <>
      <ul className={styles.counts} aria-label="Aperçu">
        {verdicts
          .filter(([verdict]) => verdict === "NEW" || counts[verdict] > 0)
          .map(([verdict, { label, tone }]) => (
            <li key={verdict}>
              <span className={admin.chip} data-tone={tone}>
                {formatNumber(counts[verdict])} {label}
              </span>
            </li>
          ))}
      </ul>
      {left.length > 0 && (
        <details open={left.length <= 20}>
          <summary>Lignes laissées de côté</summary>
          <div className={styles.lines}>
            <table className={admin.table}>
              <TableHead titles={["Ligne", "Texte", "Pourquoi"]} />
              <tbody>
                {left.map(({ line, text, verdict }) => (
                  <tr key={line}>
                    <th scope="row">{line}</th>
                    <td>
                      <UserText text={text} />
                    </td>
                    <td>{VERDICTS[verdict].label}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </>
  );
}
