import { formatDateTime, formatRelative } from "@/lib/format/format";

/** "il y a 5 minutes"; the exact time on hover. Server and browser may stand a minute apart: not worth drawing anew. */
export function RelativeTime({ value }: { value: string }) {
  return (
    <time dateTime={value} title={formatDateTime(value)} suppressHydrationWarning>
      {formatRelative(value)}
    </time>
  );
}
