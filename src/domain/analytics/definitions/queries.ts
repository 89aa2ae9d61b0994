import "server-only";
import { db, type Transaction } from "@/lib/db";
import { DEFAULT_FUNNEL, DEFAULT_FUNNEL_ID, DEFAULT_FUNNEL_NAME } from "../funnels/default-funnel";
import type { AnalyticsFilter } from "../report/filter-schema";
import { type DefinitionKind, SavedDefinition, type SavedOf } from "./schema";

const COLUMNS = { id: true, kind: true, name: true, definition: true, version: true } as const;

/** Lists what staff saved of one kind, by name. */
export async function listDefinitions<Kind extends DefinitionKind>(
  kind: Kind,
): Promise<SavedOf<Kind>[]> {
  const rows = await db.analyticsDefinition.findMany({
    where: { kind },
    select: COLUMNS,
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(toSaved).filter((saved): saved is SavedOf<Kind> => saved?.kind === kind);
}

export async function findDefinition(
  id: string,
  client: Transaction = db,
): Promise<SavedDefinition | null> {
  const row = await client.analyticsDefinition.findUnique({ where: { id }, select: COLUMNS });
  return row && toSaved(row);
}

async function findOf<Kind extends DefinitionKind>(
  kind: Kind,
  id: string,
  client: Transaction = db,
): Promise<SavedOf<Kind> | null> {
  const saved = await findDefinition(id, client);
  return saved?.kind === kind ? (saved as SavedOf<Kind>) : null;
}

export async function findFunnel(id: string): Promise<Omit<SavedOf<"FUNNEL">, "kind"> | null> {
  if (id !== DEFAULT_FUNNEL_ID) return findOf("FUNNEL", id);
  return { id, name: DEFAULT_FUNNEL_NAME, definition: DEFAULT_FUNNEL, version: 1 };
}

export const findReport = (id: string) => findOf("REPORT", id);
export const findBoard = (id: string) => findOf("BOARD", id);

/** Finds the filter of a segment; null without id. A deleted segment matches no visit, so that its figures are not taken for those of all. */
export async function findSegmentFilter(
  id: string | null | undefined,
  client: Transaction = db,
): Promise<AnalyticsFilter | null> {
  if (!id) return null;
  const segment = await findOf("SEGMENT", id, client);
  return segment ? segment.definition.filter : { product: [id] };
}

/** Null for a definition that an older version stored in another shape. */
function toSaved(row: object): SavedDefinition | null {
  return SavedDefinition.safeParse(row).data ?? null;
}
