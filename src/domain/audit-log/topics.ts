/** A quick filter of the audit log. */
interface Topic {
  value: string;
  label: string;
  /** At least one of these fields changed; "variations.stock" is the stock of a variation. */
  fields?: readonly string[];
  entityTypes?: readonly string[];
  actions?: readonly string[];
}

const CATALOGUE = ["Product", "Category"] as const;

export const AUDIT_TOPICS = [
  {
    value: "price",
    label: "Prix",
    fields: ["basePrice", "priceOnRequest", "variations.priceModifier"],
  },
  { value: "stock", label: "Stock", fields: ["availability", "variations.stock"] },
  {
    value: "status",
    label: "Statut",
    fields: ["status", "publishAt", "unpublishAt", "deletedAt", "isActive"],
    entityTypes: CATALOGUE,
  },
  {
    value: "texts",
    label: "Textes",
    fields: [
      "name",
      "nameAr",
      "description",
      "descriptionAr",
      "details",
      "detailsAr",
      "facts",
      "seoTitle",
      "seoDescription",
    ],
    entityTypes: CATALOGUE,
  },
  { value: "photos", label: "Photos", fields: ["images", "imageUrl", "heroUrl"] },
  {
    value: "sign-in",
    label: "Connexions",
    actions: [
      "sign_in",
      "sign_in_failed",
      "second_factor_failed",
      "end_session",
      "end_other_sessions",
    ],
  },
  {
    value: "team",
    label: "Équipe et rôles",
    actions: [
      "create_owner",
      "invite_user",
      "invite_user_again",
      "accept_invitation",
      "delete_user",
      "change_role",
      "disable_user",
      "enable_user",
      "reset_second_factor",
    ],
  },
] as const satisfies readonly Topic[];

export type AuditTopic = (typeof AUDIT_TOPICS)[number]["value"];

export const AUDIT_TOPIC_VALUES = AUDIT_TOPICS.map(({ value }) => value);

export function findTopic(value: AuditTopic): Topic | undefined {
  return AUDIT_TOPICS.find((topic) => topic.value === value);
}
