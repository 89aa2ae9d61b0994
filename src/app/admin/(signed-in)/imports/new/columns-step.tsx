"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { ImportOptions, ImportView } from "@/domain/catalogue/import-rows/schema";
import { toAppError } from "@/lib/errors";
import { formatNumber } from "@/lib/format/format";
import { api } from "@/lib/http/api-client";
import { lookup } from "@/lib/lookup";
import { ColumnTable } from "./column-table";
import { ImageFiles } from "./image-files";
import styles from "./import.module.css";
import { OptionFields } from "./option-fields";
import { PreviewRows } from "./preview-rows";

export function ColumnsStep({ view }: { view: ImportView }) {
  const router = useRouter();
  const { operation, source } = view;
  const [mapping, setMapping] = useState(view.mapping);
  const [options, setOptions] = useState<ImportOptions>(view.options);
  const [isPending, setPending] = useState(false);
  const [message, setMessage] = useState<string>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    setMessage(undefined);
    try {
      const body = { mapping, options };
      await api(`/api/admin/imports/${operation.id}/check`, { method: "POST", body });
      router.push(`/admin/imports/new?import=${operation.id}`);
      router.refresh();
    } catch (thrown) {
      setMessage(toAppError(thrown).message);
      setPending(false);
    }
  };
  return (
    <form onSubmit={submit} method="post" className={styles.step} noValidate>
      <section className={admin.card} aria-labelledby="fichier">
        <h2 id="fichier">
          <UserText text={operation.fileName ?? ""} />
        </h2>
        <p>{describeFormat(view)}</p>
        {source === null ? (
          <ColumnTable view={view} mapping={mapping} onMapping={setMapping} />
        ) : (
          <p className={admin.alert} data-tone="good">
            C'est un export de {source}. Ses colonnes sont lues sans que vous ayez à les choisir.
          </p>
        )}
        <PreviewRows header={view.header} preview={view.preview} />
      </section>
      <OptionFields options={options} onOptions={setOptions} isForeign={source !== null} />
      <ImageFiles id={operation.id} names={view.imageNames} />
      <div aria-live="polite">{message && <p className={admin.alert}>{message}</p>}</div>
      <div className={admin.row}>
        <button type="submit" className="button" aria-disabled={isPending}>
          {isPending ? "Un instant…" : "Vérifier le fichier"}
        </button>
      </div>
    </form>
  );
}

const ENCODINGS: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252",
};
const DELIMITERS: Readonly<Record<string, string>> = {
  ";": "points-virgules",
  ",": "virgules",
  "\t": "tabulations",
};

function describeFormat({ rowCount, header, format }: ImportView): string {
  const size = `${formatNumber(rowCount)} lignes, ${formatNumber(header.length)} colonnes`;
  if (format.kind === "csv") {
    return `${size}. CSV en ${lookup(ENCODINGS, format.encoding)}, séparé par des ${lookup(DELIMITERS, format.delimiter)}.`;
  }
  const others = format.sheets.length > 1 ? ` sur ${format.sheets.length}` : "";
  return `${size}. Classeur, feuille « ${format.sheet} »${others}.`;
}
