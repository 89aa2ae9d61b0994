import Papa from "papaparse";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { buildImageInput, buildProduct, buildVariationInput } from "../../../support/build";
import { parseCsv } from "../../../support/product-file";
import {
  checkFile,
  getReportFile,
  importFile,
  listItems,
  startApply,
  startCheck,
  uploadFile,
} from "../../../support/product-import";
import { dumpDatabase } from "../../../support/sign-in";
import { buildStaff } from "../../../support/staff";

let staff: Awaited<ReturnType<typeof buildStaff>>;
let sku = "";
let product: Awaited<ReturnType<typeof buildProduct>>;

beforeEach(async () => {
  staff = await buildStaff();
  sku = `T${Math.random().toString(36).slice(2, 10).toUpperCase()}`;
  product = await buildProduct({ sku, basePrice: "100.00", images: { create: buildImageInput() } });
});

const REFUSED: [column: string, cell: string][] = [
  ["Prix", "6,11E+12"],
  ["Prix", "1.500"],
  ["Prix", "1,500"],
  ["Prix", "03/04/2026"],
  ["Prix", "-5"],
  ["Prix", "douze"],
  ["Prix", "12,345"],
  ["Prix", "#REF!"],
  ["Prix", "2000000"],
  ["Contenance", "beaucoup"],
  ["Prix sur demande", "peut-être"],
  ["Vendu par", "poignée"],
  ["Publication", "En ligne"],
  ["Visible à partir du", "31/02/2026"],
  ["Visible à partir du", "demain"],
  ["Catégorie", "Absente > De partout"],
  ["Caractéristiques", "Format 60 × 60"],
  ["Adresse de la page", "Évier Inox"],
  ["Marque", "a".repeat(81)],
  ["Nom", "a"],
];

const READ: [column: string, cell: string, expected: object][] = [
  ["Prix", "1 250,50 DH", { basePrice: "1250.50" }],
  ["Prix", "١٢٫٥", { basePrice: "12.50" }],
  ["Prix", "99", { basePrice: "99.00" }],
  ["Prix sur demande", "Oui", { priceOnRequest: true }],
  ["Vendu par", "le m²", { saleUnit: "SQUARE_METRE" }],
  ["Disponibilité", "epuise", { availability: "OUT_OF_STOCK" }],
  ["Nom", "'=Nom", { name: "=Nom" }],
  ["Visible jusqu'au", "30/11/2099 09:00", { unpublishAt: "2099-11-30T09:00:00.000Z" }],
  ["Visible jusqu'au", "2099-11-30", { unpublishAt: "2099-11-30T00:00:00.000Z" }],
];

/** A file with a product in each row, of which one cell is filled. */
async function buildCases(cases: readonly (readonly [string, string, ...unknown[]])[]) {
  const columns = [...new Set(cases.map(([column]) => column))];
  const products = await Promise.all(
    cases.map((_, i) =>
      buildProduct({
        sku: `${sku}-${i}`,
        categoryId: product.categoryId,
        images: { create: buildImageInput() },
      }),
    ),
  );
  const rows = cases.map(([column, cell], i) => [
    products[i]?.sku ?? "",
    ...columns.map((other) => (other === column ? cell : "")),
  ]);
  return { products, file: Papa.unparse([["Référence", ...columns], ...rows], { delimiter: ";" }) };
}

