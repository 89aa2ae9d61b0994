"use client";

import admin from "@/app/admin/_components/admin.module.css";
import stacked from "@/app/admin/_components/lists/stacked.module.css";
import { TableHead } from "@/app/admin/_components/lists/table-head";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { ImportView } from "@/domain/catalogue/import-rows/schema";
import { listColumns } from "./file-columns";
import styles from "./import.module.css";

type Mapping = ImportView["mapping"];

interface Props {
  view: ImportView;
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
}

const MAX_EXAMPLES = 3;

/** One row for each column of the file: its header, examples of its cells, and the column that it is read as. */
export function ColumnTable({ view, mapping, onMapping }: Props) {
  const { header, preview, columns } = view;
  const ignored = mapping.filter((key) => key === null).length;
  return (
    <>
      <p className={admin.hint}>
        {ignored === 0
          ? "Toutes les colonnes sont reconnues."
          : `Colonnes ignorées : ${ignored}. Choisissez ce que contiennent celles qui comptent.`}
      </p>
      <div className={admin.scroll}>
        <table className={`${admin.table} ${stacked.stacked}`}>
          <TableHead titles={["Colonne du fichier", "Exemples", "Lue comme"]} />
          <tbody>
            {listColumns(header).map(({ id, label, place }) => (
              <tr key={id}>
                <th scope="row" id={id}>
                  <UserText text={label} />
                </th>
                <td className={styles.examples}>
                  <UserText text={listExamples(preview, place).join(" · ")} />
                </td>
                <td>
                  <select
                    className={admin.select}
                    aria-labelledby={id}
                    value={mapping[place] ?? ""}
                    onChange={(event) =>
                      onMapping(mapping.with(place, event.currentTarget.value || null))
                    }
                  >
                    <option value="">Ignorée</option>
                    {(["product", "variation"] as const).map((level) => (
                      <optgroup key={level} label={LEVELS[level]}>
                        {columns
                          .filter((column) => column.level === level)
                          .map((column) => (
                            <option key={column.key} value={column.key}>
                              {column.label}
                            </option>
                          ))}
                      </optgroup>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const LEVELS = { product: "Produit", variation: "Variation" } as const;

function listExamples(preview: ImportView["preview"], at: number): string[] {
  const texts = preview.map(({ cells }) => cells[at] ?? "").filter((text) => text !== "");
  return [...new Set(texts)].slice(0, MAX_EXAMPLES).map((text) => text.slice(0, 60));
}
