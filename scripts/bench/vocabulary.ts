/** The vocabulary of generated products: enough for a million distinct, plausible products of this trade. */

export interface Word {
  fr: string;
  ar: string;
}

export interface Kind extends Word {
  /** The slug of its category. */
  category: string;
  /** The share of products of this kind, relative to the other kinds. */
  weight: number;
  /** The lowest and the highest price of one sale unit, in MAD. */
  price: [number, number];
  saleUnit: "PIECE" | "SQUARE_METRE" | "METRE" | "BAG" | "BOX" | "SET";
  /** What one sale unit holds. */
  holds?: { size: string; unit: "M2" | "KG" | "L" };
  materials: Word[];
  finishes: Word[];
  sizes: string[];
  /** The property by which its variations differ. */
  variesBy?: "Couleur" | "Finition";
}

export interface Colour extends Word {
  swatch: string;
}

const word = (fr: string, ar: string): Word => ({ fr, ar });

const laiton = word("laiton", "نحاس أصفر");
const inox = word("inox", "إينوكس");
const zamak = word("zamak", "زاماك");
const abs = word("ABS", "بلاستيك ABS");
const ceramique = word("céramique", "خزف");
const cuivre = word("cuivre martelé", "نحاس مطروق");
const pierre = word("pierre de Taliouine", "حجر تالوين");
const resine = word("résine minérale", "راتنج معدني");
const granit = word("granit composite", "غرانيت مركّب");
const chene = word("chêne", "بلوط");
const noyer = word("noyer", "جوز");
const mdf = word("MDF laqué", "خشب MDF مطلي");
const rotin = word("rotin", "خيزران");
const verre = word("verre trempé", "زجاج مقسّى");
const gres = word("grès cérame", "بورسلان");
const faience = word("faïence", "فايونس");
const argile = word("argile de Fès", "طين فاس");
const marbre = word("marbre", "رخام");
const patedeverre = word("pâte de verre", "عجينة زجاج");
const galet = word("galet naturel", "حصى طبيعي");
const aluminium = word("aluminium", "ألمنيوم");
const fer = word("fer forgé", "حديد مطروق");
const acier = word("acier trempé", "فولاذ مقسّى");
const hetre = word("bois de hêtre", "خشب الزان");
const fibre = word("fibre de verre", "ألياف زجاجية");
const ciment = word("ciment", "إسمنت");
const epoxy = word("époxy", "إيبوكسي");

const metals = [laiton, inox, zamak];
const basins = [ceramique, pierre, cuivre, resine];
const woods = [chene, noyer, mdf];
const lampMetals = [laiton, cuivre, fer, aluminium];

const tapFinishes = [
  word("chromé", "كروم"),
  word("noir mat", "أسود غير لامع"),
  word("brossé", "مصقول بالفرشاة"),
  word("doré", "ذهبي"),
];
const tileFinishes = [
  word("mat", "غير لامع"),
  word("brillant", "لامع"),
  word("satiné", "نصف لامع"),
  word("poli", "مصقول"),
  word("structuré", "محبّب"),
];
const plainFinishes = [
  word("mat", "غير لامع"),
  word("brillant", "لامع"),
  word("naturel", "طبيعي"),
  word("vieilli", "معتّق"),
];
const toolFinishes = [
  word("standard", "عادي"),
  word("professionnel", "احترافي"),
  word("renforcé", "مقوّى"),
];
const mortarFinishes = [
  word("C1", "C1"),
  word("C2TE", "C2TE"),
  word("C2TE S1", "C2TE S1"),
  word("rapide", "سريع التصلّب"),
];

