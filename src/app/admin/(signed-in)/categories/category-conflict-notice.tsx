"use client";

import { ConflictNotice } from "@/app/admin/_components/page/conflict-notice";
import { DateTime } from "@/app/admin/_components/text/date-time";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { CategoryConflict } from "@/domain/catalogue/categories/schema";

interface Props {
  conflict: CategoryConflict;
  onKeepMine: () => void;
  onUseTheirs: () => void;
}

export function CategoryConflictNotice({ conflict, ...choice }: Props) {
  const { changedBy, changedAt, current } = conflict;
  return (
    <ConflictNotice {...choice}>
      <UserText text={changedBy} /> a enregistré « <UserText text={current.name} /> » entre-temps (
      <DateTime value={changedAt} />
      ). Rien n'est perdu de ce que vous avez écrit.
    </ConflictNotice>
  );
}
