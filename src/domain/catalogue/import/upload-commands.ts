import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { abbreviate, cleanLine } from "@/lib/input/text";
import { readTable, type Table } from "@/lib/spreadsheet/read-table";
import type { TableRow } from "@/lib/spreadsheet/table";
import type { ImportOptions, ImportSpec, UploadQuery } from "../import-rows/schema";
import { getHeaderSignature, mapHeader } from "../import-sources/header-mapping";
import { createOperation } from "../operations/tx-commands";
import { findRememberedSpec } from "./queries";

export const MAX_IMPORT_BYTES = 10 * 1024 * 1024;

/** Reads a file of products and stores its rows, without checking them. @throws VALIDATION_ERROR naming `file` */
export async function uploadImport(
  actor: Actor,
  { name, bytes }: { name: string; bytes: Buffer },
  { replaces, ...options }: UploadQuery,
): Promise<string> {
  const table = await readTable(bytes, options);
  const spec = await buildSpec(table);
  const fileName = abbreviate(cleanLine(name.toWellFormed()), 120) || "fichier";
  const entry = { entityType: "ProductOperation", action: "upload_product_import" } as const;
  return audited(actor, entry, async (tx) => {
    if (replaces !== undefined) await deleteUpload(tx, actor, replaces);
    const id = await createOperation(tx, {
      kind: "IMPORT",
      state: "UPLOADED",
      title: `Import de ${fileName}`,
      spec,
      userId: actor.id,
      file: { name: fileName, key: "", bytes: bytes.length },
    });
    await insertRows(tx, id, table.rows);
    return {
      result: id,
      entityId: id,
      entityLabel: fileName,
      after: { rows: table.rows.length },
    };
  });
}

async function deleteUpload(tx: Transaction, { id: userId }: Actor, id: string): Promise<void> {
  await tx.productOperation.deleteMany({
    where: { id, userId, kind: "IMPORT", state: "UPLOADED" },
  });
}

/** A file with the same columns as an earlier one is read as that one was. */
async function buildSpec({ header, rows, format }: Table): Promise<ImportSpec> {
  const signature = getHeaderSignature(header);
  const { source, keys } = mapHeader(header);
  const remembered = await findRememberedSpec(signature);
  const isSameOrder = remembered && remembered.header.join("\n") === header.join("\n");
  return {
    format,
    header,
    signature,
    source: source?.id ?? null,
    rowCount: rows.length,
    mapping: isSameOrder ? remembered.mapping : keys,
    options: remembered?.options ?? chooseOptions(source !== null, keys),
    isGrouped: false,
    images: [],
  };
}

function chooseOptions(isForeign: boolean, keys: readonly (string | null)[]): ImportOptions {
  const has = (key: string) => keys.includes(key);
  const ownKey = has("id") ? "id" : has("sku") ? "sku" : "slug";
  const foreignKey = has("shopify.handle") ? "slug" : "sku";
  return {
    key: isForeign ? foreignKey : ownKey,
    mode: "both",
    emptyCells: "keep",
    onError: "stop",
    publish: isForeign ? "draft" : "file",
    createCategories: false,
  };
}

const ROWS_PER_STATEMENT = 1_000;

async function insertRows(tx: Transaction, id: string, rows: readonly TableRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const part = rows.slice(start, start + ROWS_PER_STATEMENT);
    await tx.$executeRaw`
      INSERT INTO "ProductImportRow" ("operationId", "number", "cells")
      SELECT ${id}, r."number", r."cells"
      FROM jsonb_to_recordset(${JSON.stringify(part)}::jsonb) AS r("number" int, "cells" jsonb)`;
  }
  // The check follows at once, before autovacuum; without statistics the planner expects one row and joins all rows with all.
  if (rows.length > ROWS_PER_STATEMENT) await tx.$executeRaw`ANALYZE "ProductImportRow"`;
}
