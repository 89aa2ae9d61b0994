"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { toastError, toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { SmallButton } from "@/app/admin/_components/small-button";
import { DateTime } from "@/app/admin/_components/text/date-time";
import type { OwnSession } from "@/domain/staff/schema";
import { api } from "@/lib/http/api-client";
import styles from "./account.module.css";

type Session = OwnSession & { device: string };

export function SessionList({ sessions }: { sessions: Session[] }) {
  const router = useRouter();
  const [isConfirming, setConfirming] = useState(false);
  async function end(session: Session) {
    try {
      await api(`/api/auth/sessions/${session.id}`, { method: "DELETE" });
      toastSuccess(`${session.device} est déconnecté`);
    } catch (error) {
      toastError(error);
    }
    router.refresh();
  }
  async function endOthers() {
    await api("/api/auth/sessions", { method: "DELETE" });
    toastSuccess("Les autres appareils sont déconnectés");
    router.refresh();
  }
  return (
    <>
      <ul className={styles.sessions}>
        {sessions.map((session) => (
          <SessionItem key={session.id} session={session} onEnd={() => void end(session)} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <div>
          <button
            type="button"
            className="button"
            data-variant="quiet"
            onClick={() => setConfirming(true)}
          >
            Se déconnecter partout ailleurs
          </button>
        </div>
      )}
      <ConfirmDialog
        open={isConfirming}
        title="Se déconnecter partout ailleurs"
        confirmLabel="Déconnecter les autres"
        onConfirm={endOthers}
        onClose={() => setConfirming(false)}
      >
        <p>Il faudra s'y reconnecter avec le mot de passe. Cet appareil reste connecté.</p>
      </ConfirmDialog>
    </>
  );
}

function SessionItem({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const { device, createdAt, lastSeenAt, isCurrent } = session;
  return (
    <li className={styles.session}>
      <div>
        <p className={admin.row}>
          <strong>{device}</strong>
          {isCurrent && (
            <span className={admin.chip} data-tone="good">
              Cet appareil
            </span>
          )}
        </p>
        <p className={admin.hint}>
          Vu <DateTime value={lastSeenAt} />, connecté depuis <DateTime value={createdAt} />
        </p>
      </div>
      {!isCurrent && (
        <SmallButton onClick={onEnd} aria-label={`Déconnecter ${device}`}>
          Déconnecter
        </SmallButton>
      )}
    </li>
  );
}
