"use client";

import { useState } from "react";
import { PasswordField } from "@/app/admin/_components/fields/password-fields";
import { useApiForm } from "@/ui/form/use-api-form";
import admin from "../admin.module.css";
import { TextField } from "../fields/fields";
import { useHydrated } from "./use-hydrated";

interface Props {
  /** Address to open after signing in; defaults to the dashboard. */
  next?: string;
  /** Called instead of opening `next`. */
  onDone?: () => void;
}

/** Asks for username and password, then for the second factor if the account has one. */
export function SignInForm({ next, onDone }: Props) {
  const [needsCode, setNeedsCode] = useState(false);
  const done = () => {
    if (onDone) onDone();
    else window.location.assign(next ?? "/admin/dashboard");
  };
  return needsCode ? (
    <CodeForm onDone={done} onBack={() => setNeedsCode(false)} />
  ) : (
    <PasswordForm onDone={done} onSecondFactor={() => setNeedsCode(true)} />
  );
}

function PasswordForm({
  onDone,
  onSecondFactor,
}: {
  onDone: () => void;
  onSecondFactor: () => void;
}) {
  const isHydrated = useHydrated();
  const { onSubmit, isPending, message, fields } = useApiForm<{ secondFactor?: true }>({
    path: "/api/auth/login",
    values: (form) => ({
      username: form.get("username"),
      password: form.get("password"),
      rememberMe: form.get("rememberMe") !== null,
    }),
    onSaved: ({ secondFactor }) => (secondFactor ? onSecondFactor() : onDone()),
  });
  return (
    <form onSubmit={onSubmit} method="post" className={admin.stack} noValidate>
      <div aria-live="polite">{message && <p className={admin.alert}>{message}</p>}</div>
      <TextField
        label="Identifiant ou adresse e-mail"
        name="username"
        error={fields.username}
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField label="Mot de passe" name="password" error={fields.password} />
      <label className={admin.checkbox}>
        <input type="checkbox" name="rememberMe" />
        Se souvenir de moi
      </label>
      <button type="submit" className="button" disabled={!isHydrated || isPending}>
        {isPending ? "Un instant…" : "Se connecter"}
      </button>
      <a href="/admin/mot-de-passe-oublie">Mot de passe oublié</a>
    </form>
  );
}

function CodeForm({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const { onSubmit, isPending, message, fields } = useApiForm({
    path: "/api/auth/login/second-factor",
    onSaved: onDone,
  });
  return (
    <form onSubmit={onSubmit} method="post" className={admin.stack} noValidate>
      <div aria-live="polite">{message && <p className={admin.alert}>{message}</p>}</div>
      <TextField
        label="Code de vérification"
        name="code"
        error={fields.code}
        hint="Les 6 chiffres de votre application, ou un code de secours."
        required
        autoComplete="one-time-code"
        inputMode="text"
        autoFocus
        dir="ltr"
      />
      <button type="submit" className="button" disabled={isPending}>
        {isPending ? "Un instant…" : "Vérifier"}
      </button>
      <button type="button" className="button" data-variant="ghost" onClick={onBack}>
        Revenir au mot de passe
      </button>
    </form>
  );
}
