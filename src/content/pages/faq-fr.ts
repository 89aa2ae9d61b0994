import type { FaqPage } from "./faq-page";

export const faqFr: FaqPage = {
  title: "Questions fréquentes",
  description:
    "Prix, devis, livraison dans la région d'Ouarzazate, échantillons, quantité de carrelage, casse, retours et garantie : nos réponses.",
  heading: "Questions fréquentes",
  lead: "Ce que l'on nous demande avant un achat. Une autre question ? Écrivez-nous sur WhatsApp.",
  groups: [
    {
      heading: "Prix et achat",
      questions: [
        {
          question: "Pour quelle quantité le prix est-il donné ?",
          answer: [
            "Pour l'unité écrite à côté : la pièce, le mètre carré, le sac, la boîte. Quand un produit se vend autrement qu'il ne se mesure, nous ajoutons le prix au mètre carré, au kilo ou au litre.",
            "« À partir de » veut dire que le prix dépend de la variante : taille, couleur, finition.",
          ],
        },
        {
          question: "Pourquoi certains produits sont-ils « Prix sur demande » ?",
          answer: [
            "Leur prix dépend de la quantité, de l'arrivage ou de mesures. Envoyez-nous la référence et la quantité sur WhatsApp, nous vous donnons le prix du jour.",
          ],
        },
        {
          question: "Peut-on acheter en ligne ?",
          answer: [
            "Non. Le site montre le catalogue et les prix. L'achat se fait au magasin ; pour faire préparer des produits avant de venir, écrivez-nous.",
          ],
        },
        {
          question: "Comment obtenir un devis ?",
          answer: [
            "Envoyez les mesures de la pièce, les références qui vous plaisent et le lieu du chantier, sur WhatsApp ou par e-mail. Une photo du mur ou du sol aide beaucoup.",
          ],
        },
        {
          question: "Quels moyens de paiement acceptez-vous ?",
          answer: [
            "Demandez-nous avant de venir, surtout pour une grosse commande ou une facture au nom d'une société.",
          ],
        },
      ],
    },
    {
      heading: "Carrelage : choisir et compter",
      questions: [
        {
          question: "Combien de carrelage faut-il prévoir ?",
          answer: [
            "La surface de la pièce, plus 10 % pour les coupes et la casse. Comptez plutôt 15 % en pose diagonale ou dans une pièce aux murs irréguliers.",
            "Gardez quelques carreaux après les travaux : une fabrication suivante n'a pas toujours la même nuance.",
          ],
        },
        {
          question: "Peut-on voir un échantillon ?",
          answer: [
            "Au magasin, oui, pour les modèles exposés. Pour emporter une pièce ou voir un modèle sur commande, demandez-nous : cela dépend du produit.",
          ],
        },
        {
          question: "Quel carrelage pour une terrasse ou une douche ?",
          answer: [
            "Dehors, choisissez un grès cérame qui résiste au gel : les nuits d'hiver d'Ouarzazate descendent sous zéro. Prenez aussi une surface qui n'est pas glissante, R10 ou R11 dans la fiche technique.",
            "Dans une douche, de petits formats suivent mieux la pente et leurs joints retiennent le pied.",
          ],
        },
        {
          question: "Des carreaux sont cassés dans la boîte. Que faire ?",
          answer: [
            "Ouvrez les boîtes avant la pose, photographiez les carreaux et l'étiquette, et écrivez-nous aussitôt. Nous regardons avec vous ce qui peut être fait. Ne posez pas les carreaux abîmés.",
          ],
        },
      ],
    },
    {
      heading: "Livraison",
      questions: [
        {
          question: "Livrez-vous ?",
          answer: [
            "Oui, à Ouarzazate et dans la région. Le prix et le jour dépendent du lieu, du poids et de l'accès au chantier : donnez-les-nous pour avoir une réponse précise.",
          ],
        },
        {
          question: "Que veut dire « Sur commande » ?",
          answer: [
            "Le produit n'est pas au magasin, mais nous pouvons le faire venir. Le délai dépend du fournisseur ; nous vous le disons avant que vous ne décidiez.",
          ],
        },
      ],
    },
    {
      heading: "Après l'achat",
      questions: [
        {
          question: "Reprenez-vous les boîtes non ouvertes ?",
          answer: [
            "Demandez-nous avant l'achat : cela dépend du produit et de la commande. Dans tous les cas, gardez la facture et l'emballage d'origine.",
          ],
        },
        {
          question: "Les produits sont-ils garantis ?",
          answer: [
            "La garantie et sa durée dépendent du fabricant. Demandez-nous celle du produit qui vous intéresse, et gardez la facture : elle en est la preuve.",
          ],
        },
        {
          question: "Connaissez-vous un poseur ?",
          answer: [
            "Demandez-nous. Dites de quel ouvrage il s'agit et où : si nous connaissons un artisan pour cela, nous vous donnons son nom.",
          ],
        },
      ],
    },
  ],
};
