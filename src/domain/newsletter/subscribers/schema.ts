import { z } from "zod";
import { LOCALES } from "@/lib/i18n/locale";
import { day } from "@/lib/input/date-schema";
import { emailKey, toAsciiDomain } from "@/lib/input/email";
import { line, plain, wholeNumber } from "@/lib/input/text-schema";
import { MAX_SOURCE_LENGTH } from "../rules";

export const SUBSCRIBER_STATUSES = [
  "CONFIRMED",
  "PENDING",
  "UNSUBSCRIBED",
  "BOUNCED",
  "COMPLAINED",
] as const;
export type SubscriberStatus = (typeof SUBSCRIBER_STATUSES)[number];

/** Where a subscription came from: what lists and campaigns choose by. */
const SUBSCRIBER_SOURCES = ["footer", "home", "product", "page", "preferences", "import"] as const;

/** As they stand in the address. Days are the shop's, both included. */
export const SubscriberFilters = z.object({
  /** Three letters at least: shorter ones no index knows. */
  q: plain(254)
    .toLowerCase()
    .overwrite(toAsciiDomain)
    .min(3, "Cherchez avec au moins 3 lettres.")
    .optional(),
  status: z.enum(SUBSCRIBER_STATUSES).optional(),
  locale: z.enum(["FR", "AR"]).optional(),
  source: z.enum(SUBSCRIBER_SOURCES).optional(),
  from: day().optional(),
  to: day().optional(),
});
export type SubscriberFilters = z.infer<typeof SubscriberFilters>;

export const SubscriberQuery = z.object({
  ...SubscriberFilters.shape,
  page: wholeNumber(1, 10_000).default(1),
  pageSize: wholeNumber(1, 100).default(30),
  format: z.enum(["json", "csv"]).default("json"),
});
export type SubscriberQuery = z.infer<typeof SubscriberQuery>;

export const Subscriber = z.strictObject({
  id: z.string(),
  email: z.string(),
  status: z.enum(SUBSCRIBER_STATUSES),
  locale: z.enum(["FR", "AR"]),
  source: z.string().nullable(),
  subscribedAt: z.iso.datetime(),
  confirmedAt: z.iso.datetime().nullable(),
  unsubscribedAt: z.iso.datetime().nullable(),
});
export type Subscriber = z.infer<typeof Subscriber>;

export const SubscriberId = z.object({ id: z.string().regex(/^[\w-]{1,40}$/) });

export const SubscriberDeletion = z.strictObject({
  /** The address, typed again. */
  email: emailKey("Retapez l'adresse telle qu'elle s'affiche."),
  /** Whether the address may never be imported again. */
  suppress: z.boolean(),
});
export type SubscriberDeletion = z.infer<typeof SubscriberDeletion>;

export const MAX_IMPORT_LINES = 10_000;

export const SubscriberImport = z.strictObject({
  csv: z
    .string()
    .min(1, "Collez une liste ou choisissez un fichier.")
    .max(1_500_000, "Ce fichier est trop grand : importez-le en plusieurs fois."),
  /** For lines that say nothing of it. */
  locale: z.enum(LOCALES).default("fr"),
  /** Says what would happen, and does nothing. */
  preview: z.boolean().default(false),
  /** The proof of consent. Needed where it is no preview. */
  source: line(MAX_SOURCE_LENGTH).optional(),
  consentedOn: day("Indiquez le jour de leur accord.").optional(),
  statement: z.boolean().default(false),
});
export type SubscriberImport = z.infer<typeof SubscriberImport>;

export const IMPORT_VERDICTS = ["NEW", "KNOWN", "SUPPRESSED", "REPEATED", "INVALID"] as const;
export type ImportVerdict = (typeof IMPORT_VERDICTS)[number];

export const ImportReport = z.strictObject({
  isPreview: z.boolean(),
  counts: z.record(z.enum(IMPORT_VERDICTS), z.int()),
  /** The first lines that are not taken, with their number in the file. */
  left: z.array(
    z.strictObject({ line: z.int(), text: z.string(), verdict: z.enum(IMPORT_VERDICTS) }),
  ),
});
export type ImportReport = z.infer<typeof ImportReport>;

export const ExpiredSubscribers = z.strictObject({
  /** Rows of people whose mails stopped 30 days ago. */
  ended: z.int(),
  /** Requests that nobody confirmed in a week. */
  pending: z.int(),
});
export type ExpiredSubscribers = z.infer<typeof ExpiredSubscribers>;
