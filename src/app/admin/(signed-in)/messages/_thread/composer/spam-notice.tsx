import admin from "@/app/admin/_components/admin.module.css";
import { getSpamReasonLabels } from "@/domain/messaging/contact/spam-rules";

/** Shows why the message was classified as spam and how to correct that. */
export function SpamNotice({ reasons }: { reasons: readonly string[] }) {
  const labels = getSpamReasonLabels(reasons);
  return (
    <div className={admin.alert} data-tone="warn">
      <p>
        Ce message est classé indésirable : le client n'a reçu aucune réponse automatique. S'il est
        sérieux, choisissez <strong>Pas indésirable</strong>, puis répondez-lui.
      </p>
      {labels.length > 0 && <p className={admin.hint}>{labels.join(", ")}.</p>}
    </div>
  );
}
