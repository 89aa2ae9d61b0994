import { z } from "zod";
import { ProductCard } from "@/domain/catalogue/schema";
import { moment } from "@/lib/input/date-schema";
import { plain, text } from "@/lib/input/text-schema";
import { buildSelectionSchema } from "@/lib/lists/bulk-selection";
import { paging } from "@/lib/lists/paging-schema";
import { PERIODS } from "../periods";
import { FOLDERS, MESSAGE_MAX_LENGTH } from "./constants";

export const Folder = z.enum(FOLDERS);
export type Folder = z.infer<typeof Folder>;

const Status = z.enum(["NEW", "READ", "REPLIED", "ARCHIVED"]);
export const MessageLanguage = z.enum(["FR", "AR"]);
export type MessageLanguage = z.infer<typeof MessageLanguage>;

const Id = z.string().regex(/^[\w-]{1,40}$/);
const Version = z.int().min(1).max(2_147_483_647);
export const MessageParams = z.object({ id: Id });

export const InboxFilters = z.object({
  /** Default: new messages, or all except spam where `q` is given. */
  folder: z.enum([...FOLDERS, "all"]).optional(),
  q: plain(200).optional(),
  /** `me`, `none`, or the id of a user. */
  assignee: Id.optional(),
  product: Id.optional(),
  /** Received within this number of days. */
  period: z.enum(PERIODS).optional(),
});
export type InboxFilters = z.infer<typeof InboxFilters>;

export const InboxQuery = z.object({
  ...InboxFilters.shape,
  sort: z.enum(["newest", "oldest"]).default("newest"),
  ...paging(),
});
export type InboxQuery = z.infer<typeof InboxQuery>;

export const InboxCounts = z.record(Folder, z.number().int());
export type InboxCounts = z.infer<typeof InboxCounts>;

export const InboxRow = z.strictObject({
  id: z.string(),
  reference: z.number().int(),
  version: z.number().int(),
  folder: Folder,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  isDoubtful: z.boolean(),
  spamReasons: z.array(z.string()),
  subject: z.string().nullable(),
  preview: z.string(),
  productName: z.string().nullable(),
  assignedTo: z.string().nullable(),
  replies: z.number().int(),
  createdAt: z.iso.datetime(),
});
export type InboxRow = z.infer<typeof InboxRow>;

/**
 * `failed`: the outbox shows the reason, and staff have to act. `unknown`: the mail may have arrived, and another reply may be a
 * second one. `gone`: the outbox has deleted its row.
 */
export const DeliveryStatus = z.enum([
  "queued",
  "sent",
  "delivered",
  "bounced",
  "complained",
  "failed",
  "unknown",
  "gone",
]);
export type DeliveryStatus = z.infer<typeof DeliveryStatus>;

export const ThreadReply = z.strictObject({
  id: z.string(),
  subject: z.string(),
  body: z.string(),
  author: z.string().nullable(),
  createdAt: z.iso.datetime(),
  delivery: DeliveryStatus,
  outboxId: z.string().nullable(),
});
export type ThreadReply = z.infer<typeof ThreadReply>;

