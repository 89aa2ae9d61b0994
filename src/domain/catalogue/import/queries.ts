import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { type Pagination, toPagination } from "@/lib/lists/pagination";
import {
  type ImportItem,
  type ImportItemQuery,
  type ImportPlan,
  type ImportReport,
  ImportSpec,
  type ImportView,
  type ProblemGroup,
} from "../import-rows/schema";
import { findColumn, getColumnHeader, IMPORT_COLUMNS } from "../import-sources/column-keys";
import { toPlainText } from "../import-sources/html-text";
import { getSource } from "../import-sources/sources";
import { getOperation } from "../operations/queries";
import { ItemProblem } from "../operations/schema";

const { sql } = Prisma;

const MAX_PREVIEW_ROWS = 20;
const MAX_GROUPS = 50;
const MAX_GROUP_ROWS = 10;

/** How the last import of a file with these columns was read. */
export async function findRememberedSpec(signature: string): Promise<ImportSpec | null> {
  const [found] = await db.$queryRaw<{ spec: unknown }[]>`
    SELECT "spec" FROM "ProductOperation"
    WHERE "kind" = 'IMPORT' AND md5("spec" ->> 'signature') = md5(${signature}) AND "spec" ->> 'signature' = ${signature}
      AND "state" <> 'UPLOADED'
    ORDER BY "createdAt" DESC, "id" LIMIT 1`;
  return ImportSpec.safeParse(found?.spec).data ?? null;
}

/** @throws NOT_FOUND */
export async function getImportSpec(id: string): Promise<ImportSpec> {
  const found = await db.productOperation.findFirst({
    where: { id, kind: "IMPORT" },
    select: { spec: true },
  });
  if (!found) throw new AppError("NOT_FOUND", { message: "Cet import n'existe plus." });
  return ImportSpec.parse(found.spec);
}

export async function getImport(id: string): Promise<ImportView> {
  const spec = await getImportSpec(id);
  const operation = await getOperation(id);
  const preview = await db.$queryRaw<ImportView["preview"]>`
    SELECT "number", "cells" FROM "ProductImportRow" WHERE "operationId" = ${id} ORDER BY "number" LIMIT ${MAX_PREVIEW_ROWS}`;
  const isChecked = operation.state !== "UPLOADED";
  return {
    operation,
    format: spec.format,
    source: getSource(spec.source)?.label ?? null,
    header: spec.header,
    rowCount: spec.rowCount,
    preview,
    columns: IMPORT_COLUMNS.map(({ key, header, level }) => ({ key, label: header, level })),
    mapping: spec.mapping,
    options: spec.options,
    imageNames: spec.images.map(({ name }) => name),
    report: isChecked ? await readReport(id) : null,
  };
}

const IS_CHANGE = sql`"state" NOT IN ('FAILED', 'SKIPPED', 'UNCHANGED')`;
/** An applied item has the id of the product that it created. */
const IS_NEW = sql`("before" IS NULL AND ("productId" IS NULL OR coalesce("version", 0) = 1))`;

async function readReport(id: string): Promise<ImportReport> {
  const [[counts], groups] = await Promise.all([
    db.$queryRaw<Omit<ImportReport, "problems" | "warnings">[]>`
      SELECT count(*)::int AS "checked",
        count(*) FILTER (WHERE ${IS_CHANGE} AND ${IS_NEW})::int AS "create",
        count(*) FILTER (WHERE ${IS_CHANGE} AND NOT ${IS_NEW})::int AS "update",
        count(*) FILTER (WHERE "state" = 'UNCHANGED')::int AS "unchanged",
        count(*) FILTER (WHERE "state" = 'SKIPPED')::int AS "skipped",
        count(*) FILTER (WHERE "state" = 'FAILED')::int AS "failed",
        (SELECT count(*)::int FROM "Product" WHERE "deletedAt" IS NULL) AS "shopProducts"
      FROM "ProductOperationItem" WHERE "operationId" = ${id}`,
    readProblemGroups(id),
  ]);
  if (!counts) throw new Error("an aggregate answers one row");
  const list = (isProblem: boolean) =>
    groups
      .filter((group) => group.isProblem === isProblem)
      .map(({ isProblem: _, column, ...group }) => ({ ...group, column: getColumnHeader(column) }));
  return { ...counts, problems: list(true), warnings: list(false) };
}

function readProblemGroups(id: string): Promise<(ProblemGroup & { isProblem: boolean })[]> {
  return db.$queryRaw`
    WITH found AS (
      SELECT i."state" = 'FAILED' AS "isProblem", p ->> 'column' AS "column", p ->> 'code' AS "code", p ->> 'message' AS "message",
        r."number", p ->> 'value' AS "value",
        row_number() OVER (PARTITION BY i."state" = 'FAILED', p ->> 'column', p ->> 'code' ORDER BY r."number") AS "place"
      FROM "ProductImportRow" r
      JOIN "ProductOperationItem" i ON i."operationId" = r."operationId" AND i."number" = r."item" AND i."state" <> 'SKIPPED',
        jsonb_array_elements(r."problems") AS p
      WHERE r."operationId" = ${id} AND r."problems" <> '[]'
    )
    SELECT "isProblem", "column", min("message") AS "message", count(*)::int AS "count",
      json_agg(json_build_object('row', "number", 'value', "value") ORDER BY "number") FILTER (WHERE "place" <= ${MAX_GROUP_ROWS}) AS "rows"
    FROM found GROUP BY "isProblem", "column", "code" ORDER BY count(*) DESC, "column" LIMIT ${MAX_GROUPS}`;
}

/** Lists what the check found for each product. @throws NOT_FOUND */
export async function listImportItems(
  id: string,
  query: ImportItemQuery,
): Promise<{ items: ImportItem[]; pagination: Pagination }> {
  await getImportSpec(id);
  const { page, pageSize, state } = query;
  const where = { operationId: id, ...(state && { state }) };
  const [rows, total] = await Promise.all([
    db.productOperationItem.findMany({
      where,
      orderBy: { number: "asc" },
      take: pageSize,
      skip: (page - 1) * pageSize,
      select: {
        number: true,
        label: true,
        state: true,
        productId: true,
        plan: true,
        problems: true,
      },
    }),
    db.productOperationItem.count({ where }),
  ]);
  const items = rows.map(({ plan, problems, productId, ...row }) => ({
    ...row,
    isNew: productId === null,
    changes: ((plan as ImportPlan | null)?.changes ?? []).map(({ column, before, after }) => ({
      column: getColumnHeader(column),
      before: toShownText(column, before),
      after: toShownText(column, after),
    })),
    messages: ItemProblem.array()
      .parse(problems)
      .map(({ field, message }) =>
        field === "" ? message : `${getColumnHeader(field)} : ${message}`,
      ),
  }));
  return { items, pagination: toPagination(query, total) };
}

/** Of a rich text the words, without its tags. */
const toShownText = (column: string, text: string) =>
  findColumn(column)?.kind === "richText" ? toPlainText(text) : text;
