import { z } from "zod";

interface Json {
  type?: string | string[];
  properties?: Record<string, Json>;
  items?: Json;
  anyOf?: Json[];
  oneOf?: Json[];
  allOf?: Json[];
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  additionalProperties?: Json | boolean;
}

/**
 * Returns, for each field of a body, a value in which every text is `word`: lists hold one item, objects all their fields.
 * Other values are arbitrary ones of their type, so the request may be rejected; it must never cause a server error.
 */
export function fillTextFields(body: z.ZodType, word: string): [string, unknown][] {
  const schema = z.toJSONSchema(body, { io: "input", unrepresentable: "any" }) as Json;
  const fields = properties(schema);
  return Object.entries(fields)
    .map(([name, field]): [string, unknown] => [name, fill(field, word)])
    .filter(([, value]) => JSON.stringify(value).includes(JSON.stringify(word)));
}

function properties(schema: Json): Record<string, Json> {
  const parts = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return Object.assign({}, ...parts.map((part) => part.properties ?? {}));
}

function fill(schema: Json, word: string): unknown {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    const text = choices.find((choice) => JSON.stringify(fill(choice, word)).includes(word));
    return fill(text ?? choices[0] ?? {}, word);
  }
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.type === "array") return [fill(schema.items ?? {}, word)];
  if (schema.type === "object") {
    const entries = Object.entries(schema.properties ?? {});
    if (entries.length === 0)
      return JSON.parse(`{${JSON.stringify(word)}:${JSON.stringify(word)}}`);
    return Object.fromEntries(entries.map(([name, inner]) => [name, fill(inner, word)]));
  }
  if (schema.type === "boolean") return false;
  if (schema.type === "integer" || schema.type === "number") return schema.minimum ?? 1;
  return word;
}
