import admin from "@/app/admin/_components/admin.module.css";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { FunnelDefinition, FunnelResult } from "@/domain/analytics/funnels/schema";
import { formatValue } from "@/domain/analytics/report/labels";
import { formatNumber, formatPercent, plural } from "@/lib/format/format";
import { Bar } from "../charts/bar";
import styles from "./funnel-steps.module.css";

const COUNTED: Record<FunnelDefinition["scope"], { one: string; other: string }> = {
  session: { one: "visite", other: "visites" },
  visitor: { one: "visiteur", other: "visiteurs" },
};

interface Props {
  result: FunnelResult;
  scope: FunnelDefinition["scope"];
}

/** How far visits came in a funnel, and where those went who left it. */
export function FunnelSteps({ result: { steps }, scope }: Props) {
  const first = steps[0]?.count ?? 0;
  if (first === 0) {
    return (
      <p className={admin.hint}>
        Rien n'a commencé cet entonnoir dans la période. Choisissez une période plus longue, ou
        vérifiez la première étape.
      </p>
    );
  }
  return (
    <ol className={styles.steps} data-plain>
      {steps.map(toNumbered).map(({ number, step }) => (
        <li key={number}>
          <p className={styles.head}>
            <strong>
              {number}. <UserText text={step.name} />
            </strong>
            <span>
              {formatNumber(step.count)} {plural(step.count, "fr", COUNTED[scope])}
              {number > 1 && ` (${formatPercent(step.count, first)} du début)`}
            </span>
          </p>
          <div className={styles.track}>
            <Bar share={step.count / first} />
          </div>
          {step.drop !== null && (
            <p className={styles.facts}>
              {step.drop === 0
                ? "Personne n'a quitté avant cette étape."
                : `${formatNumber(step.drop)} ${plural(step.drop, "fr", { one: "a quitté", other: "ont quitté" })} avant cette étape${step.dropPercent === null ? "" : ` (${formatNumber(step.dropPercent)} %)`}.`}
              {step.medianSeconds !== null &&
                ` Temps médian depuis l'étape précédente : ${formatDuration(step.medianSeconds)}.`}
            </p>
          )}
          {step.exits.length > 0 && (
            <details>
              <summary className={styles.summary}>Où vont ceux qui s'arrêtent ici</summary>
              <ul className={styles.exits}>
                {step.exits.map(({ page, count }) => (
                  <li key={page ?? ""}>
                    {page === null ? "Nulle part : fin de la visite" : formatValue("page", page)} :{" "}
                    {formatNumber(count)}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

const toNumbered = (step: FunnelResult["steps"][number], i: number) => ({ number: i + 1, step });

const DAY_SECONDS = 86_400;

/** "45 s", "12 min", "5 h", "3 jours". */
function formatDuration(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  if (seconds < 3_600) return `${Math.round(seconds / 60)} min`;
  if (seconds < 2 * DAY_SECONDS) return `${Math.round(seconds / 3_600)} h`;
  return `${Math.round(seconds / DAY_SECONDS)} jours`;
}