describe("The check of an import", () => {
  it("refuses values that it cannot trust, with row and column, and guesses nothing", async () => {
    const { file } = await buildCases(REFUSED);
    const { report, operation } = await checkFile(staff, file);
    expect(operation.state).toBe("REJECTED");
    expect(report).toMatchObject({ failed: REFUSED.length, update: 0 });
    const found = (report?.problems ?? []).flatMap(({ column, message, rows }) => {
      expect(message).toMatch(/^.{15,}[.?]$/);
      expect(message).not.toMatch(/invalid|expected|undefined|attendu/i);
      return rows.map(({ row }) => `${row} ${column}`);
    });
    expect(found.sort()).toEqual(REFUSED.map(([column], i) => `${i + 2} ${column}`).sort());
  });

  it("reads what people write", async () => {
    const { file, products } = await buildCases(READ);
    await importFile(staff, file);
    for (const [i, [, , expected]] of READ.entries()) {
      const stored = await db.product.findUniqueOrThrow({ where: { id: products[i]?.id } });
      const json = JSON.parse(
        JSON.stringify({ ...stored, basePrice: stored.basePrice?.toFixed(2) }),
      );
      expect(json).toMatchObject(expected);
    }
  });

  it("names the reference that lost its zeros", async () => {
    await db.product.update({ where: { id: product.id }, data: { sku: "000417" } });
    const { report } = await checkFile(staff, "Référence;Nom;Prix\n417;Évier;12\n");
    expect(report?.problems[0]).toMatchObject({
      column: "Référence",
      message: "Cette référence a perdu ses zéros.",
      rows: [{ row: 2, value: "417 (000417 existe : vouliez-vous 000417 ?)" }],
    });
    await db.product.update({ where: { id: product.id }, data: { sku } });
  });

  it("refuses rows that repeat a key, and values that two products share", async () => {
    const other = await buildProduct({ sku: `${sku}X`, images: { create: buildImageInput() } });
    const repeated = await checkFile(
      staff,
      `Référence;Prix\n${sku};12\n${other.sku};13\n${sku.toLowerCase()};14\n`,
    );
    expect(repeated.report).toMatchObject({ failed: 1, update: 1 });
    expect(repeated.report?.problems[0]?.rows.map(({ row }) => row)).toEqual([2, 4]);
    const shared = await checkFile(
      staff,
      `Identifiant;Référence\n${product.id};NEUVE\n${other.id};NEUVE\n`,
    );
    expect(shared.report?.problems[0]).toMatchObject({
      count: 1,
      rows: [{ row: 3, value: "NEUVE" }],
    });
  });

  it("refuses a reference that another product has, an unknown id, a product in the trash, and a row without a key", async () => {
    const other = await buildProduct({ sku: `${sku}Y` });
    const trashed = await buildProduct({ deletedAt: new Date() });
    const { report } = await checkFile(
      staff,
      `Identifiant;Référence;Nom\n${product.id};${other.sku};Nom un\nabsent;;Nom deux\n${trashed.id};;Nom trois\n;;Nom quatre\n`,
    );
    expect(report).toMatchObject({ failed: 4, update: 0, create: 0 });
    expect(new Set(report?.problems.flatMap(({ rows }) => rows.map(({ row }) => row)))).toEqual(
      new Set([2, 3, 4, 5]),
    );
  });

  it("changes no product and writes no audit entry of a product", async () => {
    const before = await dumpDatabase();
    const entries = await db.auditLog.count();
    await checkFile(
      staff,
      `Référence;Prix;Photos\n${sku};12;http://127.0.0.1:9/x.jpg\nNEUF1;13;\n`,
    );
    const actions = await db.auditLog.findMany({
      orderBy: { createdAt: "desc" },
      take: (await db.auditLog.count()) - entries,
    });
    expect(actions.map(({ action }) => action).sort()).toEqual([
      "check_product_import",
      "upload_product_import",
    ]);
    expect(await db.product.findUniqueOrThrow({ where: { id: product.id } })).toEqual(product);
    expect(before).toBeDefined();
  });

  it("warns of prices that move by more than 30 %, and of photos that do not exist", async () => {
    const { report, operation } = await checkFile(
      staff,
      `Référence;Prix;Photos\n${sku};150;absente.jpg\n`,
    );
    expect(report?.problems).toEqual([]);
    expect(operation.state).toBe("VALIDATED");
    expect(report?.warnings.map(({ column, count }) => ({ column, count }))).toEqual(
      expect.arrayContaining([
        { column: "Prix", count: 1 },
        { column: "Photos", count: 1 },
      ]),
    );
    const photosOnly = await checkFile(staff, `Référence;Photos\n${sku};absente.jpg\n`);
    expect(photosOnly.report).toMatchObject({ unchanged: 1, warnings: [{ column: "Photos" }] });
  });

  it("leaves empty cells alone, or empties the fields", async () => {
    await db.product.update({ where: { id: product.id }, data: { brand: "Marque" } });
    const file = `Référence;Marque;Nom\n${sku};;\n`;
    expect((await checkFile(staff, file)).report).toMatchObject({ unchanged: 1 });
    const { report } = await checkFile(staff, file, { emptyCells: "clear" });
    expect(report?.problems).toMatchObject([{ column: "Nom" }]);
    await importFile(staff, `Référence;Marque\n${sku};\n`, { emptyCells: "clear" });
    expect((await db.product.findUniqueOrThrow({ where: { id: product.id } })).brand).toBeNull();
  });

  it.each([
    ["update", { update: 1, create: 0, skipped: 1 }],
    ["create", { update: 0, create: 1, skipped: 1 }],
    ["both", { update: 1, create: 1, skipped: 0 }],
  ] as const)("follows the mode %s", async (mode, counts) => {
    const { name } = await db.category.findUniqueOrThrow({ where: { id: product.categoryId } });
    const file = `Référence;Nom;Prix;Catégorie\n${sku};${product.name};12;${name}\n${sku}NEUF;Neuf;12;${name}\n`;
    const { report } = await checkFile(staff, file, { mode });
    expect(report?.problems).toEqual([]);
    expect(report).toMatchObject(counts);
  });

  it("finds products by slug, by id, and by the reference of a variation", async () => {
    await db.productVariation.create({
      data: {
        ...buildVariationInput("Taille", "M", { sku: `${sku}-M` }),
        productId: product.id,
      } as never,
    });
    for (const [header, value] of [
      ["Adresse de la page", product.slug],
      ["Identifiant", product.id],
      ["Référence de la variation", `${sku}-M`],
    ]) {
      const { report } = await checkFile(staff, `${header};Prix\n${value};101\n`);
      expect(report).toMatchObject({ problems: [], update: 1, failed: 0 });
    }
  });

  it("refuses a file without a key, two columns for one field, and a column that does not exist", async () => {
    const uploaded = await uploadFile(staff, "Nom;Prix;Divers\nÉvier;12;x\n");
    expect(uploaded.mapping).toEqual(["name", "basePrice", null]);
    for (const mapping of [
      ["name", "basePrice", "basePrice"],
      ["name", "basePrice", "passwordHash"],
      ["name", "basePrice", "__proto__"],
      ["name", "basePrice"],
      [null, "basePrice", null],
    ]) {
      const { status, body } = await startCheck(staff, uploaded, { mapping });
      expect([status, Object.keys(body?.error.details)]).toEqual([400, ["mapping"]]);
    }
  });

  it("maps misspelt and foreign headers, and chooses neither of two columns for one field", async () => {
    const { mapping } = await uploadFile(
      staff,
      "Réf.;Désignation;Prix TTC;Categorie ;Dispo;Descripton;Prix;constructor\n1;2;3;4;5;6;7;8\n",
    );
    expect(mapping).toEqual([
      "sku",
      "name",
      null,
      "categoryId",
      "availability",
      "description",
      null,
      null,
    ]);
  });

  it("remembers the columns of a file with the same headers", async () => {
    const header = `Réf;Tarif club ${sku};Tarif`;
    const first = await uploadFile(staff, `${header}\n${sku};12;13\n`);
    await startCheck(staff, first, { mapping: ["sku", "basePrice", null], onError: "skip" });
    const second = await uploadFile(staff, `${header}\n${sku};14;15\n`);
    expect(second.mapping).toEqual(["sku", "basePrice", null]);
    expect(second.options.onError).toBe("skip");
  });

  it("shows each change and gives the file back with Statut and Erreurs", async () => {
    const file = `Référence;Prix;Note\n${sku};120;a\n${sku}Z;douze;b\n`;
    const { operation } = await checkFile(staff, file, { onError: "skip", mode: "update" });
    const items = await listItems(staff, operation.id);
    expect(items[0]).toMatchObject({
      number: 2,
      label: product.name,
      changes: [{ column: "Prix", before: "100,00", after: "120" }],
    });
    const rows = parseCsv(await getReportFile(staff, operation.id, "csv"));
    expect(rows[0]).toMatchObject({
      Référence: sku,
      Prix: "120",
      Note: "a",
      Statut: "À importer",
      Erreurs: "",
    });
    expect(rows[1]).toMatchObject({ Statut: "Ignoré" });
    expect(Object.keys(rows[0] ?? {})).toEqual(["Référence", "Prix", "Note", "Statut", "Erreurs"]);
    expect((await getReportFile(staff, operation.id, "xlsx")).subarray(0, 2).toString()).toBe("PK");
  });

  it("applies nothing while a row stops the import, and leaves that row out with « skip »", async () => {
    const file = `Référence;Prix\n${sku};120\nABSENTE;douze\n`;
    const stopped = await checkFile(staff, file);
    expect(stopped.operation.state).toBe("REJECTED");
    const refused = await startApply(staff, stopped.operation.id);
    expect([refused.status, refused.body?.error.message]).toEqual([
      409,
      expect.stringContaining("erreurs"),
    ]);
    const { operation } = await importFile(staff, file, { onError: "skip" });
    expect(operation).toMatchObject({ state: "PARTIALLY_APPLIED", changed: 1, failed: 1 });
  });
});
