import "server-only";
import Papa from "papaparse";
import { formatDateTime } from "@/lib/format/format";
import { LANGUAGE_LABELS } from "@/lib/i18n/language-labels";
import { lookup } from "@/lib/lookup";
import { SOURCE_LABELS, STATUS_LABELS } from "./labels";
import { streamSubscribers } from "./queries";
import type { Subscriber, SubscriberFilters } from "./schema";

const HEADER = ["E-mail", "Statut", "Langue", "Source", "Inscrit le", "Confirmé le", "Arrêté le"];

/** Streams a CSV file in the format of French spreadsheets (semicolons, BOM), with formulas escaped. */
export function exportSubscribers(filters: SubscriberFilters): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const parts = streamSubscribers(filters);
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(`\uFEFF${toCsv([HEADER])}`)),
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(toCsv(value.map(toCells))));
    },
    cancel: async () => void (await parts.return(undefined)),
  });
}

function toCells(subscriber: Subscriber): string[] {
  const { email, status, locale, source, subscribedAt, confirmedAt, unsubscribedAt } = subscriber;
  const formatOptionalDate = (at: string | null) => (at ? formatDateTime(at) : "");
  return [
    email,
    STATUS_LABELS[status].label,
    LANGUAGE_LABELS[locale],
    lookup(SOURCE_LABELS, source ?? "") ?? source ?? "",
    ...[subscribedAt, confirmedAt, unsubscribedAt].map(formatOptionalDate),
  ];
}

function toCsv(rows: string[][]): string {
  const options = { delimiter: ";", newline: "\r\n", escapeFormulae: true };
  return `${Papa.unparse(rows, options)}\r\n`;
}
