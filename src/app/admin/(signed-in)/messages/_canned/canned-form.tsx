"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { SelectField, TextAreaField, TextField } from "@/app/admin/_components/fields/fields";
import type { CannedReply } from "@/domain/messaging/canned-replies/schema";
import { MESSAGE_MAX_LENGTH } from "@/domain/messaging/inbox/constants";
import { useApiForm } from "@/ui/form/use-api-form";
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
      <TextField
        label="Titre"
        name="title"
        error={fields.title}
        max={MESSAGE_MAX_LENGTH.cannedTitle}
        defaultValue={reply?.title}
        dir="auto"
        required
      />
      <SelectField
        label="Langue"
        name="locale"
        error={fields.locale}
        defaultValue={reply?.locale ?? "FR"}
        options={Object.entries(LANGUAGE_LABELS)}
      />
      <TextAreaField
        label="Texte"
        name="body"
        error={fields.body}
        max={MESSAGE_MAX_LENGTH.reply}
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
