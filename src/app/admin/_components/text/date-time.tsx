import { formatDateTime } from "@/lib/format/format";

/** Suppresses the hydration warning: server and browser may have different time zone data for Morocco. */
export function DateTime({ value }: { value: string }) {
  return (
    <time dateTime={value} suppressHydrationWarning>
      {formatDateTime(value)}
    </time>
  );
}
