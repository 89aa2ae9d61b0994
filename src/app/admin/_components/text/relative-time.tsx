import { formatDateTime, formatRelative } from "@/lib/format/format";

/** "il y a 5 minutes", with the exact time on hover. Server and browser may differ by a minute, hence no hydration warning. */
export function RelativeTime({ value }: { value: string }) {
  return (
    <time dateTime={value} title={formatDateTime(value)} suppressHydrationWarning>
      {formatRelative(value)}
    </time>
  );
}
