import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { type ImportCheck, type ImportImages, ImportSpec } from "../import-rows/schema";
import { findColumn, getColumnHeader } from "../import-sources/column-keys";
import { getOperation } from "../operations/queries";
import type { OperationRow, OperationState } from "../operations/schema";

const ENTITY = { entityType: "ProductOperation" } as const;
const BEFORE_APPLYING: readonly OperationState[] = [
  "UPLOADED",
  "VALIDATING",
  "VALIDATED",
  "REJECTED",
];

/** Makes the job check every row with these columns and options. An earlier check is forgotten. */
export function startCheck(actor: Actor, id: string, check: ImportCheck): Promise<OperationRow> {
  const entry = { ...ENTITY, entityId: id, action: "check_product_import" } as const;
  return audited(actor, entry, async (tx) => {
    const { spec, state, title } = await lockImport(tx, id);
    assertBeforeApplying(state);
    assertMapping(check, spec);
    const next: ImportSpec = { ...spec, ...check, isGrouped: false };
    await tx.productOperationItem.deleteMany({ where: { operationId: id } });
    await tx.$executeRaw`
      UPDATE "ProductImportRow" SET "item" = NULL, "identity" = NULL, "problems" = '[]' WHERE "operationId" = ${id}`;
    await tx.productOperation.update({
      where: { id },
      data: {
        spec: next,
        state: "VALIDATING",
        userId: actor.id,
        total: 0,
        unchanged: 0,
        skipped: 0,
        failed: 0,
        attempts: 0,
        leaseId: null,
        leaseUntil: null,
        error: null,
      },
      select: { id: true },
    });
    return {
      result: await getOperation(id, tx),
      entityLabel: title,
      before: spec.options,
      after: check.options,
    };
  });
}

/** Hands a checked import to the job. */
export function applyImport(actor: Actor, id: string): Promise<OperationRow> {
  const entry = { ...ENTITY, entityId: id, action: "start_product_operation" } as const;
  return audited(actor, entry, async (tx) => {
    const { state, title } = await lockImport(tx, id);
    if (state !== "VALIDATED") throw notReady(state);
    await tx.productOperation.update({
      where: { id },
      data: {
        state: "APPLYING",
        startedAt: new Date(),
        attempts: 0,
        error: null,
        userId: actor.id,
      },
      select: { id: true },
    });
    const result = await getOperation(id, tx);
    return { result, entityLabel: title, before: { state }, after: { state: result.state } };
  });
}

/** Adds images that were sent beside the file, by the names that its rows use. */
export async function addImages(
  actor: Actor,
  id: string,
  { images }: ImportImages,
): Promise<string[]> {
  const entry = { ...ENTITY, entityId: id, action: "add_import_images" } as const;
  return audited(actor, entry, async (tx) => {
    const { spec, state, title } = await lockImport(tx, id);
    assertBeforeApplying(state);
    const all = [...spec.images, ...images];
    const unique = [...new Map(all.map((image) => [image.name, image])).values()];
    const next: ImportSpec = { ...spec, images: unique };
    await tx.productOperation.update({ where: { id }, data: { spec: next }, select: { id: true } });
    return {
      result: unique.map(({ name }) => name),
      entityLabel: title,
      after: { images: images.length },
    };
  });
}

async function lockImport(tx: Transaction, id: string) {
  const [found] = await tx.$queryRaw<{ spec: unknown; state: OperationState; title: string }[]>`
    SELECT "spec", "state"::text, "title" FROM "ProductOperation" WHERE "id" = ${id} AND "kind" = 'IMPORT' FOR UPDATE`;
  if (!found) throw new AppError("NOT_FOUND", { message: "Cet import n'existe plus." });
  return { ...found, spec: ImportSpec.parse(found.spec) };
}

function assertBeforeApplying(state: OperationState): void {
  if (BEFORE_APPLYING.includes(state)) return;
  throw new AppError("CONFLICT", {
    message: "Cet import a déjà été lancé. Envoyez le fichier à nouveau.",
  });
}

function notReady(state: OperationState): AppError {
  const messages: Partial<Record<OperationState, string>> = {
    UPLOADED: "Vérifiez le fichier avant de l'importer.",
    VALIDATING: "La vérification n'est pas finie. Attendez un instant.",
    REJECTED: "Ce fichier a des erreurs : corrigez-les, ou choisissez d'ignorer ces lignes.",
  };
  return new AppError("CONFLICT", { message: messages[state] ?? "Cet import a déjà été lancé." });
}

/** @throws VALIDATION_ERROR naming `mapping` */
function assertMapping({ mapping, options }: ImportCheck, spec: ImportSpec): void {
  const problem = findMappingProblem(mapping, options.key, spec);
  if (problem === null) return;
  throw new AppError("VALIDATION_ERROR", { message: problem, details: { mapping: problem } });
}

function findMappingProblem(
  mapping: ImportCheck["mapping"],
  key: string,
  { header, source }: ImportSpec,
): string | null {
  if (mapping.length !== header.length)
    return "Choisissez une colonne pour chaque colonne du fichier.";
  if (source !== null) return null;
  const keys = mapping.filter((each) => each !== null);
  const unknown = keys.find((each) => findColumn(each) === undefined);
  if (unknown !== undefined) return "Cette colonne n'existe pas.";
  const repeated = keys.find((each, i) => keys.indexOf(each) < i);
  if (repeated !== undefined) return `« ${getColumnHeader(repeated)} » est choisie deux fois.`;
  const names = new Set([
    key,
    "id",
    "slug",
    "sku",
    "variation.sku",
    ...(key === "slug" ? ["name"] : []),
  ]);
  if (!keys.some((each) => names.has(each))) {
    return `Choisissez la colonne qui contient « ${getColumnHeader(key)} ».`;
  }
  return null;
}
