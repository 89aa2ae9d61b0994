"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { TextField } from "@/app/admin/_components/fields/fields";
import { useApiForm } from "@/ui/form/use-api-form";
import styles from "./account.module.css";

export interface Secret {
  secret: string;
  /** An SVG document. */
  qrCode: string;
}

interface Props {
  secret: Secret;
  onSaved: (recoveryCodes: string[]) => void;
  onCancel: () => void;
}

export function ScanStep({ secret: { secret, qrCode }, onSaved, onCancel }: Props) {
  const { onSubmit, isPending, message, fields } = useApiForm<{ recoveryCodes: string[] }>({
    path: "/api/auth/totp",
    method: "PATCH",
    onSaved: ({ recoveryCodes }) => onSaved(recoveryCodes),
  });
  return (
    <form onSubmit={onSubmit} method="post" className={admin.stack} noValidate>
      <p>
        Ouvrez votre application d'authentification (Google Authenticator, Aegis, 2FAS…), ajoutez un
        compte et visez cette image.
      </p>
      {/* biome-ignore lint/performance/noImgElement: a data URL with a secret, which must not reach the image optimiser. */}
      <img
        className={styles.qrCode}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(qrCode)}`}
        alt="Code QR à viser avec l'application"
        width={200}
        height={200}
      />
      <p className={admin.hint}>
        Impossible de viser ? Saisissez cette clé dans l'application :{" "}
        <code className={styles.key} dir="ltr">
          {secret.replace(/(.{4})(?=.)/g, "$1 ")}
        </code>
      </p>
      <div aria-live="polite">
        {message && !fields.code && <p className={admin.alert}>{message}</p>}
      </div>
      <TextField
        label="Code à 6 chiffres affiché par l'application"
        name="code"
        error={fields.code}
        required
        inputMode="numeric"
        autoComplete="one-time-code"
        dir="ltr"
        autoFocus
      />
      <div className={admin.row}>
        <button type="submit" className="button" disabled={isPending}>
          Activer
        </button>
        <button type="button" className="button" data-variant="ghost" onClick={onCancel}>
          Annuler
        </button>
      </div>
    </form>
  );
}