const widths = ["40 cm", "50 cm", "60 cm", "70 cm", "80 cm", "100 cm", "120 cm"];
const heights = ["15 cm", "18 cm", "22 cm", "30 cm"];
const trays = ["70x90 cm", "80x80 cm", "80x120 cm", "90x90 cm", "90x140 cm"];
const floorTiles = ["30x30 cm", "45x45 cm", "60x60 cm", "60x120 cm", "80x80 cm", "20x120 cm"];
const wallTiles = ["7,5x15 cm", "20x20 cm", "20x60 cm", "25x40 cm", "30x60 cm"];
const smallTiles = ["5x5 cm", "10x10 cm", "12x12 cm"];
const sheets = ["28x28 cm", "30x30 cm"];
const bags = ["5 kg", "25 kg", "40 kg", "50 kg"];
const diameters = ["Ø 20 cm", "Ø 35 cm", "Ø 50 cm", "Ø 80 cm"];
const watts = ["5 W", "7 W", "12 W", "18 W", "24 W", "36 W", "50 W"];
const volts = ["12 V", "18 V", "650 W", "850 W", "1200 W", "1800 W"];
const lengths = ["20 cm", "30 cm", "60 cm", "1 m", "3 m", "5 m", "8 m"];
const discs = ["115 mm", "125 mm", "180 mm", "230 mm"];

type Details = Pick<Kind, "materials" | "finishes" | "sizes"> &
  Partial<Pick<Kind, "saleUnit" | "holds" | "variesBy">>;

function kind(
  category: string,
  [fr, ar]: [string, string],
  weight: number,
  price: [number, number],
  { saleUnit = "PIECE", ...details }: Details,
): Kind {
  return { category, fr, ar, weight, price, saleUnit, ...details };
}

const tap: Details = {
  materials: metals,
  finishes: tapFinishes,
  sizes: heights,
  variesBy: "Finition",
};
const floor: Details = {
  materials: [gres],
  finishes: tileFinishes,
  sizes: floorTiles,
  saleUnit: "SQUARE_METRE",
  variesBy: "Couleur",
};
const boxed = { saleUnit: "BOX", holds: { size: "1.440", unit: "M2" } } as const;
const bag = { saleUnit: "BAG", holds: { size: "25", unit: "KG" } } as const;

