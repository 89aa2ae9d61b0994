"use client";

import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { TextField } from "@/app/admin/_components/fields/fields";
import { useHydrated } from "@/app/admin/_components/page/use-hydrated";
import { useApiForm } from "@/ui/form/use-api-form";

export function ForgotPasswordForm() {
  const [isSent, setSent] = useState(false);
  const isReady = useHydrated();
  const { onSubmit, isPending, message, fields } = useApiForm({
    path: "/api/auth/password-reset",
    onSaved: () => setSent(true),
  });
  if (isSent) {
    return (
      <p className={admin.alert} data-tone="good" role="status">
        Si un compte a cette adresse, un message vient de partir. Son lien est bon une heure ;
        regardez aussi dans les indésirables.
      </p>
    );
  }
  return (
    <form onSubmit={onSubmit} method="post" className={admin.stack} noValidate>
      <p className={admin.hint}>
        Indiquez l'adresse e-mail de votre compte : vous recevrez un lien pour choisir un nouveau
        mot de passe.
      </p>
      <div aria-live="polite">{message && <p className={admin.alert}>{message}</p>}</div>
      <TextField
        label="Adresse e-mail"
        name="email"
        error={fields.email}
        required
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        autoComplete="email"
        dir="ltr"
      />
      <button type="submit" className="button" disabled={!isReady || isPending}>
        {isPending ? "Un instant…" : "Envoyer le lien"}
      </button>
    </form>
  );
}
