/** How the journal speaks: what was done, to what, in which field. */

/** Follows the person's name, goes before the name of the thing. */
const ACTIONS: Record<string, string> = {
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
  create_owner: "a reçu un compte de propriétaire (script)",
  invite_user: "a invité",
  invite_user_again: "a renvoyé l'invitation de",
  change_role: "a changé le rôle de",
  disable_user: "a désactivé le compte de",
  enable_user: "a réactivé le compte de",
  reset_second_factor: "a réinitialisé la double authentification de",
  delete_user: "a supprimé l'invitation de",
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
  create_category: "a créé",
  update_category: "a modifié",
  delete_category: "a supprimé",
  reorder_categories: "a déplacé",
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
  update_settings: "a modifié",
  upload_image: "a envoyé",
  retry_outbox_email: "a renvoyé",
  import_subscribers: "a importé",
  export_subscribers: "a exporté",
  delete_subscriber: "a effacé",
  update_message: "a modifié",
  open_message: "a ouvert",
  reopen_message: "a rouvert",
  resume_message: "a repris",
  mark_message_unread: "a marqué comme non lu",
  mark_message_replied: "a marqué comme répondu",
  set_message_aside: "a mis en attente",
  archive_message: "a archivé",
  mark_message_spam: "a classé en indésirable",
  unmark_message_spam: "a sorti des indésirables",
  assign_message: "a attribué",
  unassign_message: "a rendu à tous",
  reply_to_message: "a répondu à",
  add_message_note: "a laissé une note à propos de",
  delete_message: "a supprimé",
  create_canned_reply: "a créé",
  update_canned_reply: "a modifié",
  delete_canned_reply: "a supprimé",
};

const ENTITIES: Record<string, { one: string; name: string }> = {
  Product: { one: "le produit", name: "Produit" },
  Category: { one: "la catégorie", name: "Catégorie" },
  User: { one: "le compte", name: "Compte" },
  Setting: { one: "les réglages", name: "Réglages" },
  Upload: { one: "une photo", name: "Photo" },
  ContactMessage: { one: "le message", name: "Message" },
  CannedReply: { one: "la réponse type", name: "Réponse type" },
  NewsletterSubscriber: { one: "l'abonné", name: "Abonné" },
  OutboxEmail: { one: "l'e-mail", name: "E-mail" },
  Campaign: { one: "la campagne", name: "Campagne" },
};

const FIELDS: Record<string, string> = {
  name: "Nom",
  nameAr: "Nom en arabe",
  description: "Description",
  descriptionAr: "Description en arabe",
  details: "Détails",
  detailsAr: "Détails en arabe",
  categoryId: "Catégorie",
  parentId: "Catégorie au-dessus",
  slug: "Adresse de la page",
  sku: "Référence",
  brand: "Marque",
  basePrice: "Prix",
  priceOnRequest: "Prix sur demande",
  priceModifier: "Écart de prix",
  stock: "Stock",
  saleUnit: "Unité de vente",
  unitSize: "Contenance",
  unitOfSize: "Unité de contenance",
  availability: "Disponibilité",
  facts: "Caractéristiques",
  isFeatured: "Mis en avant",
  isNew: "Nouveau",
  isActive: "Actif",
  isPrimary: "Photo principale",
  seoTitle: "Titre pour Google",
  seoDescription: "Description pour Google",
  status: "État",
  subject: "Objet",
  subjectAr: "Objet en arabe",
  preheader: "Texte d'aperçu",
  preheaderAr: "Texte d'aperçu en arabe",
  blocks: "Blocs",
  audience: "Destinataires",
  sendAt: "Envoi le",
  toSend: "Destinataires à servir",
  publishAt: "Publié à partir du",
  unpublishAt: "Retiré à partir du",
  deletedAt: "Mis à la corbeille le",
  images: "Photos",
  imageUrl: "Image",
  icon: "Icône",
  altText: "Texte de la photo",
  altTextAr: "Texte de la photo en arabe",
  order: "Ordre",
  variations: "Variations",
  value: "Valeur",
  valueAr: "Valeur en arabe",
  swatch: "Couleur",
  role: "Rôle",
  username: "Identifiant",
  email: "Adresse e-mail",
  password: "Mot de passe",
  hasSecondFactor: "Double authentification",
  requireSecondFactor: "Double authentification obligatoire",
  autoReply: "Réponse automatique",
  address: "Adresse",
  addressAr: "Adresse en arabe",
  phones: "Téléphones",
  whatsapp: "WhatsApp",
  otherWhatsapp: "Autres numéros WhatsApp",
  notificationEmail: "Adresse des avis",
  homeFeatured: "Produits mis en avant à l'accueil",
  homeNew: "Nouveautés à l'accueil",
  hours: "Horaires",
  exceptions: "Jours particuliers",
  mon: "Lundi",
  tue: "Mardi",
  wed: "Mercredi",
  thu: "Jeudi",
  fri: "Vendredi",
  sat: "Samedi",
  sun: "Dimanche",
  open: "Ouverture",
  close: "Fermeture",
  date: "Jour",
  mapUrl: "Lien de la carte",
  heroUrl: "Image d'accueil",
  since: "Depuis",
  url: "Adresse de l'image",
  width: "Largeur",
  height: "Hauteur",
  bytes: "Taille en octets",
  products: "Produits",
  waitingSince: "En attente depuis",
  isSpam: "Indésirable",
  assignedTo: "Confié à",
  receivedAt: "Reçu le",
  title: "Titre",
  body: "Texte",
  locale: "Langue",
  children: "Sous-catégories",
};

