import type { TemplateName, TemplateSample } from "@/domain/outbox/templates";

/** Example props of every template: for the previews (`npm run emails`) and the snapshot tests. */
export const SAMPLES: { [N in TemplateName]: TemplateSample<N> } = {
  campaign: {
    props: {
      subject: "Les zelliges de l'automne",
      preheader: "Trois couleurs nouvelles, en magasin dès samedi",
      blocks: [
        {
          kind: "text",
          html: '<h3>Bonjour</h3><p>Trois <strong>couleurs</strong> nouvelles vous attendent. <a href="https://exemple.ma/catalogue/carrelage">Voir le rayon</a></p>',
        },
        {
          kind: "image",
          src: "https://exemple.ma/media/exemple/960.webp",
          alt: "Un mur de zelliges verts",
          href: "https://exemple.ma/catalogue/carrelage",
        },
        { kind: "button", label: "Voir le catalogue", href: "https://exemple.ma/catalogue" },
        { kind: "divider" },
        {
          kind: "products",
          products: [
            {
              name: "Zellige vert de Fès 10 × 10 cm",
              price: "420.00",
              isFrom: false,
              unit: "m²",
              href: "https://exemple.ma/produit/zellige-vert-fes-10x10cm",
              image: "https://exemple.ma/media/exemple/320.webp",
            },
            {
              name: "Vasque ronde à poser 40 cm",
              price: null,
              isFrom: false,
              unit: null,
              href: "https://exemple.ma/produit/vasque-ronde-a-poser-40cm",
              image: null,
            },
          ],
        },
      ],
      address: "Avenue Mohammed V, Ouarzazate, Maroc",
      unsubscribeUrl: "https://exemple.ma/newsletter/desinscription?token=exemple",
      preferencesUrl: "https://exemple.ma/newsletter/preferences?token=exemple",
      pixelUrl: "https://exemple.ma/n/o/exemple.gif",
      trapUrl: "https://exemple.ma/n/c/exemple",
      isTest: false,
    },
  },
  "campaign-paused": {
    props: {
      subject: "Les zelliges de l'automne",
      reason: "10 messages ont été refusés par le service d'envoi.",
      sent: 240,
      toSend: 1000,
      url: "https://exemple.ma/admin/newsletter/campaigns/exemple",
    },
  },
  "weekly-figures": {
    props: {
      first: "2026-11-16",
      last: "2026-11-22",
      figures: [
        { name: "visitors", current: 1240, before: 1102 },
        { name: "views", current: 5310, before: 4870 },
        { name: "whatsapp", current: 38, before: 41 },
        { name: "messages", current: 9, before: 6 },
        { name: "phone", current: 12, before: 12 },
        { name: "sales", current: 4, before: 2 },
      ],
      salesAmount: "18450.00",
      searches: [
        { text: "chauffe-eau solaire", count: 7 },
        { text: "robini", count: 4 },
        { text: "tuyau pvc 32", count: 3 },
      ],
      products: [
        {
          id: "exemple",
          name: "Zellige vert de Fès 10 × 10 cm",
          visitors: 84,
          url: "https://exemple.ma/admin/products/exemple/edit",
        },
      ],
      url: "https://exemple.ma/admin/analytics?period=custom&from=2026-11-16&to=2026-11-22",
    },
  },
  "contact-digest": {
    props: {
      items: [
        {
          id: "a",
          reference: "EO-1011",
          name: "Fatima Aït Ali",
          about: "Zellige vert de Fès 10 × 10 cm",
          doubts: [],
          url: "https://exemple.ma/admin/messages/a",
        },
        {
          id: "b",
          reference: "EO-1012",
          name: "Youssef",
          about: null,
          doubts: ["Beaucoup de messages du même appareil en une heure"],
          url: "https://exemple.ma/admin/messages/b",
        },
      ],
      total: 5,
      url: "https://exemple.ma/admin/messages",
    },
  },
  "contact-notification": {
    props: {
      reference: "EO-1001",
      name: "Fatima Aït Ali",
      email: "fatima@exemple.ma",
      phone: "+212 661 23 45 67",
      subject: "Zellige pour un hammam",
      message: "Bonjour,\n\nAvez-vous 12 m² de zellige vert ? C'est pour un chantier à Skoura.",
      customerLocale: "fr",
      doubts: ["Trois liens ou plus"],
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
  "newsletter-links": {
    props: {},
    secret: {
      preferences: "https://exemple.ma/newsletter/preferences?token=exemple",
      unsubscribe: "https://exemple.ma/newsletter/desinscription?token=exemple",
      oneClick: "https://exemple.ma/api/public/newsletter/unsubscribe?token=exemple",
    },
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
  reply: {
    props: {
      subject: "Re: Zellige vert, livraison à Zagora [EO-1042]",
      body: "Bonjour Fatima,\n\nOui, nous livrons à Zagora : comptez deux jours.\nLe transport coûte 300 MAD pour 20 m².\n\nEquipement Ouarzazate",
      original: {
        name: "Fatima Alaoui",
        message: "Bonjour,\n\nLivrez-vous le zellige vert à Zagora ? Il m'en faut 20 m².",
        receivedAt: "2026-11-20T09:30:00.000Z",
      },
    },
  },
};
