"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { TextField } from "@/app/admin/_components/fields/fields";
import { LEAD_FIELDS } from "@/domain/messaging/leads/fields";
import type { Lead } from "@/domain/messaging/leads/schema";
import { getFormLabel } from "@/lib/field-table";
import { useApiForm } from "@/ui/form/use-api-form";

interface Props {
  lead: Lead;
  onSaved: (lead: Lead) => void;
}

/** Marks a lead as sold. The amount is optional, so that the button alone is enough. */
export function SaleForm({ lead, onSaved }: Props) {
  const { fields, message, isPending, onSubmit } = useApiForm<Lead>({
    path: `/api/admin/leads/${lead.id}`,
    method: "PATCH",
    values: (form) => ({
      version: lead.version,
      status: "SOLD",
      amount: String(form.get("amount")),
    }),
    onSaved,
  });
  return (
    <form className={admin.stack} onSubmit={onSubmit} noValidate>
      <TextField
        label={getFormLabel(LEAD_FIELDS.amount)}
        name="amount"
        hint="Facultatif. Par exemple 1 250 ou 1 250,50."
        error={fields.amount}
        inputMode="decimal"
        autoComplete="off"
        dir="ltr"
      />
      <div role="alert">{message && <p className={admin.alert}>{message}</p>}</div>
      <button type="submit" className="button" disabled={isPending}>
        Marquer comme vendue
      </button>
    </form>
  );
}
