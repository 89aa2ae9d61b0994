import { describe, expect, it } from "vitest";
import { POST as addImages } from "@/app/api/admin/imports/[id]/images/route";
import { POST as undo } from "@/app/api/admin/operations/[id]/undo/route";
import { runOperationsNow } from "@/app/api/wake-operations";
import { db } from "@/lib/db";
import {
  buildCategory,
  buildImageInput,
  buildProduct,
  buildUpload,
  buildVariationInput,
} from "../../../support/build";
import { call } from "../../../support/call";
import { exportFile, parseCsv } from "../../../support/product-file";
import {
  checkFile,
  getImport,
  importFile,
  listItems,
  startApply,
} from "../../../support/product-import";
import { saveProduct } from "../../../support/products";
import { buildStaff } from "../../../support/staff";

const newSku = () => `N${Math.random().toString(36).slice(2, 10).toUpperCase()}`;
const findBySku = (sku: string) =>
  db.product.findFirst({
    where: { sku },
    include: {
      variations: { orderBy: { order: "asc" } },
      images: { orderBy: { order: "asc" } },
      versions: true,
    },
  });

/** Products of an import whose row in the lists changes when it is computed again. */
async function findOutdatedListRows(operationId: string): Promise<string[]> {
  const items = await db.productOperationItem.findMany({ where: { operationId } });
  const ids = items.flatMap(({ productId }) => productId ?? []);
  const read = () => db.$queryRaw<{ productId: string; changed: string }[]>`
    SELECT "productId", "changed"::text FROM "ListingRow" WHERE "productId" = ANY(${ids}::text[]) ORDER BY 1`;
  const before = await read();
  await db.$queryRaw`SELECT shop_refresh_listing(${ids}::text[])::text, shop_refresh_listing_words(${ids}::text[])::text`;
  const after = await read();
  expect(before.map(({ productId }) => productId)).toEqual([...ids].sort());
  return after
    .filter(({ changed }, i) => changed !== before[i]?.changed)
    .map((row) => row.productId);
}

