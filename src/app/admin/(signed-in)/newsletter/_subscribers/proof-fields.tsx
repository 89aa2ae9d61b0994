"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { DateField } from "@/app/admin/_components/fields/dates/date-field";
import { TextField } from "@/app/admin/_components/fields/fields";
import { MAX_SOURCE_LENGTH } from "@/domain/newsletter/rules";
import { getWording, IMPORT_WORDING } from "@/domain/newsletter/subscription/wordings";

export function ProofFields({ fields }: { fields: Record<string, string> }) {
  return (
    <>
      <TextField
        label="Où et comment ont-elles accepté ?"
        name="source"
        error={fields.source}
        max={MAX_SOURCE_LENGTH}
        hint="Par exemple : carnet du comptoir, salon de Marrakech, ancien site."
        required
        autoComplete="off"
      />
      <DateField label="À quelle date ?" name="consentedOn" error={fields.consentedOn} required />
      <label className={admin.checkbox}>
        <input
          type="checkbox"
          name="statement"
          aria-invalid={fields.statement ? true : undefined}
          aria-describedby={fields.statement ? "declaration-erreur" : undefined}
        />
        {getWording(IMPORT_WORDING, "fr")}
      </label>
      {fields.statement && (
        <p id="declaration-erreur" className={admin.alert}>
          {fields.statement}
        </p>
      )}
    </>
  );
}
