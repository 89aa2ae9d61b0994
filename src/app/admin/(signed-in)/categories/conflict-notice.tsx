"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { DateTime } from "@/app/admin/_components/text/date-time";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { CategoryConflict } from "@/domain/catalogue/categories/schema";

interface Props {
  conflict: CategoryConflict;
  onKeepMine: () => void;
  onUseTheirs: () => void;
}

export function ConflictNotice({ conflict, onKeepMine, onUseTheirs }: Props) {
  const { changedBy, changedAt, current } = conflict;
  return (
    <div role="alert" className={admin.alert} data-tone="warn">
      <p>
        <UserText text={changedBy} /> a enregistré « <UserText text={current.name} /> » entre-temps
        (
        <DateTime value={changedAt} />
        ). Rien n'est perdu de ce que vous avez écrit.
      </p>
      <div className={admin.row}>
        <button type="button" className="button" data-size="small" onClick={onKeepMine}>
          Garder ma saisie
        </button>
        <button
          type="button"
          className="button"
          data-size="small"
          data-variant="quiet"
          onClick={onUseTheirs}
        >
          Reprendre la sienne
        </button>
      </div>
    </div>
  );
}
