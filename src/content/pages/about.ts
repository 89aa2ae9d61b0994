import type { TextPages } from "./text-page";

export const about: TextPages = {
  fr: {
    title: "La maison depuis 1975",
    description:
      "Equipement Ouarzazate est une maison familiale de matériaux et d'équipement de la maison, à Ouarzazate depuis 1975.",
    heading: "Une maison d'Ouarzazate, depuis {since}",
    lead: "Nous vendons ce qui habille et équipe une maison : du sac de colle au carrelage, du robinet au lustre.",
    sections: [
      {
        heading: "Pour qui nous travaillons",
        paragraphs: [
          "Des maçons et des carreleurs qui passent le matin avant le chantier, des familles qui refont leur salle de bain, des maisons d'hôtes de la vallée qui cherchent un carrelage qui dure.",
          "Chacun vient avec une question précise. Nous commençons par l'écouter, puis par mesurer.",
        ],
      },
      {
        heading: "Ce que vous trouvez au magasin",
        paragraphs: ["Cinq rayons, que ce site reprend un par un :"],
        list: [
          "Sanitaire : robinetterie, WC, lavabos, douche, éviers.",
          "Meubles de salle de bain : meubles vasque, miroirs, rangements.",
          "Carrelage : grès cérame, faïence, zellige, mosaïque, colles et ciments.",
          "Luminaire : lustres, suspensions, appliques, spots.",
          "Outillage : outils à main, outils électriques, mesure.",
        ],
      },
      {
        heading: "Le climat compte",
        paragraphs: [
          "Ouarzazate connaît des étés très chauds, un soleil fort et des nuits d'hiver sous zéro. Un carrelage de terrasse doit supporter le gel, un robinet l'eau calcaire, une lampe d'extérieur la poussière. Dites-nous où le produit sera posé : cela change souvent le choix.",
        ],
      },
      {
        heading: "Ce site",
        paragraphs: [
          "Il montre le catalogue, les prix et la disponibilité. On n'y paie pas : pour acheter, passez au magasin ou écrivez-nous sur WhatsApp.",
          "Les images sont des illustrations faites pour ce site, en attendant les photographies. Pour la teinte exacte, regardez la pièce au magasin, à la lumière du jour.",
        ],
      },
    ],
  },
  ar: {
    title: "من نحن، منذ 1975",
    description:
      "Equipement Ouarzazate متجر عائلي لمواد البناء وتجهيزات المنزل في ورزازات منذ سنة 1975.",
    heading: "متجر عائلي في ورزازات منذ {since}",
    lead: "نبيع ما يكسو البيت ويجهّزه: من كيس الغراء (الكولة) إلى البلاط، ومن الصنبور (الروبيني) إلى الثريا.",
    sections: [
      {
        heading: "لمن نعمل",
        paragraphs: [
          "للبنائين ومركّبي الزليج الذين يمرّون صباحًا قبل الورش، وللعائلات التي تجدّد حمّامها، ولدور الضيافة في الوادي التي تبحث عن بلاط يدوم.",
          "لكل واحد سؤال محدد. نبدأ بالاستماع إليه ثم بأخذ القياسات.",
        ],
      },
      {
        heading: "ما تجدونه في المتجر",
        paragraphs: ["خمسة أقسام يعرضها هذا الموقع واحدًا واحدًا:"],
        list: [
          "الأدوات الصحية: حنفيات ومراحيض ومغاسل ودش وأحواض مطبخ.",
          "أثاث الحمّام: خزائن بمغسلة ومرايا ووحدات تخزين.",
          "البلاط: غرانيت خزفي (گري سيرام) وفايونس وزليج وفسيفساء وغراء وإسمنت.",
          "الإنارة: ثريات ومصابيح معلّقة وجدارية وسبوتات.",
          "العُدد: أدوات يدوية وكهربائية وأدوات قياس.",
        ],
      },
      {
        heading: "المناخ له حسابه",
        paragraphs: [
          "صيف ورزازات حار جدًا وشمسها قوية، وليالي الشتاء قد تنزل تحت الصفر. بلاط الشرفة يجب أن يتحمّل الصقيع، والصنبور الماء الكلسي، والمصباح الخارجي الغبار. أخبرونا بمكان التركيب، فهو يغيّر الاختيار في أغلب الأحيان.",
        ],
      },
      {
        heading: "هذا الموقع",
        paragraphs: [
          "يعرض الكتالوج والأسعار والتوفر، ولا يتم الأداء عبره: للشراء زوروا المتجر أو راسلونا على واتساب.",
          "الصور رسوم أُنجزت لهذا الموقع في انتظار الصور الفوتوغرافية. لمعرفة اللون بدقة، شاهدوا القطعة في المتجر تحت ضوء النهار.",
        ],
      },
    ],
  },
};
