import type { OutboxFolder, OutboxMail } from "@/domain/outbox/schema";

export const FOLDER_TABS: readonly { folder: OutboxFolder | undefined; label: string }[] = [
  { folder: undefined, label: "Tous" },
  { folder: "problems", label: "À revoir" },
  { folder: "waiting", label: "En attente" },
  { folder: "sent", label: "Envoyés" },
  { folder: "returned", label: "Revenus" },
];

const STATE_LABELS: Record<OutboxMail["state"], { label: string; tone: string }> = {
  QUEUED: { label: "En attente", tone: "info" },
  SENDING: { label: "En cours d'envoi", tone: "info" },
  SENT: { label: "Envoyé", tone: "good" },
  FAILED: { label: "Refusé", tone: "bad" },
  UNKNOWN: { label: "Incertain", tone: "warn" },
};

type MailOutcome = Pick<OutboxMail, "state" | "deliveredAt" | "bouncedAt" | "complainedAt">;

/** A complaint or a bounce overrides the state of the outbox row. */
export function getDeliveryStatus({ state, deliveredAt, bouncedAt, complainedAt }: MailOutcome) {
  if (complainedAt) return { label: "Signalé comme indésirable", tone: "bad" };
  if (bouncedAt) return { label: "Revenu", tone: "bad" };
  if (state === "SENT" && deliveredAt) return { label: "Remis", tone: "good" };
  return STATE_LABELS[state];
}
