import "server-only";
import { formatDateTime } from "@/lib/format/format";
import { LANGUAGE_LABELS } from "@/lib/i18n/language-labels";
import { lookup } from "@/lib/lookup";
import { writeCsv } from "@/lib/spreadsheet/write-csv";
import { DEVICE_LABELS, LEAD_KIND_LABELS, LEAD_PAGE_LABELS, LEAD_STATUS_LABELS } from "./labels";
import { streamLeads } from "./queries";
import type { Lead, LeadFilters } from "./schema";

const HEADER = [
  "Référence",
  "Type",
  "Reçue le",
  "Statut",
  "Depuis le",
  "Montant (MAD)",
  "Produit",
  "Référence du produit",
  "Précision",
  "Page",
  "Langue",
  "Source",
  "Support",
  "Campagne",
  "Appareil",
  "Client",
  "Note",
];

/** Streams a CSV file in the format of French spreadsheets. */
export function exportLeads(filters: LeadFilters): ReadableStream<Uint8Array> {
  return writeCsv({ header: HEADER, parts: listParts(filters) });
}

async function* listParts(filters: LeadFilters) {
  for await (const leads of streamLeads(filters)) yield leads.map(toCells);
}

function toCells(lead: Lead): string[] {
  const { kind, reference, status, createdAt, statusAt, amount, product, message, locale } = lead;
  const optional = [
    amount?.replace(".", ","),
    product?.name,
    product?.sku,
    lead.selection,
    lookup(LEAD_PAGE_LABELS, lead.page ?? ""),
    LANGUAGE_LABELS[locale],
    lead.source,
    lead.medium,
    lead.campaign,
    lookup(DEVICE_LABELS, lead.device ?? ""),
    message?.name,
    lead.note,
  ];
  return [
    reference,
    LEAD_KIND_LABELS[kind],
    formatDateTime(createdAt),
    LEAD_STATUS_LABELS[status].label,
    formatDateTime(statusAt),
    ...optional.map((cell) => cell ?? ""),
  ];
}
