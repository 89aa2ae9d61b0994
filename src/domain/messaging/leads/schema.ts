import { z } from "zod";
import { OptionalPrice } from "@/domain/catalogue/amount-schema";
import { optionalText, plain } from "@/lib/input/text-schema";
import { paging } from "@/lib/lists/paging-schema";
import { PERIODS } from "../periods";
import { LEAD_KINDS, LEAD_NOTE_MAX_LENGTH, LEAD_STATUSES } from "./limits";

const Status = z.enum(LEAD_STATUSES);
const Kind = z.enum(LEAD_KINDS);
const Id = z.string().regex(/^[\w-]{1,40}$/);
const Version = z.int().min(1).max(2_147_483_647);

export const LeadParams = z.object({ id: Id });

export const LeadFilters = z.object({
  /** Default: new leads, or all where `q` is given. */
  status: z.enum([...LEAD_STATUSES, "all"]).optional(),
  /** A reference in any notation, a message with one, or words of the product, the note or the customer. */
  q: plain(2_000).optional(),
  kind: Kind.optional(),
  product: Id.optional(),
  /** Made within this number of days. */
  period: z.enum(PERIODS).optional(),
  /** Made more than a day ago. */
  late: z.literal("1").optional(),
});
export type LeadFilters = z.infer<typeof LeadFilters>;

export const LeadQuery = z.object({
  ...LeadFilters.shape,
  ...paging(),
  format: z.enum(["csv"]).optional(),
});
export type LeadQuery = z.infer<typeof LeadQuery>;

export const LeadCounts = z.record(Status, z.int());
export type LeadCounts = z.infer<typeof LeadCounts>;

export const Lead = z.strictObject({
  id: z.string(),
  kind: Kind,
  /** "W-7K3F", or "EO-1001" of a message. */
  reference: z.string(),
  version: z.int(),
  status: Status,
  statusAt: z.iso.datetime(),
  /** MAD; null unless the lead is sold. */
  amount: z.string().nullable(),
  note: z.string().nullable(),
  product: z
    .strictObject({ id: z.string(), name: z.string(), sku: z.string().nullable() })
    .nullable(),
  /** The chosen variations, the category or the searched words. */
  selection: z.string().nullable(),
  page: z.string().nullable(),
  locale: z.enum(["FR", "AR"]),
  source: z.string().nullable(),
  medium: z.string().nullable(),
  campaign: z.string().nullable(),
  device: z.string().nullable(),
  /** The message that this lead follows. */
  message: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
});
export type Lead = z.infer<typeof Lead>;

/** `version` is the version that the page shows. */
export const LeadPatch = z
  .strictObject({
    version: Version.optional(),
    status: Status.optional(),
    amount: OptionalPrice.optional(),
    note: optionalText(LEAD_NOTE_MAX_LENGTH).optional(),
  })
  .refine(({ version: _, ...changes }) => Object.keys(changes).length > 0, {
    path: ["_"],
    message: "Indiquez ce qui change.",
  });
export type LeadPatch = z.infer<typeof LeadPatch>;
