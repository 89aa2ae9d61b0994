import Link from "next/link";
import { buildAnalyticsUrl } from "@/app/admin/_components/analytics/analytics-urls";
import choices from "@/app/admin/_components/choices.module.css";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { AnalyticsQuery } from "@/domain/analytics/report/schema";

interface Named {
  id: string;
  name: string;
}

interface Props {
  path: string;
  query: AnalyticsQuery;
  segments: readonly Named[];
}

/** Links that filter everything by a saved segment. */
export function SegmentPicker({ path, query, segments }: Props) {
  if (segments.length === 0) return null;
  return (
    <nav aria-label="Segment" className={choices.choices}>
      {segments.map(({ id, name }) => (
        <Link
          key={id}
          href={buildAnalyticsUrl(query, { segment: id }, path)}
          prefetch={false}
          scroll={false}
          aria-current={id === query.segment ? "true" : undefined}
        >
          <UserText text={name} />
        </Link>
      ))}
    </nav>
  );
}

/** The name of the chosen segment for its chip; null without one. */
export function findSegmentName(segments: readonly Named[], id: string | undefined): string | null {
  if (id === undefined) return null;
  return segments.find((segment) => segment.id === id)?.name ?? "Segment supprimé";
}
