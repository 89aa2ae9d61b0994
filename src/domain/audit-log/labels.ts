import { ACTION_GROUPS } from "@/domain/audit/actions";

/** French verbs, between the user's name and the name of the record. */
const ACTIONS = new Map(ACTION_GROUPS.flatMap(({ actions }) => Object.entries(actions)));

const ENTITIES = new Map([
  ["Product", { one: "le produit", name: "Produit" }],
  ["ProductOperation", { one: "l'opération", name: "Import ou modification en lot" }],
  ["Category", { one: "la catégorie", name: "Catégorie" }],
  ["SearchSynonym", { one: "le synonyme", name: "Synonyme" }],
  ["SearchRule", { one: "la règle de recherche", name: "Règle de recherche" }],
  ["IgnoredSearch", { one: "la recherche", name: "Recherche sans résultat" }],
  ["SearchIndex", { one: "l'index de recherche", name: "Index de recherche" }],
  ["User", { one: "le compte", name: "Compte" }],
  ["Setting", { one: "les réglages", name: "Réglages" }],
  ["Upload", { one: "une photo", name: "Photo" }],
  ["ContactMessage", { one: "le message", name: "Message" }],
  ["Lead", { one: "la demande", name: "Demande" }],
  ["CannedReply", { one: "la réponse type", name: "Réponse type" }],
  ["NewsletterSubscriber", { one: "l'abonné", name: "Abonné" }],
  ["OutboxEmail", { one: "l'e-mail", name: "E-mail" }],
  [
    "AnalyticsDefinition",
    { one: "l'élément de statistiques", name: "Segment, entonnoir, rapport ou tableau" },
  ],
  ["Experiment", { one: "l'essai", name: "Essai A/B" }],
  ["AnalyticsShare", { one: "les statistiques", name: "Statistiques partagées" }],
  ["Campaign", { one: "la campagne", name: "Campagne" }],
]);

/** Actions whose sentence names no record. */
const WITHOUT_ENTITY =
  /^(sign_in|second_factor_failed|end_|change_password|reset_password|accept_|prepare_|enable_second|disable_second|create_owner)/;

export function hasActionLabel(action: string): boolean {
  return ACTIONS.has(action);
}

export function hasEntityLabel(entityType: string): boolean {
  return ENTITIES.has(entityType);
}

interface Labelled {
  action: string;
  entityType: string;
  entityLabel: string | null;
}

/** Returns the sentence after the user's name, and the name of the record, which is user text. */
export function sentenceParts({ action, entityType, entityLabel }: Labelled): {
  sentence: string;
  name: string | null;
} {
  const verb = ACTIONS.get(action) ?? "a fait une action sans nom sur";
  if (WITHOUT_ENTITY.test(action)) return { sentence: verb, name: null };
  if (action === "reorder_categories" && !entityLabel) {
    return { sentence: "a réordonné les catégories", name: null };
  }
  const name = entityType === "Setting" ? null : entityLabel || null;
  if (entityType === "User") {
    return { sentence: / de$/.test(verb) || name ? verb : `${verb} un compte`, name };
  }
  return { sentence: contract(`${verb} ${ENTITIES.get(entityType)?.one ?? "un élément"}`), name };
}

/** The text after the user's name: "a modifié le produit « Zellige vert »". */
export function formatSentence(entry: Labelled): string {
  const { sentence, name } = sentenceParts(entry);
  return name === null ? sentence : `${sentence} «\u00a0${name}\u00a0»`;
}

/** "de le produit" → "du produit", "à le message" → "au message". */
function contract(sentence: string): string {
  return sentence
    .replace(/ de le /, " du ")
    .replace(/ de les /, " des ")
    .replace(/ de un /, " d'un ")
    .replace(/ à le /, " au ");
}

const CHOICE_LABELS = new Map([
  ["upload_image", "Photo envoyée"],
  ["undo_product_change", "Modification en lot annulée"],
  ["start_product_operation", "Opération lancée"],
  ["schedule_product_operation", "Opération programmée"],
  ["cancel_product_operation", "Opération arrêtée"],
  ["undo_product_operation", "Opération annulée"],
  ["create_search_synonym", "Synonyme créé"],
  ["update_search_synonym", "Synonyme modifié"],
  ["delete_search_synonym", "Synonyme supprimé"],
  ["create_search_rule", "Règle créée"],
  ["update_search_rule", "Règle modifiée"],
  ["delete_search_rule", "Règle supprimée"],
  ["ignore_search", "Recherche ignorée"],
  ["restore_search", "Recherche remise dans la liste"],
  ["update_settings", "Réglages modifiés"],
  ["retry_outbox_email", "E-mail renvoyé"],
]);

/** The options of the action filter, by group. */
export const ACTION_CHOICES = ACTION_GROUPS.map(({ label, actions }) => ({
  label,
  choices: Object.entries(actions).map(([value, verb]) => ({
    value,
    label: choiceLabel(value, verb),
  })),
}));

function choiceLabel(action: string, verb: string): string {
  const bare = verb.replace(/^a (?=\S)/, "").replace(/ (de|à|à propos de)$/, "");
  return CHOICE_LABELS.get(action) ?? `${bare.charAt(0).toUpperCase()}${bare.slice(1)}`;
}

export const ENTITY_CHOICES = [...ENTITIES].map(([value, { name }]) => ({ value, label: name }));
