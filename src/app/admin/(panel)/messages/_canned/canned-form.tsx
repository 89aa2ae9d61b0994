"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { Field } from "@/app/admin/_components/field";
import type { CannedReply } from "@/domain/messaging/canned-replies/schema";
import { MESSAGE_MAX_LENGTH } from "@/domain/messaging/inbox/constants";
import { useApiForm } from "@/ui/use-api-form";
import { LANGUAGE_LABELS } from "../labels";

interface Props {
  /** Null creates a new reply. */
  reply: CannedReply | null;
  onSaved: () => void;
}

export function CannedForm({ reply, onSaved }: Props) {
  const { onSubmit, isPending, message, fields } = useApiForm<CannedReply>({
    path: reply ? `/api/admin/canned-replies/${reply.id}` : "/api/admin/canned-replies",
    method: reply ? "PATCH" : "POST",
    values: (form) => ({ ...Object.fromEntries(form), version: reply?.version }),
    onSaved,
  });
  return (
    <form className={admin.stack} onSubmit={onSubmit} noValidate>
      <Field
        label="Titre"
        name="title"
        error={fields.title}
        max={MESSAGE_MAX_LENGTH.cannedTitle}
        required
      >
        {(control) => (
          <input {...control} className={admin.input} defaultValue={reply?.title} dir="auto" />
        )}
      </Field>
      <Field label="Langue" name="locale" error={fields.locale}>
        {(control) => (
          <select {...control} className={admin.select} defaultValue={reply?.locale ?? "FR"}>
            {Object.entries(LANGUAGE_LABELS).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Texte" name="body" error={fields.body} max={MESSAGE_MAX_LENGTH.reply} required>
        {(control) => (
          <textarea {...control} className={admin.textarea} defaultValue={reply?.body} dir="auto" />
        )}
      </Field>
      <div role="alert">{message && <p className={admin.alert}>{message}</p>}</div>
      <div className={admin.row}>
        <button type="submit" className="button" disabled={isPending}>
          Enregistrer
        </button>
      </div>
    </form>
  );
}
