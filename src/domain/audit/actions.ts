/** Every action of the audit log with its French verb, in the groups of the filter. */
export const ACTION_GROUPS = [
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
      export_products: "a exporté",
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
    label: "Recherche",
    actions: {
      create_search_synonym: "a créé",
      update_search_synonym: "a modifié",
      delete_search_synonym: "a supprimé",
      create_search_rule: "a créé",
      update_search_rule: "a modifié",
      delete_search_rule: "a supprimé",
      ignore_search: "a ignoré",
      restore_search: "a remis dans la liste",
      rebuild_search_index: "a fait reconstruire",
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
] as const satisfies readonly { label: string; actions: Record<string, string> }[];

type KeysOf<T> = T extends T ? keyof T : never;

/** Stored in `AuditLog.action`. An action without a French verb does not compile. */
export type AuditAction = KeysOf<(typeof ACTION_GROUPS)[number]["actions"]>;
