"use client";

import type { FormEvent } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { SelectField, TextField } from "@/app/admin/_components/fields/fields";
import { FocusOnChange } from "@/app/admin/_components/focus/focus-on-change";
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
  const { workbook, readSheet, ...upload } = useUpload();
  const format = workbook?.view.format;
  const isWorkbook = format?.kind === "xlsx";
  return (
    <>
      <FocusOnChange of={isWorkbook ? "sheet" : "file"} target="main h2" />
      {isWorkbook ? (
        <SheetChoice
          sheets={format.sheets}
          sheet={format.sheet}
          isPending={upload.isPending}
          message={upload.message}
          onChoose={(chosen) => void readSheet(chosen)}
        />
      ) : (
        <FileForm {...upload} />
      )}
    </>
  );
}

type FileFormProps = Omit<ReturnType<typeof useUpload>, "workbook" | "readSheet">;

function FileForm({ send, isPending, message, setMessage }: FileFormProps) {
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending) return;
    const { currentTarget } = event;
    const form = new FormData(currentTarget);
    const file = form.get("file");
    const chosen = ["encoding", "delimiter"].map((name) => [name, String(form.get(name) ?? "")]);
    const options = Object.fromEntries(chosen.filter(([, value]) => value !== ""));
    const hasFile = file instanceof File && file.name !== "";
    if (!hasFile) setMessage("Choisissez un fichier.");
    // The field names its error.
    if (!hasFile || !(await send(file, options))) {
      currentTarget.querySelector<HTMLElement>("[name=file]")?.focus();
    }
  };
  return (
    <form onSubmit={submit} method="post" className={admin.card} noValidate>
      <h2>Choisir un fichier</h2>
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
        <button type="submit" className="button" aria-disabled={isPending}>
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
