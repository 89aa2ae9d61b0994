import type { AuditAction } from "@/domain/audit/actions";
import type { ShopSettings } from "@/domain/settings/schema";
import { abbreviate, cleanLine } from "@/lib/input/text";
import { formatReference } from "../reference";
import { formatOpeningHours } from "./hours-text";
import type { Folder, InboxFilters, MessageLanguage, MessagePatch } from "./schema";

/** Client-safe, without Zod: the page predicts the result of a change with the server's rules. */

/** Without a folder in the filters: new messages, or all except spam where there is a search. */
export function resolveFolder({ folder, q }: InboxFilters): Folder | "all" {
  return folder ?? (q ? "all" : "new");
}

export const VARIABLES = [
  "prenom",
  "nom",
  "produit",
  "reference",
  "magasin",
  "adresse",
  "horaires",
] as const;
type Variable = (typeof VARIABLES)[number];
export type VariableValues = Record<Variable, string | null>;

interface ResolvedText {
  text: string;
  /** The variables without a value, as typed. */
  unresolved: string[];
}

/** Replaces variables such as `{{prenom}}`, whatever their accents and case. */
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

/** The shop's values for the variables of canned replies, in both languages. */
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
    reference: formatReference(reference),
    magasin: shop.name,
    adresse: shop.address[locale],
    horaires: shop.hours[locale],
  };
}

const MAX_SUBJECT_LENGTH = 120;
const UNTITLED = { FR: "Votre message", AR: "رسالتكم" };

/** Returns one line that ends with the message's reference, by which staff find the thread again. */
export function buildReplySubject({
  subject,
  reference,
  locale,
  product,
}: RepliedMessage & { subject: string | null }) {
  const typed = cleanLine(subject ?? "");
  const bare = typed.replace(/^(re|tr|fwd?)\s*:\s*/i, "") || (product?.name ?? UNTITLED[locale]);
  return `Re: ${abbreviate(bare, MAX_SUBJECT_LENGTH).toWellFormed()} [${formatReference(reference)}]`;
}

export interface TriageState {
  status: "NEW" | "READ" | "REPLIED" | "ARCHIVED";
  waitingSince: Date | null;
  isSpam: boolean;
  isDoubtful: boolean;
  assignedToId: string | null;
}

/** Returns the state after a change. Only a read message can be on hold; a new status ends the hold. */
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

/** Returns the language of the message, or the language of the shop's pages where the message has no clear language. */
export function detectCustomerLanguage({
  message,
  locale,
}: {
  message: string;
  locale: MessageLanguage;
}): MessageLanguage {
  return detectLanguage(message) ?? locale;
}

/** Compares the numbers of Arabic and Latin letters; null where they are equal. */
export function detectLanguage(text: string): MessageLanguage | null {
  const withoutVariables = text.replace(/\{\{[^{}]*\}\}/g, "");
  const arabic = withoutVariables.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = withoutVariables.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (arabic === latin) return null;
  return arabic > latin ? "AR" : "FR";
}
