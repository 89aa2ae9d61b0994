import type { SampleOf, TemplateName } from "@/domain/outbox/templates";

/** Example props of every template: for the previews (`npm run emails`) and the snapshot tests. */
export const SAMPLES: { [N in TemplateName]: SampleOf<N> } = {
  "contact-notification": {
    props: {
      reference: "EO-1001",
      name: "Fatima Aït Ali",
      email: "fatima@exemple.ma",
      phone: "+212 661 23 45 67",
      subject: "Zellige pour un hammam",
      message: "Bonjour,\n\nAvez-vous 12 m² de zellige vert ? C'est pour un chantier à Skoura.",
      customerLocale: "fr",
      product: {
        name: "Zellige vert de Fès 10 × 10 cm",
        url: "https://exemple.ma/produit/zellige-vert-fes-10x10cm",
      },
      url: "https://exemple.ma/admin/messages/exemple",
    },
  },
  "contact-received": {
    props: {
      reference: "EO-1001",
      product: {
        name: "Zellige vert de Fès 10 × 10 cm",
        url: "https://exemple.ma/produit/zellige-vert-fes-10x10cm",
      },
      opens: { isOpen: false, until: "09:00", inDays: 1, weekday: "mon" },
      phone: "+212 524 00 00 00",
      whatsapp: "https://wa.me/212600000000?text=EO-1001",
    },
  },
  invitation: {
    props: { username: "fatima", role: "Gestionnaire", days: 7 },
    secret: { link: "https://exemple.ma/admin/invitation?token=exemple" },
  },
  "newsletter-confirmation": {
    props: { hours: 48 },
    secret: { link: "https://exemple.ma/newsletter/confirmer?token=exemple" },
  },
  "newsletter-welcome": {
    props: {},
    secret: {
      preferences: "https://exemple.ma/newsletter/preferences?token=exemple",
      unsubscribe: "https://exemple.ma/newsletter/desinscription?token=exemple",
      oneClick: "https://exemple.ma/api/public/newsletter/unsubscribe?token=exemple",
    },
  },
  "password-reset": {
    props: { username: "fatima" },
    secret: { link: "https://exemple.ma/admin/nouveau-mot-de-passe?token=exemple" },
  },
};
