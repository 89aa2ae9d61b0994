import { z } from "zod";
import { LOCALES } from "@/lib/i18n/locale";
import { day } from "@/lib/input/date-schema";
import { emailKey, toAsciiDomain } from "@/lib/input/email";
import { line, plain } from "@/lib/input/text-schema";
import { paging } from "@/lib/lists/paging-schema";
import { MAX_SOURCE_LENGTH } from "../rules";

export const SUBSCRIBER_STATUSES = [
  "CONFIRMED",
  "PENDING",
  "UNSUBSCRIBED",
  "BOUNCED",
  "COMPLAINED",
] as const;
export type SubscriberStatus = (typeof SUBSCRIBER_STATUSES)[number];

/** Where people subscribed; lists and campaigns filter by it. */
const SUBSCRIBER_SOURCES = ["footer", "home", "product", "page", "preferences", "import"] as const;

/** Query parameters of the list. `from` and `to` are days in the shop's time zone, both inclusive. */
export const SubscriberFilters = z.object({
  /** At least 3 characters: the trigram index does not support shorter patterns. */
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
  ...paging(30),
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
  /** The address, typed again as a confirmation. */
  email: emailKey("Retapez l'adresse telle qu'elle s'affiche."),
  /** True keeps the address on the suppression list, so that no import adds it again. */
  suppress: z.boolean(),
});
export type SubscriberDeletion = z.infer<typeof SubscriberDeletion>;

export const MAX_IMPORT_LINES = 10_000;

export const SubscriberImport = z.strictObject({
  csv: z
    .string()
    .min(1, "Collez une liste ou choisissez un fichier.")
    .max(1_500_000, "Ce fichier est trop grand : importez-le en plusieurs fois."),
  /** Default for lines without a language. */
  locale: z.enum(LOCALES).default("fr"),
  /** Returns the report without importing. */
  preview: z.boolean().default(false),
  /** Proof of consent; required unless `preview` is true. */
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
  /** The first lines that are not imported, with their line number in the file. */
  left: z.array(
    z.strictObject({ line: z.int(), text: z.string(), verdict: z.enum(IMPORT_VERDICTS) }),
  ),
});
export type ImportReport = z.infer<typeof ImportReport>;

export const ExpiredSubscribers = z.strictObject({
  /** Subscriptions that ended more than 30 days ago. */
  ended: z.int(),
  /** Requests that were not confirmed within a week. */
  pending: z.int(),
  /** Links between a subscriber and their visits. */
  visitorLinks: z.int(),
});
export type ExpiredSubscribers = z.infer<typeof ExpiredSubscribers>;