export const kinds: Kind[] = [
  kind("robinetterie", ["Mitigeur de lavabo", "خلاط مغسلة"], 14, [180, 1900], tap),
  kind("robinetterie", ["Mitigeur d’évier", "خلاط حوض المطبخ"], 9, [220, 2100], tap),
  kind("robinetterie", ["Mitigeur de douche", "خلاط دش"], 8, [240, 1800], tap),
  kind("robinetterie", ["Robinet d’arrêt", "صنبور قفل"], 5, [25, 140], tap),
  kind("wc", ["WC suspendu", "مرحاض معلّق"], 5, [900, 4200], {
    materials: [ceramique],
    finishes: plainFinishes,
    sizes: ["48 cm", "53 cm", "56 cm"],
    variesBy: "Couleur",
  }),
  kind("wc", ["Abattant de WC", "غطاء مرحاض"], 3, [90, 650], {
    materials: [resine, mdf],
    finishes: plainFinishes,
    sizes: ["36 cm", "38 cm"],
  }),
  kind("lavabos-vasques", ["Vasque à poser", "حوض فوق السطح"], 8, [280, 3600], {
    materials: basins,
    finishes: plainFinishes,
    sizes: widths,
    variesBy: "Couleur",
  }),
  kind("lavabos-vasques", ["Lave-mains", "مغسلة يدين"], 4, [180, 1300], {
    materials: basins,
    finishes: plainFinishes,
    sizes: ["30 cm", "36 cm", "40 cm"],
    variesBy: "Couleur",
  }),
  kind("douche", ["Receveur de douche", "أرضية دش"], 5, [700, 3900], {
    materials: [resine, ceramique, gres],
    finishes: plainFinishes,
    sizes: trays,
    variesBy: "Couleur",
  }),
  kind("douche", ["Colonne de douche", "عمود دش"], 6, [390, 3800], tap),
  kind("douche", ["Paroi de douche", "حاجز دش"], 3, [900, 4600], {
    materials: [verre],
    finishes: tapFinishes,
    sizes: ["80 cm", "90 cm", "100 cm", "120 cm"],
    variesBy: "Finition",
  }),
  kind("eviers", ["Évier", "حوض مطبخ"], 6, [350, 3900], {
    materials: [inox, granit, gres],
    finishes: plainFinishes,
    sizes: ["50x40 cm", "78x48 cm", "100x50 cm", "116x50 cm"],
    variesBy: "Couleur",
  }),
  kind("meubles-vasque", ["Meuble vasque", "أثاث مغسلة"], 7, [1200, 8900], {
    materials: woods,
    finishes: plainFinishes,
    sizes: widths,
    variesBy: "Couleur",
  }),
  kind("miroirs", ["Miroir LED", "مرآة LED"], 5, [350, 2600], {
    materials: [verre, laiton, aluminium],
    finishes: tapFinishes,
    sizes: ["50x70 cm", "60x80 cm", "80x100 cm", "Ø 60 cm", "Ø 80 cm"],
    variesBy: "Finition",
  }),
  kind("rangements-sdb", ["Colonne de salle de bain", "خزانة حمّام عمودية"], 3, [600, 3900], {
    materials: [...woods, rotin],
    finishes: plainFinishes,
    sizes: ["30x150 cm", "35x160 cm", "40x180 cm"],
    variesBy: "Couleur",
  }),
  kind("accessoires-sdb", ["Porte-serviettes", "حامل مناشف"], 6, [60, 780], tap),
  kind("accessoires-sdb", ["Distributeur de savon", "موزّع صابون"], 3, [40, 390], tap),
  kind("gres-cerame", ["Carrelage effet bois", "بلاط بمظهر الخشب"], 16, [89, 380], floor),
  kind("gres-cerame", ["Carrelage effet marbre", "بلاط بمظهر الرخام"], 18, [99, 460], floor),
  kind("gres-cerame", ["Carrelage effet béton", "بلاط بمظهر الخرسانة"], 13, [85, 340], floor),
  kind("gres-cerame", ["Carrelage terrazzo", "بلاط تيرازو"], 7, [120, 420], floor),
  kind("faience", ["Faïence", "بلاط جدران"], 12, [69, 290], {
    materials: [faience],
    finishes: tileFinishes,
    sizes: wallTiles,
    variesBy: "Couleur",
    ...boxed,
  }),
  kind("zellige", ["Zellige", "زليج"], 10, [280, 990], {
    materials: [argile],
    finishes: plainFinishes,
    sizes: smallTiles,
    saleUnit: "SQUARE_METRE",
    variesBy: "Couleur",
  }),
  kind("mosaique", ["Mosaïque hexagonale", "فسيفساء سداسية"], 6, [45, 320], {
    materials: [marbre, patedeverre, galet, gres],
    finishes: tileFinishes,
    sizes: sheets,
    variesBy: "Couleur",
  }),
  kind("colles-joints", ["Colle à carrelage", "لاصق بلاط"], 5, [45, 320], {
    materials: [ciment, epoxy],
    finishes: mortarFinishes,
    sizes: bags,
    ...bag,
  }),
  kind("colles-joints", ["Joint de carrelage", "مادة ملء الفواصل"], 5, [28, 260], {
    materials: [ciment, epoxy],
    finishes: mortarFinishes,
    sizes: bags,
    variesBy: "Couleur",
    ...bag,
  }),
  kind("ciments-chapes", ["Mortier de ragréage", "ملاط تسوية"], 3, [60, 290], {
    materials: [ciment],
    finishes: mortarFinishes,
    sizes: bags,
    ...bag,
  }),
  kind("lustres-suspensions", ["Lustre", "ثريا"], 6, [390, 7900], {
    materials: lampMetals,
    finishes: plainFinishes,
    sizes: diameters,
    variesBy: "Couleur",
  }),
  kind("lustres-suspensions", ["Suspension", "مصباح معلّق"], 7, [140, 2600], {
    materials: [...lampMetals, rotin],
    finishes: plainFinishes,
    sizes: diameters,
    variesBy: "Couleur",
  }),
  kind("spots-encastres", ["Spot encastrable LED", "سبوت LED مدمج"], 9, [18, 260], {
    materials: [aluminium, abs],
    finishes: plainFinishes,
    sizes: watts,
    variesBy: "Couleur",
  }),
  kind("appliques", ["Applique murale", "مصباح جداري"], 6, [120, 1700], {
    materials: lampMetals,
    finishes: plainFinishes,
    sizes: watts,
    variesBy: "Couleur",
  }),
  kind("eclairage-exterieur", ["Projecteur solaire", "كشاف شمسي"], 4, [150, 1900], {
    materials: [aluminium, abs],
    finishes: plainFinishes,
    sizes: watts,
  }),
  kind("electroportatif", ["Perceuse-visseuse", "مثقاب ومفك كهربائي"], 5, [390, 3200], {
    materials: [acier],
    finishes: toolFinishes,
    sizes: volts,
  }),
  kind("electroportatif", ["Meuleuse", "صاروخ قطع"], 4, [420, 2600], {
    materials: [acier],
    finishes: toolFinishes,
    sizes: volts,
  }),
  kind("outillage-main", ["Marteau", "مطرقة"], 4, [45, 320], {
    materials: [hetre, fibre, acier],
    finishes: toolFinishes,
    sizes: ["300 g", "500 g", "1 kg", "2 kg"],
  }),
  kind("outillage-main", ["Jeu de clés", "طقم مفاتيح"], 3, [90, 1200], {
    materials: [acier],
    finishes: toolFinishes,
    sizes: ["8 pièces", "12 pièces", "26 pièces"],
    saleUnit: "SET",
  }),
  kind("mesure-tracage", ["Niveau à bulle", "ميزان ماء"], 3, [60, 540], {
    materials: [aluminium, abs],
    finishes: toolFinishes,
    sizes: lengths,
  }),
  kind("outils-carreleur", ["Disque diamant", "قرص ألماسي"], 4, [55, 640], {
    materials: [acier],
    finishes: toolFinishes,
    sizes: discs,
  }),
];

