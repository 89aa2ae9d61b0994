import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { call } from "../support/call";
import { INVISIBLE_MARKS } from "../support/invisible-marks";
import type { MutationExample } from "../support/mutation-example";
import { MUTATIONS } from "../support/mutations";
import { getHandler, MUTATING_OPERATIONS, toOperationName } from "../support/operations";
import { dumpDatabase } from "../support/sign-in";
import { buildStaff } from "../support/staff";
import { fillTextFields } from "../support/text-fields";

const PUBLIC: Record<string, MutationExample> = {
  "POST /api/public/contact": async () => ({
    body: { name: "Fatima", email: "fatima@exemple.ma", message: "Livrez-vous ?" },
  }),
  "POST /api/public/newsletter/subscribe": async () => ({ body: { email: "f@exemple.ma" } }),
};

const START = "\u200e\u2068\ufeff";
const END = "\u200b\u00ad\u3164\u200f";

/** A text, an identifier, an e-mail address and a number, each with invisible characters around and within. */
function markedWords(): string[] {
  const id = randomUUID().slice(0, 8);
  return [
    `${START}Te\u200bxte\u2028mar\u2060qué${END}`,
    `${START}mar\u200bque-${id}${END}`,
    `${START}m\u2060-${id}@ex.\u200bexample${END}`,
    `${START}0661\u200b234567${END}`,
  ];
}

/** Fields that must have accepted one of these words: some of each kind. */
const STORED = [
  "POST /api/admin/products name",
  "POST /api/admin/products description",
  "POST /api/admin/products details",
  "POST /api/admin/products sku",
  "POST /api/admin/products slug",
  "POST /api/admin/products brand",
  "POST /api/admin/products seoTitle",
  "POST /api/admin/products facts",
  "PATCH /api/admin/products/{id} nameAr",
  "POST /api/admin/categories name",
  "POST /api/admin/categories slug",
  "PATCH /api/admin/categories/{id} description",
  "PATCH /api/admin/products/{id}/images/{imageId} altText",
  "POST /api/admin/messages/{id}/notes body",
  "POST /api/admin/messages/{id}/replies body",
  "POST /api/admin/canned-replies title",
  "POST /api/admin/canned-replies body",
  "POST /api/admin/newsletter/campaign subject",
  "POST /api/admin/newsletter/campaign preheader",
  "POST /api/admin/search/synonyms terms",
  "POST /api/admin/search/synonyms finds",
  "POST /api/admin/search/rules query",
  "POST /api/admin/search/ignored query",
  "POST /api/admin/users username",
  "POST /api/admin/users email",
  "POST /api/public/contact name",
  "POST /api/public/contact email",
  "POST /api/public/contact phone",
  "POST /api/public/contact subject",
  "POST /api/public/contact message",
  "POST /api/public/newsletter/subscribe email",
];

const examples: Record<string, MutationExample> = { ...MUTATIONS, ...PUBLIC };
const stored = new Set<string>();
let client = 0;

describe("A text with invisible characters", () => {
  const tried = MUTATING_OPERATIONS.filter(
    (operation) =>
      operation.spec.body !== undefined && Object.hasOwn(examples, toOperationName(operation)),
  );
  it.each(tried.map((operation) => [toOperationName(operation), operation] as const))(
    "is stored without them by %s",
    async (name, operation) => {
      const example = examples[name];
      const schema = operation.spec.body;
      if (!schema || !example) throw new Error(`${name} has no example`);
      for (const kind of markedWords().keys()) {
        for (const field of fillTextFields(schema, "mot").map(([fieldName]) => fieldName)) {
          // A new word each time, since names, slugs and addresses are unique.
          const filled = new Map(fillTextFields(schema, markedWords()[kind] ?? ""));
          const value = filled.get(field);
          const owner = await buildStaff("SUPER_ADMIN");
          const request = await example(owner);
          const { status } = await call(getHandler(operation), {
            as: owner,
            method: operation.method,
            ...request,
            headers: { "x-forwarded-for": `203.0.${Math.floor(client / 250)}.${client++ % 250}` },
            body: { ...(request.body as object), [field]: value },
          });
          expect({ field, failed: status >= 500 }).toEqual({ field, failed: false });
          if (status < 300) stored.add(`${name} ${field}`);
        }
      }
      const rows = (await dumpDatabase()).split("\n");
      expect(rows.filter((row) => INVISIBLE_MARKS.some((mark) => row.includes(mark)))).toEqual([]);
    },
    120_000,
  );

  it("is stored in every kind of text", () => {
    expect(STORED.filter((entry) => !stored.has(entry))).toEqual([]);
  });
});
