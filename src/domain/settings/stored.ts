import "server-only";
import type { z } from "zod";
import { db } from "@/lib/db";
import { log } from "@/lib/log";

export interface StoredSetting {
  key: string;
  value: unknown;
  version: number;
}

type Source = Pick<typeof db, "setting">;

export function listStoredSettings(
  keys: readonly string[],
  source: Source = db,
): Promise<StoredSetting[]> {
  return source.setting.findMany({
    where: { key: { in: [...keys] } },
    select: { key: true, value: true, version: true },
  });
}

/** Reads the values of `schema` from their rows. A row that does not fit the schema is logged, and the default is used. */
export function parseStoredSettings<S extends z.ZodObject>(
  schema: S,
  rows: readonly StoredSetting[],
): z.output<S> {
  const entries = Object.entries(schema.shape).flatMap(([key, field]) => {
    const row = rows.find((candidate) => candidate.key === key);
    if (!row) return [];
    const parsed = (field as z.ZodType).safeParse(row.value);
    if (!parsed.success) log.error({ key }, "setting does not fit its schema");
    return parsed.success ? [[key, parsed.data]] : [];
  });
  return schema.parse(Object.fromEntries(entries));
}
