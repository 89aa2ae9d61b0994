import { formatDateTime } from "@/lib/format/format";

/** A browser may know of a change of Morocco's clock that the server does not: neither is worth drawing the page anew. */
export function DateTime({ value }: { value: string }) {
  return (
    <time dateTime={value} suppressHydrationWarning>
      {formatDateTime(value)}
    </time>
  );
}
