"use client";

import { DateTime } from "@/app/admin/_components/date-time";
import panel from "@/app/admin/_components/panel.module.css";
import type { LocalDraft } from "./local-draft";

interface Props {
  kept: LocalDraft;
  onResume: () => void;
  onDismiss: () => void;
}

/** What was typed here on an earlier visit and never saved. */
export function DraftNotice({ kept, onResume, onDismiss }: Props) {
  return (
    <section className={panel.alert} data-tone="info" aria-label="Saisie non enregistrée">
      <p>Cet appareil garde une saisie qui n'a pas été enregistrée.</p>
      <div className={panel.row}>
        <button type="button" className="button" data-size="small" onClick={onResume}>
          <span>
            Reprendre la saisie du <DateTime value={kept.savedAt} />
          </span>
        </button>
        <button
          type="button"
          className="button"
          data-variant="quiet"
          data-size="small"
          onClick={onDismiss}
        >
          L'effacer
        </button>
      </div>
    </section>
  );
}
