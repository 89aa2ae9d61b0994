import type { OutboxFolder, OutboxMail } from "@/domain/outbox/schema";

export const FOLDER_TABS: readonly { folder: OutboxFolder | undefined; label: string }[] = [
  { folder: undefined, label: "Tous" },
  { folder: "problems", label: "À revoir" },
  { folder: "waiting", label: "En attente" },
  { folder: "sent", label: "Envoyés" },
  { folder: "returned", label: "Revenus" },
];

const STATES: Record<OutboxMail["state"], { label: string; tone: string }> = {
  QUEUED: { label: "En attente", tone: "info" },
  SENDING: { label: "En cours d'envoi", tone: "info" },
  SENT: { label: "Envoyé", tone: "good" },
  FAILED: { label: "Refusé", tone: "bad" },
  UNKNOWN: { label: "Incertain", tone: "warn" },
};

type Fate = Pick<OutboxMail, "state" | "deliveredAt" | "bouncedAt" | "complainedAt">;

/** What became of a mail, in a word. */
export function getDeliveryStatus({ state, deliveredAt, bouncedAt, complainedAt }: Fate) {
  if (complainedAt) return { label: "Signalé comme indésirable", tone: "bad" };
  if (bouncedAt) return { label: "Revenu", tone: "bad" };
  if (state === "SENT" && deliveredAt) return { label: "Remis", tone: "good" };
  return STATES[state];
}
