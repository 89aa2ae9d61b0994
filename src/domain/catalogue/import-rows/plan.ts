import { MAX_LEVELS } from "../categories/rules";
import { IMPORT_COLUMNS, type ImportColumn } from "../import-sources/column-keys";
import { ADDED_IMAGE_KEY } from "../import-sources/source";
import { formatCell } from "../product-file/cells";
import { foldWords } from "../product-file/fold-words";
import {
  type FactLine,
  parseFactLine,
  parseImageList,
  parseLines,
} from "../product-file/list-cells";
import { parseCell } from "../product-file/parse-cell";
import type { RowProblem } from "./problems";
import { type ChangedCell, type PlanContext, type PresentProduct, RowReader } from "./row-reader";
import type { ImportRow } from "./row-values";
import type { ImportPlan } from "./schema";
import { planVariations } from "./variation-plan";

/** Path of a category without case, accents and spaces around ">". */
export function foldPath(path: string): string {
  return path.split(">").map(foldWords).join(" > ");
}

type Fields = Pick<ImportPlan, "fields" | "newCategory">;

/** Finds what the rows of one product change. `present` is null for a new product. */
export function planRows(
  rows: readonly ImportRow[],
  present: PresentProduct | null,
  context: PlanContext,
): { plan: ImportPlan; problems: RowProblem[] } {
  const reader = new RowReader(rows, present, context);
  const planned: Fields = { fields: {}, newCategory: null };
  for (const column of IMPORT_COLUMNS) {
    if (isField(column, context)) planField(reader, column, planned);
  }
  const plan: ImportPlan = {
    ...planned,
    rows: rows.map(({ number }) => number),
    facts: planFacts(reader),
    factsAr: planArabicFacts(reader),
    images: planImages(reader),
    variations: planVariations(reader),
    changes: reader.changes,
  };
  return { plan, problems: reader.problems };
}

/** Columns that another function plans, or that only name the product. */
const OTHER_KEYS = new Set([
  "id",
  "facts",
  "facts.ar",
  "images",
  "images.altText",
  "images.altTextAr",
]);

function isField({ key, level }: ImportColumn, { options }: PlanContext): boolean {
  if (key === "status" && options.publish === "draft") return false;
  return level === "product" && !OTHER_KEYS.has(key);
}

/** Fields that always have a value, so an empty cell leaves them alone. */
const KEYS_WITH_VALUE = new Set(
  IMPORT_COLUMNS.filter(({ kind }) => ["flag", "choice", "date", "reference"].includes(kind))
    .map(({ key }) => key)
    .filter((key) => key !== "unpublishAt" && key !== "unitOfSize"),
);
/** Fields that are empty texts instead of null. */
const TEXT_KEYS = new Set(["name", "description"]);

function planField(reader: RowReader, column: ImportColumn, planned: Fields): void {
  const { key } = column;
  const change = reader.readChange(key);
  if (change === null || (change.text === "" && KEYS_WITH_VALUE.has(key))) return;
  const isPlanned =
    key === "categoryId"
      ? planCategory(reader, change, planned)
      : planValue(reader, column, change, planned);
  if (isPlanned) reader.addChange(key, change.before, change.text);
}

function planValue(
  reader: RowReader,
  column: ImportColumn,
  { text, row, before }: ChangedCell,
  { fields }: Fields,
): boolean {
  const { key, kind } = column;
  if (text === "") {
    fields[key] = TEXT_KEYS.has(key) ? "" : null;
    return true;
  }
  const parsed = parseCell(column, text);
  if ("problem" in parsed) {
    reader.addProblem(row, key, text, parsed.problem);
    return false;
  }
  // A date of the file has no seconds.
  if (kind === "date" && formatCell(column, parsed.value).text === before) return false;
  fields[key] = parsed.value;
  return true;
}

function planCategory(reader: RowReader, { text, row }: ChangedCell, planned: Fields): boolean {
  const { categoriesByPath, options } = reader.context;
  const [id, ...others] = categoriesByPath.get(foldPath(text)) ?? [];
  const refuse = (code: string, message: string) => {
    reader.addProblem(row, "categoryId", text, { code, message });
    return false;
  };
  if (others.length > 0) {
    const message = "Plusieurs catégories ont ce chemin. Choisissez-la dans la fiche du produit.";
    return refuse("ambiguous-category", message);
  }
  if (id !== undefined) planned.fields.categoryId = id;
  else if (!options.createCategories) {
    const message = "Cette catégorie n'existe pas. Créez-la, ou cochez « Créer les catégories ».";
    return refuse("unknown-category", message);
  } else if (!isPossiblePath(text)) {
    return refuse("category-path", "Un chemin a trois niveaux au plus, séparés par « > ».");
  } else planned.newCategory = text;
  return true;
}

const MAX_CATEGORY_NAME_LENGTH = 80;

function isPossiblePath(path: string): boolean {
  const names = path.split(">").map((name) => name.trim());
  const isName = (name: string) => name.length >= 2 && name.length <= MAX_CATEGORY_NAME_LENGTH;
  return names.length <= MAX_LEVELS && names.every(isName);
}

const FACT_FORMAT = {
  code: "fact-format",
  message: "Écrivez une caractéristique par ligne : « Format : 60 × 60 cm ».",
};

/** The lines of a column of facts; null for an empty line. Null where nothing changes. */
function readFacts(reader: RowReader, key: string): (FactLine | null)[] | null {
  const change = reader.readChange(key);
  if (change === null) return null;
  const lines = parseLines(change.text);
  const facts = lines.map((line) => (line === "" ? null : parseFactLine(line)));
  if (facts.some((fact, i) => fact === null && lines[i] !== "")) {
    reader.addProblem(change.row, key, change.text, FACT_FORMAT);
    return null;
  }
  reader.addChange(key, change.before, change.text);
  return facts;
}

function planFacts(reader: RowReader): ImportPlan["facts"] {
  return readFacts(reader, "facts")?.filter((fact) => fact !== null) ?? null;
}

function planArabicFacts(reader: RowReader): ImportPlan["factsAr"] {
  return readFacts(reader, "facts.ar");
}

function planImages(reader: RowReader): ImportPlan["images"] {
  const refs = planImageRefs(reader);
  const altTexts = readLines(reader, "images.altText");
  const altTextsAr = readLines(reader, "images.altTextAr");
  const isUnchanged = refs === null && altTexts === null && altTextsAr === null;
  return isUnchanged ? null : { refs, altTexts, altTextsAr };
}

function readLines(reader: RowReader, key: string): string[] | null {
  const change = reader.readChange(key);
  if (change === null) return null;
  reader.addChange(key, change.before, change.text);
  return parseLines(change.text);
}

function planImageRefs(reader: RowReader): string[] | null {
  const added = reader.rows.flatMap(({ values }) => values.get(ADDED_IMAGE_KEY) ?? []);
  const change = reader.readChange("images");
  if (change === null && added.length === 0) return null;
  const listed = change ? parseImageList(change.text) : [];
  const refs = [...new Set([...listed, ...added])];
  const before = reader.getPresentText("images");
  if (refs.join("\n") === before) return null;
  reader.addChange("images", before, refs.join("\n"));
  return refs;
}
