"use client";

import admin from "@/app/admin/_components/admin.module.css";
import type { Lead } from "@/domain/messaging/leads/schema";
import { useApiForm } from "@/ui/form/use-api-form";
import { AmountField } from "./amount-field";

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
      <AmountField hint="Facultatif. Par exemple 1 250 ou 1 250,50." error={fields.amount} />
      <div role="alert">{message && <p className={admin.alert}>{message}</p>}</div>
      <button type="submit" className="button" disabled={isPending}>
        Marquer comme vendue
      </button>
    </form>
  );
}
