import { z } from "zod";
import { line, plain } from "@/lib/input/text-schema";
import { paging } from "@/lib/lists/paging-schema";
import { TEXT_ENCODINGS } from "@/lib/spreadsheet/decode-text";
import { DELIMITERS } from "@/lib/spreadsheet/read-csv";
import { MAX_TABLE_COLUMNS } from "@/lib/spreadsheet/table";
import { OperationId, OperationRow } from "../operations/schema";

export const ImportKey = z.enum(["sku", "id", "slug"]);
export type ImportKey = z.infer<typeof ImportKey>;

export const ImportOptions = z.strictObject({
  /** How a row names its product. */
  key: ImportKey,
  mode: z.enum(["both", "create", "update"]),
  /** `keep`: an empty cell changes nothing. `clear`: it empties the field. */
  emptyCells: z.enum(["keep", "clear"]),
  /** `stop`: one problem, and nothing is applied. `skip`: rows with a problem are left out. */
  onError: z.enum(["stop", "skip"]),
  /** `draft`: new products are drafts, and the status of others stays. `file`: the column "Publication" decides. */
  publish: z.enum(["draft", "file"]),
  createCategories: z.boolean(),
});
export type ImportOptions = z.infer<typeof ImportOptions>;

const ColumnKey = z.string().min(1).max(60);

export const ImportCheck = z.strictObject({
  /** For each column of the file, the column that it is read as; null: ignored. */
  mapping: z.array(ColumnKey.nullable()).max(MAX_TABLE_COLUMNS),
  options: ImportOptions,
});
export type ImportCheck = z.infer<typeof ImportCheck>;

export const UploadQuery = z.strictObject({
  /** Replaces what was detected. */
  encoding: z.enum(TEXT_ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  sheet: z.string().max(100).optional(),
  /** An import of the same file, not checked yet, that this one replaces. */
  replaces: OperationId.shape.id.optional(),
});
export type UploadQuery = z.infer<typeof UploadQuery>;

const FileFormat = z.union(
  [
    z.strictObject({
      kind: z.literal("csv"),
      encoding: z.enum(TEXT_ENCODINGS),
      delimiter: z.enum(DELIMITERS),
    }),
    z.strictObject({ kind: z.literal("xlsx"), sheet: z.string(), sheets: z.array(z.string()) }),
  ],
  "Un fichier est en CSV ou en Excel.",
);

/** `ProductOperation.spec` of an import. */
export const ImportSpec = z.strictObject({
  format: FileFormat,
  header: z.array(z.string()),
  signature: z.string(),
  source: z.enum(["woocommerce", "shopify"]).nullable(),
  rowCount: z.number().int(),
  mapping: z.array(z.string().nullable()),
  options: ImportOptions,
  /** Whether the rows are grouped by product, the first step of the check. */
  isGrouped: z.boolean(),
  /** Images that were sent beside the file. */
  images: z.array(z.strictObject({ name: z.string(), url: z.string() })),
});
export type ImportSpec = z.infer<typeof ImportSpec>;

const CellChange = z.strictObject({
  column: z.string(),
  before: z.string(),
  after: z.string(),
});
export type CellChange = z.infer<typeof CellChange>;

const ImageRefs = z.strictObject({
  /** Addresses or names of files; null: the images stay. */
  refs: z.array(z.string()).nullable(),
  altTexts: z.array(z.string()).nullable(),
  altTextsAr: z.array(z.string()).nullable(),
});

const VariationPlan = z.strictObject({
  row: z.number().int(),
  /** The id of a variation of the product; null: a new one. */
  id: z.string().nullable(),
  fields: z.record(z.string(), z.unknown()),
  /** The whole price, from which the modifier is computed. */
  price: z.string().nullable(),
});
export type VariationPlan = z.infer<typeof VariationPlan>;

/** `ProductOperationItem.plan` of an import: what the rows of one product change. */
export const ImportPlan = z.strictObject({
  rows: z.array(z.number().int()),
  /** Fields of the product as the save schema takes them. */
  fields: z.record(z.string(), z.unknown()),
  /** The path of a category to create. */
  newCategory: z.string().nullable(),
  facts: z.array(z.strictObject({ name: z.string(), value: z.string() })).nullable(),
  /** The Arabic lines beside the facts. */
  factsAr: z.array(z.strictObject({ name: z.string(), value: z.string() }).nullable()).nullable(),
  images: ImageRefs.nullable(),
  variations: z.array(VariationPlan),
  changes: z.array(CellChange),
});
export type ImportPlan = z.infer<typeof ImportPlan>;

const count = z.number().int();

const ImportColumnChoice = z.strictObject({
  key: z.string(),
  label: z.string(),
  level: z.enum(["product", "variation"]),
});

export const ProblemGroup = z.strictObject({
  column: z.string(),
  message: z.string(),
  count,
  /** The first ten rows. */
  rows: z.array(z.strictObject({ row: count, value: z.string() })),
});
export type ProblemGroup = z.infer<typeof ProblemGroup>;

export const ImportReport = z.strictObject({
  /** Products of the file that are checked so far. */
  checked: count,
  create: count,
  update: count,
  unchanged: count,
  skipped: count,
  failed: count,
  problems: z.array(ProblemGroup),
  warnings: z.array(ProblemGroup),
  /** Products of the shop outside the trash. */
  shopProducts: count,
});
export type ImportReport = z.infer<typeof ImportReport>;

export const ImportView = z.strictObject({
  operation: OperationRow,
  format: FileFormat,
  source: z.string().nullable(),
  header: z.array(z.string()),
  rowCount: count,
  /** The first rows of the file. */
  preview: z.array(z.strictObject({ number: count, cells: z.array(z.string()) })),
  columns: z.array(ImportColumnChoice),
  mapping: z.array(z.string().nullable()),
  options: ImportOptions,
  imageNames: z.array(z.string()),
  report: ImportReport.nullable(),
});
export type ImportView = z.infer<typeof ImportView>;

export const ImportItemQuery = z.object({
  state: z.enum(["PENDING", "UNCHANGED", "SKIPPED", "FAILED"]).optional(),
  ...paging(20),
});
export type ImportItemQuery = z.infer<typeof ImportItemQuery>;

export const ImportItem = z.strictObject({
  number: count,
  label: z.string(),
  isNew: z.boolean(),
  state: z.string(),
  changes: z.array(CellChange),
  messages: z.array(z.string()),
});
export type ImportItem = z.infer<typeof ImportItem>;

export const ReportQuery = z.strictObject({ format: z.enum(["csv", "xlsx"]) });

export const ImportImages = z.strictObject({
  images: z
    .array(z.strictObject({ name: line(200).min(1), url: plain(500) }))
    .min(1)
    .max(500),
});
export type ImportImages = z.infer<typeof ImportImages>;

/** A file that a browser sent to the store. */
export const SentFile = z.strictObject({ url: plain(500), name: line(200) });

export const UploadTicket = z.strictObject({ pathname: z.string(), token: z.string() });
export type UploadTicket = z.infer<typeof UploadTicket>;
