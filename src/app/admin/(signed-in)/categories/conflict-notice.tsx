"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { SmallButton } from "@/app/admin/_components/small-button";
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
        <SmallButton variant="primary" onClick={onKeepMine}>
          Garder ma saisie
        </SmallButton>
        <SmallButton onClick={onUseTheirs}>Reprendre la sienne</SmallButton>
      </div>
    </div>
  );
}
