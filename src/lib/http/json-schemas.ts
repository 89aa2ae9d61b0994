import { z } from "zod";

interface JsonSchema {
  properties?: Record<string, unknown>;
  required?: string[];
  [keyword: string]: unknown;
}

/** Turns Zod schemas into those of one OpenAPI document. What refers to itself is collected in `shared`, under its id. */
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

/** A record of named keys requires them: they are its properties then, which client generators understand. */
function nameKeys({ jsonSchema }: { jsonSchema: unknown }): void {
  const schema = jsonSchema as JsonSchema & { propertyNames?: { enum?: string[] } };
  const names = schema.propertyNames?.enum;
  if (!names || !schema.additionalProperties || !schema.required) return;
  schema.properties = Object.fromEntries(names.map((name) => [name, schema.additionalProperties]));
  schema.additionalProperties = false;
  delete schema.propertyNames;
}

/** Zod counts from the schema, OpenAPI from the document. */
function withDocumentRefs<T>(schema: T): T {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(text) as T;
}
