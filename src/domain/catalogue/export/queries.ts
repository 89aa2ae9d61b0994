import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { appUrl } from "@/lib/env";
import { writeCsv } from "@/lib/spreadsheet/write-csv";
import { MAX_XLSX_CELL_LENGTH, writeXlsx } from "@/lib/spreadsheet/write-xlsx";
import { listCategoryPaths } from "../product-file/category-paths";
import { type Cell, describeLongText } from "../product-file/cells";
import { FILE_COLUMNS, type FileRow, toFileRows } from "../product-file/columns";
import { buildImageAddress } from "../product-file/image-address";
import { buildListCondition } from "../product-list/queries";
import { LIVE, type ProductSnapshot } from "../products/record";
import type { ProductExportQuery } from "./schema";

/** Products per statement: the memory of an export does not depend on the number of products. */
const PART_SIZE = 500;

/** Streams the products that match the filters, as customers see them: pending drafts are left out. */
export async function exportProducts({
  format,
  ...filters
}: ProductExportQuery): Promise<ReadableStream<Uint8Array>> {
  const header = FILE_COLUMNS.map((column) => column.header);
  const rows = listRows(await buildListCondition(filters));
  if (format === "csv") {
    const quotes = FILE_COLUMNS.map(({ kind }) => kind === "shortText");
    return writeCsv({ header, quotes, parts: mapParts(rows, ({ text }) => text) });
  }
  return writeXlsx({ sheetName: "Produits", header, parts: mapParts(rows, toXlsxValue) });
}

async function* mapParts<V>(
  parts: AsyncIterable<FileRow[]>,
  toValue: (cell: Cell) => V,
): AsyncGenerator<V[][]> {
  for await (const rows of parts) {
    yield rows.map((row) => FILE_COLUMNS.map(({ getCell }) => toValue(getCell(row))));
  }
}

async function* listRows(condition: Prisma.Sql): AsyncGenerator<FileRow[]> {
  const paths = await listCategoryPaths();
  const toImageAddress = buildImageAddress(appUrl);
  let last = "";
  for (;;) {
    const products = await db.$queryRaw<{ id: string; live: ProductSnapshot }[]>`
      SELECT p."id", ${LIVE} AS "live" FROM "Product" p
      WHERE p."id" > ${last} AND ${condition} ORDER BY p."id" LIMIT ${PART_SIZE}`;
    yield products.flatMap(({ id, live }) =>
      toFileRows({ id, live, toImageAddress, categoryPath: paths.get(live.categoryId) ?? "" }),
    );
    if (products.length < PART_SIZE) return;
    last = products.at(-1)?.id ?? last;
  }
}

function toXlsxValue({ text, number }: Cell): string | number {
  if (number !== undefined) return number;
  return text.length > MAX_XLSX_CELL_LENGTH ? describeLongText(text) : text;
}
