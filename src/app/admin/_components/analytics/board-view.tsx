import admin from "@/app/admin/_components/admin.module.css";
import { UserText } from "@/app/admin/_components/text/user-text";
import { getReportResult } from "@/domain/analytics/custom/queries";
import { findFunnel, findReport, findSegmentFilter } from "@/domain/analytics/definitions/queries";
import type { BoardCard, BoardDefinition } from "@/domain/analytics/definitions/schema";
import { getFunnelResult } from "@/domain/analytics/funnels/queries";
import { getAnalytics } from "@/domain/analytics/report/queries";
import type { AnalyticsReport } from "@/domain/analytics/report/schema";
import styles from "./analytics.module.css";
import { CustomReport } from "./custom-report";
import { FigureTiles } from "./figure-tiles";
import { formatSpans } from "./format-span";
import { FunnelSteps } from "./funnel-steps";
import { SeriesSection } from "./series-section";
import { TopCard } from "./top-card";

/** The cards of a board, all over the period of the board. */
export async function BoardView({ definition }: { definition: BoardDefinition }) {
  const { period, compare, cards } = definition;
  const report = await getAnalytics({ period: { period, compare }, filters: [] });
  const { span, compared } = report.period;
  return (
    <>
      <p className={admin.hint}>{formatSpans({ span, compared })}</p>
      <div className={styles.cards}>
        {cards.map((card) => (
          <Card key={JSON.stringify(card)} card={card} report={report} definition={definition} />
        ))}
      </div>
    </>
  );
}

interface CardProps {
  card: BoardCard;
  report: AnalyticsReport;
  definition: BoardDefinition;
}

async function Card({ card, report, definition: { period } }: CardProps) {
  const query = { period, compare: "none" } as const;
  switch (card.card) {
    case "figures":
      return <FigureTiles figures={report.figures} />;
    case "series":
      return <SeriesSection series={report.series} />;
    case "top": {
      const list = report.top.find(({ card: name }) => name === card.top);
      return list && <TopCard list={list} hasComparison={report.period.compared !== null} />;
    }
    case "note":
      return (
        <section className={`${admin.card} ${styles.note}`}>
          <UserText text={card.text} />
        </section>
      );
    case "funnel": {
      const funnel = await findFunnel(card.id);
      if (!funnel) return null;
      const result = await getFunnelResult(funnel.definition, { period: query, filters: [] });
      return (
        <section className={admin.card}>
          <h2>
            <UserText text={funnel.name} />
          </h2>
          <FunnelSteps result={result} scope={funnel.definition.scope} />
        </section>
      );
    }
    case "report": {
      const found = await findReport(card.id);
      if (!found) return null;
      const segment = await findSegmentFilter(found.definition.segment);
      const result = await getReportResult(found.definition, { period: query, segment });
      return (
        <section className={admin.card}>
          <h2>
            <UserText text={found.name} />
          </h2>
          <CustomReport definition={found.definition} result={result} />
        </section>
      );
    }
  }
}
