import admin from "@/app/admin/_components/admin.module.css";
import stacked from "@/app/admin/_components/lists/stacked.module.css";
import { TableHead } from "@/app/admin/_components/lists/table-head";
import { ScrollRegion } from "@/app/admin/_components/scroll-region";
import { GOAL_LABELS } from "@/domain/analytics/experiments/fields";
import type { ExperimentResult, Goal } from "@/domain/analytics/experiments/schema";
import { nameVariant } from "@/domain/analytics/experiments/summary";
import { formatNumber, plural } from "@/lib/format/format";
import { formatInterval, formatPoints, formatRate } from "./format-result";
import { IntervalBar } from "./interval-bar";
import styles from "./result-view.module.css";

const DIFFERENCE = "Différence, avec son intervalle à 95 %";

/** The figures of each variant, and what they say once the horizon is reached. */
export function ResultView({ result, goal }: { result: ExperimentResult; goal: Goal }) {
  const variants = result.variants.map((variant, i) => ({ ...variant, version: nameVariant(i) }));
  const widest = Math.max(
    ...variants.flatMap(({ difference }) =>
      difference ? [Math.abs(difference.interval.low), Math.abs(difference.interval.high)] : [],
    ),
    0.01,
  );
  return (
    <>
      {result.isSkewed && (
        <p className={admin.alert}>
          Les visiteurs ne se répartissent pas également entre les versions, et ce n'est pas un
          hasard : ne vous fiez pas à ce résultat.
        </p>
      )}
      <Verdict result={result} />
      <ScrollRegion label="Résultat par version">
        <table className={`${admin.table} ${stacked.stacked}`}>
          <TableHead titles={["Version", "Visiteurs", GOAL_LABELS[goal], "Taux", DIFFERENCE]} />
          <tbody>
            {variants.map(({ version, people, converted, rate, difference }) => (
              <tr key={version}>
                <th scope="row">{version}</th>
                <td data-label="Visiteurs">{formatNumber(people)}</td>
                <td data-label={GOAL_LABELS[goal]}>{formatNumber(converted)}</td>
                <td data-label="Taux">{rate === null ? "Aucun visiteur" : formatRate(rate)}</td>
                <td
                  className={styles.difference}
                  data-label={difference ? "Différence" : undefined}
                >
                  {difference && (
                    <>
                      {formatPoints(difference.value)}, {formatInterval(difference.interval)}
                      <IntervalBar {...difference.interval} widest={widest} />
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {variants.length > 2 && (
        <p className={admin.hint}>
          Plus il y a de versions, plus l'une d'elles peut paraître meilleure par hasard. Les
          intervalles sont donc élargis : dans 95 % des essais, ils sont tous justes à la fois.
        </p>
      )}
    </>
  );
}

function Verdict({
  result: { variants, horizon, isConclusive, verdicts },
}: {
  result: ExperimentResult;
}) {
  if (!isConclusive) {
    const fewest = Math.min(...variants.map(({ people }) => people));
    return (
      <p className={admin.alert} data-tone="info">
        <strong>Pas encore concluant.</strong> Il faut {formatNumber(horizon)} visiteurs par version
        ; la version la moins vue en a {formatNumber(fewest)}.{" "}
        {plural(horizon - fewest, "fr", { one: "Il manque", other: "Il en manque" })}{" "}
        {formatNumber(horizon - fewest)}.
      </p>
    );
  }
  return (
    <ul className={admin.stack} data-plain>
      {verdicts.map(toNamed).map(
        ({ version, verdict }, i) =>
          i > 0 && (
            <li key={version} className={admin.alert} data-tone={TONES[verdict]}>
              <strong>{version}</strong> {SENTENCES[verdict]}
            </li>
          ),
      )}
    </ul>
  );
}

const toNamed = (verdict: ExperimentResult["verdicts"][number], i: number) => ({
  version: nameVariant(i),
  verdict,
});

const TONES = { better: "good", worse: "warn", equal: "info", undecided: "info" } as const;

const SENTENCES = {
  better: "fait mieux que la version actuelle.",
  worse: "fait moins bien que la version actuelle.",
  equal: "ne fait ni mieux ni moins bien : la différence peut être un hasard.",
  undecided: "ne peut pas être comparée.",
};
