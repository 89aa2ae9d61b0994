import type { Audience, Block, StaffCampaign } from "@/domain/campaigns/schema";
import { getOwn } from "@/lib/own";

/** What the editor holds, and what it sends. */
export interface Draft {
  subject: string;
  subjectAr: string;
  preheader: string;
  preheaderAr: string;
  blocks: Block[];
  audience: Audience;
}

export type Language = "fr" | "ar";

export function toDraft(campaign: StaffCampaign): Draft {
  const { subject, subjectAr, preheader, preheaderAr, blocks, audience } = campaign;
  return {
    subject,
    subjectAr,
    preheader: preheader ?? "",
    preheaderAr: preheaderAr ?? "",
    blocks,
    audience,
  };
}

export function newBlock(kind: Block["kind"]): Block {
  const id = crypto.randomUUID();
  if (kind === "text") return { kind, id, fr: "", ar: "" };
  if (kind === "image") return { kind, id, url: "", fr: "", ar: "", href: "" };
  if (kind === "button") return { kind, id, fr: "", ar: "", href: "" };
  return kind === "products" ? { kind, id, productIds: [] } : { kind: "divider", id };
}

export const BLOCK_LABELS: Record<Block["kind"], string> = {
  text: "Texte",
  image: "Image",
  button: "Bouton",
  products: "Produits",
  divider: "Trait",
};

const FIELD_LABELS: Record<string, string> = {
  subject: "Objet",
  subjectAr: "Objet en arabe",
  preheader: "Texte d'aperçu",
  preheaderAr: "Texte d'aperçu en arabe",
};

/** The field of an error: "blocks.2.ar" is "Bloc 3, en arabe". */
export function fieldLabel(field: string): string {
  const [, index, part] = /^blocks\.(\d+)(?:\.(\w+))?$/.exec(field) ?? [];
  if (index === undefined) return getOwn(FIELD_LABELS, field) ?? "Destinataires";
  return `Bloc ${Number(index) + 1}${part === "ar" ? ", en arabe" : ""}`;
}

export function moveItem<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.toSpliced(from, 1);
  const item = items[from];
  return item === undefined ? [...items] : rest.toSpliced(to, 0, item);
}

interface StoredDraft {
  version: number;
  draft: Draft;
}

/** By person: a shop's computer is shared. */
function getStorageKey(userId: string, id: string): string {
  return `campagne-saisie:${userId}:${id}`;
}

/** What somebody typed and had not saved, of this very version. */
export function findStoredDraft(userId: string, { id, version }: StaffCampaign): Draft | null {
  try {
    const kept = JSON.parse(
      localStorage.getItem(getStorageKey(userId, id)) ?? "null",
    ) as StoredDraft | null;
    const isWhole = typeof kept?.draft?.subject === "string" && Array.isArray(kept.draft.blocks);
    return isWhole && kept.version === version ? kept.draft : null;
  } catch {
    return null;
  }
}

export function storeDraft(userId: string, id: string, kept: StoredDraft | null): void {
  try {
    if (kept) localStorage.setItem(getStorageKey(userId, id), JSON.stringify(kept));
    else localStorage.removeItem(getStorageKey(userId, id));
  } catch {
    // Full or refused: the page itself still holds what was typed.
  }
}
