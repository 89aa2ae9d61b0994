import "server-only";

const CONTENT_TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

export type TableFormat = keyof typeof CONTENT_TYPES;

/** Streams a table as a file to save, such as "liste-2026-11-30.csv". `name` is plain ASCII. */
export function downloadResponse(
  body: ReadableStream<Uint8Array>,
  { name, format }: { name: string; format: TableFormat },
): Response {
  const day = new Date().toISOString().slice(0, 10);
  return new Response(body, {
    headers: {
      "content-type": CONTENT_TYPES[format],
      "content-disposition": `attachment; filename="${name}-${day}.${format}"`,
      "cache-control": "private, no-store",
    },
  });
}
