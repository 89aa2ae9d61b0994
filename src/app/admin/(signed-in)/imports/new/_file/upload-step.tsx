"use client";

import type { FormEvent } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { SelectField, TextField } from "@/app/admin/_components/fields/fields";
import { SheetChoice } from "./sheet-choice";
import { useUpload } from "./use-upload";

const ENCODINGS = [
  ["utf-8", "UTF-8"],
  ["utf-16le", "UTF-16 LE"],
  ["utf-16be", "UTF-16 BE"],
  ["windows-1252", "Windows-1252"],
] as const;
const DELIMITERS = [
  [";", "Point-virgule"],
  [",", "Virgule"],
  ["\t", "Tabulation"],
] as const;

export function UploadStep() {
  const { send, readSheet, isPending, message, setMessage, workbook } = useUpload();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get("file");
    if (!(file instanceof File) || file.name === "") {
      setMessage("Choisissez un fichier.");
      return;
    }
    const chosen = ["encoding", "delimiter"].map((name) => [name, String(form.get(name) ?? "")]);
    void send(file, Object.fromEntries(chosen.filter(([, value]) => value !== "")));
  };

  if (workbook?.view.format.kind === "xlsx") {
    const { sheets, sheet } = workbook.view.format;
    return (
      <SheetChoice
        sheets={sheets}
        sheet={sheet}
        isPending={isPending}
        message={message}
        onChoose={(chosen) => void readSheet(chosen)}
      />
    );
  }
  return (
    <form onSubmit={submit} method="post" className={admin.card} noValidate>
      <p>
        Un fichier CSV ou Excel de 10 Mo au plus : un export de cette boutique, de WooCommerce ou de
        Shopify, ou la liste d'un fournisseur. Rien ne change avant que vous ayez vu le résultat de
        la vérification.
      </p>
      <TextField
        label="Fichier"
        name="file"
        type="file"
        accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        error={message}
        required
      />
      <details>
        <summary>Le fichier se lit mal ?</summary>
        <div className={admin.grid}>
          <SelectField
            label="Encodage du CSV"
            name="encoding"
            emptyLabel="Reconnu"
            options={ENCODINGS}
          />
          <SelectField
            label="Séparateur du CSV"
            name="delimiter"
            emptyLabel="Reconnu"
            options={DELIMITERS}
          />
        </div>
      </details>
      <div className={admin.row}>
        <button type="submit" className="button" disabled={isPending}>
          {isPending ? "Lecture du fichier…" : "Lire le fichier"}
        </button>
        <a
          className="button"
          data-variant="quiet"
          href="/api/admin/products/export?format=xlsx"
          download
        >
          Exporter les produits comme modèle
        </a>
      </div>
    </form>
  );
}
