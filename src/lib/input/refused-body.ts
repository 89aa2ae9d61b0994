import { z } from "zod";

/** A request body that its schema rejected. */
export interface RefusedBody<T> {
  /** The valid fields, parsed. */
  fields: Partial<T>;
  /** The names of the invalid fields. */
  refused: ReadonlySet<string>;
  raw: object;
}

/** Parses each field by itself. Null for a body or a schema that is not an object. */
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
