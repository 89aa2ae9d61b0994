"use client";

import { Share2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { toastError, toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { SelectField, TextField } from "@/app/admin/_components/fields/fields";
import rows from "@/app/admin/_components/records/record-rows.module.css";
import { SmallButton } from "@/app/admin/_components/small-button";
import { DateTime } from "@/app/admin/_components/text/date-time";
import { UserText } from "@/app/admin/_components/text/user-text";
import { SHARE_FIELDS } from "@/domain/analytics/shares/fields";
import type { NewShare, Share, ShareTarget } from "@/domain/analytics/shares/schema";
import { api } from "@/lib/http/api-client";
import { useApiForm } from "@/ui/form/use-api-form";
import styles from "../analytics-page.module.css";

const SHARES = "/api/admin/analytics/shares";
const DAYS = [
  ["7", "7 jours"],
  ["30", "30 jours"],
  ["90", "90 jours"],
] as const;

/** Far above the address, so that no counter appears. */
const MAX_URL_LENGTH = 500;

interface Props {
  target: ShareTarget;
  suggestedName: string;
}

/** Opens the dialog that creates and closes links to figures. */
export function ShareButton({ target, suggestedName }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" data-variant="quiet" onClick={() => setOpen(true)}>
        <Share2 aria-hidden="true" size={18} />
        Partager
      </button>
      <Modal open={isOpen} onClose={() => setOpen(false)} title="Partager ces chiffres">
        <ShareForm target={target} suggestedName={suggestedName} />
      </Modal>
    </>
  );
}

function ShareForm({ target, suggestedName }: Props) {
  const [created, setCreated] = useState<NewShare | null>(null);
  const { fields, message, isPending, onSubmit } = useApiForm<NewShare>({
    path: SHARES,
    values: (form) => ({ name: form.get("name"), days: Number(form.get("days")), target }),
    onSaved: setCreated,
  });
  const copy = async (url: string) => {
    await navigator.clipboard.writeText(url).catch(toastError);
    toastSuccess("Adresse copiée");
  };
  return (
    <div className={admin.stack}>
      <p className={admin.hint}>
        La personne qui reçoit l'adresse voit ces chiffres sans compte et ne peut rien modifier. Les
        noms de l'équipe et des clients n'y sont pas.
      </p>
      {created ? (
        <div className={admin.stack} role="status">
          <TextField
            label="Adresse"
            name="url"
            max={MAX_URL_LENGTH}
            readOnly
            dir="ltr"
            value={created.url}
          />
          <p className={admin.hint}>
            Copiez-la maintenant : elle n'est montrée qu'une fois. Elle s'ouvre jusqu'au{" "}
            <DateTime value={created.expiresAt} />.
          </p>
          <div className={admin.row}>
            <button type="button" className="button" onClick={() => void copy(created.url)}>
              Copier l'adresse
            </button>
          </div>
        </div>
      ) : (
        <form className={admin.stack} onSubmit={onSubmit} noValidate>
          <TextField
            label={SHARE_FIELDS.name.label}
            name="name"
            max={SHARE_FIELDS.name.maxLength}
            error={fields.name}
            hint="Pour retrouver le lien dans la liste."
            defaultValue={suggestedName}
            required
          />
          <SelectField label="Durée" name="days" options={DAYS} defaultValue="30" />
          <div role="alert">{message && <p className={admin.alert}>{message}</p>}</div>
          <div className={admin.row}>
            <button type="submit" className="button" disabled={isPending}>
              Créer le lien
            </button>
          </div>
        </form>
      )}
      <OpenShares key={created?.id ?? "none"} />
    </div>
  );
}

function OpenShares() {
  const [shares, setShares] = useState<Share[] | null>(null);
  const load = () => {
    api<Share[]>(SHARES).then(setShares, toastError);
  };
  const show = (event: FormEvent<HTMLDetailsElement>) => {
    if (event.currentTarget.open && shares === null) load();
  };
  const revoke = async (id: string) => {
    try {
      await api(`${SHARES}/${id}`, { method: "DELETE" });
      toastSuccess("Lien retiré");
    } catch (error) {
      toastError(error);
    }
    load();
  };
  return (
    <details onToggle={show}>
      <summary className={styles.summary}>Liens ouverts</summary>
      {shares?.length === 0 && <p className={admin.hint}>Aucun lien n'est ouvert.</p>}
      <ul className={rows.list} data-plain>
        {shares?.map(({ id, name, expiresAt }) => (
          <li key={id} className={rows.row}>
            <span>
              <UserText text={name} />, jusqu'au <DateTime value={expiresAt} />
            </span>
            <SmallButton aria-label={`Retirer le lien « ${name} »`} onClick={() => void revoke(id)}>
              Retirer
            </SmallButton>
          </li>
        ))}
      </ul>
    </details>
  );
}
