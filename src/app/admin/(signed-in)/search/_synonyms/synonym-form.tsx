"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { TextAreaField } from "@/app/admin/_components/fields/fields";
import { FormEnd } from "@/app/admin/_components/records/form-end";
import { findListError, useRecordForm } from "@/app/admin/_components/records/use-record-form";
import { SYNONYM_FIELDS } from "@/domain/search/synonyms/fields";
import type { Synonym } from "@/domain/search/synonyms/schema";

interface Props {
  /** Null creates a new synonym. */
  synonym: Synonym | null;
  /** What customers searched for. */
  suggestedTerm?: string | undefined;
  onSaved: () => void;
}

export function SynonymForm({ synonym, suggestedTerm = "", onSaved }: Props) {
  const { base, key, fields, onSubmit, ...end } = useRecordForm<Synonym>({
    record: synonym,
    path: "/api/admin/search/synonyms",
    values: (form) => ({ terms: readLines(form, "terms"), finds: readLines(form, "finds") }),
    onSaved,
  });
  return (
    <form key={key} className={admin.stack} onSubmit={onSubmit} noValidate>
      <TextAreaField
        label={SYNONYM_FIELDS.terms.label}
        name="terms"
        error={findListError(fields, "terms")}
        hint="Un mot par ligne, comme les clients l'écrivent : robini."
        defaultValue={base ? base.terms.join("\n") : suggestedTerm}
        dir="auto"
        rows={3}
        required
      />
      <TextAreaField
        label={SYNONYM_FIELDS.finds.label}
        name="finds"
        error={findListError(fields, "finds")}
        hint="Un mot par ligne, comme dans vos fiches : robinet. Laissez vide si tous les mots du haut veulent dire la même chose : chacun trouvera les autres."
        defaultValue={base?.finds.join("\n")}
        dir="auto"
        rows={3}
      />
      <FormEnd {...end} />
    </form>
  );
}

function readLines(form: FormData, name: string): string[] {
  return String(form.get(name) ?? "")
    .split("\n")
    .filter((line) => line.trim() !== "");
}
