"use client";

import { useRouter } from "next/navigation";
import admin from "@/app/admin/_components/admin.module.css";
import { TextAreaField } from "@/app/admin/_components/fields/fields";
import { FormEnd } from "@/app/admin/_components/records/form-end";
import { useRecordForm } from "@/app/admin/_components/records/use-record-form";
import { LEAD_FIELDS } from "@/domain/messaging/leads/fields";
import type { Lead } from "@/domain/messaging/leads/schema";
import { AmountField } from "./amount-field";

interface Props {
  lead: Lead;
  onSaved: () => void;
}

/** The note, and the amount of a sale. */
export function LeadForm({ lead, onSaved }: Props) {
  const router = useRouter();
  const { base, key, fields, onSubmit, conflict, message, isPending } = useRecordForm<Lead>({
    record: lead,
    path: "/api/admin/leads",
    values: (form) => {
      const amount = form.get("amount");
      const note = String(form.get("note"));
      return amount === null ? { note } : { note, amount: String(amount) };
    },
    onSaved: () => {
      onSaved();
      router.refresh();
    },
  });
  return (
    <form key={key} className={admin.stack} onSubmit={onSubmit} noValidate>
      {base?.status === "SOLD" && (
        <AmountField
          hint="Facultatif."
          error={fields.amount}
          defaultValue={base.amount?.replace(".", ",") ?? ""}
        />
      )}
      <TextAreaField
        label={LEAD_FIELDS.note.label}
        name="note"
        hint="Pour l'équipe. N'écrivez du client que le nécessaire."
        max={LEAD_FIELDS.note.maxLength}
        error={fields.note}
        dir="auto"
        rows={4}
        defaultValue={base?.note ?? ""}
      />
      <FormEnd conflict={conflict} message={message} isPending={isPending} />
    </form>
  );
}
