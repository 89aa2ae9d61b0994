import { z } from "zod";

/** A body that its schema refused. */
export interface RefusedBody<T> {
  /** The fields that can be read. */
  fields: Partial<T>;
  /** The names of the others. */
  refused: ReadonlySet<string>;
  raw: object;
}

/** Reads each field by itself; null where the body is no object of fields. */
export function toRefusedBody(
  schema: z.ZodType | undefined,
  raw: unknown,
): RefusedBody<unknown> | null {
  const isObject = typeof raw === "object" && raw !== null && !Array.isArray(raw);
  if (!(schema instanceof z.ZodObject) || !isObject) return null;
  const fields = new Map<string, unknown>();
  const refused = new Set<string>();
  const values = new Map(Object.entries(raw));
  for (const [name, field] of Object.entries(schema.shape)) {
    const parsed = z.safeParse(field, values.get(name));
    if (!parsed.success) refused.add(name);
    else if (values.has(name)) fields.set(name, parsed.data);
  }
  return { fields: Object.fromEntries(fields), refused, raw };
}