describe("An import", () => {
  it("creates and changes products with versions and audit entries, and undoes all but what was edited since", async () => {
    const staff = await buildStaff("SUPER_ADMIN");
    const { id: categoryId, name } = await buildCategory();
    const [kept, edited] = [newSku(), newSku()];
    const [first, second] = await Promise.all(
      [kept, edited].map((sku) =>
        buildProduct({ sku, categoryId, images: { create: buildImageInput() } }),
      ),
    );
    const fresh = newSku();
    const { operation } = await importFile(
      staff,
      `Référence;Nom;Prix;Catégorie;Option;Valeur;Écart de prix;Stock\n${kept};;120;;;;;\n${edited};;130;;;;;\n${fresh};Évier neuf;99,90;${name};Taille;M;;3\n${fresh};Évier neuf;99,90;${name};Taille;L;10;\n`,
    );
    expect(operation).toMatchObject({ state: "APPLIED", total: 3, changed: 3, failed: 0 });
    const created = await findBySku(fresh);
    expect(created).toMatchObject({
      name: "Évier neuf",
      status: "DRAFT",
      slug: "evier-neuf",
      version: 1,
    });
    expect(created?.variations).toMatchObject([
      { name: "Taille", value: "M", stock: 3 },
      { name: "Taille", value: "L", stock: null },
    ]);
    expect(
      (await findBySku(kept))?.versions.map(({ version, reason }) => [version, reason]).sort(),
    ).toEqual([
      [1, "EDIT"],
      [2, "IMPORT"],
    ]);
    expect(await findOutdatedListRows(operation.id)).toEqual([]);
    const entries = await db.auditLog.findMany({ where: { requestId: operation.id } });
    expect(entries.map(({ action }) => action).sort()).toEqual([
      "create_product",
      "import_product",
      "import_product",
    ]);

    await saveProduct(staff, second?.id ?? "", { version: 2, brand: "Grohe" });
    await call(undo, { as: staff, method: "POST", params: { id: operation.id } });
    await runOperationsNow();
    const { operation: undone } = await getImport(staff, operation.id);
    expect(undone).toMatchObject({ state: "UNDONE", undone: 2, notUndone: 1 });
    expect((await findBySku(kept))?.basePrice?.toFixed(2)).toBe(first?.basePrice?.toFixed(2));
    expect((await findBySku(edited))?.basePrice?.toFixed(2)).toBe("130.00");
    expect((await findBySku(fresh))?.deletedAt).not.toBeNull();
  });

  it("changes variations by option and value, adds new ones, and never deletes one", async () => {
    const staff = await buildStaff();
    const sku = newSku();
    const product = await buildProduct({
      sku,
      images: { create: buildImageInput() },
      variations: {
        create: [
          buildVariationInput("Taille", "M"),
          buildVariationInput("Taille", "L", { order: 1 }),
        ],
      },
    });
    const [medium] = await db.productVariation.findMany({
      where: { productId: product.id },
      orderBy: { order: "asc" },
    });
    await importFile(
      staff,
      `Référence;Identifiant de la variation;Option;Valeur;Prix de la variation;Stock\n${sku};${medium?.id};Taille;Moyenne;112,50;7\n${sku};;Taille;XL;;1\n`,
    );
    const { variations } = (await findBySku(sku)) ?? { variations: [] };
    expect(
      variations.map(({ id, value, stock, priceModifier }) => [
        id === medium?.id,
        value,
        stock,
        priceModifier.toFixed(2),
      ]),
    ).toEqual([
      [true, "Moyenne", 7, "12.50"],
      [false, "L", 5, "0.00"],
      [false, "XL", 1, "0.00"],
    ]);
    const emptied = await checkFile(
      staff,
      `Référence;Identifiant de la variation;Option;Valeur\n${sku};${medium?.id};;\n`,
      { emptyCells: "clear" },
    );
    expect(emptied.operation.state).toBe("REJECTED");
    expect((await findBySku(sku))?.variations).toHaveLength(3);
  });

  it("imported twice changes and creates nothing the second time", async () => {
    const staff = await buildStaff();
    const { name } = await buildCategory();
    const label = `Robinet ${newSku()}`;
    const bySku = `Référence;Nom;Prix;Catégorie\n${newSku()};Robinet;45;${name}\n`;
    const bySlug = `Nom;Prix;Catégorie\n${label};45;${name}\n`;
    for (const file of [bySku, bySlug]) {
      expect((await importFile(staff, file)).operation.changed).toBe(1);
      const again = await importFile(staff, file);
      expect(again.report).toMatchObject({ unchanged: 1, create: 0 });
      expect(again.operation.changed).toBe(0);
    }
  });

  it("applies two imports at once, of which the second finds the changes of the first", async () => {
    const staff = await buildStaff();
    const sku = newSku();
    const { name } = await buildCategory();
    const file = (price: number) =>
      `Référence;Nom;Prix;Catégorie\n${sku};Robinet;${price};${name}\n`;
    const [first, second] = [await checkFile(staff, file(10)), await checkFile(staff, file(11))];
    await Promise.all([
      startApply(staff, first.operation.id),
      startApply(staff, second.operation.id),
    ]);
    expect((await startApply(staff, first.operation.id)).status).toBe(409);
    await runOperationsNow();
    const results = await Promise.all(
      [first, second].map(({ operation }) => getImport(staff, operation.id)),
    );
    expect(results.map(({ operation }) => operation.state).sort()).toEqual([
      "APPLIED",
      "PARTIALLY_APPLIED",
    ]);
    const failed = results.find(({ operation }) => operation.failed === 1);
    const [item] = await listItems(staff, failed?.operation.id ?? "");
    expect(item.messages.join()).toMatch(/déjà prise/);
    expect(await db.product.count({ where: { sku } })).toBe(1);
  });

  it("creates categories by path only when asked", async () => {
    const staff = await buildStaff();
    const parent = await buildCategory();
    const file = `Référence;Nom;Prix;Catégorie\n${newSku()};Un;12;${parent.name} > Neuve\n${newSku()};Deux;12;${parent.name.toUpperCase()}>neuve\n`;
    const refused = await checkFile(staff, file);
    expect(refused.report?.problems).toMatchObject([{ column: "Catégorie", count: 2 }]);
    const { operation } = await importFile(staff, file, { createCategories: true });
    expect(operation).toMatchObject({ state: "APPLIED", changed: 2 });
    const children = await db.category.findMany({
      where: { parentId: parent.id },
      include: { _count: { select: { products: true } } },
    });
    expect(children).toMatchObject([{ name: "Neuve", _count: { products: 2 } }]);
  });

  it("uses images sent beside the file; an address that is not public is a warning, and the product stands", async () => {
    const staff = await buildStaff();
    const sku = newSku();
    const { name } = await buildCategory();
    const { url } = await buildUpload();
    const file = `Référence;Nom;Prix;Catégorie;Description;Publication;Photos;Textes des photos\n${sku};Évier;12;${name};Une description assez longue.;Publié;"Evier.JPG\nhttp://127.0.0.1:1/x.jpg";Vu de face\n${sku}B;Bac;12;${name};Une description assez longue.;Publié;http://169.254.169.254/latest;\n`;
    const uploaded = await checkFile(staff, file);
    const { id } = uploaded.operation;
    const sent = await call(addImages, {
      as: staff,
      method: "POST",
      params: { id },
      body: { images: [{ name: "evier.jpg", url }] },
    });
    expect(sent.body?.data).toEqual(["evier.jpg"]);
    await startApply(staff, id);
    await runOperationsNow();
    expect((await getImport(staff, id)).operation).toMatchObject({ state: "APPLIED", changed: 2 });
    expect(await findBySku(sku)).toMatchObject({
      status: "ACTIVE",
      images: [{ url, altText: "Vu de face", isPrimary: true }],
    });
    expect(await findBySku(`${sku}B`)).toMatchObject({ status: "DRAFT", images: [] });
    const items = await listItems(staff, id);
    expect(items.map(({ messages }: { messages: string[] }) => messages.join())).toEqual([
      expect.stringMatching(/127\.0\.0\.1.*n'est pas publique/),
      expect.stringMatching(/169\.254.*n'est pas publique/),
    ]);
  });

  it("leaves a pending draft alone, and refuses to change a field of it", async () => {
    const staff = await buildStaff();
    const sku = newSku();
    await buildProduct({
      sku,
      draft: { name: "Nom en attente" },
      images: { create: buildImageInput() },
    });
    const refused = await checkFile(staff, `Référence;Nom\n${sku};Autre nom\n`);
    expect(refused.report?.problems[0]?.message).toMatch(/attend dans la fiche/);
    await importFile(staff, `Référence;Prix\n${sku};110\n`);
    expect(await findBySku(sku)).toMatchObject({ draft: { name: "Nom en attente" }, version: 2 });
  });

  it("keeps the old address of a product that gets another", async () => {
    const staff = await buildStaff();
    const sku = newSku();
    const product = await buildProduct({ sku, images: { create: buildImageInput() } });
    await importFile(staff, `Référence;Adresse de la page\n${sku};neuf-${sku.toLowerCase()}\n`);
    expect(await db.slugRedirect.findFirst({ where: { slug: product.slug } })).toMatchObject({
      productId: product.id,
    });
  });

  it("of an export whose prices were changed in Excel changes the prices alone", async () => {
    const staff = await buildStaff();
    const product = await buildProduct({
      images: { create: buildImageInput() },
      variations: { create: buildVariationInput("Taille", "M") },
    });
    const { bytes } = await exportFile(staff, `format=csv&categoryId=${product.categoryId}`);
    const { operation } = await importFile(staff, bytes.toString().replaceAll("100,00", "110"));
    expect(operation).toMatchObject({ changed: 1 });
    const [row] = parseCsv(
      (await exportFile(staff, `format=csv&categoryId=${product.categoryId}`)).bytes,
    );
    const [former] = parseCsv(bytes);
    expect(row).toEqual({ ...former, Prix: "110,00" });
  });
});
