import type { AuditAction } from "@/domain/audit/actions";
import type { ShopSettings } from "@/domain/settings/schema";
import { abbreviate, cleanLine } from "@/lib/input/text";
import { referenceOf } from "../reference";
import { formatOpeningHours } from "./hours-text";
import type { Folder, InboxFilters, MessageLanguage, MessagePatch } from "./schema";

/** Client-safe, without Zod: the page shows with these what the server then does. */

/** Where to look when nothing is said: at what is new, or for words everywhere but in the spam. */
export function resolveFolder({ folder, q }: InboxFilters): Folder | "all" {
  return folder ?? (q ? "all" : "new");
}

export const VARIABLES = [
  ...(["prenom", "nom", "produit", "reference"] as const),
  ...(["magasin", "adresse", "horaires"] as const),
] as const;
type Variable = (typeof VARIABLES)[number];
export type VariableValues = Record<Variable, string | null>;

interface ResolvedText {
  text: string;
  /** As typed, of which there is nothing to put in their place. */
  unresolved: string[];
}

/** Puts values in the place of `{{prenom}}`; accents and case do not matter. */
export function resolveVariables(text: string, values: VariableValues): ResolvedText {
  const unresolved = new Set<string>();
  const resolved = text.replace(/\{\{([^{}]*)\}\}/g, (typed: string, name: string) => {
    const variable = normalizeVariableName(name);
    const value = isVariable(variable) ? values[variable] : null;
    if (value) return value;
    unresolved.add(typed);
    return typed;
  });
  return { text: resolved, unresolved: [...unresolved] };
}

function isVariable(name: string): name is Variable {
  return VARIABLES.some((variable) => variable === name);
}

function normalizeVariableName(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
}

interface RepliedMessage {
  name: string;
  reference: number;
  locale: MessageLanguage;
  product: { name: string; nameAr: string | null } | null;
}

/** The shop as canned replies name it, in both languages. */
export interface ShopVariables {
  name: string;
  address: Record<MessageLanguage, string>;
  hours: Record<MessageLanguage, string>;
}

export function buildShopVariables(
  settings: Pick<ShopSettings, "name" | "address" | "addressAr" | "hours">,
): ShopVariables {
  const { name, address, addressAr, hours } = settings;
  return {
    name,
    address: { FR: address, AR: addressAr || address },
    hours: { FR: formatOpeningHours(hours, "fr"), AR: formatOpeningHours(hours, "ar") },
  };
}

export function buildVariableValues(message: RepliedMessage, shop: ShopVariables): VariableValues {
  const { name, locale, product, reference } = message;
  const [prenom = name] = name.trim().split(/\s+/);
  const productName = locale === "AR" ? (product?.nameAr ?? product?.name) : product?.name;
  return {
    prenom,
    nom: name,
    produit: productName ?? null,
    reference: referenceOf(reference),
    magasin: shop.name,
    adresse: shop.address[locale],
    horaires: shop.hours[locale],
  };
}

const MAX_SUBJECT_LENGTH = 120;
const UNTITLED = { FR: "Votre message", AR: "رسالتكم" };

/** One line, whatever the customer typed; the reference lets a mailbox and staff find the thread again. */
export function buildReplySubject({
  subject,
  reference,
  locale,
  product,
}: RepliedMessage & { subject: string | null }) {
  const typed = cleanLine(subject ?? "");
  const bare = typed.replace(/^(re|tr|fwd?)\s*:\s*/i, "") || (product?.name ?? UNTITLED[locale]);
  return `Re: ${abbreviate(bare, MAX_SUBJECT_LENGTH).toWellFormed()} [${referenceOf(reference)}]`;
}

export interface TriageState {
  status: "NEW" | "READ" | "REPLIED" | "ARCHIVED";
  waitingSince: Date | null;
  isSpam: boolean;
  isDoubtful: boolean;
  assignedToId: string | null;
}

/** The state after a change. Only an open message waits; whoever moves it on ends the wait. */
export function applyMessagePatch(
  state: TriageState,
  { status, waiting, spam, assignedToId }: Omit<MessagePatch, "version">,
  now: Date,
): TriageState {
  const next = { ...state };
  if (status !== undefined) Object.assign(next, { status, waitingSince: null });
  if (waiting === true)
    Object.assign(next, { status: "READ", waitingSince: state.waitingSince ?? now });
  if (waiting === false) next.waitingSince = null;
  if (spam !== undefined) Object.assign(next, { isSpam: spam, isDoubtful: false });
  if (assignedToId !== undefined) next.assignedToId = assignedToId;
  return next;
}

export function isSameState(before: TriageState, after: TriageState): boolean {
  return (
    (["status", "isSpam", "isDoubtful", "assignedToId"] as const).every(
      (key) => before[key] === after[key],
    ) && before.waitingSince?.getTime() === after.waitingSince?.getTime()
  );
}

/** What the journal calls a change. */
export function getAuditAction(before: TriageState, after: TriageState): AuditAction {
  if (before.isSpam !== after.isSpam) {
    return after.isSpam ? "mark_message_spam" : "unmark_message_spam";
  }
  if (before.isDoubtful && !after.isDoubtful) return "confirm_message";
  if (before.assignedToId !== after.assignedToId) {
    return after.assignedToId ? "assign_message" : "unassign_message";
  }
  if (after.waitingSince && !before.waitingSince) return "set_message_aside";
  return after.status === "READ" ? getOpeningAction(before) : STATUS_ACTIONS[after.status];
}

function getOpeningAction({ status, waitingSince }: TriageState): AuditAction {
  if (status === "NEW") return "open_message";
  return waitingSince ? "resume_message" : "reopen_message";
}

const STATUS_ACTIONS = {
  NEW: "mark_message_unread",
  REPLIED: "mark_message_replied",
  ARCHIVED: "archive_message",
} as const;

/** The language in which a customer writes, else the one in which they read the shop. */
export function detectCustomerLanguage({
  message,
  locale,
}: {
  message: string;
  locale: MessageLanguage;
}): MessageLanguage {
  return detectLanguage(message) ?? locale;
}

/** Whether a text is Arabic, as far as its letters say; null for a text without letters of either script. */
export function detectLanguage(text: string): MessageLanguage | null {
  const withoutVariables = text.replace(/\{\{[^{}]*\}\}/g, "");
  const arabic = withoutVariables.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = withoutVariables.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (arabic === latin) return null;
  return arabic > latin ? "AR" : "FR";
}
