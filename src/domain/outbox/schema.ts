import { z } from "zod";
import { toAsciiDomain } from "@/lib/input/email";
import { plain } from "@/lib/input/text-schema";
import { paging } from "@/lib/lists/paging-schema";

export const OutboxId = z.object({ id: z.string().regex(/^[\w-]{1,40}$/) });

const OUTBOX_STATES = ["QUEUED", "SENDING", "SENT", "FAILED", "UNKNOWN"] as const;

/** The filters of the admin list. `problems`: failed or unknown; `returned`: bounced or complained about. */
export const OutboxFolder = z.enum(["problems", "waiting", "sent", "returned"]);
export type OutboxFolder = z.infer<typeof OutboxFolder>;

export const OutboxQuery = z.object({
  folder: OutboxFolder.optional(),
  q: plain(254).overwrite(toAsciiDomain).optional(),
  ...paging(30),
});
export type OutboxQuery = z.infer<typeof OutboxQuery>;

export const OutboxMail = z.strictObject({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  template: z.string(),
  locale: z.enum(["FR", "AR"]),
  state: z.enum(OUTBOX_STATES),
  attempts: z.int(),
  lastError: z.string().nullable(),
  createdAt: z.iso.datetime(),
  firstAttemptAt: z.iso.datetime().nullable(),
  nextAttemptAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  deliveredAt: z.iso.datetime().nullable(),
  bouncedAt: z.iso.datetime().nullable(),
  complainedAt: z.iso.datetime().nullable(),
});
export type OutboxMail = z.infer<typeof OutboxMail>;

/** Confirms that a mail of unknown outcome may arrive twice. */
export const OutboxRetry = z.strictObject({ mayArriveTwice: z.boolean().default(false) });
export type OutboxRetry = z.infer<typeof OutboxRetry>;

/** The number of mails by the outcome of their attempt. */
export const OutboxRun = z.strictObject({
  sent: z.int(),
  retried: z.int(),
  failed: z.int(),
  unknown: z.int(),
});
export type OutboxRun = z.infer<typeof OutboxRun>;

export const OutboxCronRun = OutboxRun.extend({
  /** Still due. */
  left: z.int(),
  /** Deleted after 90 days. */
  forgotten: z.int(),
});

export const WebhookReceipt = z.strictObject({ taken: z.boolean() });
