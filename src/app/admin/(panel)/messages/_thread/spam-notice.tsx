import admin from "@/app/admin/_components/admin.module.css";
import { labelsOf } from "@/domain/messaging/contact/spam-rules";

/** Why a message was taken for spam, and what to do when it is none. */
export function SpamNotice({ reasons }: { reasons: readonly string[] }) {
  const known = labelsOf(reasons);
  return (
    <div className={admin.alert} data-tone="warn">
      <p>
        Ce message est classé indésirable : le client n'a reçu aucune réponse automatique. S'il est
        sérieux, choisissez <strong>Pas indésirable</strong>, puis répondez-lui.
      </p>
      {known.length > 0 && <p className={admin.hint}>{known.join(", ")}.</p>}
    </div>
  );
}
