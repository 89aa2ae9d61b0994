/** From this score on a message is spam or doubtful. */
const DOUBT_SCORE = 50;

/** A form that is submitted sooner after its first interaction is filled in by a program. */
export const MIN_FILL_SECONDS = 3;
/** An older form adds to the spam score. */
export const MAX_FORM_AGE_SECONDS = 24 * 60 * 60;

/** Signs of spam: the score of each, and its label for staff. */
const SPAM_REASONS = {
  honeypot: { score: 100, label: "Champ caché rempli" },
  tooFast: { score: 60, label: "Envoyé en moins de 3 secondes" },
  forgedForm: { score: 60, label: "Formulaire falsifié" },
  reusedForm: { score: 60, label: "Formulaire déjà utilisé" },
  expiredForm: { score: 25, label: "Formulaire ouvert depuis plus d'un jour" },
  noForm: { score: 20, label: "Envoyé sans JavaScript" },
  linkInName: { score: 60, label: "Lien dans le nom ou l'objet" },
  oneLink: { score: 10, label: "Un lien" },
  someLinks: { score: 35, label: "Deux liens" },
  manyLinks: { score: 60, label: "Trois liens ou plus" },
  listOfLinks: { score: 60, label: "Plus de cinq liens" },
  markup: { score: 60, label: "Code HTML ou BBCode" },
  repeatedText: { score: 45, label: "Même texte reçu trois fois ou plus en un jour" },
  floodingText: { score: 60, label: "Même texte reçu dix fois ou plus en un jour" },
  busyClient: { score: 30, label: "Plusieurs messages du même appareil en une heure" },
  floodingClient: { score: 60, label: "Beaucoup de messages du même appareil en une heure" },
} as const satisfies Record<string, { score: number; label: string }>;

export type SpamReason = keyof typeof SPAM_REASONS;

/** Returns the labels of stored reasons and skips reasons that no longer exist. */
export function getSpamReasonLabels(reasons: readonly string[]): string[] {
  const labels = new Map<string, string>(
    Object.entries(SPAM_REASONS).map(([name, { label }]) => [name, label]),
  );
  return reasons.flatMap((reason) => labels.get(reason) ?? []);
}

/** Result of checking the form token. */
export type FormState = "good" | "tooFast" | "expiredForm" | "forgedForm" | "noForm";

export interface SpamSignals {
  name: string;
  subject: string | null;
  message: string;
  honeypot: string;
  form: FormState;
  /** Earlier messages within a day with the same text about the same product. */
  sameText: number;
  /** Earlier messages within an hour from the same client. */
  sameClient: number;
  /** Host name of the shop; links to it are not counted. */
  ownHost: string;
}

export function detectSpamReasons(signs: SpamSignals): SpamReason[] {
  const { name, subject, message, honeypot, form, sameText, sameClient, ownHost } = signs;
  const found: (SpamReason | false)[] = [
    honeypot.trim() !== "" && "honeypot",
    form !== "good" && form,
    countForeignLinks(`${name}\n${subject ?? ""}`, ownHost) > 0 && "linkInName",
    getLinkReason(countForeignLinks(message, ownHost)),
    /<a\s|<\/\w+>|\[(?:url|link|img)\b/i.test(message) && "markup",
    getTextReason(sameText),
    getClientReason(sameClient),
  ];
  return found.filter((reason) => reason !== false);
}

export function getSpamScore(reasons: readonly SpamReason[]): number {
  return reasons.reduce((sum, reason) => sum + SPAM_REASONS[reason].score, 0);
}

type SpamVerdict = "genuine" | "doubtful" | "spam";

/**
 * Only a sign that a genuine message does not show by accident makes a message spam. Counters alone do not: a whole village may
 * share one IP address, and many customers ask for a price in the same words. A few links alone do not either: they may lead to a
 * product of another shop. Such a message is doubtful and stays in the inbox with a mark.
 */
export function getSpamVerdict(reasons: readonly SpamReason[]): SpamVerdict {
  const has = (...names: SpamReason[]) => names.some((name) => reasons.includes(name));
  if (getSpamScore(reasons) < DOUBT_SCORE) return "genuine";
  if (has("honeypot", "tooFast", "forgedForm", "reusedForm")) return "spam";
  if (has("linkInName", "markup", "listOfLinks")) return "spam";
  const isRepeated = has("repeatedText", "floodingText");
  const isFlood = has("floodingText", "floodingClient");
  if (has("oneLink", "someLinks", "manyLinks") && (isRepeated || has("noForm"))) return "spam";
  return has("noForm") && isFlood ? "spam" : "doubtful";
}

function getLinkReason(links: number): SpamReason | false {
  if (links > MAX_LINKS) return "listOfLinks";
  if (links >= 3) return "manyLinks";
  if (links === 2) return "someLinks";
  return links === 1 && "oneLink";
}

const MAX_LINKS = 5;

function getTextReason(earlier: number): SpamReason | false {
  if (earlier >= 9) return "floodingText";
  return earlier >= 2 && "repeatedText";
}

function getClientReason(earlier: number): SpamReason | false {
  if (earlier >= 8) return "floodingClient";
  return earlier >= 3 && "busyClient";
}

const LINK = /(?:https?:\/\/|\bwww\.)[^\s<>"'\])]+/gi;

function countForeignLinks(text: string, ownHost: string): number {
  const links = text.match(LINK) ?? [];
  return links.filter((link) => parseHostName(link) !== normalizeHostName(ownHost)).length;
}

function parseHostName(link: string): string | null {
  const url = /^www\./i.test(link) ? `http://${link}` : link;
  return URL.canParse(url) ? normalizeHostName(new URL(url).hostname) : null;
}

/** The shop answers with and without `www.`, so both are the same host. */
function normalizeHostName(host: string): string {
  return host
    .toLowerCase()
    .replace(/^www\./, "")
    .replace(/\.$/, "");
}

const MIN_COMPARABLE_LENGTH = 20;

/** Lowercases a text and replaces blanks, digits and punctuation by one space; null where the rest is too short to compare. */
export function normalizeForComparison(message: string): string | null {
  const folded = message
    .toLowerCase()
    .replace(/[\s\d\p{P}]+/gu, " ")
    .trim();
  return folded.length < MIN_COMPARABLE_LENGTH ? null : folded;
}
