import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { buildDefinition, toSegment } from "../support/analytics-definitions";
import {
  buildCategory,
  buildImageInput,
  buildProduct,
  buildVariationInput,
} from "../support/build";
import { call } from "../support/call";
import { BILINGUAL_TEXT_BLOCK, buildCampaign } from "../support/campaigns";
import { buildExperiment, toExperimentInput } from "../support/experiments";
import { buildLead } from "../support/leads";
import { buildCannedReply, buildMessage } from "../support/messages";
import type { MutationExample } from "../support/mutation-example";
import { getHandler, MUTATING_OPERATIONS, toOperationName } from "../support/operations";
import { createPublishedProduct, saveProduct } from "../support/products";
import { buildIgnoredSearch, buildSearchRule, buildSynonym } from "../support/search";
import { buildStaff, buildUser } from "../support/staff";

/** Reads a record by its own route, as the form does. */
async function read(path: string, owner: { cookie: string }, params: Record<string, string>) {
  const operation = { path, method: "GET" } as Parameters<typeof getHandler>[0];
  const { body } = await call(getHandler(operation), { as: owner, params });
  return body?.data;
}

async function buildFullProduct(fields: Parameters<typeof buildProduct>[0] = {}) {
  const { id } = await buildProduct({
    nameAr: "مغسلة",
    facts: [{ name: "Poids", value: "12 kg", valueAr: "12 كغ" }],
    unpublishAt: new Date(Date.now() + 86_400_000),
    images: { create: buildImageInput() },
    variations: {
      create: buildVariationInput("Couleur", "Blanc", { priceModifier: "10", sku: null }),
    },
    ...fields,
  });
  return id;
}

/** The readable fields that an editor may send back. */
const EDITABLE_FIELDS = {
  product: [
    "name",
    "nameAr",
    "description",
    "descriptionAr",
    "details",
    "detailsAr",
    "categoryId",
    "slug",
    "sku",
    "brand",
    "basePrice",
    "priceOnRequest",
    "saleUnit",
    "unitSize",
    "unitOfSize",
    "availability",
    "facts",
    "isFeatured",
    "isNew",
    "seoTitle",
    "seoDescription",
    "status",
    "publishAt",
    "unpublishAt",
    "version",
    "variations",
  ],
  category: [
    "name",
    "nameAr",
    "description",
    "descriptionAr",
    "parentId",
    "imageUrl",
    "icon",
    "isActive",
    "slug",
    "version",
  ],
  campaign: ["subject", "subjectAr", "preheader", "preheaderAr", "blocks", "audience", "version"],
} as const;

function pick(record: Record<string, unknown>, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, record[name]]));
}

const CATEGORY = "/api/admin/categories/{id}";
const PRODUCT = "/api/admin/products/{id}";
const CAMPAIGN = "/api/admin/newsletter/campaign/{id}";

