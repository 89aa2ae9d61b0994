import "server-only";
import type { Transaction } from "@/lib/db";
import { createCategory } from "../categories/commands";
import { MAX_LEVELS } from "../categories/rules";
import { foldPath } from "../import-rows/plan";
import { ImportPlan, ImportSpec } from "../import-rows/schema";
import type {
  ItemOutcome,
  JobActor,
  OperationItem,
  OperationKindHandler,
  OperationRun,
} from "../operations/kind";
import { listCategoryPaths } from "../product-file/category-paths";
import { lockRecords, type ProductRecord } from "../products/record";
import { insertProducts, writeRecords } from "../products/write-commands";
import { checkItems } from "./check-commands";
import { type EvaluatedItem, evaluate, type PlannedItem } from "./evaluate";
import { type LoadedImages, loadImages, type UploadImage } from "./image-commands";
import { listImageRefs } from "./image-refs";

export function buildImportHandler(uploadImage: UploadImage): OperationKindHandler {
  return {
    checkItems,
    applyItems,
    prepareItems: (run, items) => prepareItems(run, items, uploadImage),
  };
}

interface Prepared extends LoadedImages {
  newCategories: Map<string, string>;
}

async function prepareItems(
  { spec, actor }: OperationRun,
  items: readonly OperationItem[],
  uploadImage: UploadImage,
): Promise<Prepared> {
  const plans = items.map(({ plan }) => ImportPlan.parse(plan));
  const newCategories = await createCategories(actor, plans);
  const upload = (file: { name: string; bytes: Buffer }) => uploadImage(actor, file);
  const loaded = await loadImages(plans, ImportSpec.parse(spec), upload);
  return { ...loaded, newCategories };
}

/** Creates the missing categories of the paths, and returns the id of each path. */
async function createCategories(
  actor: JobActor,
  plans: readonly ImportPlan[],
): Promise<Map<string, string>> {
  const wanted = new Set(plans.flatMap(({ newCategory }) => newCategory ?? []));
  if (wanted.size === 0) return new Map();
  const known = await listCategoryPaths();
  const ids = new Map([...known].map(([id, path]) => [foldPath(path), id]));
  for (const path of wanted) {
    const names = path.split(">").map((name) => name.trim());
    let parentId: string | null = null;
    for (const [i, name] of names.slice(0, MAX_LEVELS).entries()) {
      const folded = foldPath(names.slice(0, i + 1).join(">"));
      const id: string = ids.get(folded) ?? (await createCategory(actor, { name, parentId })).id;
      ids.set(folded, id);
      parentId = id;
    }
  }
  return new Map([...wanted].map((path) => [path, ids.get(foldPath(path)) ?? ""]));
}

async function applyItems(
  tx: Transaction,
  { actor }: OperationRun,
  items: readonly OperationItem[],
  prepared: unknown,
): Promise<ItemOutcome[]> {
  const { images, failures, newCategories, readyItems } = prepared as Prepared;
  const planned = items
    .slice(0, readyItems)
    .map(({ number, productId, plan }) => ({ number, productId, plan: ImportPlan.parse(plan) }))
    .map((item) => withoutPublication(item, { images }));
  const records = await readRecords(tx, planned);
  const evaluated = await evaluate(tx, planned, { records, images, newCategories, claims: true });
  const valid = evaluated.filter(
    ({ problems, isUnchanged }) => problems.length === 0 && !isUnchanged,
  );
  const written = await write(tx, actor, valid);
  return evaluated.map((item) => toOutcome(item, written.get(item.number), failures));
}

async function readRecords(
  tx: Transaction,
  items: readonly PlannedItem[],
): Promise<Map<string, ProductRecord>> {
  const ids = items.flatMap(({ productId }) => productId ?? []);
  return new Map((await lockRecords(tx, ids)).map((record) => [record.id, record]));
}

/** A new product whose images all failed stands, unpublished. */
function withoutPublication(
  item: PlannedItem,
  { images }: Pick<LoadedImages, "images">,
): PlannedItem {
  const { plan, productId } = item;
  const refs = plan.images?.refs ?? [];
  const isBare = refs.length > 0 && !refs.some((ref) => images.has(ref));
  if (productId !== null || plan.fields.status !== "ACTIVE" || !isBare) return item;
  return { ...item, plan: { ...plan, fields: { ...plan.fields, status: "DRAFT" } } };
}

async function write(
  tx: Transaction,
  actor: JobActor,
  items: readonly EvaluatedItem[],
): Promise<Map<number, ProductRecord>> {
  const created = items.filter(({ record }) => record === null);
  const inserted = await insertProducts(
    tx,
    actor,
    created.map(({ live }) => live),
    "IMPORT",
  );
  const changes = items.flatMap(({ record, live }) =>
    record === null
      ? []
      : {
          record,
          live,
          draft: record.draft,
          reason: "IMPORT" as const,
          redirectFrom: record.live.status === "DRAFT" ? undefined : record.live.slug,
        },
  );
  const saved = await writeRecords(tx, actor, changes);
  const savedById = new Map(saved.map((record) => [record.id, record]));
  const numbers = new Map(created.map(({ number }, i) => [number, inserted[i]]));
  return new Map(
    items.flatMap(({ number, record }) => {
      const after = record === null ? numbers.get(number) : savedById.get(record.id);
      return after ? [[number, after] as const] : [];
    }),
  );
}

function toOutcome(
  { number, record, plan, problems, isUnchanged }: EvaluatedItem,
  after: ProductRecord | undefined,
  failures: LoadedImages["failures"],
): ItemOutcome {
  if (problems.length > 0) {
    return {
      number,
      state: "FAILED",
      problems: problems.map(({ column, message }) => ({ field: column, message })),
    };
  }
  const warnings = listImageRefs(plan).flatMap((ref) => {
    const reason = failures.get(ref);
    return reason === undefined ? [] : { field: "images", message: `${ref} : ${reason}` };
  });
  if (isUnchanged || after === undefined) return { number, state: "UNCHANGED", problems: warnings };
  return {
    number,
    state: "APPLIED",
    action: record === null ? "create_product" : "import_product",
    before: record,
    after,
    problems: warnings,
  };
}
