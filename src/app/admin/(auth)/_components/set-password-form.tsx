"use client";

import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { NewPasswordField } from "@/app/admin/_components/fields/password-fields";
import { useHydrated } from "@/app/admin/_components/page/use-hydrated";
import { useApiForm } from "@/ui/form/use-api-form";

interface Props {
  path: "/api/auth/password-reset/confirm" | "/api/auth/invitation";
  token: string;
}

/** Sets the password with the token of a mailed link. */
export function SetPasswordForm({ path, token }: Props) {
  const [isDone, setDone] = useState(false);
  const isReady = useHydrated();
  const { onSubmit, isPending, message, fields } = useApiForm({
    path,
    values: (form) => ({ token, password: form.get("password") }),
    onSaved: () => setDone(true),
  });
  if (isDone) {
    return (
      <>
        <p className={admin.alert} data-tone="good" role="status">
          Votre mot de passe est enregistré.
        </p>
        <a className="button" href="/admin/login">
          Se connecter
        </a>
      </>
    );
  }
  const incompleteLink =
    fields.token && "Ce lien n'est pas complet. Ouvrez-le depuis votre message.";
  return (
    <form onSubmit={onSubmit} method="post" className={admin.stack} noValidate>
      <div aria-live="polite">
        {message && <p className={admin.alert}>{incompleteLink ?? message}</p>}
      </div>
      <NewPasswordField name="password" label="Votre mot de passe" error={fields.password} />
      <button type="submit" className="button" disabled={!isReady || isPending}>
        {isPending ? "Un instant…" : "Enregistrer le mot de passe"}
      </button>
    </form>
  );
}
