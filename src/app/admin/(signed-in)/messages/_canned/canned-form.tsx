"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { SelectField, TextAreaField, TextField } from "@/app/admin/_components/fields/fields";
import { CANNED_REPLY_FIELDS } from "@/domain/messaging/canned-replies/fields";
import type { CannedReply } from "@/domain/messaging/canned-replies/schema";
import { useApiForm } from "@/ui/form/use-api-form";

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
      <TextField
        label={CANNED_REPLY_FIELDS.title.label}
        name="title"
        error={fields.title}
        max={CANNED_REPLY_FIELDS.title.maxLength}
        defaultValue={reply?.title}
        dir="auto"
        required
      />
      <SelectField
        label={CANNED_REPLY_FIELDS.locale.label}
        name="locale"
        error={fields.locale}
        defaultValue={reply?.locale ?? "FR"}
        options={Object.entries(CANNED_REPLY_FIELDS.locale.choices)}
      />
      <TextAreaField
        label={CANNED_REPLY_FIELDS.body.label}
        name="body"
        error={fields.body}
        max={CANNED_REPLY_FIELDS.body.maxLength}
        defaultValue={reply?.body}
        dir="auto"
        required
      />
      <div role="alert">{message && <p className={admin.alert}>{message}</p>}</div>
      <div className={admin.row}>
        <button type="submit" className="button" disabled={isPending}>
          Enregistrer
        </button>
      </div>
    </form>
  );
}
