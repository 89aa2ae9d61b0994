import { beforeAll, describe, expect, it } from "vitest";
import { POST as cancel } from "@/app/api/admin/operations/[id]/cancel/route";
import { GET as readPublished } from "@/app/api/public/products/[slug]/route";
import { runOperationsNow } from "@/app/api/wake-operations";
import { PublishedProduct } from "@/domain/catalogue/schema";
import { db } from "@/lib/db";
import {
  buildCategory,
  buildImageInput,
  buildProduct,
  buildVariationInput,
} from "../../../support/build";
import { requestBulkChange } from "../../../support/bulk-changes";
import { call } from "../../../support/call";
import { revalidatedTags } from "../../../support/next-cache-stub";
import { getProductForEdit, saveProduct } from "../../../support/products";
import { buildStaff } from "../../../support/staff";
import { recordStatements } from "../../../support/statements";

let staff: Awaited<ReturnType<typeof buildStaff>>;

beforeAll(async () => {
  staff = await buildStaff("ADMIN");
});

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
const percent = (value: string, more: object = {}) => ({
  price: { mode: "PERCENT", value, ...more },
});

const buildPriced = (fields: Parameters<typeof buildProduct>[0] = {}) =>
  buildProduct({ images: { create: buildImageInput() }, ...fields });

async function schedule(productId: string, changes: object, scheduledAt = inHours(1)) {
  const selection = { ids: [productId] };
  const { status, body } = await requestBulkChange(staff, { selection, changes, scheduledAt });
  expect(status).toBe(201);
  return { id: String(body?.data.id), scheduledAt };
}

const cancelOperation = (id: string) => call(cancel, { method: "POST", as: staff, params: { id } });

async function readProduct({ slug }: { slug: string }) {
  const { body } = await call(readPublished, { params: { slug } });
  return PublishedProduct.parse(body?.data);
}

const readPlannedPrice = async (product: { slug: string }) =>
  (await readProduct(product)).plannedPrice;

describe("The planned price of a product", () => {
  it("is that of the next scheduled change, with its variations, until the change is cancelled", async () => {
    const product = await buildPriced({
      basePrice: "100",
      variations: {
        create: [
          buildVariationInput("Format", "30", { order: 1 }),
          buildVariationInput("Format", "60", { order: 2, priceModifier: "50" }),
          buildVariationInput("Format", "90", { isActive: false, priceModifier: "90" }),
        ],
      },
    });
    expect(await readPlannedPrice(product)).toBeNull();
    await schedule(product.id, percent("-50"), inHours(2));
    const first = await schedule(product.id, percent("-10", { variations: true }));
    const { plannedPrice, basePrice, variations } = await readProduct(product);
    expect(plannedPrice).toEqual({
      from: first.scheduledAt,
      basePrice: "90.00",
      variations: [
        { id: variations[0]?.id, priceModifier: "0.00" },
        { id: variations[1]?.id, priceModifier: "45.00" },
      ],
    });
    expect(basePrice).toBe("100.00");
    await cancelOperation(first.id);
    expect(await readPlannedPrice(product)).toMatchObject({ basePrice: "50.00" });
  });

  it("follows an edit of the price", async () => {
    const product = await buildPriced({ basePrice: "100" });
    await schedule(product.id, percent("10"));
    await saveProduct(staff, product.id, { version: 1, basePrice: "200" });
    expect(await readPlannedPrice(product)).toMatchObject({ basePrice: "220.00" });
  });

  it("ends with the date of the change, even where the job is late, and is then the price", async () => {
    const product = await buildPriced({ basePrice: "100" });
    const { id } = await schedule(product.id, percent("10"));
    await db.productOperation.update({ where: { id }, data: { scheduledAt: new Date() } });
    expect(await readProduct(product)).toMatchObject({ basePrice: "100.00", plannedPrice: null });
    await runOperationsNow();
    expect(await readProduct(product)).toMatchObject({ basePrice: "110.00", plannedPrice: null });
  });

  it.each<[string, Parameters<typeof buildProduct>[0], object]>([
    ["does not concern the price", {}, { brand: "Grohe" }],
    ["has the price already", {}, { price: { mode: "SET", value: "100" } }],
    ["excludes the product", {}, { ...percent("10"), stock: { mode: "ADD", value: 1 } }],
    ["hides the product", {}, { ...percent("10"), status: "INACTIVE" }],
    ["needs a price", { basePrice: null, priceOnRequest: true }, percent("10")],
    ["the pending changes exclude", { draft: { priceOnRequest: true } }, percent("10")],
  ])("is not announced for a change that %s", async (_, fields, changes) => {
    const product = await buildPriced({ basePrice: "100", ...fields });
    await schedule(product.id, changes);
    expect(await readPlannedPrice(product)).toBeNull();
  });

  it("is not announced once the new category of the change is deleted", async () => {
    const product = await buildPriced();
    const { id: categoryId } = await buildCategory();
    await schedule(product.id, { ...percent("10"), categoryId });
    expect(await readPlannedPrice(product)).toMatchObject({ basePrice: "110.00" });
    await db.category.delete({ where: { id: categoryId } });
    expect(await readPlannedPrice(product)).toBeNull();
  });

  it("costs a statement only where a change of the price is scheduled", async () => {
    const [plain, planned] = [await buildPriced(), await buildPriced()];
    await schedule(planned.id, percent("10"));
    const count = async ({ slug }: { slug: string }) =>
      (await recordStatements(() => call(readPublished, { params: { slug } }))).length;
    expect((await count(planned)) - (await count(plain))).toBe(1);
  });

  it("drops cached pages when it is scheduled and cancelled", async () => {
    const product = await buildPriced();
    revalidatedTags.length = 0;
    const { id } = await schedule(product.id, percent("10"));
    expect(revalidatedTags).toContain("catalogue");
    revalidatedTags.length = 0;
    await cancelOperation(id);
    expect(revalidatedTags).toContain("catalogue");
    expect((await getProductForEdit(staff, product.id)).version).toBe(1);
  });
});
