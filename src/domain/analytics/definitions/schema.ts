import { z } from "zod";
import { RecordId } from "@/domain/catalogue/products/input";
import { line, text } from "@/lib/input/text-schema";
import { ReportDefinition } from "../custom/schema";
import { FunnelDefinition } from "../funnels/schema";
import { AnalyticsFilter, isEmptyFilter } from "../report/filter-schema";
import { COMPARISONS, TOP_CARDS } from "../report/schema";
import { DEFINITION_FIELDS } from "./fields";

const SegmentDefinition = z.strictObject({
  filter: AnalyticsFilter.refine(
    (filter) => !isEmptyFilter(filter),
    "Choisissez au moins une condition.",
  ),
});

export const MAX_BOARD_CARDS = 12;
export const NOTE_MAX_LENGTH = 500;

const BoardCard = z.discriminatedUnion("card", [
  z.strictObject({ card: z.literal("figures") }),
  z.strictObject({ card: z.literal("series") }),
  z.strictObject({ card: z.literal("top"), top: z.enum(TOP_CARDS) }),
  /** The id of a saved funnel, or that of the funnel of every shop. */
  z.strictObject({ card: z.literal("funnel"), id: RecordId }),
  z.strictObject({ card: z.literal("report"), id: RecordId }),
  z.strictObject({ card: z.literal("note"), text: text(NOTE_MAX_LENGTH).min(1) }),
]);
export type BoardCard = z.infer<typeof BoardCard>;

export const BoardDefinition = z.strictObject({
  period: z.enum(["7", "30", "90", "365"]).default("30"),
  compare: z.enum(COMPARISONS).default("previous"),
  cards: z
    .array(BoardCard)
    .min(1, "Ajoutez au moins une carte.")
    .max(MAX_BOARD_CARDS, `${MAX_BOARD_CARDS} cartes au plus.`),
});
export type BoardDefinition = z.infer<typeof BoardDefinition>;

const Name = line(DEFINITION_FIELDS.name.maxLength).min(1, "Donnez un nom.");

/** A union by `kind`, which decides what the definition holds. */
function byKind<Fields extends z.ZodRawShape>(fields: Fields) {
  return z.discriminatedUnion("kind", [
    z.strictObject({ ...fields, kind: z.literal("SEGMENT"), definition: SegmentDefinition }),
    z.strictObject({ ...fields, kind: z.literal("FUNNEL"), definition: FunnelDefinition }),
    z.strictObject({ ...fields, kind: z.literal("REPORT"), definition: ReportDefinition }),
    z.strictObject({ ...fields, kind: z.literal("BOARD"), definition: BoardDefinition }),
  ]);
}

export const DEFINITION_KINDS = ["SEGMENT", "FUNNEL", "REPORT", "BOARD"] as const;
export type DefinitionKind = (typeof DEFINITION_KINDS)[number];

const Kind = z.enum(DEFINITION_KINDS);
const Version = z.int().min(1).max(2_147_483_647).optional();
/** Checked by kind in a second step, so that an unknown field is named whatever the kind is. */
const Unchecked = z.looseObject({});

export const DefinitionInput = z
  .strictObject({ kind: Kind, name: Name, definition: Unchecked })
  .pipe(byKind({ name: Name }));
export type DefinitionInput = z.infer<typeof DefinitionInput>;

/** `version` is the version that the editor loaded; a command rejects a change without it. */
export const DefinitionPatch = z
  .strictObject({ kind: Kind, name: Name, version: Version, definition: Unchecked })
  .pipe(byKind({ name: Name, version: Version }));
export type DefinitionPatch = z.infer<typeof DefinitionPatch>;

export const SavedDefinition = byKind({
  id: z.string(),
  name: z.string(),
  version: z.number().int(),
});
export type SavedDefinition = z.infer<typeof SavedDefinition>;
export type SavedOf<Kind extends DefinitionKind> = Extract<SavedDefinition, { kind: Kind }>;