/** Actions that say everything: no thing is named after them. */
const WITHOUT_OBJECT =
  /^(sign_in|second_factor_failed|end_|change_password|reset_password|accept_|prepare_|enable_second|disable_second|create_owner)/;

export function actionLabel(action: string): string {
  return ACTIONS[action] ?? `a fait « ${action.replaceAll("_", " ")} » sur`;
}

export function entityName(entityType: string): string {
  return ENTITIES[entityType]?.name ?? entityType;
}

export function fieldLabel(field: string): string {
  return FIELDS[field] ?? field;
}

/** What follows the person's name: "a modifié le produit « Zellige vert »". */
export function sentenceOf(entry: {
  action: string;
  entityType: string;
  entityLabel: string | null;
}): string {
  const { action, entityType, entityLabel } = entry;
  const done = actionLabel(action);
  if (WITHOUT_OBJECT.test(action)) return done;
  if (action === "reorder_categories" && !entityLabel) return "a réordonné les catégories";
  const isNamed = entityLabel !== null && entityType !== "Setting";
  const label = isNamed ? ` «\u00a0${entityLabel}\u00a0»` : "";
  if (/ de$/.test(done) && entityType === "User") return `${done}${label}`;
  const one = entityType === "User" ? "" : ` ${ENTITIES[entityType]?.one ?? entityType}`;
  return `${contracted(done, one)}${label}`;
}

/** "de le produit" is "du produit", "à le message" is "au message". */
function contracted(done: string, one: string): string {
  return `${done}${one}`
    .replace(/ de le /, " du ")
    .replace(/ de les /, " des ")
    .replace(/ à le /, " au ");
}

export const ACTION_CHOICES = Object.entries(ACTIONS).map(([value, label]) => {
  const bare = label.replace(/^a (?=\S)/, "").replace(/ de$/, "");
  return { value, label: `${bare.charAt(0).toUpperCase()}${bare.slice(1)}${nounOf(value)}` };
});

export const ENTITY_CHOICES = Object.entries(ENTITIES).map(([value, { name }]) => ({
  value,
  label: name,
}));

/** Tells "a créé" of a product from that of a category. */
function nounOf(action: string): string {
  if (/_product(_|$)|preview/.test(action)) return " (produit)";
  if (/_categor/.test(action)) return " (catégorie)";
  if (/_campaign$/.test(action)) return " (campagne)";
  if (/_message(_|$)/.test(action)) return " (message)";
  if (/_canned_reply$/.test(action)) return " (réponse type)";
  if (action === "update_settings") return " (réglages)";
  return action === "upload_image" ? " (photo)" : "";
}
