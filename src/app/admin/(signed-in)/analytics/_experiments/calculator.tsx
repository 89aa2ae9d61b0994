import admin from "@/app/admin/_components/admin.module.css";
import { getSampleSize, type Quantiles } from "@/domain/analytics/experiments/sample-size";
import { MAX_RUN_DAYS } from "@/domain/analytics/experiments/schema";
import { formatNumber, plural } from "@/lib/format/format";

interface Props {
  /** In percent; null while the field holds no number. */
  baseline: number | null;
  effect: number | null;
  versions: number;
  peoplePerDay: number;
  quantiles: Quantiles | undefined;
}

/** Says how many visitors an experiment needs, and how long it takes with today's visitors. */
export function Calculator({ baseline, effect, versions, peoplePerDay, quantiles }: Props) {
  const isPossible =
    baseline !== null && effect !== null && baseline > 0 && effect > 0 && baseline + effect < 100;
  if (!isPossible || !quantiles) return null;
  const people = getSampleSize(baseline / 100, effect / 100, quantiles);
  const days = peoplePerDay > 0 ? Math.ceil((people * versions) / peoplePerDay) : null;
  const isTooLong = days === null || days > MAX_RUN_DAYS;
  return (
    <p role="status" className={admin.alert} data-tone={isTooLong ? "warn" : "info"}>
      Il faut {formatNumber(people)} visiteurs par version, donc {formatNumber(people * versions)}{" "}
      en tout. {describe(days, peoplePerDay)}
    </p>
  );
}

function describe(days: number | null, peoplePerDay: number): string {
  if (days === null) {
    return "Ces quatre dernières semaines, aucun visiteur qui a accepté les cookies n'a vu cet emplacement.";
  }
  const perDay = Math.round(peoplePerDay * 10) / 10;
  const visitors = `${formatNumber(perDay)} ${plural(perDay, "fr", { one: "visiteur", other: "visiteurs" })}`;
  const time = `Avec ${visitors} par jour qui ont accepté les cookies, cela prend environ ${formatNumber(days)} ${plural(days, "fr", { one: "jour", other: "jours" })}.`;
  return days > MAX_RUN_DAYS
    ? `${time} Un essai dure ${MAX_RUN_DAYS} jours au plus : cherchez une différence plus grande.`
    : time;
}
