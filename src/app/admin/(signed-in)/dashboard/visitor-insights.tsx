import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import { UserText } from "@/app/admin/_components/text/user-text";
import { getAnalytics } from "@/domain/analytics/report/queries";
import type { AnalyticsReport } from "@/domain/analytics/report/schema";
import {
  listIncompleteProducts,
  type SeenGap,
  type SeenProduct,
} from "@/domain/analytics/report/seen-products-queries";
import { listUnansweredSearches } from "@/domain/search/report/queries";
import type { UnansweredSearch } from "@/domain/search/report/schema";
import { formatNumber, plural } from "@/lib/format/format";
import styles from "./dashboard.module.css";

const WEEK = { period: "7", compare: "previous" } as const;
const MONTH = { period: "30", compare: "none" } as const;
const MAX_LISTED = 3;

const GAPS: Record<SeenGap, string> = {
  price: "sans prix",
  image: "sans photo",
  description: "description trop courte",
};

/** What visitors did this week, and what to do about it. Shows nothing in a shop without visits. */
export async function VisitorInsights() {
  const [{ figures }, products, searches] = await Promise.all([
    getAnalytics({ period: WEEK, filters: [] }),
    listIncompleteProducts({
      period: MONTH,
      gaps: ["price", "image", "description"],
      limit: MAX_LISTED,
    }),
    listUnansweredSearches({ days: 30 }),
  ]);
  const missed = searches.slice(0, MAX_LISTED);
  const { visits, whatsapp } = figures;
  const tiles = [
    <WeekTile
      key="visits"
      figure={visits}
      words={{ one: "visite en 7 jours", other: "visites en 7 jours" }}
      href="/admin/analytics?period=7"
    />,
    <WeekTile
      key="whatsapp"
      figure={whatsapp}
      words={{ one: "demande WhatsApp en 7 jours", other: "demandes WhatsApp en 7 jours" }}
      href="/admin/analytics?period=7&event=whatsapp_click"
    />,
    products.length > 0 && <SeenProducts key="products" products={products} />,
    missed.length > 0 && <MissedSearches key="searches" searches={missed} />,
  ].filter(Boolean);
  if (visits.current + whatsapp.current + products.length + missed.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="visiteurs">
      <h2 id="visiteurs">Vos visiteurs</h2>
      <ul className={styles.insights} data-plain>
        {tiles}
      </ul>
    </section>
  );
}

interface WeekProps {
  figure: AnalyticsReport["figures"]["visits"];
  words: { one: string; other: string };
  href: string;
}

function WeekTile({ figure: { current, compared }, words, href }: WeekProps) {
  if (current === 0) return null;
  return (
    <li className={styles.card}>
      <Link href={href} prefetch={false}>
        <strong className={styles.count}>{formatNumber(current)}</strong>{" "}
        <span>
          {plural(current, "fr", words)}, {formatNumber(compared ?? 0)} les 7 jours d'avant
        </span>
      </Link>
    </li>
  );
}

function SeenProducts({ products }: { products: readonly SeenProduct[] }) {
  return (
    <li className={styles.card}>
      <div>
        <h3>À compléter : des visiteurs les regardent</h3>
        <ul className={styles.lines} data-plain>
          {products.map(({ id, name, visitors, missing }) => (
            <li key={id}>
              <Link href={`/admin/products/${id}/edit`} prefetch={false}>
                <UserText text={name} />
              </Link>{" "}
              <span className={admin.hint}>
                {missing.map((gap) => GAPS[gap]).join(", ")} · {formatNumber(visitors)}{" "}
                {plural(visitors, "fr", { one: "visiteur", other: "visiteurs" })}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}

function MissedSearches({ searches }: { searches: readonly UnansweredSearch[] }) {
  return (
    <li className={styles.card}>
      <div>
        <h3>
          <Link href="/admin/search" prefetch={false}>
            Cherché sans résultat
          </Link>
        </h3>
        <ul className={styles.lines} data-plain>
          {searches.map(({ text, searches: count }) => (
            <li key={text}>
              <UserText text={text} />{" "}
              <span className={admin.hint}>{formatNumber(count)} fois</span>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
