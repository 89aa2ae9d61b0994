"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { TextField } from "@/app/admin/_components/fields/fields";
import { SmallButton } from "@/app/admin/_components/small-button";
import { useApiForm } from "@/ui/form/use-api-form";

interface Props {
  id: string;
  email: string;
}

export function DeleteSubscriber({ id, email }: Props) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <SmallButton aria-label={`Effacer ${email}`} onClick={() => setOpen(true)}>
        Effacer
      </SmallButton>
      <Modal open={isOpen} onClose={close} title="Effacer cet abonné">
        <DeleteForm id={id} email={email} onClose={close} />
      </Modal>
    </>
  );
}

function DeleteForm({ id, email, onClose }: Props & { onClose: () => void }) {
  const router = useRouter();
  const { onSubmit, isPending, message, fields } = useApiForm({
    path: `/api/admin/newsletter/subscribers/${id}`,
    method: "DELETE",
    values: (form) => ({ email: form.get("email"), suppress: form.get("suppress") === "on" }),
    onSaved: () => {
      toastSuccess("L'abonné est effacé");
      onClose();
      router.refresh();
    },
  });
  return (
    <form onSubmit={onSubmit} method="post" className={admin.stack} noValidate>
      <p>
        L'adresse, les liens et les e-mails de la newsletter envoyés à cette personne sont effacés.
        On ne peut pas revenir en arrière.
      </p>
      <div aria-live="polite">{message && <p className={admin.alert}>{message}</p>}</div>
      <TextField
        label={
          <>
            Tapez l'adresse <bdi dir="ltr">{email}</bdi> pour confirmer
          </>
        }
        name="email"
        id={`effacer-${id}`}
        error={fields.email}
        required
        inputMode="email"
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        dir="ltr"
      />
      <label className={admin.checkbox}>
        <input type="checkbox" name="suppress" defaultChecked />
        Empêcher que cette adresse revienne par un import
      </label>
      <p className={admin.hint}>
        La personne elle-même peut toujours se réinscrire, avec un e-mail de confirmation.
      </p>
      <div className={admin.row}>
        <button type="submit" className="button" data-variant="danger" disabled={isPending}>
          Effacer l'abonné
        </button>
        <button type="button" className="button" data-variant="quiet" onClick={onClose}>
          Annuler
        </button>
      </div>
    </form>
  );
}
