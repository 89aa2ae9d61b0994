import type { PluralForms } from "./plural-forms";

export const fr = {
  shop: {
    name: "Equipement Ouarzazate",
  },
  nav: {
    skip: "Aller au contenu",
    home: "Accueil",
    homeOf: "Equipement Ouarzazate, accueil",
    main: "Navigation principale",
    categories: "Rayons",
    catalogue: "Catalogue",
    allProducts: "Tout le catalogue",
    menu: "Menu",
    close: "Fermer",
    quick: "Accès rapide",
    search: "Rechercher",
    searchClear: "Effacer le texte",
    searchShort: "Recherche",
    searchLabel: "Rechercher un produit, une référence, une dimension",
    searchPlaceholder: "Produit, référence, dimension…",
    about: "La maison",
    contact: "Contact",
    faq: "Questions fréquentes",
    legal: "Mentions légales",
    privacy: "Confidentialité",
    cookies: "Cookies",
    sitemap: "Plan du site",
    breadcrumb: "Fil d'Ariane",
    otherLanguage: "العربية",
    pages: "La boutique",
  },
  whatsapp: {
    name: "WhatsApp",
    write: "Écrire sur WhatsApp",
    greeting: "Bonjour, j'ai une question sur vos produits.",
    reference: "Demande {reference}",
  },
  product: {
    isNew: "Nouveau",
    from: "À partir de",
    onRequest: "Prix sur demande",
    factColon: " : ",
    availability: {
      IN_STOCK: "En stock",
      ON_ORDER: "Sur commande",
      ASK: "Disponibilité à confirmer",
      OUT_OF_STOCK: "Épuisé",
    },
  },
  home: {
    title: "Carrelage, sanitaire et luminaires à Ouarzazate",
    description:
      "Carrelage, sanitaire, meubles de salle de bain, luminaires et outillage à Ouarzazate depuis 1975. Prix en dirhams, conseil en magasin et sur WhatsApp.",
    promise: "Bâtir et finir votre maison, à Ouarzazate depuis {since}.",
    lead: "Regardez la matière, comparez les prix au mètre carré, puis posez votre question sur WhatsApp ou au magasin.",
    seeCatalogue: "Voir le catalogue",
    categories: "Choisir par rayon",
    products: { one: "{count} produit", other: "{count} produits" } as PluralForms,
    featured: "Le choix du magasin",
    featuredMore: "Tout le catalogue",
    fresh: "Nouveautés",
    why: "Ce que vous trouvez ici",
    facts: [
      {
        title: "Depuis {since}",
        text: "Une maison familiale d'Ouarzazate, connue des maçons et des carreleurs de la région.",
      },
      {
        title: "Livraison dans la région",
        text: "Ouarzazate et ses environs. Donnez-nous le lieu du chantier, nous vous disons le délai et le prix.",
      },
      {
        title: "Conseil avant l'achat",
        text: "Envoyez une photo ou les mesures de la pièce : nous calculons la quantité avec vous.",
      },
    ],
    visit: "Passer au magasin",
    map: "Ouvrir dans la carte",
  },
  hours: {
    title: "Horaires",
    closed: "Fermé",
    openNow: "Ouvert maintenant",
    closedNow: "Fermé maintenant",
    closesAt: "ferme à {time}",
    opensAt: "ouvre à {time}",
    opensTomorrow: "ouvre demain à {time}",
    opensOn: "ouvre {day} à {time}",
    dayRange: "{from} – {to}",
    days: {
      mon: "lundi",
      tue: "mardi",
      wed: "mercredi",
      thu: "jeudi",
      fri: "vendredi",
      sat: "samedi",
      sun: "dimanche",
    },
  },
  contact: {
    title: "Contact et horaires",
    heading: "Nous joindre",
    description:
      "Adresse, horaires, téléphone et WhatsApp d'Equipement Ouarzazate, magasin de matériaux et d'équipement de la maison à Ouarzazate.",
    lead: "Le plus rapide est WhatsApp : une photo et les mesures suffisent souvent.",
    address: "Adresse",
    phone: "Téléphone",
    email: "E-mail",
    whatsappText: "Question, photo, devis : écrivez-nous, nous répondons aux heures d'ouverture.",
    channels: "Écrire ou appeler",
    prepare: "Pour un devis, préparez",
    prepareItems: [
      "les mesures de la pièce, en mètres",
      "la référence ou une photo du produit",
      "le lieu du chantier, si vous souhaitez une livraison",
    ],
  },
  notFound: {
    title: "Page introuvable",
    heading: "Cette page n'existe pas ou n'existe plus.",
    text: "L'adresse a pu changer, ou le produit quitter le catalogue. Cherchez-le par son nom, ou choisissez un rayon.",
    near: "Vous cherchiez peut-être",
  },
  sitePlan: {
    title: "Plan du site",
    description:
      "Toutes les pages, tous les rayons et les produits d'Equipement Ouarzazate, en une liste.",
  },
  footer: {
    visit: "Le magasin",
    base: "{name}, à Ouarzazate depuis {since}",
  },
};

type Widened<T> = T extends string
  ? string
  : T extends PluralForms
    ? PluralForms
    : { [K in keyof T]: Widened<T[K]> };

/** The type of both dictionaries: an Arabic one that lacks a text does not compile. */
export type Dictionary = Widened<typeof fr>;
