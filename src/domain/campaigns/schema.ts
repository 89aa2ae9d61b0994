import { z } from "zod";
import { day, moment } from "@/lib/input/date-schema";
import { emailKey } from "@/lib/input/email";
import {
  isStorable,
  line,
  optionalLine,
  REFUSED,
  tooLong,
  wholeNumber,
} from "@/lib/input/text-schema";
import { CAMPAIGN_MAX_LENGTH as MAX, MAX_RECIPIENTS } from "./limits";
import { isContactLink, isMailLink, LINK_EXAMPLES } from "./links";

/** What staff send of campaigns, and what they read. */

const Id = z.string().regex(/^[\w-]{1,40}$/);
export const CampaignId = z.object({ id: Id });

const Language = z.enum(["FR", "AR"]);
const Markup = z.string().max(MAX.text, tooLong(MAX.text)).refine(isStorable, REFUSED);
/** Empty in a draft; a campaign that is sent has none that is. */
const Href = line(MAX.href).refine((href) => href === "" || isMailLink(href), LINK_EXAMPLES.web);

/** A button may also call or write to the shop. */
const ButtonHref = line(MAX.href).refine(
  (href) => href === "" || isMailLink(href) || isContactLink(href),
  LINK_EXAMPLES.contact,
);

/** What stands in a mail, in both languages at once: one order serves both. */
export const Block = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), id: Id, fr: Markup, ar: Markup }),
  z.strictObject({
    kind: z.literal("image"),
    id: Id,
    /** Of a picture that /api/upload/image took in; empty while none is chosen. */
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
  z.strictObject({ kind: z.literal("products"), id: Id, productIds: z.array(Id).max(6) }),
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

/** Who gets it, among those who may be mailed. Days are the shop's, both included. */
export const Audience = z.strictObject({
  locale: Language.nullable().default(null),
  /** Where people subscribed; the empty name is "not known". None of them: all. */
  sources: z.array(line(60)).max(30).default([]),
  from: day().nullable().default(null),
  to: day().nullable().default(null),
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

/** Fields that are not sent stay as they are. `version` is the one the editor started from. */
export const CampaignPatch = z.strictObject({ ...CampaignInput.shape, version: Version });
export type CampaignPatch = z.infer<typeof CampaignPatch>;

/** `count` is what the person typed: how many people will get it. */
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
});

export const AudienceCount = z.strictObject({
  count: z.int(),
  /** Where people who may be mailed came from. */
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
  page: wholeNumber(1, 10_000).default(1),
  pageSize: wholeNumber(1, 100).default(20),
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
  /** `unique`: people who seem to have read it. `total` counts machines too. */
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
  /** What it still lacks before it can be sent, as sentences. */
  missing: z.array(z.string()),
  /** What it lacks in Arabic: until then everybody gets the French. */
  missingArabic: z.array(z.string()),
  /** Null until it starts. */
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
