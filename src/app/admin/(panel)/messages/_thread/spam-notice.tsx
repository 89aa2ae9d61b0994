import panel from "@/app/admin/_components/panel.module.css";
import { SPAM_REASONS } from "@/domain/messaging/spam-rules";

/** Why a message was taken for spam, and what to do when it is none. */
export function SpamNotice({ reasons }: { reasons: readonly string[] }) {
  const known = reasons.flatMap((reason) => {
    const found = Object.entries(SPAM_REASONS).find(([name]) => name === reason);
    return found ? [found[1].label] : [];
  });
  return (
    <div className={panel.alert} data-tone="warn">
      <p>
        Ce message est classé indésirable : le client n'a reçu aucune réponse automatique. S'il est
        sérieux, choisissez <strong>Pas indésirable</strong>, puis répondez-lui.
      </p>
      {known.length > 0 && <p className={panel.hint}>{known.join(", ")}.</p>}
    </div>
  );
}
