import type { Block, CampaignStatus } from "./schema";

/** So many refused messages pause the campaign: the cause probably affects all messages. */
const MAX_ERRORS = 10;
/** Failed calls for one batch until the campaign is paused: up to about ten minutes. */
export const ATTEMPTS_BEFORE_PAUSE = 10;
/** Gmail and Yahoo require a complaint rate below 0.1 %. With few messages a single complaint is not significant. */
const MAX_COMPLAINT_RATE = 0.001;
const MIN_COMPLAINTS = 2;
/** A healthy list bounces at 1 to 2 %; above 5 %, providers treat the sender as a spammer. */
const MAX_BOUNCE_RATE = 0.05;
const MIN_BOUNCES = 10;
/** Resend deletes an idempotency key after 24 hours, so a batch that is in doubt for longer is not sent again. */
export const MAX_DOUBT_HOURS = 23;
/** Mail scanners follow the links of a message within seconds of its delivery. */
export const SCANNER_SECONDS = 20;

/** A campaign that is later than this is only sent after staff resume it, because its content may be outdated. */
export const MAX_DELAY_HOURS = 6;

export function isOverdue(sendAt: string | null, now: number): boolean {
  return sendAt !== null && now - Date.parse(sendAt) > MAX_DELAY_HOURS * 3_600_000;
}

export interface CampaignFigures {
  sent: number;
  errors: number;
  complaints: number;
  bounces: number;
}

/** Returns the reason for pausing as a French sentence; null where the figures are below the limits. */
export function findPauseReason({
  sent,
  errors,
  complaints,
  bounces,
}: CampaignFigures): string | null {
  if (errors >= MAX_ERRORS) {
    return `${errors} messages ont été refusés par le service d'envoi. Vérifiez sa configuration et les adresses, puis reprenez.`;
  }
  if (complaints >= MIN_COMPLAINTS && complaints > sent * MAX_COMPLAINT_RATE) {
    return `${complaints} personnes ont signalé ce message comme indésirable, plus d'une sur mille. Ne reprenez que si vous savez pourquoi.`;
  }
  if (bounces >= MIN_BOUNCES && bounces > sent * MAX_BOUNCE_RATE) {
    return `${bounces} adresses n'existent pas ou refusent ce message, plus de cinq sur cent. Vérifiez d'où viennent ces adresses avant de reprendre.`;
  }
  return null;
}

type CampaignContent = { subject: string; subjectAr: string; blocks: readonly Block[] };

/** Lists what is missing before the campaign can be sent, as French sentences. */
export function listMissingParts({ subject, blocks }: CampaignContent): string[] {
  const missing = blocks.flatMap((block, index) => {
    const missingPart = findMissingPart(block);
    return missingPart ? [`Bloc ${index + 1} : ${missingPart}`] : [];
  });
  if (subject === "") missing.unshift("Écrivez un objet.");
  if (blocks.length === 0) missing.push("Ajoutez au moins un bloc.");
  return missing;
}

function findMissingPart(block: Block): string | null {
  if (block.kind === "text") return hasText(block.fr) ? null : "écrivez le texte en français.";
  if (block.kind === "image") return block.url ? null : "choisissez une image.";
  if (block.kind === "products") {
    return block.productIds.length > 0 ? null : "choisissez au moins un produit.";
  }
  return block.kind === "button" ? findMissingButtonPart(block) : null;
}

function findMissingButtonPart({ fr, href }: Extract<Block, { kind: "button" }>): string | null {
  if (fr === "") return "écrivez le texte du bouton en français.";
  return href ? null : "écrivez l'adresse du bouton.";
}

/** Lists the parts without an Arabic text. Arabic subscribers get the Arabic version only where nothing is missing. */
export function listMissingTranslations({ subjectAr, blocks }: CampaignContent): string[] {
  const missing = blocks.flatMap((block, index) => {
    const isMissing =
      (block.kind === "text" && !hasText(block.ar)) || (block.kind === "button" && !block.ar);
    return isMissing ? [`Bloc ${index + 1}`] : [];
  });
  return subjectAr === "" ? ["Objet", ...missing] : missing;
}

function hasText(markup: string): boolean {
  return markup.replace(/<[^>]*>/g, "").replace(/&nbsp;|\s/g, "") !== "";
}

/** Exponential backoff with jitter, at most two minutes. `random`: 0 to 1. */
export function getRetryDelaySeconds(attempts: number, random: number): number {
  const ceiling = Math.min(2 ** attempts * 2, 120);
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}

type CampaignAction = "send" | "pause" | "resume" | "cancel" | "edit";

const ALLOWED_STATUSES: Record<CampaignAction, readonly CampaignStatus[]> = {
  edit: ["DRAFT"],
  send: ["DRAFT"],
  pause: ["RUNNING"],
  resume: ["PAUSED"],
  cancel: ["SCHEDULED", "RUNNING", "PAUSED"],
};

export function canTransition(action: CampaignAction, status: CampaignStatus): boolean {
  return ALLOWED_STATUSES[action].includes(status);
}
