import "server-only";
import { db, type Transaction } from "@/lib/db";

const PATH_SEPARATOR = " > ";

/** Category id → the names from the top category down, "Carrelage > Grès cérame". */
export async function listCategoryPaths(source: Transaction = db): Promise<Map<string, string>> {
  const rows = await source.$queryRaw<{ id: string; path: string }[]>`
    WITH RECURSIVE tree AS (
      SELECT "id", "name" AS "path" FROM "Category" WHERE "parentId" IS NULL
      UNION ALL
      SELECT c."id", t."path" || ${PATH_SEPARATOR} || c."name" FROM "Category" c JOIN tree t ON c."parentId" = t."id"
    ) SELECT "id", "path" FROM tree`;
  return new Map(rows.map(({ id, path }) => [id, path]));
}
