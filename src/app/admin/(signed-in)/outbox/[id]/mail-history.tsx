import { DateTime } from "@/app/admin/_components/text/date-time";
import type { OutboxMail } from "@/domain/outbox/schema";
import { formatNumber, plural } from "@/lib/format/format";
import styles from "../outbox.module.css";

/** The events of a mail, oldest first. */
export function MailHistory({ mail }: { mail: OutboxMail }) {
  const steps = toSteps(mail);
  return (
    <ol className={styles.history}>
      {steps.map(({ label, at }) => (
        <li key={label}>
          {label} : <DateTime value={at} />
        </li>
      ))}
    </ol>
  );
}

function toSteps(mail: OutboxMail): { label: string; at: string }[] {
  const attempts = plural(mail.attempts, "fr", { one: "essai", other: "essais" });
  const nextAttempt = mail.state === "QUEUED" && mail.attempts > 0 ? mail.nextAttemptAt : null;
  const steps = [
    { label: "Créé", at: mail.createdAt },
    { label: "Premier essai", at: mail.firstAttemptAt },
    {
      label: `Prochain essai (${formatNumber(mail.attempts)} ${attempts} jusqu'ici)`,
      at: nextAttempt,
    },
    { label: "Envoyé", at: mail.sentAt },
    { label: "Remis au destinataire", at: mail.deliveredAt },
    { label: "Revenu", at: mail.bouncedAt },
    { label: "Signalé comme indésirable", at: mail.complainedAt },
  ];
  return steps
    .filter((step): step is { label: string; at: string } => step.at !== null)
    .toSorted((a, b) => a.at.localeCompare(b.at));
}
