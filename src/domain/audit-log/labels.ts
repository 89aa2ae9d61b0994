/** Action and entity names of the audit log, as people read them. */

const GROUPS: readonly { label: string; actions: Record<string, string> }[] = [
  {
    label: "Connexions et comptes",
    actions: {
      sign_in: "s'est connecté",
      sign_in_failed: "a échoué à se connecter (mot de passe)",
      second_factor_failed: "a échoué à se connecter (code)",
      end_session: "a déconnecté un de ses appareils",
      end_other_sessions: "a déconnecté ses autres appareils",
      change_password: "a changé son mot de passe",
      reset_password: "a choisi un nouveau mot de passe par e-mail",
      accept_invitation: "a accepté son invitation",
      prepare_second_factor: "a préparé sa double authentification",
      enable_second_factor: "a activé sa double authentification",
      disable_second_factor: "a désactivé sa double authentification",
    },
  },
  {
    label: "Équipe",
    actions: {
      create_owner: "a reçu un compte de propriétaire (script)",
      invite_user: "a invité",
      invite_user_again: "a renvoyé l'invitation de",
      change_role: "a changé le rôle de",
      disable_user: "a désactivé le compte de",
      enable_user: "a réactivé le compte de",
      reset_second_factor: "a réinitialisé la double authentification de",
      delete_user: "a supprimé l'invitation de",
    },
  },
  {
    label: "Produits",
    actions: {
      create_product: "a créé",
      update_product: "a modifié",
      save_product_draft: "a enregistré des modifications en attente de",
      discard_product_draft: "a abandonné les modifications en attente de",
      publish_product_changes: "a publié les modifications de",
      publish_product: "a publié",
      unpublish_product: "a dépublié",
      archive_product: "a archivé",
      trash_product: "a mis à la corbeille",
      restore_product: "a sorti de la corbeille",
      purge_product: "a supprimé définitivement",
      duplicate_product: "a dupliqué",
      restore_product_version: "a rétabli une ancienne version de",
      create_preview_link: "a créé un lien d'aperçu de",
      revoke_preview_links: "a révoqué les liens d'aperçu de",
      upload_image: "a envoyé",
    },
  },
  {
    label: "Catégories",
    actions: {
      create_category: "a créé",
      update_category: "a modifié",
      delete_category: "a supprimé",
      reorder_categories: "a déplacé",
    },
  },
  {
    label: "Messages",
    actions: {
      open_message: "a ouvert",
      reopen_message: "a rouvert",
      resume_message: "a repris",
      update_message: "a modifié",
      mark_message_unread: "a marqué comme non lu",
      mark_message_replied: "a marqué comme répondu",
      set_message_aside: "a mis en attente",
      archive_message: "a archivé",
      mark_message_spam: "a classé en indésirable",
      unmark_message_spam: "a sorti des indésirables",
      confirm_message: "a confirmé comme vrai message",
      assign_message: "a attribué",
      unassign_message: "a rendu à tous",
      reply_to_message: "a répondu à",
      add_message_note: "a laissé une note à propos de",
      delete_message: "a supprimé",
    },
  },
  {
    label: "Réponses types",
    actions: {
      create_canned_reply: "a créé",
      update_canned_reply: "a modifié",
      delete_canned_reply: "a supprimé",
    },
  },
  {
    label: "Campagnes",
    actions: {
      create_campaign: "a créé",
      update_campaign: "a modifié",
      delete_campaign: "a supprimé",
      duplicate_campaign: "a dupliqué",
      test_campaign: "a envoyé un essai de",
      send_campaign: "a envoyé",
      schedule_campaign: "a programmé",
      unschedule_campaign: "a déprogrammé",
      pause_campaign: "a mis en pause",
      resume_campaign: "a repris",
      cancel_campaign: "a annulé",
    },
  },
  {
    label: "Abonnés",
    actions: {
      import_subscribers: "a importé",
      export_subscribers: "a exporté",
      delete_subscriber: "a effacé",
    },
  },
  {
    label: "Réglages et e-mails",
    actions: { update_settings: "a modifié", retry_outbox_email: "a renvoyé" },
  },
];

/** Follows the person's name and precedes the name of the entity. */
const ACTIONS = new Map(GROUPS.flatMap(({ actions }) => Object.entries(actions)));

const ENTITIES = new Map([
  ["Product", { one: "le produit", name: "Produit" }],
  ["Category", { one: "la catégorie", name: "Catégorie" }],
  ["User", { one: "le compte", name: "Compte" }],
  ["Setting", { one: "les réglages", name: "Réglages" }],
  ["Upload", { one: "une photo", name: "Photo" }],
  ["ContactMessage", { one: "le message", name: "Message" }],
  ["CannedReply", { one: "la réponse type", name: "Réponse type" }],
  ["NewsletterSubscriber", { one: "l'abonné", name: "Abonné" }],
  ["OutboxEmail", { one: "l'e-mail", name: "E-mail" }],
  ["Campaign", { one: "la campagne", name: "Campagne" }],
]);

/** Actions whose sentence names no entity. */
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

/** The sentence after the person's name, and the name of the entity, which people typed. */
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

/** What follows the person's name: "a modifié le produit « Zellige vert »". */
export function sentenceOf(entry: Labelled): string {
  const { sentence, name } = sentenceParts(entry);
  return name === null ? sentence : `${sentence} «\u00a0${name}\u00a0»`;
}

/** "de le produit" is "du produit", "à le message" is "au message". */
function contract(sentence: string): string {
  return sentence
    .replace(/ de le /, " du ")
    .replace(/ de les /, " des ")
    .replace(/ de un /, " d'un ")
    .replace(/ à le /, " au ");
}

const CHOICE_LABELS = new Map([
  ["upload_image", "Photo envoyée"],
  ["update_settings", "Réglages modifiés"],
  ["retry_outbox_email", "E-mail renvoyé"],
]);

/** The actions to choose from, by the group that they belong to. */
export const ACTION_GROUPS = GROUPS.map(({ label, actions }) => ({
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