export const colours: Colour[] = [
  { fr: "Blanc", ar: "أبيض", swatch: "#f4f2ec" },
  { fr: "Blanc cassé", ar: "أبيض عاجي", swatch: "#ece4d4" },
  { fr: "Beige", ar: "بيج", swatch: "#d8c6a8" },
  { fr: "Sable", ar: "رملي", swatch: "#cdb48a" },
  { fr: "Ocre", ar: "أصفر ترابي", swatch: "#b9802f" },
  { fr: "Terre cuite", ar: "لون الطين المشوي", swatch: "#b0603c" },
  { fr: "Gris", ar: "رمادي", swatch: "#8d8d8a" },
  { fr: "Anthracite", ar: "رمادي داكن", swatch: "#3d4043" },
  { fr: "Noir", ar: "أسود", swatch: "#1c1c1e" },
  { fr: "Vert", ar: "أخضر", swatch: "#47694b" },
  { fr: "Bleu", ar: "أزرق", swatch: "#2f5d8c" },
  { fr: "Turquoise", ar: "فيروزي", swatch: "#2f9a9a" },
];

/** Trade names of series, after places in the region. */
export const series: Word[] = [
  word("Atlas", "أطلس"),
  word("Draa", "درعة"),
  word("Dadès", "دادس"),
  word("Toubkal", "توبقال"),
  word("Skoura", "سكورة"),
  word("Tinghir", "تنغير"),
  word("Zagora", "زاكورة"),
  word("Taznakht", "تازناخت"),
  word("Siroua", "سيروا"),
  word("Saghro", "صاغرو"),
  word("Agdz", "أكدز"),
  word("Tifoultoute", "تيفولتوت"),
  word("Aït Ben Haddou", "آيت بن حدو"),
  word("Telouet", "تلوات"),
  word("Imassine", "إيماسين"),
  word("Merzouga", "مرزوكة"),
];

export const brands = ["Sanibel", "Atlas Pro", "Cerama", "Lumisud", "Kasbah", "Oryx", "Valdor"];
