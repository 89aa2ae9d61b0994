import "server-only";
import Papa from "papaparse";
import { formatDateTime } from "@/lib/format/format";
import { lookup } from "@/lib/lookup";
import { LANGUAGE_LABELS, SOURCE_LABELS, STATUS_LABELS } from "./labels";
import { readSubscribers } from "./queries";
import type { Subscriber, SubscriberFilters } from "./schema";

const HEAD = ["E-mail", "Statut", "Langue", "Source", "Inscrit le", "Confirmé le", "Arrêté le"];

/** A file that a French spreadsheet opens as it is, and in which no cell is a formula. */
export function exportSubscribers(filters: SubscriberFilters): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const parts = readSubscribers(filters);
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(`\uFEFF${csvOf([HEAD])}`)),
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(csvOf(value.map(cellsOf))));
    },
    cancel: async () => void (await parts.return(undefined)),
  });
}

function cellsOf(subscriber: Subscriber): string[] {
  const { email, status, locale, source, subscribedAt, confirmedAt, unsubscribedAt } = subscriber;
  const dateOf = (at: string | null) => (at ? formatDateTime(at) : "");
  return [
    email,
    STATUS_LABELS[status].label,
    LANGUAGE_LABELS[locale],
    lookup(SOURCE_LABELS, source ?? "") ?? source ?? "",
    ...[subscribedAt, confirmedAt, unsubscribedAt].map(dateOf),
  ];
}

function csvOf(rows: string[][]): string {
  const options = { delimiter: ";", newline: "\r\n", escapeFormulae: true };
  return `${Papa.unparse(rows, options)}\r\n`;
}
