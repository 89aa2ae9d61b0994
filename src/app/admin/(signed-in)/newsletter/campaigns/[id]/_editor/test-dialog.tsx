"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { SelectField, TextField } from "@/app/admin/_components/fields/fields";
import { CAMPAIGN_FIELDS } from "@/domain/campaigns/fields";
import { useApiForm } from "@/ui/form/use-api-form";

const LOCALE = CAMPAIGN_FIELDS.audience.parts.locale;

interface Props {
  id: string;
  userEmail: string;
  open: boolean;
  onClose: () => void;
}

export function TestDialog({ open, onClose, ...props }: Props) {
  return (
    <Modal open={open} onClose={onClose} title="Envoyer un essai">
      <TestForm {...props} onDone={onClose} />
    </Modal>
  );
}

function TestForm({
  id,
  userEmail,
  onDone,
}: {
  id: string;
  userEmail: string;
  onDone: () => void;
}) {
  const { onSubmit, isPending, message, fields } = useApiForm<{ to: string }>({
    path: `/api/admin/newsletter/campaign/${id}/test`,
    onSaved: ({ to }) => {
      toastSuccess(`Essai envoyé à ${to}`);
      onDone();
    },
  });
  return (
    <form onSubmit={onSubmit} method="post" className={admin.stack} noValidate>
      <p className={admin.hint}>
        Le message part à une seule adresse de l'équipe, avec « [Test] » dans l'objet.
      </p>
      <div role="alert">{message && <p className={admin.alert}>{message}</p>}</div>
      <TextField
        label="Adresse e-mail"
        name="to"
        error={fields.to}
        required
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        defaultValue={userEmail}
      />
      <SelectField
        label={LOCALE.label}
        name="locale"
        options={Object.entries(LOCALE.choices)}
        defaultValue="FR"
      />
      <div>
        <button type="submit" className="button" disabled={isPending}>
          {isPending ? "Un instant…" : "Envoyer l'essai"}
        </button>
      </div>
    </form>
  );
}
