"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { SmallButton } from "@/app/admin/_components/small-button";
import { DateTime } from "@/app/admin/_components/text/date-time";
import type { LocalDraft } from "./local-draft";

interface Props {
  draft: LocalDraft;
  onResume: () => void;
  onDismiss: () => void;
}

/** Offers to resume input of an earlier visit that was never saved. */
export function DraftNotice({ draft, onResume, onDismiss }: Props) {
  return (
    <section className={admin.alert} data-tone="info" aria-label="Saisie non enregistrée">
      <p>Cet appareil garde une saisie qui n'a pas été enregistrée.</p>
      <div className={admin.row}>
        <SmallButton variant="primary" onClick={onResume}>
          <span>
            Reprendre la saisie du <DateTime value={draft.savedAt} />
          </span>
        </SmallButton>
        <SmallButton onClick={onDismiss}>L'effacer</SmallButton>
      </div>
    </section>
  );
}
