import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { call } from "../support/call";
import type { MutationExample } from "../support/mutation-example";
import { MUTATIONS } from "../support/mutations";
import {
  getHandler,
  MUTATING_OPERATIONS,
  OPERATIONS,
  toOperationName,
} from "../support/operations";
import { buildStaff } from "../support/staff";
import { fillTextFields } from "../support/text-fields";

/** Every plain object inherits these: code that looks typed words up in one finds a function. */
const INHERITED = ["constructor", "__proto__", "toString", "hasOwnProperty"];

const PUBLIC: Record<string, MutationExample> = {
  "POST /api/public/contact": async () => ({
    body: { name: "Fatima", email: "fatima@exemple.ma", message: "Livrez-vous ?" },
  }),
  "POST /api/public/newsletter/subscribe": async () => ({ body: { email: "f@exemple.ma" } }),
  "POST /api/auth/login": async () => ({ body: { username: "personne", password: "rien" } }),
};

/** Free-text fields, in which such a word is valid. */
const STORED = [
  "POST /api/admin/products name",
  "POST /api/admin/products brand",
  "POST /api/admin/products facts",
  "PATCH /api/admin/products/{id} facts",
  "PATCH /api/admin/products/{id} descriptionAr",
  "POST /api/admin/categories name",
  "PATCH /api/admin/categories/{id} description",
  "POST /api/admin/messages/{id}/notes body",
  "POST /api/admin/canned-replies title",
  "POST /api/admin/newsletter/campaign subject",
  "POST /api/admin/search/synonyms terms",
  "POST /api/admin/search/rules query",
  "POST /api/public/contact name",
  "POST /api/public/contact message",
];

let client = 0;
const stored = new Set<string>();

const changes = MUTATING_OPERATIONS.filter(({ spec }) => spec.body !== undefined);
const examples: Record<string, MutationExample> = { ...MUTATIONS, ...PUBLIC };

describe("A word that names a property of Object.prototype", () => {
  const tried = changes.filter((operation) => Object.hasOwn(examples, toOperationName(operation)));
  it.each(tried.map((operation) => [toOperationName(operation), operation] as const))(
    "is rejected or stored in each text field of %s",
    async (name, operation) => {
      const body = operation.spec.body;
      const example = examples[name];
      if (!body || !example) throw new Error(`${name} has no example`);
      for (const word of INHERITED) {
        for (const [field, value] of fillTextFields(body, word)) {
          const owner = await buildStaff("SUPER_ADMIN");
          const request = await example(owner);
          const { status } = await call(getHandler(operation), {
            as: owner,
            method: operation.method,
            ...request,
            headers: { "x-forwarded-for": `203.0.113.${(client++ % 250) + 1}` },
            body: { ...(request.body as object), [field]: value },
          });
          expect({ word, field, status: Math.min(status, 500) }).not.toMatchObject({ status: 500 });
          if (status < 300) stored.add(`${name} ${field}`);
        }
      }
    },
    60_000,
  );

  it("is stored in every kind of text", () => {
    expect(STORED.filter((entry) => !stored.has(entry))).toEqual([]);
  });

  it("leaves every list and every record readable", async () => {
    const owner = await buildStaff("SUPER_ADMIN");
    const ids = {
      product: (await db.product.findMany({ select: { id: true }, take: 500 })).map(({ id }) => id),
      category: (await db.category.findMany({ select: { id: true } })).map(({ id }) => id),
      message: (await db.contactMessage.findMany({ select: { id: true } })).map(({ id }) => id),
      campaign: (await db.campaign.findMany({ select: { id: true } })).map(({ id }) => id),
    };
    const reads = OPERATIONS.filter(
      ({ method, path, spec }) => method === "GET" && spec.access !== "cron" && !path.includes("{"),
    );
    expect(reads.length).toBeGreaterThan(10);
    for (const operation of reads) {
      for (const query of [
        "",
        "q=constructor",
        "category=constructor",
        "option[constructor]=constructor",
      ]) {
        const { status } = await call(getHandler(operation), { as: owner, query });
        expect({
          path: operation.path,
          query,
          failed: status >= 500 && status !== 503,
        }).toMatchObject({ failed: false });
      }
    }
    const records: [string, string[]][] = [
      ["/api/admin/products/{id}", ids.product],
      ["/api/admin/products/{id}/versions", ids.product],
      ["/api/admin/categories/{id}", ids.category],
      ["/api/admin/messages/{id}", ids.message],
      ["/api/admin/newsletter/campaign/{id}", ids.campaign],
    ];
    for (const [path, all] of records) {
      const operation = OPERATIONS.find((each) => each.method === "GET" && each.path === path);
      if (!operation) throw new Error(`no route ${path}`);
      for (const id of all.slice(-40)) {
        expect((await call(getHandler(operation), { as: owner, params: { id } })).status).toBe(200);
      }
    }
  }, 120_000);
});
