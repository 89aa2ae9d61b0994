import "server-only";
import { formatDateTime } from "@/lib/format/format";
import { LANGUAGE_LABELS } from "@/lib/i18n/language-labels";
import { lookup } from "@/lib/lookup";
import { writeCsv } from "@/lib/spreadsheet/write-csv";
import { SOURCE_LABELS, STATUS_LABELS } from "./labels";
import { streamSubscribers } from "./queries";
import type { Subscriber, SubscriberFilters } from "./schema";

const HEADER = ["E-mail", "Statut", "Langue", "Source", "Inscrit le", "Confirmé le", "Arrêté le"];

/** Streams a CSV file in the format of French spreadsheets. */
export function exportSubscribers(filters: SubscriberFilters): ReadableStream<Uint8Array> {
  return writeCsv({ header: HEADER, parts: listParts(filters) });
}

async function* listParts(filters: SubscriberFilters) {
  for await (const subscribers of streamSubscribers(filters)) yield subscribers.map(toCells);
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
