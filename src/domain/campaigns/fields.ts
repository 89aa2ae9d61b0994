import { SOURCE_LABELS } from "@/domain/newsletter/subscribers/labels";
import type { FieldRow, FieldTable } from "@/lib/field-table";
import { LANGUAGE_LABELS } from "@/lib/i18n/language-labels";
import { CAMPAIGN_MAX_LENGTH as MAX } from "./limits";
import type { Audience, Block } from "./schema";

export const BLOCK_LABELS: Record<Block["kind"], string> = {
  text: "Texte",
  image: "Image",
  button: "Bouton",
  products: "Produits",
  divider: "Trait",
};

const BLOCK_FIELDS = {
  kind: { label: "Bloc", kind: "choice", choices: BLOCK_LABELS },
  fr: { label: "Français", kind: "richText" },
  ar: { label: "Arabe", kind: "richText" },
  url: { label: "Adresse de l'image", kind: "shortText" },
  href: { label: "Lien", kind: "shortText" },
  productIds: { label: "Produits", kind: "reference" },
} as const satisfies FieldTable;

const AUDIENCE_FIELDS = {
  locale: {
    label: "Langue",
    formLabel: "Langue des abonnés",
    kind: "choice",
    choices: LANGUAGE_LABELS,
  },
  from: { label: "Inscrits à partir du", kind: "date" },
  to: { label: "Inscrits jusqu'au", kind: "date" },
  sources: { label: "Inscrits depuis", kind: "choice", choices: SOURCE_LABELS },
  segment: { label: "Segment de visites", kind: "reference" },
} as const satisfies Record<keyof Audience, FieldRow>;

/** The fields of a campaign, for its editor and the audit log. */
export const CAMPAIGN_FIELDS = {
  subject: { label: "Objet", kind: "text", maxLength: MAX.subject },
  subjectAr: { label: "Objet en arabe", kind: "text", maxLength: MAX.subject },
  preheader: { label: "Texte d'aperçu", kind: "text", maxLength: MAX.preheader },
  preheaderAr: { label: "Texte d'aperçu en arabe", kind: "text", maxLength: MAX.preheader },
  blocks: { label: "Blocs", kind: "list", parts: BLOCK_FIELDS },
  audience: { label: "Destinataires", kind: "group", parts: AUDIENCE_FIELDS },
  sendAt: { label: "Envoi le", kind: "date" },
} as const satisfies FieldTable;
