import type { StaticCategory } from "./static-catalogue";

export const categories: StaticCategory[] = [
  {
    id: "cat-sanitaire",
    slug: "sanitaire",
    name: "Sanitaire",
    nameAr: "الأدوات الصحية",
    description:
      "Robinetterie, WC, vasques, douches et éviers pour équiper ou rénover une salle d’eau. Les raccords sont aux filetages courants au Maroc, en 1/2 et 3/8 de pouce.",
    descriptionAr:
      "حنفيات ومراحيض ومغاسل وتجهيزات دش وأحواض مطبخ لتجهيز الحمّام أو تجديده. الوصلات بالقياسات المتداولة في المغرب: 1/2 و3/8 بوصة.",
    image: "categorie-sanitaire",
    icon: "bath",
    order: 1,
  },
  {
    id: "cat-robinetterie",
    slug: "robinetterie",
    name: "Robinetterie",
    nameAr: "الحنفيات والخلاطات",
    description:
      "Mitigeurs et robinets de lavabo, d’évier, de bain et de douche, en laiton chromé, noir mat ou brossé.",
    descriptionAr:
      "خلاطات وحنفيات للمغسلة وحوض المطبخ وحوض الاستحمام والدش، من النحاس الأصفر بلمسة كروم أو أسود غير لامع أو مصقول بالفرشاة.",
    parent: "sanitaire",
    image: "robinet-mitigeur-cascade-chrome",
    icon: "faucet",
    order: 1,
  },
  {
    id: "cat-wc",
    slug: "wc",
    name: "WC",
    nameAr: "المراحيض",
    description:
      "WC suspendus et à poser, bâti-supports, abattants et WC à la turque. Pour choisir, relevez d’abord la sortie d’évacuation : horizontale, verticale ou murale.",
    descriptionAr:
      "مراحيض معلّقة وأرضية وهياكل تثبيت وأغطية ومراحيض أرضية تركية. قبل الاختيار، حدّدوا مخرج الصرف: أفقي أو عمودي أو جداري.",
    parent: "sanitaire",
    image: "wc-suspendu-rimless-premium",
    icon: "toilet",
    order: 2,
  },
  {
    id: "cat-lavabos-vasques",
    slug: "lavabos-vasques",
    name: "Lavabos et vasques",
    nameAr: "المغاسل والأحواض",
    description:
      "Lavabos sur colonne, vasques à poser et lave-mains, en céramique, en cuivre martelé ou en pierre de Taliouine.",
    descriptionAr:
      "مغاسل بعمود وأحواض توضع فوق السطح ومغاسل يدين صغيرة، من الخزف أو النحاس المطروق أو حجر تالوين.",
    parent: "sanitaire",
    image: "lavabo-vasque-rectangulaire",
    icon: "droplets",
    order: 3,
  },
  {
    id: "cat-douche",
    slug: "douche",
    name: "Douche",
    nameAr: "الدش",
    description:
      "Receveurs, colonnes, parois de verre, douchettes et caniveaux pour une douche complète.",
    descriptionAr: "أرضيات دش وأعمدة وحواجز زجاجية ورشاشات وقنوات تصريف لتجهيز دش كامل.",
    parent: "sanitaire",
    image: "colonne-douche-pluie-noire",
    icon: "shower-head",
    order: 4,
  },
  {
    id: "cat-eviers",
    slug: "eviers",
    name: "Éviers",
    nameAr: "أحواض المطبخ",
    description:
      "Éviers de cuisine en inox, en granit composite et en grès, à encastrer ou à poser.",
    descriptionAr:
      "أحواض مطبخ من الإينوكس والغرانيت المركّب والحجر الخزفي، للتركيب المدمج أو فوق القاعدة.",
    parent: "sanitaire",
    image: "evier-inox-1-bac-egouttoir",
    icon: "glass-water",
    order: 5,
  },
  {
    id: "cat-meubles-sdb",
    slug: "meubles-sdb",
    name: "Salle de bains",
    nameAr: "أثاث الحمّام",
    description:
      "Meubles vasque, miroirs, colonnes et accessoires conçus pour l’humidité d’une salle de bain. Mesurez la largeur libre et la position de l’évacuation avant de choisir.",
    descriptionAr:
      "أثاث بمغسلة ومرايا وخزائن عمودية وإكسسوارات مصمّمة لرطوبة الحمّام. قيسوا العرض المتاح وموضع الصرف قبل الاختيار.",
    image: "categorie-meubles-sdb",
    icon: "mirror-rectangular",
    order: 2,
  },
  {
    id: "cat-meubles-vasque",
    slug: "meubles-vasque",
    name: "Meubles vasque",
    nameAr: "أثاث المغاسل",
    description: "Meubles suspendus ou à poser, de 40 à 120 cm, pour une ou deux vasques.",
    descriptionAr: "أثاث معلّق أو أرضي بعرض من 40 إلى 120 سم، لمغسلة واحدة أو مغسلتين.",
    parent: "meubles-sdb",
    image: "meuble-vasque-chene-naturel-80cm",
    icon: "archive",
    order: 1,
  },
  {
    id: "cat-miroirs",
    slug: "miroirs",
    name: "Miroirs",
    nameAr: "المرايا",
    description:
      "Miroirs LED, miroirs décoratifs, armoires à miroir et miroir grossissant, à fixer au mur.",
    descriptionAr:
      "مرايا بإضاءة LED ومرايا زخرفية وخزائن بمرآة ومرآة مكبّرة، كلها للتثبيت على الجدار.",
    parent: "meubles-sdb",
    image: "miroir-led-antibuee-70x50cm",
    icon: "mirror-round",
    order: 2,
  },
  {
    id: "cat-rangements-sdb",
    slug: "rangements-sdb",
    name: "Rangements",
    nameAr: "خزائن ورفوف الحمّام",
    description:
      "Colonnes, étagères et meubles bas pour ranger le linge et les produits de toilette.",
    descriptionAr: "خزائن عمودية ورفوف ووحدات منخفضة لترتيب المناشف ولوازم الحمّام.",
    parent: "meubles-sdb",
    image: "colonne-sdb-chene-35x160cm",
    icon: "shelving-unit",
    order: 3,
  },
  {
    id: "cat-accessoires-sdb",
    slug: "accessoires-sdb",
    name: "Accessoires",
    nameAr: "إكسسوارات الحمّام",
    description:
      "Porte-serviettes, sèche-serviettes, distributeur de savon et barre d’appui, en laiton, en inox ou en noir mat.",
    descriptionAr:
      "حوامل مناشف ومجفّف مناشف وموزّع صابون ومقبض إسناد، من النحاس الأصفر أو الإينوكس أو بالأسود غير اللامع.",
    parent: "meubles-sdb",
    image: "set-accessoires-noir-mat-4-pieces",
    icon: "towel-rack",
    order: 4,
  },
  {
    id: "cat-carrelage",
    slug: "carrelage",
    name: "Carrelage",
    nameAr: "البلاط والزليج",
    description:
      "Grès cérame, faïence, zellige et mosaïque, avec les colles, joints et ciments pour les poser. Prévoyez 10 % de plus que la surface mesurée pour les coupes, 15 % en pose diagonale.",
    descriptionAr:
      "بلاط البورسلان وبلاط الجدران والزليج والفسيفساء، مع اللواصق ومواد ملء الفواصل والإسمنت اللازمة للتركيب. أضيفوا 10 % إلى المساحة المقيسة لتغطية القطع، و15 % في التركيب المائل.",
    image: "categorie-carrelage",
    icon: "layout-grid",
    order: 3,
  },
  {
    id: "cat-gres-cerame",
    slug: "gres-cerame",
    name: "Grès cérame",
    nameAr: "البورسلان (كريس سيرام)",
    description:
      "Carreaux de sol et de mur aux effets bois, marbre, béton, pierre et terre cuite. Le classement R10 ou R11 indique l’adhérence sur sol mouillé.",
    descriptionAr:
      "بلاط للأرضيات والجدران بمظهر الخشب والرخام والخرسانة والحجر والطين المشوي. يدلّ التصنيف R10 أو R11 على مقاومة الانزلاق على الأرضية المبلّلة.",
    parent: "carrelage",
    image: "carrelage-imitation-bois-naturel-20x120cm",
    icon: "grid-2x2",
    order: 1,
  },
  {
    id: "cat-faience",
    slug: "faience",
    name: "Faïence murale",
    nameAr: "بلاط الجدران (فايونس)",
    description:
      "Carreaux émaillés pour les murs de cuisine et de salle de bain. La faïence ne se pose pas au sol.",
    descriptionAr: "بلاط مطلي بالمينا لجدران المطبخ والحمّام. لا يصلح هذا البلاط للأرضيات.",
    parent: "carrelage",
    image: "faience-metro-blanche-7-5x15cm",
    icon: "brick-wall",
    order: 2,
  },
  {
    id: "cat-zellige",
    slug: "zellige",
    name: "Zellige",
    nameAr: "الزليج",
    description:
      "Carreaux de terre de Fès coupés et émaillés à la main. Les nuances et les petits éclats font partie de la matière.",
    descriptionAr:
      "قطع من طين فاس مقصوصة ومطلية بالمينا يدويًا. تدرّج الألوان والشطفات الصغيرة من طبيعة هذه المادة.",
    parent: "carrelage",
    image: "zellige-blanc-casse-10x10cm",
    icon: "diamond",
    order: 3,
  },
  {
    id: "cat-mosaique",
    slug: "mosaique",
    name: "Mosaïque",
    nameAr: "الفسيفساء",
    description:
      "Marbre, verre, galets et grès montés sur trame, à la plaque, pour les douches, les crédences et les frises.",
    descriptionAr:
      "رخام وزجاج وحصى وبورسلان مثبّتة على شبكة، تباع باللوح، للدش وواجهات المطبخ والأشرطة الزخرفية.",
    parent: "carrelage",
    image: "mosaique-marbre-hexagonale-blanche",
    icon: "hexagon",
    order: 4,
  },
  {
    id: "cat-colles-joints",
    slug: "colles-joints",
    name: "Colles et joints",
    nameAr: "اللواصق ومواد الفواصل",
    description:
      "Mortiers-colles, joints, primaire, croisillons et profilés pour poser et finir le carrelage.",
    descriptionAr:
      "لواصق إسمنتية ومواد ملء الفواصل ومادة تأسيس وفواصل بلاستيكية وبروفيلات لتركيب البلاط وإنهائه.",
    parent: "carrelage",
    image: "colle-carrelage-c2te-25kg",
    icon: "paint-bucket",
    order: 5,
  },
  {
    id: "cat-ciments-chapes",
    slug: "ciments-chapes",
    name: "Ciments et chapes",
    nameAr: "الإسمنت والملاط",
    description: "Ciment, ragréage, mortier, chaux, plâtre et tadelakt, vendus au sac.",
    descriptionAr: "إسمنت ومادة تسوية وملاط وجير وجبس وتادلاكت، تباع بالكيس.",
    parent: "carrelage",
    image: "ciment-cpj-45-50kg",
    icon: "layers",
    order: 6,
  },
  {
    id: "cat-luminaire",
    slug: "luminaire",
    name: "Luminaire",
    nameAr: "الإنارة",
    description:
      "Lustres, spots, appliques et éclairage extérieur, en LED ou à douille E14, E27 et GU10. Dans une salle de bain, vérifiez l’indice IP : IP44 au minimum près de l’eau.",
    descriptionAr:
      "ثريات وسبوتات ومصابيح جدارية وإنارة خارجية، بتقنية LED أو بقواعد E14 وE27 وGU10. في الحمّام، تحقّقوا من مؤشر الحماية: IP44 على الأقل قرب الماء.",
    image: "categorie-luminaire",
    icon: "lightbulb",
    order: 4,
  },
  {
    id: "cat-lustres-suspensions",
    slug: "lustres-suspensions",
    name: "Lustres et suspensions",
    nameAr: "الثريات والمصابيح المعلّقة",
    description:
      "Lustres, suspensions et lanternes en cristal, laiton, osier, fer forgé et verre, pour le salon, l’entrée ou le patio.",
    descriptionAr:
      "ثريات ومصابيح معلّقة وفوانيس من الكريستال والنحاس الأصفر والخيزران والحديد المطروق والزجاج، للصالون أو المدخل أو الفناء.",
    parent: "luminaire",
    image: "lustre-cristal-moderne-5-branches",
    icon: "lamp-ceiling",
    order: 1,
  },
  {
    id: "cat-spots-encastres",
    slug: "spots-encastres",
    name: "Spots et encastrés",
    nameAr: "السبوتات والإنارة المدمجة",
    description:
      "Spots, dalles, réglettes et rubans LED pour faux plafond, cuisine, couloir et local professionnel.",
    descriptionAr: "سبوتات وألواح ومساطر وأشرطة LED للأسقف المستعارة والمطابخ والممرات والمحلات.",
    parent: "luminaire",
    image: "spot-encastrable-led-7w-blanc",
    icon: "spotlight",
    order: 2,
  },
  {
    id: "cat-appliques",
    slug: "appliques",
    name: "Appliques et plafonniers",
    nameAr: "المصابيح الجدارية والسقفية",
    description:
      "Appliques murales, éclairage de miroir et plafonnier pour les chambres, les couloirs et la salle de bain.",
    descriptionAr: "مصابيح جدارية وإنارة مرايا ومصباح سقفي للغرف والممرات والحمّام.",
    parent: "luminaire",
    image: "applique-ajouree-cuivre",
    icon: "lamp-wall-down",
    order: 3,
  },
  {
    id: "cat-eclairage-exterieur",
    slug: "eclairage-exterieur",
    name: "Éclairage extérieur",
    nameAr: "الإنارة الخارجية",
    description:
      "Projecteurs, bornes, appliques, lampadaire solaire et guirlande prévus pour la pluie, la poussière et le soleil.",
    descriptionAr:
      "كشافات وأعمدة حديقة ومصابيح جدارية وعمود إنارة شمسي وسلسلة مصابيح، مصمّمة لتحمّل المطر والغبار والشمس.",
    parent: "luminaire",
    image: "lampadaire-solaire-60w",
    icon: "trees",
    order: 4,
  },
  {
    id: "cat-outillage",
    slug: "outillage",
    name: "Outillage",
    nameAr: "العُدد والأدوات",
    description:
      "Électroportatif, outils à main, mesure et outils de carreleur pour le chantier et la maison.",
    descriptionAr: "عُدد كهربائية وأدوات يدوية وأدوات قياس ولوازم المبلّط، للورشة والبيت.",
    image: "categorie-outillage",
    icon: "toolbox",
    order: 5,
  },
  {
    id: "cat-electroportatif",
    slug: "electroportatif",
    name: "Électroportatif",
    nameAr: "العُدد الكهربائية",
    description:
      "Perceuses, perforateur, meuleuse, scies, ponceuse et malaxeur, filaires ou sur batterie 18 V.",
    descriptionAr:
      "مثاقب ومطرقة ثاقبة وصاروخ قطع ومناشير وآلة صنفرة وخلاط مواد، بالسلك أو ببطارية 18 V.",
    parent: "outillage",
    image: "perceuse-visseuse-sans-fil-18v",
    icon: "drill",
    order: 1,
  },
  {
    id: "cat-outillage-main",
    slug: "outillage-main",
    name: "Outillage à main",
    nameAr: "الأدوات اليدوية",
    description:
      "Marteaux, tournevis, pinces, clés, scies, truelles et taloches, avec une caisse pour les ranger.",
    descriptionAr: "مطارق ومفكّات وكمّاشات ومفاتيح ومناشير ومالجات، مع صندوق لترتيبها.",
    parent: "outillage",
    image: "marteau-arrache-clou-500g",
    icon: "hammer",
    order: 2,
  },
  {
    id: "cat-mesure-tracage",
    slug: "mesure-tracage",
    name: "Mesure et traçage",
    nameAr: "القياس والتخطيط",
    description:
      "Niveaux laser et à bulle, télémètre, mètre ruban, équerre et cordeau pour implanter et vérifier.",
    descriptionAr:
      "موازين ليزر وموازين ماء ومقياس مسافة ليزري وشريط قياس وزاوية بنّاء وخيط تخطيط، للتعليم والتحقق.",
    parent: "outillage",
    image: "niveau-laser-croix-automatique",
    icon: "ruler-dimension-line",
    order: 3,
  },
  {
    id: "cat-outils-carreleur",
    slug: "outils-carreleur",
    name: "Outils de carreleur",
    nameAr: "أدوات المبلّط (الزلايجي)",
    description:
      "Carrelette, peigne à colle, ventouse, maillet, disque diamant et genouillères pour couper, coller et aligner les carreaux.",
    descriptionAr:
      "قاطعة بلاط ومشط لاصق وشفّاط حمل ومطرقة مطاطية وقرص ألماسي وواقيات ركبة، لقطع البلاط ولصقه وضبطه.",
    parent: "outillage",
    image: "carrelette-manuelle-60cm",
    icon: "grid-3x3",
    order: 4,
  },
];
