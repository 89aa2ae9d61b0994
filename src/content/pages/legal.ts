import type { TextPages } from "./text-page";

export const legal: TextPages = {
  fr: {
    title: "Mentions légales",
    description: "Éditeur du site, prix, images et responsabilité d'Equipement Ouarzazate.",
    heading: "Mentions légales",
    lead: "Qui publie ce site et ce que valent ses informations.",
    sections: [
      {
        heading: "Éditeur",
        paragraphs: [
          "{name}, {address}.",
          "Téléphone : {phone}. E-mail : {email}.",
          "Les numéros d'immatriculation (registre du commerce, ICE) figurent sur nos factures et vous sont communiqués sur demande.",
        ],
      },
      {
        heading: "Hébergement",
        paragraphs: [
          "Le nom et l'adresse de l'hébergeur du site vous sont communiqués sur demande, à l'adresse e-mail ci-dessus.",
        ],
      },
      {
        heading: "Prix et disponibilité",
        paragraphs: [
          "Les prix sont indiqués en dirhams marocains (MAD), pour l'unité de vente écrite à côté. Ils informent et ne sont pas une offre de vente en ligne : aucun achat ne se conclut sur ce site.",
          "Un prix ou une disponibilité peut changer entre deux mises à jour. Ceux du magasin, au moment de l'achat, font foi.",
        ],
      },
      {
        heading: "Images et caractéristiques",
        paragraphs: [
          "Les images sont des illustrations. La teinte, le veinage et les nuances d'un produit varient d'une fabrication à l'autre, et d'un écran à l'autre.",
          "Les caractéristiques techniques viennent des fabricants. Si une mesure décide de votre chantier, faites-la confirmer avant l'achat.",
        ],
      },
      {
        heading: "Propriété",
        paragraphs: [
          "Les textes, dessins et marques de ce site appartiennent à leurs auteurs. Vous pouvez les partager en citant la page ; toute reprise commerciale demande notre accord.",
        ],
      },
      {
        heading: "Liens vers d'autres services",
        paragraphs: [
          "WhatsApp et la carte s'ouvrent chez leurs propres éditeurs, selon leurs conditions.",
        ],
      },
      {
        heading: "Droit applicable",
        paragraphs: ["Ce site est soumis au droit marocain."],
      },
    ],
  },
  ar: {
    title: "إشعار قانوني",
    description: "ناشر الموقع والأسعار والصور والمسؤولية لدى Equipement Ouarzazate.",
    heading: "إشعار قانوني",
    lead: "من ينشر هذا الموقع وما قيمة معلوماته.",
    sections: [
      {
        heading: "الناشر",
        paragraphs: [
          "{name}، {address}.",
          "الهاتف: {phone}. البريد الإلكتروني: {email}.",
          "أرقام التسجيل (السجل التجاري والتعريف الموحد للمقاولة ICE) مذكورة في فواتيرنا، ونقدّمها لكم عند الطلب.",
        ],
      },
      {
        heading: "الاستضافة",
        paragraphs: ["نقدّم لكم اسم مستضيف الموقع وعنوانه عند الطلب على البريد الإلكتروني أعلاه."],
      },
      {
        heading: "الأسعار والتوفر",
        paragraphs: [
          "الأسعار بالدرهم المغربي لوحدة البيع المكتوبة بجانبها. وهي للإخبار وليست عرض بيع عبر الإنترنت: لا تتم أي عملية شراء على هذا الموقع.",
          "قد يتغيّر السعر أو التوفر بين تحديثين. المعتمد هو ما في المتجر وقت الشراء.",
        ],
      },
      {
        heading: "الصور والخصائص",
        paragraphs: [
          "الصور رسوم توضيحية. يختلف اللون والعروق والدرجات من تصنيع إلى آخر ومن شاشة إلى أخرى.",
          "الخصائص التقنية من المصنّعين. إذا كان قياس ما حاسمًا لورشكم فاطلبوا تأكيده قبل الشراء.",
        ],
      },
      {
        heading: "الملكية",
        paragraphs: [
          "نصوص هذا الموقع ورسومه وعلاماته ملك لأصحابها. يمكنكم مشاركتها مع ذكر الصفحة، وكل استعمال تجاري يحتاج إلى موافقتنا.",
        ],
      },
      {
        heading: "روابط نحو خدمات أخرى",
        paragraphs: ["يُفتح واتساب والخريطة لدى ناشريهما ووفق شروطهما."],
      },
      {
        heading: "القانون المطبّق",
        paragraphs: ["يخضع هذا الموقع للقانون المغربي."],
      },
    ],
  },
};
