import Link from "next/link";
import tiles from "@/app/admin/_components/tiles.module.css";
import type { EventType } from "@/domain/analytics/event";
import type { AnalyticsReport, FigureName } from "@/domain/analytics/report/schema";
import { formatNumber, formatPercent, formatPrice } from "@/lib/format/format";
import styles from "./analytics.module.css";

interface Tile {
  figure: Exclude<FigureName, "salesAmount">;
  title: string;
  hint: string;
  /** The event that a click filters by. */
  event?: EventType;
}

const TILES: readonly Tile[] = [
  {
    figure: "visitors",
    title: "Visiteurs",
    hint: "Une personne compte une fois par jour.",
  },
  { figure: "visits", title: "Visites", hint: "Une visite finit après 30 minutes sans action." },
  { figure: "views", title: "Pages vues", hint: "Sans les robots ni l'équipe." },
  {
    figure: "whatsapp",
    title: "Demandes WhatsApp",
    hint: "Clics sur un bouton WhatsApp.",
    event: "whatsapp_click",
  },
  {
    figure: "messages",
    title: "Messages",
    hint: "Formulaire de contact envoyé.",
    event: "contact_submit",
  },
  { figure: "phone", title: "Appels", hint: "Clics sur le numéro.", event: "phone_click" },
  { figure: "searches", title: "Recherches", hint: "Dans la boutique.", event: "search" },
  {
    figure: "emptySearches",
    title: "Recherches sans résultat",
    hint: "Des produits à ajouter, ou des mots à expliquer.",
  },
];

interface Props {
  figures: AnalyticsReport["figures"];
  /** The address of the figures of visits with this event; without it tiles are no links. */
  getFilterUrl?: ((event: EventType) => string) | undefined;
}

export function FigureTiles({ figures, getFilterUrl }: Props) {
  const { sales, salesAmount } = figures;
  return (
    <dl className={tiles.tiles}>
      {TILES.map(({ figure, title, hint, event }) => {
        const { current, compared } = figures[figure];
        return (
          <div key={figure}>
            <dt>{title}</dt>
            <dd className={tiles.value}>
              <Value count={current} url={event && getFilterUrl?.(event)} />
            </dd>
            <dd className={styles.facts}>
              <Change current={current} compared={compared} /> {hint}
            </dd>
          </div>
        );
      })}
      <div>
        <dt>Ventes marquées</dt>
        <dd className={tiles.value}>
          <Value count={sales.current} url={getFilterUrl?.("lead_sold")} />
        </dd>
        <dd className={styles.facts}>
          <Change current={sales.current} compared={sales.compared} />{" "}
          {formatPrice(salesAmount.current, "fr")} au total
          {salesAmount.compared !== null && `, ${formatPrice(salesAmount.compared, "fr")} avant`}.
        </dd>
      </div>
    </dl>
  );
}

/** A link to the visits that the figure counts; at zero there are none. */
function Value({ count, url }: { count: number; url: string | undefined }) {
  const text = formatNumber(count);
  if (!url || count === 0) return text;
  return (
    <Link href={url} prefetch={false} aria-label={`${text}, ne voir que ces visites`}>
      {text}
    </Link>
  );
}

/** "+12 % (avant : 340)." The words tell the direction, not the colour alone. */
function Change({ current, compared }: { current: number; compared: number | null }) {
  if (compared === null) return null;
  const difference = current - compared;
  const before = `avant : ${formatNumber(compared)}`;
  if (difference === 0) return <span>Stable ({before}).</span>;
  const sign = difference > 0 ? "+" : "−";
  const size =
    compared === 0
      ? formatNumber(Math.abs(difference))
      : formatPercent(Math.abs(difference), compared);
  return (
    <span data-direction={difference > 0 ? "up" : "down"} className={styles.change}>
      {sign}
      {size} ({before}).
    </span>
  );
}
