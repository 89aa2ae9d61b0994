import admin from "@/app/admin/_components/admin.module.css";
import { TableHead } from "@/app/admin/_components/lists/table-head";
import { UserText } from "@/app/admin/_components/text/user-text";
import { DIMENSION_LABELS, MEASURE_LABELS } from "@/domain/analytics/custom/labels";
import {
  isTimeDimension,
  type ReportDefinition,
  type ReportResult,
} from "@/domain/analytics/custom/schema";
import { formatValue } from "@/domain/analytics/report/labels";
import { formatDay, formatNumber } from "@/lib/format/format";
import { Bar } from "../charts/bar";
import { LazyChart } from "../charts/lazy-chart";
import styles from "./analytics.module.css";
import { CutOffNotice } from "./cut-off-notice";

const MAX_SHOWN = 50;

interface Props {
  definition: ReportDefinition;
  result: ReportResult;
}

/** A report as a chart over time or as bars, with its table. */
export function CustomReport({ definition, result: { rows, isCutOff } }: Props) {
  const { dimension, measure } = definition;
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const isTime = isTimeDimension(dimension);
  const named = rows.map(({ value, label, count }) => ({
    value,
    count,
    name: isTimeDimension(dimension) ? formatDay(value) : formatValue(dimension, value, label),
  }));
  if (rows.length === 0) {
    return <p className={admin.hint}>Rien n'a été compté dans cette période.</p>;
  }
  return (
    <>
      {isCutOff && <CutOffNotice />}
      {isTime && (
        <LazyChart
          name={MEASURE_LABELS[measure]}
          points={named.map(({ name, count }) => ({ label: name, current: count, compared: null }))}
        />
      )}
      <table className={styles.top}>
        <TableHead titles={[DIMENSION_LABELS[dimension], MEASURE_LABELS[measure]]} />
        <tbody>
          {named.slice(0, MAX_SHOWN).map(({ value, name, count }) => (
            <tr key={value}>
              <th scope="row">
                {!isTime && <Bar share={count / most} />}
                <UserText text={name} />
              </th>
              <td>{formatNumber(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
