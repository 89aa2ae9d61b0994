import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/db";
import { appUrl } from "@/lib/env";
import { foldPath, planRows } from "../import-rows/plan";
import { type RowProblem, toRowProblem } from "../import-rows/problems";
import type { PlanContext } from "../import-rows/row-reader";
import { type ImportPlan, ImportSpec } from "../import-rows/schema";
import { listCategoryPaths } from "../product-file/category-paths";
import { buildImageAddress } from "../product-file/image-address";
import { type ProductRecord, RECORD_COLUMNS } from "../products/record";
import { type EvaluatedItem, evaluate, type PlannedItem } from "./evaluate";
import { type Group, groupImport, readGroups, storeProblems } from "./group-commands";
import { type IdentifiedGroup, identify } from "./identify";
import { findShopImages, isWebAddress, listImageRefs, toExpectedImage } from "./image-refs";
import { findWarnings } from "./warnings";

const { sql } = Prisma;

const MANY_ROWS = 1_000;

/**
 * Does the next part of a check and returns whether there is more. It writes only rows and items of the import: the check of a large file
 * must not hold the lock of the audit log.
 */
export async function checkItems(tx: Transaction, id: string): Promise<boolean> {
  const stored = await tx.productOperation.findUnique({ where: { id }, select: { spec: true } });
  const spec = ImportSpec.parse(stored?.spec);
  if (!spec.isGrouped) {
    await groupImport(tx, id, spec);
    return true;
  }
  const groups = await readGroups(tx, id, spec);
  if (groups.length > 0) {
    await checkGroups(tx, id, spec, groups);
    return true;
  }
  await finishCheck(tx, id, spec);
  return false;
}

interface Verdict {
  number: number;
  state: "PENDING" | "UNCHANGED" | "SKIPPED" | "FAILED";
  productId: string | null;
  label: string;
  plan: ImportPlan | null;
  /** Problems of a FAILED item, warnings of a PENDING one. */
  problems: RowProblem[];
}

async function checkGroups(
  tx: Transaction,
  id: string,
  spec: ImportSpec,
  groups: readonly Group[],
): Promise<void> {
  const identified = await identify(tx, spec, groups);
  const ids = identified.flatMap(({ productId }) => productId ?? []);
  const records = await readRecords(tx, ids);
  const context = await buildContext(tx, spec);
  const verdicts: Verdict[] = [];
  const planned: PlannedVerdict[] = [];
  for (const each of identified) {
    const verdict = planGroup(each, records.get(each.productId ?? "") ?? null, context);
    if (verdict.state === "PENDING") planned.push(verdict);
    else verdicts.push(verdict);
  }
  const refs = planned.flatMap(({ plan }) => listImageRefs(plan));
  const shopImages = await findShopImages(tx, refs, spec);
  const evaluated = await evaluateForCheck(tx, planned, records, shopImages);
  for (const [i, item] of evaluated.entries()) {
    verdicts.push(toVerdict(item, planned[i]?.label ?? "", shopImages));
  }
  await storeVerdicts(tx, id, verdicts);
}

type PlannedVerdict = Verdict & { state: "PENDING"; plan: ImportPlan };
type SettledVerdict = Verdict & { state: Exclude<Verdict["state"], "PENDING"> };

/** Finds what the rows of a product change, and decides where the product itself does not matter. */
function planGroup(
  { group, productId, refusal, skipped }: IdentifiedGroup,
  record: ProductRecord | null,
  context: Context,
): PlannedVerdict | SettledVerdict {
  const label = record?.live.name ?? getLabel(group);
  const common = { number: group.item, productId, label, plan: null, problems: [] };
  if (skipped !== null) {
    return { ...common, state: "SKIPPED", problems: [toWholeRow(group, skipped)] };
  }
  const present = record && {
    id: record.id,
    live: record.live,
    categoryPath: context.paths.get(record.live.categoryId) ?? "",
  };
  const { plan, problems } = planRows(group.rows, present, context);
  const all = [...group.problems, ...(refusal === null ? [] : [refusal]), ...problems];
  if (all.length > 0) return { ...common, plan, state: "FAILED", problems: all };
  const isUnchanged = plan.changes.length === 0 && plan.variations.length === 0;
  return present !== null && isUnchanged
    ? { ...common, state: "UNCHANGED" }
    : { ...common, plan, state: "PENDING" };
}

function toVerdict(
  item: EvaluatedItem,
  label: string,
  shopImages: Parameters<typeof findWarnings>[1],
): Verdict {
  const { number, productId, plan, problems, isUnchanged } = item;
  const common = { number, productId, label, plan };
  if (problems.length > 0) return { ...common, state: "FAILED", problems };
  const warnings = findWarnings(item, shopImages);
  if (isUnchanged) return { ...common, plan: null, state: "UNCHANGED", problems: warnings };
  return { ...common, state: "PENDING", problems: warnings };
}

