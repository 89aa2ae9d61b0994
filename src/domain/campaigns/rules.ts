import type { Block, CampaignStatus } from "./schema";

/** Refused messages after which a campaign stops by itself: the same mistake would meet everybody. */
const MAX_ERRORS = 10;
/** Calls in a row that got no answer or were turned away: about ten minutes. */
export const ATTEMPTS_BEFORE_PAUSE = 10;
/** What Gmail and Yahoo ask of senders is 0.1 % at most; of a few messages one complaint says nothing. */
const MAX_COMPLAINT_RATE = 0.001;
const MIN_COMPLAINTS = 2;
/** A list in order bounces by one or two in a hundred; from five on, senders are taken for spammers. */
const MAX_BOUNCE_RATE = 0.05;
const MIN_BOUNCES = 10;
/** Resend forgets a key after 24 hours: what is in doubt for longer is not sent again. */
export const MAX_DOUBT_HOURS = 23;
/** A machine that checks mail follows its links within seconds of its coming. */
export const SCANNER_SECONDS = 20;

/** A campaign that is later than this is not sent unless a person confirms it: "this weekend" may be over. */
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

/** Why a campaign has to stop by itself, as a sentence; null while it may go on. */
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

/** What is missing before anybody can be mailed, as sentences. */
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

/** What is not written in Arabic. With nothing missing, Arabic subscribers get Arabic; else French. */
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

/** Seconds until a batch is tried again: a minute at most, spread so that two do not meet again. */
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