/** For each route that edits a record: a request that repeats the stored values. */
const IDLE_SAVES: Record<string, MutationExample | Record<string, MutationExample>> = {
  [`PATCH ${PRODUCT}`]: {
    "only the version": async () => ({
      params: { id: await buildFullProduct() },
      body: { version: 1 },
    }),
    "every field of the form": async (owner) => {
      const params = { id: await buildFullProduct() };
      const product = await read(PRODUCT, owner, params);
      const images = product.images.map(
        ({ width: _, height: __, ...image }: Record<string, unknown>) => image,
      );
      return { params, body: { ...pick(product, EDITABLE_FIELDS.product), images } };
    },
    "the unchanged pending draft": async (owner) => {
      const { id } = await createPublishedProduct(owner);
      await saveProduct(owner, id, { version: 1, name: "Un nom en attente", saveAs: "DRAFT" });
      return { params: { id }, body: { version: 2, name: "Un nom en attente", saveAs: "DRAFT" } };
    },
    "no draft to discard": async () => ({
      params: { id: await buildFullProduct() },
      body: { version: 1, discardDraft: true },
    }),
  },
  [`PATCH ${PRODUCT}/images`]: async () => {
    const id = await buildFullProduct();
    const { url, altText } = await db.productImage.findFirstOrThrow({ where: { productId: id } });
    return { params: { id }, body: { version: 1, images: [{ url, altText, isPrimary: true }] } };
  },
  [`PATCH ${PRODUCT}/images/{imageId}`]: async () => {
    const id = await buildFullProduct();
    const { key } = await db.productImage.findFirstOrThrow({ where: { productId: id } });
    const body = { version: 1, altText: "Photo", isPrimary: true, order: 0 };
    return { params: { id, imageId: key }, body };
  },
  [`POST ${PRODUCT}/versions/{version}/restore`]: async (owner) => {
    const { id } = await createPublishedProduct(owner);
    return { params: { id, version: "1" } };
  },
  [`DELETE ${PRODUCT}/preview`]: async () => ({ params: { id: await buildFullProduct() } }),
  [`PATCH ${CATEGORY}`]: {
    "only the version": async () => ({
      params: { id: (await buildCategory()).id },
      body: { version: 1 },
    }),
    "every field of the form": async (owner) => {
      const params = { id: (await buildCategory({ description: "Un rayon." })).id };
      return { params, body: pick(await read(CATEGORY, owner, params), EDITABLE_FIELDS.category) };
    },
  },
  "POST /api/admin/categories/order": async () => {
    const { id, order, parentId } = await buildCategory();
    return { body: { items: [{ id, parentId, order, version: 1 }] } };
  },
  "PATCH /api/admin/settings": async (owner) => {
    const { values, versions } = await read("/api/admin/settings", owner, {});
    return { body: { changes: values, versions } };
  },
  [`PATCH ${CAMPAIGN}`]: {
    "only the version": async () => ({
      params: { id: (await buildCampaign()).id },
      body: { version: 1 },
    }),
    "every field of the form": async (owner) => {
      const params = { id: (await buildCampaign({ blocks: [BILINGUAL_TEXT_BLOCK] })).id };
      return { params, body: pick(await read(CAMPAIGN, owner, params), EDITABLE_FIELDS.campaign) };
    },
  },
  "PATCH /api/admin/leads/{id}": async () => {
    const { id } = await buildLead({ status: "SOLD", amount: "12.5", note: "Livré" });
    const body = { version: 1, status: "SOLD", amount: "12,50", note: "Livré" };
    return { params: { id }, body };
  },
  "PATCH /api/admin/messages/{id}": async () => ({
    params: { id: (await buildMessage()).id },
    body: { version: 1, status: "NEW", spam: false, assignedToId: null },
  }),
  "POST /api/admin/messages/bulk": async () => ({
    body: { selection: { ids: [(await buildMessage()).id] }, action: "notSpam" },
  }),
  "PATCH /api/admin/canned-replies/{id}": async () => {
    const { id, title, body } = await buildCannedReply();
    return { params: { id }, body: { version: 1, title, body } };
  },
  "PATCH /api/admin/search/synonyms/{id}": async () => {
    const { id, terms, finds } = await buildSynonym();
    return { params: { id }, body: { version: 1, terms: ["", ...terms, ...terms], finds } };
  },
  "PATCH /api/admin/search/rules/{id}": async () => {
    const { id, query, pinnedProductIds, hiddenProductIds, redirectTo } = await buildSearchRule();
    const body = { version: 1, query, pinnedProductIds, hiddenProductIds, redirectTo };
    return { params: { id }, body };
  },
  "PATCH /api/admin/analytics/definitions/{id}": async () => {
    const segment = toSegment();
    const { id } = await buildDefinition(segment);
    return { params: { id }, body: { ...segment, version: 1 } };
  },
  "PATCH /api/admin/analytics/experiments/{id}": async () => {
    const experiment = toExperimentInput();
    const { id } = await buildExperiment(experiment);
    return { params: { id }, body: { ...experiment, version: 1 } };
  },
  "POST /api/admin/search/ignored": async () => {
    const { query } = await buildIgnoredSearch();
    return { body: { query: query.toUpperCase() } };
  },
  "PATCH /api/admin/users/{id}": async () => {
    const { id, version, role } = await buildUser("ADMIN");
    return { params: { id }, body: { version, role } };
  },
  "DELETE /api/auth/sessions": async () => ({}),
};

/** Routes that verify a credential instead of editing a record. */
const NOT_EDITS = ["PATCH /api/auth/totp"];

/** Tables that any request may write. */
const IGNORED_TABLES = new Set(["RateLimit", "Session", "Upload", "IdempotencyKey"]);

async function readTables(): Promise<Record<string, string[]>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  const watchedTables = tables.filter(({ name }) => !IGNORED_TABLES.has(name));
  const rows = await Promise.all(
    watchedTables.map(({ name }) =>
      db.$queryRawUnsafe<{ row: string }[]>(
        `SELECT t::text || ' ' || t.xmin AS row FROM "${name}" t ORDER BY 1`,
      ),
    ),
  );
  return Object.fromEntries(
    watchedTables.map(({ name }, i) => [name, (rows[i] ?? []).map(({ row }) => row)]),
  );
}

const operations = new Map(
  MUTATING_OPERATIONS.map((operation) => [toOperationName(operation), operation]),
);

const cases = Object.entries(IDLE_SAVES).flatMap(([name, examples]) =>
  typeof examples === "function"
    ? [[name, "", examples] as const]
    : Object.entries(examples).map(([what, example]) => [name, what, example] as const),
);

describe("A save without changes", () => {
  it("is covered for every route that edits a record", () => {
    const edits = [...operations.keys()].filter((name) => name.startsWith("PATCH /api/"));
    const untried = edits.filter((name) => !(name in IDLE_SAVES) && !NOT_EDITS.includes(name));
    expect(untried).toEqual([]);
    expect(Object.keys(IDLE_SAVES).filter((name) => !operations.has(name))).toEqual([]);
  });

  it.each(cases)("writes nothing: %s %s", async (name, _, example) => {
    const owner = await buildStaff("SUPER_ADMIN");
    const request = await example(owner);
    const operation = operations.get(name);
    if (!operation) throw new Error(`no route ${name}`);
    const before = await readTables();
    const { method, spec } = operation;
    const response = await call(getHandler(operation), { as: owner, method, ...request });
    expect([response.status, response.body?.error]).toEqual([spec.status ?? 200, undefined]);
    const after = await readTables();
    const changed = Object.keys(after).filter(
      (table) => JSON.stringify(after[table]) !== JSON.stringify(before[table]),
    );
    expect(changed).toEqual([]);
  });
});
