import { z } from "zod";
import { day, moment } from "@/lib/input/date-schema";
import { emailKey } from "@/lib/input/email";
import { isStorable, line, optionalLine, REFUSED, tooLong } from "@/lib/input/text-schema";
import { paging } from "@/lib/lists/paging-schema";
import { CAMPAIGN_MAX_LENGTH as MAX, MAX_PRODUCTS_PER_BLOCK, MAX_RECIPIENTS } from "./limits";
import { isContactLink, isMailLink, LINK_EXAMPLES } from "./links";

const Id = z.string().regex(/^[\w-]{1,40}$/);
export const CampaignId = z.object({ id: Id });

const Language = z.enum(["FR", "AR"]);
const Markup = z.string().max(MAX.text, tooLong(MAX.text)).refine(isStorable, REFUSED);
/** Empty where the image has no link. */
const Href = line(MAX.href).refine((href) => href === "" || isMailLink(href), LINK_EXAMPLES.web);

/** A button may also open a phone call or a mail. */
const ButtonHref = line(MAX.href).refine(
  (href) => href === "" || isMailLink(href) || isContactLink(href),
  LINK_EXAMPLES.contact,
);

/** A block holds the texts of both languages, so that they share one order. */
export const Block = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), id: Id, fr: Markup, ar: Markup }),
  z.strictObject({
    kind: z.literal("image"),
    id: Id,
    /** URL of an image that was uploaded by /api/upload/image; empty until one is selected. */
    url: line(500),
    fr: line(MAX.imageDescription),
    ar: line(MAX.imageDescription),
    href: Href,
  }),
  z.strictObject({
    kind: z.literal("button"),
    id: Id,
    fr: line(MAX.buttonText),
    ar: line(MAX.buttonText),
    href: ButtonHref,
  }),
  z.strictObject({
    kind: z.literal("products"),
    id: Id,
    productIds: z.array(Id).max(MAX_PRODUCTS_PER_BLOCK),
  }),
  z.strictObject({ kind: z.literal("divider"), id: Id }),
]);
export type Block = z.infer<typeof Block>;

const Blocks = z
  .array(Block)
  .max(40, "Au plus 40 blocs.")
  .refine(
    (blocks) => new Set(blocks.map(({ id }) => id)).size === blocks.length,
    "Le même bloc s'y trouve deux fois.",
  );

/** Filters the eligible subscribers. `from` and `to` are days in the shop's time zone, both inclusive. */
export const Audience = z.strictObject({
  locale: Language.nullable().default(null),
  /** Main sources of the subscriptions; "" is an unknown source. An empty list means all sources. */
  sources: z.array(line(60)).max(30).default([]),
  from: day().nullable().default(null),
  to: day().nullable().default(null),
  /** Id of a saved segment of visits. Only subscribers who agreed to be recognised can match. */
  segment: Id.nullable().default(null),
});
export type Audience = z.infer<typeof Audience>;

const fields = {
  subject: line(MAX.subject),
  subjectAr: line(MAX.subject),
  preheader: optionalLine(MAX.preheader),
  preheaderAr: optionalLine(MAX.preheader),
  blocks: Blocks,
  audience: Audience,
};

export const CampaignInput = z.strictObject(z.object(fields).partial().shape);
export type CampaignInput = z.infer<typeof CampaignInput>;

const Version = z.int().min(1).max(2_147_483_647).optional();

/** Absent fields do not change. `version` is the version that the editor loaded. */
export const CampaignPatch = z.strictObject({ ...CampaignInput.shape, version: Version });
export type CampaignPatch = z.infer<typeof CampaignPatch>;

/** `count` is the number of recipients that the person typed as a confirmation. */
export const SendRequest = z.strictObject({
  count: z.int("Écrivez le nombre en chiffres.").min(0).max(MAX_RECIPIENTS),
  version: Version,
});
export type SendRequest = z.infer<typeof SendRequest>;

export const ScheduleRequest = z.strictObject({ ...SendRequest.shape, sendAt: moment() });
export type ScheduleRequest = z.infer<typeof ScheduleRequest>;

export const TestRequest = z.strictObject({ to: emailKey(), locale: Language.default("FR") });
export type TestRequest = z.infer<typeof TestRequest>;

export const PreviewInput = z.strictObject({
  ...z.object(fields).omit({ audience: true }).partial().shape,
  locale: Language.default("FR"),
});
export type PreviewInput = z.infer<typeof PreviewInput>;

export const CampaignPreview = z.strictObject({
  subject: z.string(),
  html: z.string(),
  text: z.string(),
});

export const AudienceQuery = z.object({
  locale: Language.optional(),
  source: z
    .union([line(60), z.array(line(60)).max(30)], "Choisissez des origines dans la liste.")
    .optional(),
  from: day().optional(),
  to: day().optional(),
  segment: Id.optional(),
});

export const AudienceCount = z.strictObject({
  count: z.int(),
  /** The sources of all eligible subscribers. */
  sources: z.array(z.strictObject({ source: z.string(), count: z.int() })),
});
export type AudienceCount = z.infer<typeof AudienceCount>;

export const CampaignStatus = z.enum([
  "DRAFT",
  "SCHEDULED",
  "RUNNING",
  "PAUSED",
  "FINISHED",
  "CANCELLED",
]);
export type CampaignStatus = z.infer<typeof CampaignStatus>;

export const CampaignQuery = z.object({
  status: CampaignStatus.optional(),
  ...paging(),
});
export type CampaignQuery = z.infer<typeof CampaignQuery>;

const NullableDateTime = z.iso.datetime().nullable();

const state = {
  id: z.string(),
  version: z.int(),
  subject: z.string(),
  status: CampaignStatus,
  sendAt: NullableDateTime,
  startedAt: NullableDateTime,
  finishedAt: NullableDateTime,
  pausedReason: z.string().nullable(),
  toSend: z.int(),
  sent: z.int(),
  errors: z.int(),
  updatedAt: z.iso.datetime(),
};

export const CampaignRow = z.strictObject({ ...state, clicks: z.int(), unsubscribed: z.int() });
export type CampaignRow = z.infer<typeof CampaignRow>;

const EventCounts = z.strictObject({ unique: z.int(), total: z.int() });

export const CampaignReport = z.strictObject({
  queued: z.int(),
  skipped: z.int(),
  failed: z.int(),
  unknown: z.int(),
  delivered: z.int(),
  bounced: z.int(),
  complained: z.int(),
  unsubscribed: z.int(),
  clicks: EventCounts,
  /** `unique`: subscribers who probably read the mail. `total` includes scanners and proxies. */
  opens: EventCounts,
  links: z.array(z.strictObject({ url: z.string(), unique: z.int(), total: z.int() })),
});
export type CampaignReport = z.infer<typeof CampaignReport>;

export const StaffCampaign = z.strictObject({
  ...state,
  subjectAr: z.string(),
  preheader: z.string().nullable(),
  preheaderAr: z.string().nullable(),
  blocks: z.array(Block),
  audience: Audience,
  createdBy: z.string().nullable(),
  /** What is missing before the campaign can be sent, as French sentences. */
  missing: z.array(z.string()),
  /** Parts without an Arabic text; while there are any, all subscribers get the French version. */
  missingArabic: z.array(z.string()),
  /** Null until the campaign starts. */
  report: CampaignReport.nullable(),
});
export type StaffCampaign = z.infer<typeof StaffCampaign>;

export const CampaignRun = z.strictObject({
  started: z.int(),
  batches: z.int(),
  sent: z.int(),
  finished: z.int(),
});
export type CampaignRun = z.infer<typeof CampaignRun>;
