"use client";

import { ConflictNotice } from "@/app/admin/_components/page/conflict-notice";
import { DateTime } from "@/app/admin/_components/text/date-time";
import { UserText } from "@/app/admin/_components/text/user-text";
import { SETTING_FIELDS } from "@/domain/settings/fields";
import type { SettingsConflict } from "@/domain/settings/settings-input";
import { lookup } from "@/lib/lookup";

interface Props {
  conflict: SettingsConflict;
  onResolve: (keep: "mine" | "theirs") => void;
}

export function SettingsConflictNotice({ conflict, onResolve }: Props) {
  const { changedBy, changedAt, keys } = conflict;
  const names = keys.map((key) => lookup(SETTING_FIELDS, key)?.label ?? key).join(", ");
  return (
    <ConflictNotice onKeepMine={() => onResolve("mine")} onUseTheirs={() => onResolve("theirs")}>
      <UserText text={changedBy} /> a changé entre-temps (<DateTime value={changedAt} />) : {names}.
      Rien n'est perdu de votre saisie.
    </ConflictNotice>
  );
}
