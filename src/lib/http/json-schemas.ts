import { z } from "zod";

interface JsonSchema {
  properties?: Record<string, unknown>;
  required?: string[];
  [keyword: string]: unknown;
}

/** Converts Zod schemas to JSON Schema for one OpenAPI document. Recursive schemas are collected in `shared`, under their id. */
export class JsonSchemas {
  readonly shared: Record<string, JsonSchema> = {};

  describe(schema: z.ZodType, io: "input" | "output"): JsonSchema {
    const options = { io, unrepresentable: "any", override: nameKeys } as const;
    const { $schema: _, $defs = {}, ...json } = z.toJSONSchema(schema, options);
    for (const [name, definition] of Object.entries($defs)) {
      Object.assign(this.shared, { [name]: withDocumentRefs(definition as JsonSchema) });
    }
    return withDocumentRefs(json as JsonSchema);
  }
}

/** Turns a record with required enum keys into an object with these properties, which client generators understand. */
function nameKeys({ jsonSchema }: { jsonSchema: unknown }): void {
  const schema = jsonSchema as JsonSchema & { propertyNames?: { enum?: string[] } };
  const names = schema.propertyNames?.enum;
  if (!names || !schema.additionalProperties || !schema.required) return;
  schema.properties = Object.fromEntries(names.map((name) => [name, schema.additionalProperties]));
  schema.additionalProperties = false;
  delete schema.propertyNames;
}

/** Zod's references start at the schema, OpenAPI's at the document. */
function withDocumentRefs<T>(schema: T): T {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(text) as T;
}
