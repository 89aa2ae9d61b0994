"use client";

import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { TextField } from "@/app/admin/_components/fields/fields";
import { USER_FIELDS } from "@/domain/staff/users/fields";
import type { StaffUser } from "@/domain/staff/users/schema";
import { useApiForm } from "@/ui/form/use-api-form";
import { RoleChoice } from "./role-choice";

export function InviteButton() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        <UserPlus aria-hidden="true" />
        Inviter quelqu'un
      </button>
      <Modal open={isOpen} onClose={close} title="Inviter quelqu'un">
        <InviteForm onDone={close} />
      </Modal>
    </>
  );
}

function InviteForm({ onDone }: { onDone: () => void }) {
  const router = useRouter();
  const { onSubmit, isPending, message, fields } = useApiForm<StaffUser>({
    path: "/api/admin/users",
    onSaved: ({ email }) => {
      toastSuccess(`Invitation envoyée à ${email}`);
      onDone();
      router.refresh();
    },
  });
  return (
    <form onSubmit={onSubmit} method="post" className={admin.stack} noValidate>
      <p className={admin.hint}>
        La personne reçoit un lien, bon sept jours, pour choisir son mot de passe.
      </p>
      <div aria-live="polite">{message && <p className={admin.alert}>{message}</p>}</div>
      <TextField
        label={USER_FIELDS.username.label}
        name="username"
        error={fields.username}
        hint="En minuscules, comme fatima ou h.alami."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        required
      />
      <TextField
        label={USER_FIELDS.email.label}
        name="email"
        error={fields.email}
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        autoComplete="off"
        dir="ltr"
        required
      />
      <RoleChoice value="ADMIN" error={fields.role} />
      <div>
        <button type="submit" className="button" disabled={isPending}>
          {isPending ? "Un instant…" : "Envoyer l'invitation"}
        </button>
      </div>
    </form>
  );
}
