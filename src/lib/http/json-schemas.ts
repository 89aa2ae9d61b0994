import { z } from "zod";

type JsonSchema = Omit<z.core.JSONSchema.BaseSchema, "$schema">;

/** Turns Zod schemas into those of one OpenAPI document. What refers to itself is collected in `shared`, under its id. */
export class JsonSchemas {
  readonly shared: Record<string, JsonSchema> = {};

  describe(schema: z.ZodType, io: "input" | "output"): JsonSchema {
    const {
      $schema: _,
      $defs = {},
      ...json
    } = z.toJSONSchema(schema, { io, unrepresentable: "any", override: nameKeys });
    for (const [name, definition] of Object.entries($defs)) {
      this.shared[name] = withDocumentRefs(definition);
    }
    return withDocumentRefs(json);
  }
}

/** A record of named keys requires them: they are its properties then, which client generators understand. */
function nameKeys({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  const { propertyNames, additionalProperties, required } = jsonSchema;
  const names = typeof propertyNames === "object" ? propertyNames.enum : undefined;
  if (!names || !additionalProperties || !required) return;
  jsonSchema.properties = Object.fromEntries(
    names.map((name) => [String(name), additionalProperties as JsonSchema]),
  );
  jsonSchema.additionalProperties = false;
  delete jsonSchema.propertyNames;
}

/** Zod counts from the schema, OpenAPI from the document. */
function withDocumentRefs<T>(schema: T): T {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(text) as T;
}
