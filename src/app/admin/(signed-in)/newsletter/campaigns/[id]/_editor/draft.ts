import { CAMPAIGN_FIELDS } from "@/domain/campaigns/fields";
import type { Audience, Block, StaffCampaign } from "@/domain/campaigns/schema";
import { lookup } from "@/lib/lookup";

/** The state of the editor and, with the version, the body of the PATCH. */
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

/** Returns the label for the path of an error: "blocks.2.ar" gives "Bloc 3, en arabe". */
export function getFieldLabel(field: string): string {
  const [, index, part] = /^blocks\.(\d+)(?:\.(\w+))?$/.exec(field) ?? [];
  if (index === undefined)
    return lookup(CAMPAIGN_FIELDS, field)?.label ?? CAMPAIGN_FIELDS.audience.label;
  return `Bloc ${Number(index) + 1}${part === "ar" ? ", en arabe" : ""}`;
}

interface StoredDraft {
  version: number;
  draft: Draft;
}

/** The key contains the user, because staff share computers. */
function getStorageKey(userId: string, id: string): string {
  return `campagne-saisie:${userId}:${id}`;
}

/** Returns the stored draft only when it belongs to this version of the campaign. */
export function findStoredDraft(userId: string, { id, version }: StaffCampaign): Draft | null {
  try {
    const stored = JSON.parse(
      localStorage.getItem(getStorageKey(userId, id)) ?? "null",
    ) as StoredDraft | null;
    const isValid =
      typeof stored?.draft?.subject === "string" && Array.isArray(stored.draft.blocks);
    return isValid && stored.version === version ? stored.draft : null;
  } catch {
    return null;
  }
}

export function storeDraft(userId: string, id: string, draft: StoredDraft): void {
  try {
    localStorage.setItem(getStorageKey(userId, id), JSON.stringify(draft));
  } catch {
    // Storage is full or blocked; the draft remains in the state of the page.
  }
}

export function deleteStoredDraft(userId: string, id: string): void {
  try {
    localStorage.removeItem(getStorageKey(userId, id));
  } catch {
    // Storage is blocked, so it holds no draft.
  }
}
