"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { NewPasswordField, PasswordField } from "@/app/admin/_components/fields/password-fields";
import { useApiForm } from "@/ui/form/use-api-form";

export function PasswordForm() {
  // A new key clears the fields after the password has changed.
  const [formKey, setFormKey] = useState(0);
  return <Fields key={formKey} onSaved={() => setFormKey(formKey + 1)} />;
}

function Fields({ onSaved }: { onSaved: () => void }) {
  const router = useRouter();
  const { onSubmit, isPending, message, fields } = useApiForm({
    path: "/api/auth/password",
    values: (form) => ({
      currentPassword: form.get("currentPassword"),
      newPassword: form.get("newPassword"),
    }),
    onSaved: () => {
      toastSuccess("Mot de passe changé. Vos autres appareils sont déconnectés.");
      onSaved();
      router.refresh();
    },
  });
  return (
    <form onSubmit={onSubmit} method="post" className={admin.stack} noValidate>
      <div aria-live="polite">{message && <p className={admin.alert}>{message}</p>}</div>
      <PasswordField
        label="Mot de passe actuel"
        name="currentPassword"
        id="changer-mot-de-passe-actuel"
        error={fields.currentPassword}
      />
      <NewPasswordField
        name="newPassword"
        label="Nouveau mot de passe"
        error={fields.newPassword}
      />
      <div>
        <button type="submit" className="button" disabled={isPending}>
          Changer le mot de passe
        </button>
      </div>
    </form>
  );
}
