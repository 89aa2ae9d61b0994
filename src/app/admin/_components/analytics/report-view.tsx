import type { FilterProperty } from "@/domain/analytics/report/filter-schema";
import type { AnalyticsReport } from "@/domain/analytics/report/schema";
import styles from "./analytics.module.css";
import { FigureTiles } from "./figure-tiles";
import { SeriesSection } from "./series-section";
import { TopCard } from "./top-card";

interface Props {
  report: AnalyticsReport;
  /** The addresses behind values and files; a shared report has none. */
  links?: {
    getFilterUrl: (property: FilterProperty, value: string) => string;
    getExportUrl: (card: string) => string;
  };
}

/** All cards of a report. */
export function ReportView({ report: { figures, series, top, period }, links }: Props) {
  const hasComparison = period.compared !== null;
  return (
    <>
      <FigureTiles
        figures={figures}
        getFilterUrl={links && ((event) => links.getFilterUrl("event", event))}
      />
      {series.points.length > 1 && (
        <SeriesSection series={series} exportUrl={links?.getExportUrl("series")} />
      )}
      <div className={styles.cards}>
        {top.map((list) => (
          <TopCard
            key={list.card}
            list={list}
            hasComparison={hasComparison}
            getFilterUrl={links?.getFilterUrl}
            exportUrl={links?.getExportUrl(list.card)}
          />
        ))}
      </div>
    </>
  );
}