export const ThreadNote = z.strictObject({
  id: z.string(),
  body: z.string(),
  author: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type ThreadNote = z.infer<typeof ThreadNote>;

/** Another message from the same address or phone number. */
const Sibling = z.strictObject({
  id: z.string(),
  folder: Folder,
  subject: z.string().nullable(),
  preview: z.string(),
  createdAt: z.iso.datetime(),
});

/** The product that a message is about, with the price and the availability of the shop. */
const AskedProduct = ProductCard.pick({
  name: true,
  nameAr: true,
  price: true,
  priceFrom: true,
  saleUnit: true,
  unitSize: true,
  unitOfSize: true,
  availability: true,
}).extend({
  id: z.string(),
  sku: z.string().nullable(),
  /** Slug of its page; null while the product is not published. */
  slug: z.string().nullable(),
  imageUrl: z.string().nullable(),
});

export const Thread = z.strictObject({
  id: z.string(),
  reference: z.number().int(),
  version: z.number().int(),
  status: Status,
  folder: Folder,
  isSpam: z.boolean(),
  /** Possible spam, which stays in the inbox until staff decide. */
  isDoubtful: z.boolean(),
  spamReasons: z.array(z.string()),
  waitingSince: z.iso.datetime().nullable(),
  name: z.string(),
  /** At least one of `email` and `phone` is set. */
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** The numbers parsed out of `phone`. */
  phones: z.array(z.strictObject({ digits: z.string(), readable: z.string() })),
  subject: z.string().nullable(),
  message: z.string(),
  locale: MessageLanguage,
  createdAt: z.iso.datetime(),
  assignedTo: z.strictObject({ id: z.string(), username: z.string() }).nullable(),
  product: AskedProduct.nullable(),
  replies: z.array(ThreadReply),
  notes: z.array(ThreadNote),
  siblings: z.array(Sibling),
  /** Creation time of the newest message of this customer. */
  latestAt: z.iso.datetime(),
});
export type Thread = z.infer<typeof Thread>;

export const MessageState = Thread.pick({
  id: true,
  version: true,
  status: true,
  folder: true,
  isSpam: true,
  isDoubtful: true,
  waitingSince: true,
  assignedTo: true,
});
export type MessageState = z.infer<typeof MessageState>;

/** `version` is the version that the page shows. */
export const MessagePatch = z
  .strictObject({
    version: Version.optional(),
    status: Status.optional(),
    /** True puts the message on hold. */
    waiting: z.boolean().optional(),
    /** False also clears `isDoubtful`. */
    spam: z.boolean().optional(),
    assignedToId: Id.nullable().optional(),
  })
  .refine(({ status, waiting }) => !waiting || status === undefined || status === "READ", {
    path: ["waiting"],
    message: "Seul un message ouvert peut être mis en attente.",
  })
  .refine(({ version: _, ...changes }) => Object.keys(changes).length > 0, {
    path: ["_"],
    message: "Indiquez ce qui change.",
  });
export type MessagePatch = z.infer<typeof MessagePatch>;

export const ReplyInput = z.strictObject({
  version: Version.optional(),
  body: text(MESSAGE_MAX_LENGTH.reply).min(1, "Écrivez votre réponse."),
  /** `Thread.latestAt` of the page: a newer message of the customer makes the reply a conflict. */
  latestAt: moment().optional(),
  archive: z.boolean().default(false),
});
export type ReplyInput = z.infer<typeof ReplyInput>;

export const SavedReply = z.strictObject({ reply: ThreadReply, message: MessageState });
export type SavedReply = z.infer<typeof SavedReply>;

export const NoteInput = z.strictObject({
  body: text(MESSAGE_MAX_LENGTH.note).min(1, "Écrivez votre note."),
});
export type NoteInput = z.infer<typeof NoteInput>;

export const SavedNote = z.strictObject({ note: ThreadNote, message: MessageState });
export type SavedNote = z.infer<typeof SavedNote>;

const BulkAction = z.enum([
  "read",
  "unread",
  "wait",
  "replied",
  "archive",
  "spam",
  "notSpam",
  "assign",
]);
export type BulkAction = z.infer<typeof BulkAction>;

export const InboxBulk = z.strictObject({
  selection: buildSelectionSchema(Id),
  action: BulkAction,
  /** For `assign`; null removes the assignee. */
  assignedToId: Id.nullable().optional(),
});
export type InboxBulk = z.infer<typeof InboxBulk>;

export const InboxBulkResult = z.strictObject({ changed: z.number().int() });
export type InboxBulkResult = z.infer<typeof InboxBulkResult>;

export const UnreadCount = z.strictObject({ count: z.number().int() });
