"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { PasswordField } from "@/app/admin/_components/fields/password-fields";
import { useApiForm } from "@/ui/form/use-api-form";

interface Props<R> {
  method: "POST" | "DELETE";
  submitLabel: string;
  onSaved: (result: R) => void;
  onCancel: () => void;
}

/** Asks for the password before the second factor changes, because an unlocked computer may be in other hands. */
export function ConfirmPasswordForm<R>({ method, submitLabel, onSaved, onCancel }: Props<R>) {
  const { onSubmit, isPending, message, fields } = useApiForm<R>({
    path: "/api/auth/totp",
    method,
    onSaved,
  });
  return (
    <form onSubmit={onSubmit} method="post" className={admin.stack} noValidate>
      <div aria-live="polite">
        {message && !fields.currentPassword && <p className={admin.alert}>{message}</p>}
      </div>
      <PasswordField
        label="Votre mot de passe, pour confirmer que c'est vous"
        name="currentPassword"
        id="second-facteur-mot-de-passe"
        error={fields.currentPassword}
        autoFocus
      />
      <div className={admin.row}>
        <button
          type="submit"
          className="button"
          data-variant={method === "DELETE" ? "danger" : undefined}
          disabled={isPending}
        >
          {submitLabel}
        </button>
        <button type="button" className="button" data-variant="ghost" onClick={onCancel}>
          Annuler
        </button>
      </div>
    </form>
  );
}
