"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { Field } from "../../../_components/field";

interface Props {
  csv: string;
  onCsv: (csv: string) => void;
  locale: string;
  onLocale: (locale: string) => void;
  error: string | undefined;
}

/** A chosen file fills the text field, so that the editor sees what the import sends. */
export function ImportSource({ csv, onCsv, locale, onLocale, error }: Props) {
  return (
    <>
      <Field label="Fichier CSV" name="fichier" hint="Ou collez la liste ci-dessous.">
        {(control) => (
          <input
            {...control}
            type="file"
            className={admin.input}
            accept=".csv,.txt,text/csv,text/plain"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) void readText(file).then(onCsv);
            }}
          />
        )}
      </Field>
      <Field
        label="Liste"
        name="csv"
        error={error}
        hint="Une adresse par ligne, ou un tableau dont une colonne s'appelle « E-mail » (et, si vous l'avez, une colonne « Langue » : fr ou ar)."
        required
      >
        {(control) => (
          <textarea
            {...control}
            className={admin.textarea}
            dir="ltr"
            spellCheck={false}
            value={csv}
            onChange={(event) => onCsv(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label="Langue, si la liste ne la dit pas" name="locale" id="import-langue">
        {(control) => (
          <select
            {...control}
            className={admin.select}
            value={locale}
            onChange={(event) => onLocale(event.currentTarget.value)}
          >
            <option value="fr">Français</option>
            <option value="ar">Arabe</option>
          </select>
        )}
      </Field>
    </>
  );
}

/** Decodes UTF-8; falls back to Windows-1252, in which spreadsheets on Windows save CSV files. */
async function readText(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
