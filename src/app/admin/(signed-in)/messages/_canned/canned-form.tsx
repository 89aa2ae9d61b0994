"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { SelectField, TextAreaField, TextField } from "@/app/admin/_components/fields/fields";
import { FormEnd } from "@/app/admin/_components/records/form-end";
import { useRecordForm } from "@/app/admin/_components/records/use-record-form";
import { CANNED_REPLY_FIELDS } from "@/domain/messaging/canned-replies/fields";
import type { CannedReply } from "@/domain/messaging/canned-replies/schema";

interface Props {
  /** Null creates a new reply. */
  reply: CannedReply | null;
  onSaved: () => void;
}

export function CannedForm({ reply, onSaved }: Props) {
  const { base, key, fields, onSubmit, ...end } = useRecordForm<CannedReply>({
    record: reply,
    path: "/api/admin/canned-replies",
    values: (form) => Object.fromEntries(form),
    onSaved,
  });
  return (
    <form key={key} className={admin.stack} onSubmit={onSubmit} noValidate>
      <TextField
        label={CANNED_REPLY_FIELDS.title.label}
        name="title"
        error={fields.title}
        max={CANNED_REPLY_FIELDS.title.maxLength}
        defaultValue={base?.title}
        dir="auto"
        required
      />
      <SelectField
        label={CANNED_REPLY_FIELDS.locale.label}
        name="locale"
        error={fields.locale}
        defaultValue={base?.locale ?? "FR"}
        options={Object.entries(CANNED_REPLY_FIELDS.locale.choices)}
      />
      <TextAreaField
        label={CANNED_REPLY_FIELDS.body.label}
        name="body"
        error={fields.body}
        max={CANNED_REPLY_FIELDS.body.maxLength}
        defaultValue={base?.body}
        dir="auto"
        required
      />
      <FormEnd {...end} />
    </form>
  );
}
