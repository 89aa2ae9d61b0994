import { z } from "zod";
import { RecordId } from "@/domain/catalogue/products/input";
import { line } from "@/lib/input/text-schema";
import { AnalyticsQuery } from "../report/schema";
import { SHARE_FIELDS } from "./fields";

const SHARE_DAYS = [7, 30, 90] as const;

/** What a link shows: the page of figures with its period and filters, or a board. */
export const ShareTarget = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("FIGURES"), query: AnalyticsQuery.strict() }),
  z.strictObject({ kind: z.literal("BOARD"), id: RecordId }),
]);
export type ShareTarget = z.infer<typeof ShareTarget>;

export const ShareInput = z.strictObject({
  name: line(SHARE_FIELDS.name.maxLength).min(1, "Donnez un nom."),
  days: z.literal(SHARE_DAYS),
  target: ShareTarget,
});
export type ShareInput = z.infer<typeof ShareInput>;

export const Share = z.strictObject({
  id: z.string(),
  name: z.string(),
  expiresAt: z.iso.datetime(),
});
export type Share = z.infer<typeof Share>;

/** The address is shown once: the table stores the hash of its token. */
export const NewShare = Share.extend({ url: z.string() });
export type NewShare = z.infer<typeof NewShare>;