const getLabel = ({ rows, identity }: Group) =>
  rows
    .map(({ values }) => values.get("name"))
    .find((name) => name !== undefined)
    ?.slice(0, 200)
    .toWellFormed() ??
  identity?.value ??
  "";

function toWholeRow({ item }: Group, message: string): RowProblem {
  return toRowProblem(item, "", { code: message, message });
}

async function readRecords(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, ProductRecord>> {
  const records = await tx.$queryRaw<ProductRecord[]>`
    SELECT ${RECORD_COLUMNS} FROM "Product" p WHERE p."id" = ANY(${[...ids]}::text[])`;
  return new Map(records.map((record) => [record.id, record]));
}

/** `paths`: category id → its path. */
type Context = PlanContext & { paths: ReadonlyMap<string, string> };

async function buildContext(tx: Transaction, { options, mapping }: ImportSpec): Promise<Context> {
  const paths = await listCategoryPaths(tx);
  const categoriesByPath = new Map<string, string[]>();
  for (const [id, path] of paths) {
    const folded = foldPath(path);
    categoriesByPath.set(folded, [...(categoriesByPath.get(folded) ?? []), id]);
  }
  return {
    options,
    paths,
    categoriesByPath,
    mapped: new Set(mapping.filter((key) => key !== null)),
    toImageAddress: buildImageAddress(appUrl),
  };
}

/** Images on other sites and categories to create are taken for granted: the check uses no network and creates nothing. */
async function evaluateForCheck(
  tx: Transaction,
  items: readonly PlannedItem[],
  records: ReadonlyMap<string, ProductRecord>,
  shopImages: Awaited<ReturnType<typeof findShopImages>>,
): Promise<EvaluatedItem[]> {
  const expected = items
    .flatMap(({ plan }) => listImageRefs(plan))
    .filter((ref) => !shopImages.has(ref) && isWebAddress(ref))
    .map((ref) => [ref, toExpectedImage(ref)] as const);
  const paths = items.flatMap(({ plan }) => plan.newCategory ?? []);
  return evaluate(tx, items, {
    records,
    images: new Map([...shopImages, ...expected]),
    newCategories: new Map(paths.map((path) => [path, "new"])),
    claims: false,
  });
}

async function storeVerdicts(
  tx: Transaction,
  id: string,
  verdicts: readonly Verdict[],
): Promise<void> {
  const items = verdicts.map(({ problems, ...item }) => ({
    ...item,
    problems: problems.map(({ column, message }) => ({ field: column, message })),
  }));
  await tx.$executeRaw`
    INSERT INTO "ProductOperationItem" ("operationId", "number", "productId", "label", "state", "problems", "plan")
    SELECT ${id}, i."number", i."productId", i."label", i."state", i."problems", nullif(i."plan", 'null')
    FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
      AS i("number" int, "productId" text, "label" text, "state" "OperationItemState", "problems" jsonb, "plan" jsonb)`;
  const isFound = (problem: RowProblem) => problem.code !== "duplicate";
  await storeProblems(
    tx,
    id,
    verdicts.flatMap(({ problems }) => problems.filter(isFound)),
  );
}

/** Nothing is applied where a problem stops the import, or where nothing would change. */
async function finishCheck(
  tx: Transaction,
  id: string,
  { options, rowCount }: ImportSpec,
): Promise<void> {
  // The import follows before autovacuum, too.
  if (rowCount > MANY_ROWS) await tx.$executeRaw`ANALYZE "ProductOperationItem"`;
  const stops =
    options.onError === "stop" ? sql`count(*) FILTER (WHERE "state" = 'FAILED') > 0` : sql`false`;
  await tx.$executeRaw`
    UPDATE "ProductOperation" o SET "leaseId" = NULL, "leaseUntil" = NULL, "total" = c."total", "unchanged" = c."unchanged",
      "skipped" = c."skipped", "failed" = c."failed",
      "state" = (CASE WHEN c."stops" THEN 'REJECTED' ELSE 'VALIDATED' END)::"OperationState"
    FROM (
      SELECT count(*)::int AS "total", count(*) FILTER (WHERE "state" = 'UNCHANGED')::int AS "unchanged",
        count(*) FILTER (WHERE "state" = 'SKIPPED')::int AS "skipped", count(*) FILTER (WHERE "state" = 'FAILED')::int AS "failed", ${stops} AS "stops"
      FROM "ProductOperationItem" WHERE "operationId" = ${id}
    ) AS c WHERE o."id" = ${id}`;
}
