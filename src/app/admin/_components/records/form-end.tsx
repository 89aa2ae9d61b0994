import type { ReactNode } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConflictNotice } from "@/app/admin/_components/page/conflict-notice";
import { DateTime } from "@/app/admin/_components/text/date-time";
import { UserText } from "@/app/admin/_components/text/user-text";

interface Props {
  conflict: {
    changedBy: string;
    changedAt: string;
    onKeepMine: () => void;
    onUseTheirs: () => void;
  } | null;
  message: ReactNode;
  isPending: boolean;
}

/** The messages and the button below the fields of a dialog. */
export function FormEnd({ conflict, message, isPending }: Props) {
  return (
    <>
      {conflict && (
        <ConflictNotice onKeepMine={conflict.onKeepMine} onUseTheirs={conflict.onUseTheirs}>
          <UserText text={conflict.changedBy} /> a enregistré des changements entre-temps (
          <DateTime value={conflict.changedAt} />
          ). Rien n'est perdu de ce que vous avez écrit.
        </ConflictNotice>
      )}
      <div role="alert">{message && <p className={admin.alert}>{message}</p>}</div>
      <div className={admin.row}>
        <button type="submit" className="button" disabled={isPending}>
          Enregistrer
        </button>
      </div>
    </>
  );
}
