import type { Block, CampaignStatus } from "./schema";

/** Refused messages after which a campaign stops by itself: the same mistake would meet everybody. */
const MOST_ERRORS = 10;
/** Calls in a row that got no answer or were turned away: about ten minutes. */
export const MOST_ATTEMPTS = 10;
/** What Gmail and Yahoo ask of senders is 0.1 % at most; of a few messages one complaint says nothing. */
const MOST_COMPLAINTS = 0.001;
const LEAST_COMPLAINTS = 2;
/** A list in order bounces by one or two in a hundred; from five on, senders are taken for spammers. */
const MOST_BOUNCES = 0.05;
const LEAST_BOUNCES = 10;
/** Resend forgets a key after 24 hours: what is in doubt for longer is not sent again. */
export const DOUBT_HOURS = 23;
/** A machine that checks mail follows its links within seconds of its coming. */
export const SCANNER_SECONDS = 20;

/** A campaign that is later than this is not sent unless a person confirms it: "this weekend" may be over. */
export const MAX_DELAY_HOURS = 6;

export function isOverdue(sendAt: string | null, now: number): boolean {
  return sendAt !== null && now - Date.parse(sendAt) > MAX_DELAY_HOURS * 3_600_000;
}

export interface Figures {
  sent: number;
  errors: number;
  complaints: number;
  bounces: number;
}

/** Why a campaign has to stop by itself, as a sentence; null while it may go on. */
export function reasonToPause({ sent, errors, complaints, bounces }: Figures): string | null {
  if (errors >= MOST_ERRORS) {
    return `${errors} messages ont été refusés par le service d'envoi. Vérifiez sa configuration et les adresses, puis reprenez.`;
  }
  if (complaints >= LEAST_COMPLAINTS && complaints > sent * MOST_COMPLAINTS) {
    return `${complaints} personnes ont signalé ce message comme indésirable, plus d'une sur mille. Ne reprenez que si vous savez pourquoi.`;
  }
  if (bounces >= LEAST_BOUNCES && bounces > sent * MOST_BOUNCES) {
    return `${bounces} adresses n'existent pas ou refusent ce message, plus de cinq sur cent. Vérifiez d'où viennent ces adresses avant de reprendre.`;
  }
  return null;
}

type Written = { subject: string; subjectAr: string; blocks: readonly Block[] };

/** What is missing before anybody can be mailed, as sentences. */
export function missingForSending({ subject, blocks }: Written): string[] {
  const missing = blocks.flatMap((block, index) => {
    const lack = lackOf(block);
    return lack ? [`Bloc ${index + 1} : ${lack}`] : [];
  });
  if (subject === "") missing.unshift("Écrivez un objet.");
  if (blocks.length === 0) missing.push("Ajoutez au moins un bloc.");
  return missing;
}

function lackOf(block: Block): string | null {
  if (block.kind === "text") return hasWords(block.fr) ? null : "écrivez le texte en français.";
  if (block.kind === "image") return block.url ? null : "choisissez une image.";
  if (block.kind === "products") {
    return block.productIds.length > 0 ? null : "choisissez au moins un produit.";
  }
  return block.kind === "button" ? lackOfButton(block) : null;
}

function lackOfButton({ fr, href }: Extract<Block, { kind: "button" }>): string | null {
  if (fr === "") return "écrivez le texte du bouton en français.";
  return href ? null : "écrivez l'adresse du bouton.";
}

/** What is not written in Arabic. With nothing missing, Arabic subscribers get Arabic; else French. */
export function missingInArabic({ subjectAr, blocks }: Written): string[] {
  const missing = blocks.flatMap((block, index) => {
    const isMissing =
      (block.kind === "text" && !hasWords(block.ar)) || (block.kind === "button" && !block.ar);
    return isMissing ? [`Bloc ${index + 1}`] : [];
  });
  return subjectAr === "" ? ["Objet", ...missing] : missing;
}

function hasWords(markup: string): boolean {
  return markup.replace(/<[^>]*>/g, "").replace(/&nbsp;|\s/g, "") !== "";
}

/** Seconds until a batch is tried again: a minute at most, spread so that two do not meet again. */
export function secondsUntilRetry(attempts: number, random: number): number {
  const ceiling = Math.min(2 ** attempts * 2, 120);
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}

type Action = "send" | "pause" | "resume" | "cancel" | "edit";

const FROM: Record<Action, readonly CampaignStatus[]> = {
  edit: ["DRAFT"],
  send: ["DRAFT"],
  pause: ["RUNNING"],
  resume: ["PAUSED"],
  cancel: ["SCHEDULED", "RUNNING", "PAUSED"],
};

export function may(action: Action, status: CampaignStatus): boolean {
  return FROM[action].includes(status);
}
