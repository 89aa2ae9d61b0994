"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import type { ImportReport } from "@/domain/newsletter/subscribers/schema";
import { formatNumber } from "@/lib/format/format";
import { useApiForm } from "@/ui/form/use-api-form";
import { ImportPreview } from "./import-preview";
import { ImportSource } from "./import-source";
import { ProofFields } from "./proof-fields";

const PATH = "/api/admin/newsletter/subscribers/import";

/** Two steps: the preview of the list, then the proof of consent. Only the second step imports. */
export function ImportForm({ onDone }: { onDone: () => void }) {
  const [list, setList] = useState<{ csv: string; locale: string }>();
  const [preview, setPreview] = useState<ImportReport>();
  if (!list || !preview) {
    return (
      <ListStep
        onPreview={(submitted, report) => {
          setList(submitted);
          setPreview(report);
        }}
      />
    );
  }
  return (
    <ProofStep list={list} preview={preview} onBack={() => setPreview(undefined)} onDone={onDone} />
  );
}

interface ListStepProps {
  onPreview: (list: { csv: string; locale: string }, report: ImportReport) => void;
}

function ListStep({ onPreview }: ListStepProps) {
  const [csv, setCsv] = useState("");
  const [locale, setLocale] = useState("fr");
  const { onSubmit, isPending, message, fields } = useApiForm<ImportReport>({
    path: PATH,
    values: () => ({ csv, locale, preview: true }),
    onSaved: (report) => onPreview({ csv, locale }, report),
  });
  return (
    <form onSubmit={onSubmit} method="post" className={admin.stack} noValidate>
      <p className={admin.hint}>
        Seulement des personnes qui ont accepté de recevoir la newsletter. Rien n'est importé avant
        que vous ayez vu l'aperçu et déclaré leur accord.
      </p>
      <div aria-live="polite">{message && <p className={admin.alert}>{message}</p>}</div>
      <ImportSource
        csv={csv}
        onCsv={setCsv}
        locale={locale}
        onLocale={setLocale}
        error={fields.csv}
      />
      <div>
        <button type="submit" className="button" disabled={isPending || csv.trim() === ""}>
          {isPending ? "Un instant…" : "Voir l'aperçu"}
        </button>
      </div>
    </form>
  );
}

interface ProofStepProps {
  list: { csv: string; locale: string };
  preview: ImportReport;
  onBack: () => void;
  onDone: () => void;
}

function ProofStep({ list, preview, onBack, onDone }: ProofStepProps) {
  const router = useRouter();
  const newCount = preview.counts.NEW;
  const { onSubmit, isPending, message, fields } = useApiForm<ImportReport>({
    path: PATH,
    values: (form) => ({
      ...list,
      source: form.get("source"),
      consentedOn: form.get("consentedOn") || undefined,
      statement: form.get("statement") === "on",
    }),
    onSaved: ({ counts }) => {
      toastSuccess(
        counts.NEW === 1
          ? "Une personne est importée"
          : `${formatNumber(counts.NEW)} personnes sont importées`,
      );
      onDone();
      router.refresh();
    },
  });
  return (
    <form onSubmit={onSubmit} method="post" className={admin.stack} noValidate>
      <ImportPreview report={preview} />
      {newCount > 0 && <ProofFields fields={fields} />}
      <div aria-live="polite">{message && <p className={admin.alert}>{message}</p>}</div>
      <div className={admin.row}>
        {newCount > 0 && (
          <button type="submit" className="button" disabled={isPending}>
            {isPending
              ? "Un instant…"
              : `Importer ${formatNumber(newCount)} ${newCount > 1 ? "personnes" : "personne"}`}
          </button>
        )}
        <button type="button" className="button" data-variant="quiet" onClick={onBack}>
          Revenir à la liste
        </button>
      </div>
    </form>
  );
}
