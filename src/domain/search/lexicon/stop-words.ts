const toWords = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Words that a product need not contain to be found. */
export const stopWords = {
  french: toWords(`
    à au aux avec chez dans de des du en entre et la le les leur mais ne ni ou par pas pour que
    qui sans ses son sous sur un une c d j l m n qu s t ce cet cette ces mon ma mes notre nos
    votre vos je tu il elle nous vous on est sont bonjour salut svp merci cherche recherche veux
    voudrais besoin avez prix tarif cher achat acheter commander dispo disponible référence réf
  `),
  arabic: toWords(`
    في من على إلى الى عن مع أو و ب ل ثم بدون هذا هذه التي الذي كل أي أريد اريد ابحث أبحث بكم كم
    ثمن سعر السلام شكرا ديال د ف ولا شي واش كاين كاينة بغيت شحال فين عندكم عفاك باش ديالي هاد
  `),
  darija: toWords(`
    dyal dyali dial f b wla chi wach kayn bghit chhal ch7al 3ndkom 3andkom afak 3afak bach had
    salam taman
  `),
};
