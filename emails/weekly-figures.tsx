import { formatDay, formatNumber, formatPrice } from "@/lib/format/format";
import { EmailButton, EmailLayout, EmailLink, EmailRule, EmailText } from "./_layout";
import type { MailTemplate } from "./_template";

const TITLES = {
  visitors: "Visiteurs",
  views: "Pages vues",
  whatsapp: "Demandes WhatsApp",
  messages: "Messages",
  phone: "Appels",
  sales: "Ventes marquées",
} as const;

export interface WeeklyFigures {
  /** The first and the last day of the week. */
  first: string;
  last: string;
  figures: { name: keyof typeof TITLES; current: number; before: number }[];
  /** MAD. */
  salesAmount: string;
  /** Searches without result. */
  searches: { text: string; count: number }[];
  /** Products that visitors saw without a price; `url` opens the form. */
  products: { id: string; name: string; visitors: number; url: string }[];
  /** The page of figures for this week. */
  url: string;
}

/** For the owner, whose language is French. */
function WeeklyFiguresMail(props: WeeklyFigures) {
  const { figures, salesAmount, searches, products, url } = props;
  const visitors = figures.find(({ name }) => name === "visitors");
  return (
    <EmailLayout
      locale="fr"
      preview={`${formatNumber(visitors?.current ?? 0)} visiteurs`}
      title={formatTitle(props)}
    >
      {figures.map(({ name, current, before }) => (
        <EmailText key={name}>
          {TITLES[name]} : <strong>{formatNumber(current)}</strong>
          {name === "sales" && current > 0 && ` (${formatPrice(salesAmount, "fr")})`}
          {`, la semaine d'avant : ${formatNumber(before)}`}
        </EmailText>
      ))}
      {searches.length > 0 && (
        <>
          <EmailRule />
          <EmailText>Cherché sans rien trouver :</EmailText>
          {searches.map(({ text, count }) => (
            <EmailText key={text}>
              <bdi>{text}</bdi> ({formatNumber(count)})
            </EmailText>
          ))}
        </>
      )}
      {products.length > 0 && (
        <>
          <EmailRule />
          <EmailText>Vus par des visiteurs, mais sans prix :</EmailText>
          {products.map(({ id, name, visitors: seenBy, url: href }) => (
            <EmailText key={id}>
              <EmailLink href={href}>
                <bdi>{name}</bdi>
              </EmailLink>{" "}
              ({formatNumber(seenBy)})
            </EmailText>
          ))}
        </>
      )}
      <EmailButton href={url}>Voir les statistiques</EmailButton>
      <EmailText tone="soft">
        Ce résumé part chaque lundi. Il se désactive dans les réglages, sous « Notifications ».
      </EmailText>
    </EmailLayout>
  );
}

function formatTitle({ first, last }: Pick<WeeklyFigures, "first" | "last">): string {
  return `Votre boutique du ${formatDay(first)} au ${formatDay(last)}`;
}

export const weeklyFigures: MailTemplate<WeeklyFigures> = {
  component: WeeklyFiguresMail,
  subject: formatTitle,
};
