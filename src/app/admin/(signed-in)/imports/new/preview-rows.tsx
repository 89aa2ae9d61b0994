import admin from "@/app/admin/_components/admin.module.css";
import { ScrollRegion } from "@/app/admin/_components/scroll-region";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { ImportView } from "@/domain/catalogue/import-rows/schema";
import { formatNumber } from "@/lib/format/format";
import { abbreviate } from "@/lib/input/text";
import { listColumns } from "./file-columns";
import styles from "./import.module.css";

const MAX_CELL_LENGTH = 80;

/** The first rows of the file as they were read, so that people see a wrong separator or encoding. */
export function PreviewRows({ header, preview }: Pick<ImportView, "header" | "preview">) {
  const columns = listColumns(header);
  return (
    <details className={styles.preview}>
      <summary>Premières lignes du fichier ({formatNumber(preview.length)})</summary>
      <ScrollRegion label="Premières lignes du fichier">
        <table className={admin.table}>
          <thead>
            <tr>
              <th scope="col">Ligne</th>
              {columns.map(({ id, label }) => (
                <th key={id} scope="col">
                  <UserText text={label} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.map(({ number, cells }) => (
              <tr key={number}>
                <th scope="row">{number}</th>
                {columns.map(({ id, place }) => (
                  <td key={id}>
                    <UserText text={abbreviate(cells[place] ?? "", MAX_CELL_LENGTH)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
