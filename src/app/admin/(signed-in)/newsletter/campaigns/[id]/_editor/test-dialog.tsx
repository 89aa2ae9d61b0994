"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { Field } from "@/app/admin/_components/fields/field";
import { useApiForm } from "@/ui/form/use-api-form";

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
      <Field label="Adresse e-mail" name="to" error={fields.to} required>
        {(control) => (
          <input
            {...control}
            className={admin.input}
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            dir="ltr"
            defaultValue={userEmail}
          />
        )}
      </Field>
      <Field label="Langue" name="locale">
        {(control) => (
          <select {...control} className={admin.select} defaultValue="FR">
            <option value="FR">Français</option>
            <option value="AR">Arabe</option>
          </select>
        )}
      </Field>
      <div>
        <button type="submit" className="button" disabled={isPending}>
          {isPending ? "Un instant…" : "Envoyer l'essai"}
        </button>
      </div>
    </form>
  );
}
