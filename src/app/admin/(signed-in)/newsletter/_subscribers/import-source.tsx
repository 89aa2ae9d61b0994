"use client";

import { SelectField, TextAreaField, TextField } from "@/app/admin/_components/fields/fields";

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
      <TextField
        label="Fichier CSV"
        name="fichier"
        hint="Ou collez la liste ci-dessous."
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void readText(file).then(onCsv);
        }}
      />
      <TextAreaField
        label="Liste"
        name="csv"
        error={error}
        hint="Une adresse par ligne, ou un tableau dont une colonne s'appelle « E-mail » (et, si vous l'avez, une colonne « Langue » : fr ou ar)."
        dir="ltr"
        spellCheck={false}
        value={csv}
        onChange={(event) => onCsv(event.currentTarget.value)}
        required
      />
      <SelectField
        label="Langue, si la liste ne la dit pas"
        name="locale"
        id="import-langue"
        value={locale}
        onChange={(event) => onLocale(event.currentTarget.value)}
      >
        <option value="fr">Français</option>
        <option value="ar">Arabe</option>
      </SelectField>
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
